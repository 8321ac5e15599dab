import { civilDateOf, Refusal } from '@kaoji/domain';
import { cycleContext, type CycleContext } from '../../engine/cycle-context.js';
import type { InboxTask, TaskKind } from '../../ports/inbox.js';
import type { Instant } from '../../ports/records.js';
import type { Stores } from '../../ports/stores.js';
import { writeToStaff } from '../../waiting/write-to-staff.js';
import type { Actor } from '../access/actor.js';
import { onceFor } from '../access/idempotency.js';
import { unitsCovered } from './units-covered.js';
import { accountNames, peopleBehind, type WaitingDeps } from './view-waiting.js';

/** Whom to remind: all a filter finds, or these tasks of it. */
export type ReminderRequest = {
  readonly unitId?: string | undefined;
  readonly kind?: TaskKind | undefined;
  readonly late: boolean;
  readonly tasks?: readonly string[] | undefined;
};

/** What came of it. Whoever is not written to still has it in their inbox. */
export type Reminded = {
  readonly tasks: number; // reminded of now
  readonly people: number; // whose tasks those are
  readonly written: number; // of these, to whom a message goes out
  readonly writtenToday: number; // of these, to whom one went or goes out today anyway
  readonly alreadyReminded: number; // tasks that were reminded of today before
  readonly unreachable: readonly { readonly name: string; readonly problem: Unreachable }[];
  readonly rehearsal: boolean; // in a rehearsal nobody is written to
  readonly left: number; // tasks too many for one time
};
export type Unreachable = 'NO_CONTACT' | 'ACCOUNT_DISABLED';

/** One transaction stays short; whoever has more asks again. */
const AT_MOST = 2_000;
const PAGE = 500;

/** As it is kept with its key: of people only their accounts. */
type Kept = Omit<Reminded, 'unreachable'> & {
  readonly unreachable: readonly { readonly accountId: string; readonly problem: Unreachable }[];
};

/**
 * Reminds of what waits, each task at most once a day and each person by at most one message a day, in office hours.
 * Decides nothing. Refuses `CYCLE_STATE` (it is not open), `NOT_FOUND`, `FORBIDDEN`.
 */
export async function sendReminders(
  deps: WaitingDeps,
  actor: Actor,
  { cycleId, key, ...request }: ReminderRequest & { readonly cycleId: string; readonly key: string },
): Promise<Reminded> {
  const kept = await deps.transactions.run((stores) =>
    onceFor(stores, actor, { verb: 'remind', key, request: { cycleId, ...request } }, async () => {
      const context = await cycleContext(deps, stores, cycleId);
      const { cycle } = context;
      const unitIds = await unitsCovered(stores, actor, 'waiting.follow', cycle, request.unitId);
      if (cycle.state !== 'open') {
        throw new Refusal('CYCLE_STATE', 'Only an open cycle waits for anybody.', { state: cycle.state });
      }
      return remind(stores, actor, context, { ...request, unitIds }, deps.clock.now());
    }),
  );
  const { unreachable } = kept;
  const names = await deps.transactions.read((stores) =>
    accountNames(
      stores,
      unreachable.map(({ accountId }) => accountId),
    ),
  );
  return {
    ...kept,
    unreachable: unreachable.map(({ accountId, problem }) => ({
      name: names.get(accountId) ?? '',
      problem,
    })),
  };
}

type Asked = ReminderRequest & { readonly unitIds: readonly string[] | null };

async function remind(
  stores: Stores,
  { accountId: remindedBy }: Actor,
  context: CycleContext,
  asked: Asked,
  now: Instant,
): Promise<Kept> {
  const { cycle, calendar } = context;
  const day = civilDateOf(now, calendar.timeZone);
  const reminded: InboxTask[] = [];
  let [alreadyReminded, left] = [0, 0];
  for await (const task of waitingTasks(stores, cycle.id, asked, now)) {
    if (reminded.length >= AT_MOST) {
      left += 1;
      continue;
    }
    const { id: taskId, accountId } = task;
    const reminder = { taskId, day, cycleId: cycle.id, accountId, remindedBy, remindedAt: now };
    if (await stores.waiting.remind(reminder)) reminded.push(task);
    else alreadyReminded += 1;
  }
  const accountIds = [...new Set(reminded.map(({ accountId }) => accountId))];
  const unreachable = await whoCannotBeWrittenTo(stores, accountIds);
  const missed = new Set(unreachable.map(({ accountId }) => accountId));
  const reachable = accountIds.filter((accountId) => !missed.has(accountId));
  const written = (await writeToStaff(stores, context, reachable, now)).length;
  const rehearsal = cycle.run !== 'live';
  return {
    tasks: reminded.length,
    people: accountIds.length,
    written,
    writtenToday: rehearsal ? 0 : reachable.length - written,
    ...{ alreadyReminded, unreachable, rehearsal, left },
  };
}

async function* waitingTasks(
  stores: Stores,
  cycleId: string,
  { unitIds, kind, late, tasks }: Asked,
  now: Instant,
): AsyncGenerator<InboxTask> {
  const wanted = tasks === undefined ? null : new Set(tasks);
  const filter = { cycleId, unitIds, kind, ...(late ? { overdueAt: now } : {}) };
  for (let after: string | null = null; ;) {
    const page: Awaited<ReturnType<Stores['waiting']['page']>> = await stores.waiting.page(filter, {
      after,
      limit: PAGE,
    });
    for (const task of page) if (wanted === null || wanted.has(task.id)) yield task;
    after = page.length < PAGE ? null : (page.at(-1)?.cursor ?? null);
    if (after === null) return;
  }
}

async function whoCannotBeWrittenTo(
  stores: Stores,
  accountIds: readonly string[],
): Promise<Kept['unreachable']> {
  const accounts = await stores.accounts.byIds(accountIds);
  const phones = new Map((await peopleBehind(stores, accounts)).map(({ id, phone }) => [id, phone]));
  return accounts.flatMap(({ id: accountId, personId, disabled }): Kept['unreachable'] => {
    if (disabled) return [{ accountId, problem: 'ACCOUNT_DISABLED' }];
    const phone = personId === null ? null : (phones.get(personId) ?? null);
    return phone === null ? [{ accountId, problem: 'NO_CONTACT' }] : [];
  });
}
