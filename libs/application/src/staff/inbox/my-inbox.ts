import { workingDaysLeft, type Calendar, type LocalText } from '@kaoji/domain';
import type { Clock } from '../../ports/gateways.js';
import type { InboxFilter, InboxTask } from '../../ports/inbox.js';
import type { Instant } from '../../ports/records.js';
import type { Page, Stores, Transactions } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { findCycle, type FoundCycle } from '../find.js';
import type { RulebookShelf } from '../plan/rulebook-shelf.js';
import type { Listed } from '../views/cycles.js';
import { ifNothingWords, TASK_WORDS } from './inbox-words.js';
import { namesFor, type InboxNames } from './inbox-names.js';
import { whoseInbox } from './whose-inbox.js';

export type InboxDeps = {
  readonly transactions: Transactions;
  readonly clock: Clock;
  readonly rulebooks: RulebookShelf;
};
export type InboxQuestion = Pick<InboxFilter, 'kind' | 'cycleId' | 'unitId'> & { readonly overdue: boolean };

/** One thing that waits, as the person reads it. */
export type InboxItem = Pick<
  InboxTask,
  | 'id'
  | 'kind'
  | 'as'
  | 'source'
  | 'cycleId'
  | 'unitId'
  | 'appraisalId'
  | 'step'
  | 'verbs'
  | 'since'
  | 'dueAt'
  | 'ifNothing'
> & {
  readonly title: LocalText;
  /** The principal or delegator, when this is done for somebody else. */
  readonly onBehalfOf: { readonly accountId: string; readonly name: string | null } | null;
  readonly year: number;
  readonly run: string;
  readonly unitName: string;
  /** The person it is about, for those who may know names there; of oneself always. */
  readonly personName: string | null;
  readonly count: number | null;
  readonly overdue: boolean;
  /** After today, by the cycle's calendar; null without a due date. */
  readonly workingDaysLeft: number | null;
  readonly ifNothingText: LocalText;
};

/**
 * A page of what waits for somebody: as themself, and as standing deputy of others. By due date, those without one
 * last. The tasks are one query, whatever their number; names, units and calendars are read for the page as a set.
 */
export async function myInbox(
  { transactions, clock, rulebooks }: InboxDeps,
  actor: Actor,
  { overdue, ...asked }: InboxQuestion,
  page: Page,
): Promise<Listed<InboxItem>> {
  const now = clock.now();
  return transactions.read(async (stores) => {
    const whose = await whoseInbox(stores, actor.accountId, now);
    const filter = { ...asked, ...(overdue ? { overdueAt: now } : {}) };
    const tasks = await stores.inbox.open(whose, filter, page);
    const cycles = await cyclesOf(rulebooks, stores, tasks);
    const names = await namesFor(stores, actor, tasks, cycles);
    const items = tasks.map((task) => item(task, actor, names, cycles.get(task.cycleId), now));
    const last = tasks.length < page.limit ? undefined : tasks.at(-1);
    return { items, next: last?.cursor ?? null };
  });
}

export type CycleClock = { readonly cycle: FoundCycle; readonly calendar: Calendar };

/** The cycles of these tasks, each with the calendar it pinned. */
export async function cyclesOf(
  rulebooks: RulebookShelf,
  stores: Stores,
  tasks: readonly InboxTask[],
): Promise<ReadonlyMap<string, CycleClock>> {
  const found = new Map<string, CycleClock>();
  for (const cycleId of new Set(tasks.map((task) => task.cycleId))) {
    const cycle = await findCycle(stores, cycleId);
    found.set(cycleId, { cycle, calendar: await rulebooks.calendar(stores, cycle.calendarHash) });
  }
  return found;
}

function item(
  task: InboxTask,
  actor: Actor,
  names: InboxNames,
  clock: CycleClock | undefined,
  now: Instant,
): InboxItem {
  const { id, kind, source, cycleId, unitId, appraisalId, step, verbs, since, dueAt, ifNothing } = task;
  const others = task.accountId !== actor.accountId;
  const principal = others ? task.accountId : task.onBehalfOf;
  return {
    id,
    kind,
    as: others ? 'deputy' : task.as,
    source,
    cycleId,
    unitId,
    appraisalId,
    step,
    verbs,
    since,
    dueAt,
    ifNothing,
    title: TASK_WORDS[kind],
    onBehalfOf:
      principal === null ? null : { accountId: principal, name: names.accounts.get(principal) ?? null },
    year: clock?.cycle.year ?? 0,
    run: clock?.cycle.run ?? '',
    unitName: names.units.get(unitId) ?? '',
    personName: appraisalId === null ? null : (names.appraised.get(appraisalId) ?? null),
    count: task.count ?? null,
    overdue: dueAt !== null && dueAt < now,
    workingDaysLeft: dueAt === null || clock === undefined ? null : daysLeft(clock, now, dueAt),
    ifNothingText: ifNothingWords(task),
  };
}

function daysLeft({ cycle, calendar }: CycleClock, now: Instant, deadlineAt: Instant): number {
  return workingDaysLeft({ now, deadlineAt, clock: cycle.clock, calendar });
}
