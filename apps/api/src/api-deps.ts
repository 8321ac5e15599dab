import type {
  ArchiveStore,
  BallotBoxes,
  Clock,
  ClosedRuns,
  ContactSealer,
  EngineWatch,
  FlowCode,
  FlowReplays,
  IdentityProvider,
  Ids,
  LinkChannel,
  NoticeLinks,
  ObjectionKeys,
  ObjectionSealer,
  Passwords,
  Secrets,
  Shuffle,
  SlipPrinter,
  Suites,
  SurveyLinks,
  Transactions,
  WorkflowGateway,
} from '@kaoji/application';
import type { CalendarShelf, RulebookShelf, SignInAttempts } from '@kaoji/application/staff';
import { Refusal, type ClaimMapping } from '@kaoji/domain';
import type { DeliveryReports } from '@kaoji/gateways';
import type { StreamPace } from './events/cycle-streams.js';
import type { ApiLog } from './http/api-log.js';

/** An identity provider, and what its claims mean here. */
export type Provider = { readonly port: IdentityProvider; readonly mapping: ClaimMapping };

/** Everything the service works with; use cases take from it what they name. */
export type ApiDeps = {
  readonly transactions: Transactions;
  readonly gateway: WorkflowGateway;
  readonly passwords: Passwords;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly links: SurveyLinks;
  readonly attempts: SignInAttempts;
  /** How long a password or sign-in stands for decisions, in milliseconds. */
  readonly stepUpMs: number;
  /** Where people sign in besides a password; null where none is configured. */
  readonly provider: Provider | null;
  readonly ballotBoxes: BallotBoxes;
  /** Wrong passphrases of key holders. */
  readonly passphrases: SignInAttempts;
  readonly shuffle: Shuffle;
  readonly contacts: ContactSealer;
  readonly noticeLinks: NoticeLinks;
  readonly objectionKeys: ObjectionKeys;
  readonly objectionSealer: ObjectionSealer;
  /** Channels on which the worker writes to residents. */
  readonly channels: ReadonlySet<LinkChannel>;
  readonly reports: DeliveryReports;
  readonly slips: SlipPrinter;
  readonly rulebooks: RulebookShelf;
  readonly calendars: CalendarShelf;
  /** Where residents answer: `https://survey.example.gov.cn`, no slash at the end. */
  readonly surveyOrigin: string;
  /** The folder of the built console; null where this service has no screens. */
  readonly consoleFolder: string | null;
  /** Where histories and builds lie; null where none is configured. */
  readonly archive: ArchiveStore | null;
  /** The runs Temporal has that ended. */
  readonly closedRuns: ClosedRuns;
  /** Histories are replayed in a process of their own, under the code of the build that made them. */
  readonly replays: FlowReplays;
  readonly code: FlowCode;
  readonly suites: Suites;
  readonly engine: EngineWatch;
  /** Of this release. */
  readonly version: string;
  /** Where Temporal's own pages are; null where nobody said. */
  readonly temporalUi: string | null;
  /** Name and version of the database. */
  databaseProduct(): Promise<string>;
  /** How often live streams look, and whether their readers may go on. */
  readonly streams?: StreamPace;
  /** Whether the database answers now. */
  ping(): Promise<boolean>;
  readonly log: ApiLog;
};

export const API_DEPS = Symbol('ApiDeps');

/** The configured identity provider; refuses `NOT_FOUND` where there is none. */
export function providerOf({ provider }: Pick<ApiDeps, 'provider'>): Provider {
  if (provider !== null) return provider;
  throw new Refusal('NOT_FOUND', 'This service signs nobody in by an identity provider.');
}
