import { contestState, type ContestEvent, type ContestState } from '@kaoji/domain';
import type { ContestEventRow } from '../../ports/contests.js';
import type { Appraisal, ContestRow, Instant } from '../../ports/records.js';
import type { Stores } from '../../ports/stores.js';
import { findAppraisal, notFound, type FoundCycle } from '../find.js';

/** A contest with whose it is, what happened to it, and where it stands. */
export type FoundContest = {
  readonly contest: ContestRow;
  readonly appraisal: Appraisal;
  readonly cycle: FoundCycle;
  readonly events: readonly ContestEventRow[];
  readonly state: ContestState;
};

/** Refuses `NOT_FOUND`. */
export async function findContest(stores: Stores, contestId: string): Promise<FoundContest> {
  const contest = await stores.contests.byId(contestId);
  if (contest === null) throw notFound('contest');
  const events = await stores.contests.events(contestId);
  return {
    ...(await findAppraisal(stores, contest.appraisalId)),
    ...{ contest, events, state: contestState(events.map(({ body }) => body)) },
  };
}

/** Writes down what happened next. Refuses `VERSION_CONFLICT` when something else has happened since it was read. */
export async function happened(
  stores: Stores,
  { contest, events }: Pick<FoundContest, 'contest' | 'events'>,
  actor: string | null,
  happenedAt: Instant,
  body: ContestEvent,
): Promise<void> {
  const seq = events.length + 1;
  await stores.contests.append({ contestId: contest.id, seq, actor, happenedAt, body });
}
