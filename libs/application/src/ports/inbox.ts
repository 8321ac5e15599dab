import type { Instant } from './records.js';
import type { Page } from './stores.js';

/** What kind of thing waits; the list grows with the product. */
export const TASK_KINDS = [
  'marking', // marks of one unit still to give
  'panel_marking',
  'panel_challenge', // an appraisee asks that a member of a panel stand aside
  'duty_report',
  'list', // a step of the approval of a unit's list
  'correction', // a returned list, or a re-opened appraisal, to be put right
  'objection', // an objection to a public notice to be answered
  'result', // one's own written result to receive and sign
  'review', // a contest to be reviewed (复核)
  'appeal', // an appeal (申诉)
  'consequences', // hurting consequences to decide behind their gate
  'held_case', // a held case whose investigation may have ended
  'improvement_plan',
  'survey_key', // a ballot box waits for key holders
  'survey_count', // a count waits for confirmation
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

/** What happens if the person does nothing. Never an approval. */
export type IfNothing = 'reminded' | 'superior_told' | 'counts_as_missing' | 'stays_open';

/**
 * One line of somebody's inbox. Written in the transaction of the effect it comes from. `id` is derived from what waits and for whom, so writing it twice is
 * writing it once; `source` groups the tasks of one thing (a list's step, a contest), `version` is the source's: an older one never overwrites a newer.
 */
export type InboxTask = {
  readonly id: string;
  readonly accountId: string;
  readonly kind: TaskKind;
  readonly as: 'self' | 'deputy' | 'delegate' | 'superior';
  readonly onBehalfOf: string | null; // account
  readonly source: string;
  readonly version: number;
  readonly cycleId: string;
  readonly unitId: string;
  readonly appraisalId: string | null;
  readonly step: string | null;
  readonly verbs: readonly string[];
  readonly since: Instant;
  readonly dueAt: Instant | null; // what was said to the person; never moves earlier
  readonly ifNothing: IfNothing;
  /** For how many marks or people, where one task stands for many. */
  readonly count?: number | null;
};

/** Whose tasks are asked for: of a principal only the kinds a deputy may see to; null: all. */
export type Whose = { readonly accountId: string; readonly kinds: readonly TaskKind[] | null };

/** All that waits for one source. */
export type Projection = {
  readonly source: string;
  readonly version: number;
  readonly tasks: readonly InboxTask[];
};

export type InboxFilter = {
  readonly kind?: TaskKind | undefined;
  readonly cycleId?: string | undefined;
  readonly unitId?: string | undefined;
  readonly overdueAt?: Instant | undefined; // only tasks due before this instant
};

export type InboxStore = {
  /**
   * What waits for this source now, all of it: tasks of the source that are not among `tasks` are closed. Ignored when the stored version of the
   * source is higher (acts may be settled out of order). A task that stays keeps its `since`, and its `dueAt` never moves earlier.
   */
  project(source: string, version: number, tasks: readonly InboxTask[], at: Instant): Promise<void>;
  /** The same for many sources, in three statements for some hundred tasks. */
  projectMany(projections: readonly Projection[], at: Instant): Promise<void>;
  /**
   * For sources without a counter of their own: takes the turn at each until the transaction ends and counts its version on; `tasksOf` then reads what
   * others write and says what waits for each source.
   */
  projectNext(
    sources: readonly string[],
    tasksOf: () => Promise<ReadonlyMap<string, readonly Omit<InboxTask, 'version'>[]>>,
    at: Instant,
  ): Promise<void>;
  /** Open tasks of these accounts, by due date (none last), keyset by the last task's cursor. One query. */
  open(
    whose: readonly Whose[],
    filter: InboxFilter,
    page: Page,
  ): Promise<readonly (InboxTask & { readonly cursor: string })[]>;
  /** How many wait, and how many are overdue at this instant, by kind. One query. */
  counts(whose: readonly Whose[], at: Instant): Promise<readonly InboxCount[]>;
  /** For reminders: open tasks of a source. */
  ofSource(source: string): Promise<readonly InboxTask[]>;
  /** Open tasks of all sources whose name begins so (`marking/<cycleId>/<unitId>/`). */
  ofSources(beginning: string): Promise<readonly InboxTask[]>;
  /** The feed of deadlines whose secret address hashes so; null when it was revoked. */
  feed(secretHash: string): Promise<InboxFeed | null>;
  feedOf(accountId: string): Promise<InboxFeed | null>;
  /** Puts a new address in the place of the one before. */
  replaceFeed(feed: InboxFeed): Promise<void>;
  revokeFeed(accountId: string): Promise<void>;
  /** One message to an account a day, whatever is late: false when that day's is there already. */
  queueMessage(message: Pick<InboxMessage, 'accountId' | 'day' | 'notBefore'>): Promise<boolean>;
  /** Messages that wait and may be sent at the instant, oldest first. */
  dueMessages(at: Instant, limit: number): Promise<readonly InboxMessage[]>;
  /** How many messages stand in each state; states without any are left out. */
  messageCounts(): Promise<ReadonlyMap<InboxMessage['state'], number>>;
  settleMessage(
    message: Pick<InboxMessage, 'accountId' | 'day'>,
    change: Pick<InboxMessage, 'state' | 'problem'>,
  ): Promise<void>;
};

export type InboxCount = { readonly kind: TaskKind; readonly open: number; readonly overdue: number };

/** Word to somebody that something waits in their inbox. What, where and for whom it does not say. */
export type InboxMessage = {
  readonly accountId: string;
  readonly day: string; // civil date
  readonly notBefore: Instant;
  readonly state: 'waiting' | 'sent' | 'failed' | 'not_needed';
  readonly problem: string | null; // a code, never the contact
};

/** The calendar feed of one account; its address is known to its owner alone. */
export type InboxFeed = {
  readonly accountId: string;
  readonly secretHash: string;
  readonly createdAt: Instant;
};
