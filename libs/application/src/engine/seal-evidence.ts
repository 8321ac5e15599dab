import { canonicalJson, hashOfText } from '@kaoji/domain';
import type { CycleUnit, SealedEvidence } from '../ports/records.js';
import type { Stores } from '../ports/stores.js';
import { findCycleUnit } from '../staff/find.js';
import { appraiseeCases } from './appraisee-case.js';
import { cycleContext, moveUnit, type CycleContext } from './cycle-context.js';
import type { EngineDeps, UnitRound } from './engine-deps.js';

/**
 * Freezes the evidence of everyone in a unit for one round: canonical JSON and its hash. Names the other units
 * whose evidence this unit's seats also depend on. A repeat gives the first answer and seals nothing anew.
 */
export async function sealEvidence(
  deps: EngineDeps,
  key: UnitRound,
): Promise<{ readonly poolMates: readonly string[] }> {
  const { cycleId, unitId, round } = key;
  return deps.transactions.run(async (stores) =>
    stores.effects.once(`seal/${cycleId}/${unitId}/${round}`, async () => {
      const context = await cycleContext(deps, stores, cycleId);
      const sealedAt = deps.clock.now();
      const people = await appraiseeCases(stores, cycleId, unitId);
      await stores.results.insertEvidence(
        people.map((person): SealedEvidence => {
          const body = canonicalJson(person);
          return { appraisalId: person.id, round, hash: hashOfText(body), body, sealedAt };
        }),
      );
      await moveUnit(stores, key, { state: 'composed', round });
      const pool = await poolOf(stores, context, unitId);
      return { poolMates: pool.map((unit) => unit.unitId).filter((id) => id !== unitId) };
    }),
  );
}

/**
 * The units whose seats are shared out together with this one's, itself included: those of its pool that have
 * appraisees, where the rulebook rounds by largest remainder; otherwise it stands alone.
 */
export async function poolOf(
  stores: Stores,
  { cycle, rulebook }: CycleContext,
  unitId: string,
): Promise<readonly CycleUnit[]> {
  const unit = await findCycleUnit(stores, cycle.id, unitId);
  if (unit.pool === null || rulebook.quota.rounding !== 'largest_remainder') return [unit];
  const shared: CycleUnit[] = [];
  for (const one of await stores.cycles.units(cycle.id)) {
    if (one.pool !== unit.pool) continue;
    if ((await stores.appraisals.ofUnit(cycle.id, one.unitId)).length > 0) shared.push(one);
  }
  return shared;
}
