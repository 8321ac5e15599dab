import { Refusal } from '@kaoji/domain';
import type { Appraisal, Cycle, CycleUnit } from '../ports/records.js';
import type { Stores } from '../ports/stores.js';
import { cycleKeyOf } from './cycle-key.js';

/** A cycle with the key its workflows go by. */
export type FoundCycle = Cycle & { readonly key: string };

/** Refuses `NOT_FOUND`. */
export async function findCycle(stores: Stores, cycleId: string): Promise<FoundCycle> {
  const cycle = await stores.cycles.byId(cycleId);
  if (cycle === null) throw notFound('cycle');
  return { ...cycle, key: cycleKeyOf(cycle) };
}

/** Refuses `NOT_FOUND`. */
export async function findCycleUnit(stores: Stores, cycleId: string, unitId: string): Promise<CycleUnit> {
  const unit = await stores.cycles.unit(cycleId, unitId);
  if (unit === null) throw notFound('unit of this cycle');
  return unit;
}

/** An appraisal and its cycle. Refuses `NOT_FOUND`. */
export async function findAppraisal(
  stores: Stores,
  appraisalId: string,
): Promise<{ readonly appraisal: Appraisal; readonly cycle: FoundCycle }> {
  const appraisal = await stores.appraisals.byId(appraisalId);
  if (appraisal === null) throw notFound('appraisal');
  return { appraisal, cycle: await findCycle(stores, appraisal.cycleId) };
}

export function notFound(what: string): Refusal {
  return new Refusal('NOT_FOUND', `There is no such ${what}.`);
}
