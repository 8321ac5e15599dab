import type {
  ArchiveStore,
  BallotBoxes,
  Clock,
  ClosedRuns,
  ContactSealer,
  FlowCode,
  FlowReplays,
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
import type { DeliveryReports } from '@kaoji/gateways';
import type { ApiLog } from './http/api-log.js';

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
  /** Whether the database answers now. */
  ping(): Promise<boolean>;
  readonly log: ApiLog;
};

export const API_DEPS = Symbol('ApiDeps');
