import type { Evaluation, PersonEvaluation } from '@kaoji/domain';
import type { Stores } from '../ports/stores.js';

export { listIdentity as listHash } from '@kaoji/domain';

/** One stored evaluation with the hash it is stored under. */
export type UnitResult = { readonly hash: string; readonly person: PersonEvaluation };

/** The evaluations of a unit's round, by appraisal id; without whoever has left since. */
export async function unitResults(
  stores: Stores,
  cycleId: string,
  unitId: string,
  round: number,
): Promise<readonly UnitResult[]> {
  const appraisals = await stores.appraisals.ofUnit(cycleId, unitId);
  const left = new Set(appraisals.filter(({ status }) => status === 'left').map(({ id }) => id));
  const rows = await stores.results.evaluationsOfUnit(cycleId, unitId, round);
  return rows
    .filter(({ appraisalId }) => !left.has(appraisalId))
    .map(({ hash, body }) => ({ hash, person: JSON.parse(body) as PersonEvaluation }));
}

/** The part of a pooled evaluation that belongs to one unit. */
export function ownPart(evaluation: Evaluation, unitId: string): Evaluation {
  return {
    ...evaluation,
    people: evaluation.people.filter((person) => person.unit === unitId),
    quota: evaluation.quota.filter((sheet) => sheet.unit === unitId),
  };
}
