import type { Account, Instant } from '../../ports/records.js';
import type { Stores } from '../../ports/stores.js';
import {
  contestWaits,
  contestantsOf,
  hearing,
  nobodyHears,
  outcomeWaits,
} from '../../staff/contest/contest-tasks.js';
import { findContest, happened, type FoundContest } from '../../staff/contest/find-contest.js';
import { superiorsOf } from '../../staff/contest/hearers.js';
import { writeToStaff } from '../../waiting/write-to-staff.js';
import { cycleContext, type CycleContext } from '../cycle-context.js';
import type { EngineDeps } from '../engine-deps.js';
import type { ContestLevelKey } from './open-hearing.js';

export type ContestReminder = ContestLevelKey & {
  readonly stage: 'hearing' | 'sent_back' | 'delivery';
  readonly kind: 'remind' | 'escalate';
};

/**
 * Records a reminder to whoever a contest waits for, once per level, stage and kind. A hearing that is late goes to
 * superiors without a part in it as well; an outcome that has not arrived goes to HR. Decides and delivers nothing.
 */
export async function remindContest(deps: EngineDeps, reminder: ContestReminder): Promise<void> {
  const { contestId, level, stage, kind } = reminder;
  await deps.transactions.run(async (stores) =>
    stores.effects.once(`contest/${contestId}/${level}/${stage}/${kind}`, async () => {
      const found = await findContest(stores, contestId);
      const context = await cycleContext(deps, stores, found.cycle.id);
      const now = deps.clock.now();
      const told =
        kind === 'remind'
          ? await waitedFor(stores, reminder)
          : await escalate(stores, context, found, reminder, now);
      await writeToStaff(stores, context, await lateOnes(stores, reminder), now);
      const { cycleId, unitId } = found.appraisal;
      await stores.decisions.insertReminder({
        key: `${cycleId}/contest/${contestId}/${level}/${stage}/${kind}`,
        ...{ cycleId, unitId, kind, stage: `contest_${stage}`, recipients: told, sentAt: now },
      });
    }),
  );
}

/** After an escalation only those who were told: whoever was late has been written to before. */
async function lateOnes(stores: Stores, { contestId, kind }: ContestReminder): Promise<readonly string[]> {
  const open = await stores.inbox.ofSource(`contest/${contestId}`);
  return open.filter(({ as }) => kind === 'remind' || as === 'superior').map(({ accountId }) => accountId);
}

async function waitedFor(stores: Stores, { contestId }: ContestReminder): Promise<number> {
  const open = await stores.inbox.ofSource(`contest/${contestId}`);
  return new Set(open.map(({ accountId }) => accountId)).size;
}

async function escalate(
  stores: Stores,
  context: CycleContext,
  found: FoundContest,
  { level, stage }: ContestReminder,
  now: Instant,
): Promise<number> {
  const { cycle, appraisal, state } = found;
  const officers = async () => stores.accounts.holdersOf('hr_officer', cycle.areaId, appraisal.unitId);
  if (stage === 'delivery' && state.status === 'decided') {
    const dueAt = (await stores.inbox.ofSource(`contest/${found.contest.id}`))[0]?.dueAt ?? now;
    const told = await officers();
    const own = await contestantsOf(stores, found);
    const waiting = [outcomeWaits(level, own, dueAt), outcomeWaits(level, told, dueAt, 'superior')];
    await contestWaits(stores, found, waiting, now);
    return told.length;
  }
  if (stage !== 'hearing' || state.status !== 'in_review') return 0;
  const superiors = (await superiorsOf(stores, context.rulebook, found)).may;
  const added = superiors.filter(({ id }) => !state.reviewers.includes(id));
  const reviewers = added.map(({ id }) => id);
  await happened(stores, found, null, now, { kind: 'escalated', stage: level, reviewers });
  const named = await accountsOf(stores, state.reviewers);
  const nobody = named.length + added.length === 0;
  const waiting = nobody
    ? [nobodyHears(level, await officers())]
    : [hearing(level, named, state.dueAt ?? now), hearing(level, added, now, 'superior')];
  await contestWaits(stores, found, waiting, now);
  return added.length;
}

async function accountsOf(stores: Stores, ids: readonly string[]): Promise<readonly Account[]> {
  const accounts: Account[] = [];
  for (const id of ids) {
    const account = await stores.accounts.byId(id);
    if (account !== null && !account.disabled) accounts.push(account);
  }
  return accounts;
}
