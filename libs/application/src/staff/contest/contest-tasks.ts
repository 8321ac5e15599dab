import type { ContestStage } from '@kaoji/domain';
import type { IfNothing, TaskKind } from '../../ports/inbox.js';
import type { Account, Instant } from '../../ports/records.js';
import type { Stores } from '../../ports/stores.js';
import { waitingTask, type NewTask } from '../../waiting/waiting-task.js';
import type { FoundContest } from './find-contest.js';

export const contestSource = (contestId: string): string => `contest/${contestId}`;

type Waiting = {
  readonly accounts: readonly Pick<Account, 'id'>[];
  readonly as?: 'self' | 'superior';
  readonly kind: TaskKind;
  readonly step: string;
  readonly verbs: readonly string[];
  readonly dueAt: Instant | null;
  readonly ifNothing: IfNothing;
};

/** Shows what waits in a contest now, all of it; with nothing given, nothing waits. */
export async function contestWaits(
  stores: Stores,
  { contest, appraisal }: Pick<FoundContest, 'contest' | 'appraisal'>,
  waiting: readonly Waiting[],
  since: Instant,
): Promise<void> {
  const source = contestSource(contest.id);
  const { id: appraisalId, cycleId, unitId } = appraisal;
  const tasks = waiting.flatMap(({ accounts, as = 'self', ...said }) =>
    accounts.map(({ id: accountId }): NewTask =>
      waitingTask({ ...said, accountId, as, source, cycleId, unitId, appraisalId, since }),
    ),
  );
  await stores.inbox.projectNext([source], () => Promise.resolve(new Map([[source, tasks]])), since);
}

/** A hearing that waits for those who may hear it. */
export function hearing(
  level: ContestStage,
  accounts: readonly Pick<Account, 'id'>[],
  dueAt: Instant,
  as: 'self' | 'superior' = 'self',
): Waiting {
  return {
    ...{ accounts, as, kind: level, step: level, verbs: ['hear', 'decide'] },
    ...(as === 'self'
      ? { dueAt, ifNothing: 'superior_told' as const }
      : { dueAt: null, ifNothing: 'stays_open' as const }),
  };
}

/** Nobody may hear it: HR find somebody who had no part. */
export function nobodyHears(level: ContestStage, accounts: readonly Pick<Account, 'id'>[]): Waiting {
  return {
    ...{ accounts, as: 'superior', kind: level, step: `${level}_unassigned`, verbs: [] },
    ...{ dueAt: null, ifNothing: 'stays_open' },
  };
}

/** An outcome on its way to the contestant. */
export function outcomeWaits(
  level: ContestStage,
  accounts: readonly Pick<Account, 'id'>[],
  dueAt: Instant,
  as: 'self' | 'superior' = 'self',
): Waiting {
  return {
    ...{ accounts, as, kind: 'result', step: `${level}_outcome` },
    verbs: as === 'self' ? ['receive'] : ['hand_over', 'refused_witnessed', 'post'],
    ...{ dueAt, ifNothing: as === 'self' ? 'superior_told' : 'stays_open' },
  };
}

/** A case sent back to whoever decides lists. */
export function decisionAgain(
  level: ContestStage,
  accounts: readonly Pick<Account, 'id'>[],
  dueAt: Instant,
): Waiting {
  return {
    ...{ accounts, kind: level, step: `${level}_sent_back`, verbs: ['decide_again'] },
    ...{ dueAt, ifNothing: 'superior_told' },
  };
}

/** The accounts of whoever the contest is about. */
export async function contestantsOf(
  stores: Stores,
  { cycle, appraisal }: Pick<FoundContest, 'cycle' | 'appraisal'>,
): Promise<readonly Account[]> {
  const everybody = await stores.accounts.holdersOf('appraisee', cycle.areaId, appraisal.unitId);
  return everybody.filter(({ personId }) => personId === appraisal.personId);
}
