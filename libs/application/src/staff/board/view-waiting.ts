import { workingDaysLeft, type LocalText } from '@kaoji/domain';
import type { Clock } from '../../ports/gateways.js';
import type { InboxTask, TaskKind } from '../../ports/inbox.js';
import type { Account, Instant } from '../../ports/records.js';
import type { Page, Stores, Transactions } from '../../ports/stores.js';
import type { WaitingTotals } from '../../ports/waiting.js';
import type { Actor } from '../access/actor.js';
import { findCycle } from '../find.js';
import { TASK_WORDS } from '../inbox/inbox-words.js';
import type { RulebookShelf } from '../plan/rulebook-shelf.js';
import { unitsCovered } from './units-covered.js';

export type WaitingDeps = {
  readonly transactions: Transactions;
  readonly clock: Clock;
  readonly rulebooks: RulebookShelf;
};
export type WaitingQuestion = {
  readonly cycleId: string;
  readonly unitId?: string | undefined;
  readonly kind?: TaskKind | undefined;
  readonly late: boolean; // only what is overdue
};

/** One thing somebody is waited for. Whom it is about it does not say: that is theirs to know. */
export type WaitingItem = Pick<
  InboxTask,
  'id' | 'kind' | 'as' | 'accountId' | 'unitId' | 'step' | 'since' | 'dueAt'
> & {
  readonly title: LocalText;
  readonly name: string; // of the person, or of an account that is nobody's
  readonly unitName: string;
  readonly count: number | null;
  readonly overdue: boolean;
  readonly workingDaysLeft: number | null;
  readonly remindedAt: Instant | null;
};
export type Waiting = {
  readonly items: readonly WaitingItem[];
  readonly next: string | null;
  /** Of all that was asked for, with the first page only. */
  readonly totals: WaitingTotals | null;
};

/**
 * Whom a cycle waits for, and for what, the longest overdue first: of the units this person follows. Refuses `NOT_FOUND`,
 * `FORBIDDEN`.
 */
export async function viewWaiting(
  { transactions, clock, rulebooks }: WaitingDeps,
  actor: Actor,
  { cycleId, unitId, kind, late }: WaitingQuestion,
  page: Page,
): Promise<Waiting> {
  const now = clock.now();
  return transactions.read(async (stores) => {
    const cycle = await findCycle(stores, cycleId);
    const unitIds = await unitsCovered(stores, actor, 'waiting.follow', cycle, unitId);
    const filter = { cycleId, unitIds, kind, ...(late ? { overdueAt: now } : {}) };
    const tasks = await stores.waiting.page(filter, page);
    const units = new Map((await stores.places.unitsOf(cycle.areaId)).map(({ id, name }) => [id, name]));
    const names = await accountNames(
      stores,
      tasks.map(({ accountId }) => accountId),
    );
    const reminded = await stores.waiting.lastReminded(tasks.map(({ id }) => id));
    const calendar = await rulebooks.calendar(stores, cycle.calendarHash);
    const { clock: cycleClock } = cycle;
    const items = tasks.map(({ cursor: _cursor, ...task }): WaitingItem => ({
      ...task,
      title: TASK_WORDS[task.kind],
      name: names.get(task.accountId) ?? '',
      unitName: units.get(task.unitId) ?? '',
      count: task.count ?? null,
      overdue: task.dueAt !== null && task.dueAt < now,
      workingDaysLeft:
        task.dueAt === null
          ? null
          : workingDaysLeft({ now, deadlineAt: task.dueAt, clock: cycleClock, calendar }),
      remindedAt: reminded.get(task.id) ?? null,
    }));
    return {
      items,
      next: tasks.length < page.limit ? null : (tasks.at(-1)?.cursor ?? null),
      totals: page.after === null ? await stores.waiting.totals(filter, now) : null,
    };
  });
}

/** What accounts are called by those who may know names: the person behind each, or its user name. */
export async function accountNames(
  stores: Stores,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const accounts = await stores.accounts.byIds(accountIds);
  const people = new Map((await peopleBehind(stores, accounts)).map(({ id, name }) => [id, name]));
  return new Map(accounts.map(({ id, username, personId }) => [id, people.get(personId ?? '') ?? username]));
}

export function peopleBehind(
  stores: Stores,
  accounts: readonly Account[],
): ReturnType<Stores['places']['people']> {
  return stores.places.people(accounts.flatMap(({ personId }) => (personId === null ? [] : [personId])));
}
