import { resultChanges, type PersonEvaluation, type ResultChange, type RoundResult } from '@kaoji/domain';
import type { CycleUnit } from '../../ports/records.js';
import type { Stores } from '../../ports/stores.js';

type Round = Pick<CycleUnit, 'cycleId' | 'unitId' | 'round'>;

/** What the round after this one says of whom, beside this one; empty while there is no round after it. */
export async function changesSince(stores: Stores, round: Round): Promise<readonly ResultChange[]> {
  const after = await resultsOf(stores, { ...round, round: round.round + 1 });
  if (after.length === 0) return [];
  const { cycleId, unitId } = round;
  const reopened = await stores.notices.reopened(cycleId, unitId, round.round);
  return resultChanges(await resultsOf(stores, round), after, reopened);
}

async function resultsOf(stores: Stores, { cycleId, unitId, round }: Round): Promise<readonly RoundResult[]> {
  return (await stores.results.evaluationsOfUnit(cycleId, unitId, round)).map(({ body }) => {
    const { id, final, composite } = JSON.parse(body) as PersonEvaluation;
    return { id, grade: final.grade, composite };
  });
}
