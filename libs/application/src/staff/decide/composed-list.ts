import { Refusal, type PersonEvaluation, type QuotaSheet } from '@kaoji/domain';
import { listHash } from '../../engine/unit-results.js';
import type { Appraisal, CycleUnit } from '../../ports/records.js';
import type { Stores } from '../../ports/stores.js';

/** A unit's list of one round, as the engine composed and stored it. */
export type ComposedList = {
  readonly round: number;
  readonly listHash: string;
  readonly sheet: QuotaSheet;
  readonly people: readonly { readonly appraisal: Appraisal; readonly evaluation: PersonEvaluation }[];
};

/** The hash of a unit's list of one round, as it was composed. */
export async function composedHash(
  stores: Stores,
  { cycleId, unitId, round }: Pick<CycleUnit, 'cycleId' | 'unitId' | 'round'>,
): Promise<string> {
  const rows = await stores.results.evaluationsOfUnit(cycleId, unitId, round);
  return listHash(rows.map(({ body }) => JSON.parse(body) as PersonEvaluation));
}

/** Refuses `STAGE_NOT_OPEN` while there is no list of the unit's present round. */
export async function composedList(stores: Stores, unit: CycleUnit): Promise<ComposedList> {
  const { cycleId, unitId, round } = unit;
  const stored = await stores.results.quotaSheet(cycleId, unitId);
  const opened = unit.state !== 'planned' && unit.state !== 'collecting' && unit.state !== 'composed';
  if (stored === null || stored.round !== round || !opened) {
    throw new Refusal('STAGE_NOT_OPEN', 'The list of this unit is not composed yet.', { state: unit.state });
  }
  const appraisals = new Map(
    (await stores.appraisals.ofUnit(cycleId, unitId)).map((appraisal) => [appraisal.id, appraisal]),
  );
  const rows = await stores.results.evaluationsOfUnit(cycleId, unitId, round);
  const evaluations = rows.map(({ body }): PersonEvaluation => {
    const stored = JSON.parse(body) as Omit<PersonEvaluation, 'needsPeople'>;
    return { needsPeople: [], ...stored }; // lists composed before there were uncertain cases say nothing of them
  });
  return {
    round,
    listHash: listHash(evaluations),
    sheet: JSON.parse(stored.body) as QuotaSheet,
    people: evaluations.flatMap((evaluation) => {
      const appraisal = appraisals.get(evaluation.id);
      return appraisal === undefined || appraisal.status === 'left' ? [] : [{ appraisal, evaluation }];
    }),
  };
}
