import type { InboxTask, TaskKind } from './inbox.js';
import type { Instant } from './records.js';
import type { Page } from './stores.js';

/** Open tasks of one cycle. */
export type WaitingFilter = {
  readonly cycleId: string;
  readonly unitIds: readonly string[] | null; // null: of all units
  readonly kind?: TaskKind | undefined;
  readonly overdueAt?: Instant | undefined; // only tasks due before this instant
};

export type WaitingTotals = { readonly people: number; readonly tasks: number; readonly overdue: number };
/** Of one unit: for how many people something waits, and for how many something is overdue. */
export type UnitWaiting = { readonly unitId: string; readonly people: number; readonly late: number };

/** Somebody was reminded of one task by a named person: once a day, whoever asks. */
export type TaskReminder = {
  readonly taskId: string;
  readonly day: string; // civil date
  readonly cycleId: string;
  readonly accountId: string;
  readonly remindedBy: string;
  readonly remindedAt: Instant;
};

/** What waits in a cycle, seen from the cycle and not from one person: the same rows as the inbox. */
export type WaitingStore = {
  /** By due date (none last), keyset by the last task's cursor. */
  page(filter: WaitingFilter, page: Page): Promise<readonly (InboxTask & { readonly cursor: string })[]>;
  /** Of all that the filter finds, with how much of it is overdue at the instant. */
  totals(filter: WaitingFilter, at: Instant): Promise<WaitingTotals>;
  /** Units where nothing waits are left out. */
  byUnit(cycleId: string, at: Instant): Promise<readonly UnitWaiting[]>;
  /** False when the task was reminded of that day already. */
  remind(reminder: TaskReminder): Promise<boolean>;
  /** When these tasks were last reminded of; those that never were are left out. */
  lastReminded(taskIds: readonly string[]): Promise<ReadonlyMap<string, Instant>>;
};
