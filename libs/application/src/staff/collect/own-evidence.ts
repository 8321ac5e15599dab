import { Refusal } from '@kaoji/domain';
import type { Appraisal } from '../../ports/records.js';
import type { Stores } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { demand, forbidden } from '../access/permissions.js';
import { notFound, type FoundCycle } from '../find.js';

/**
 * The appraisals somebody records evidence on: of this cycle, in their scope, and not their own. Refuses
 * `NOT_FOUND` and `FORBIDDEN`.
 */
export async function appraisalsToRecordOn(
  stores: Stores,
  actor: Actor,
  cycle: FoundCycle,
  appraisalIds: readonly string[],
): Promise<readonly Appraisal[]> {
  const appraisals: Appraisal[] = [];
  for (const id of new Set(appraisalIds)) {
    const appraisal = await stores.appraisals.byId(id);
    if (appraisal === null || appraisal.cycleId !== cycle.id) throw notFound('appraisal in this cycle');
    demand(actor, 'evidence.record', { areaId: cycle.areaId, unitId: appraisal.unitId });
    if (isOwn(actor, appraisal)) {
      throw new Refusal('FORBIDDEN', 'Nobody records evidence on themself.');
    }
    appraisals.push(appraisal);
  }
  return appraisals;
}

/** Whether this appraisal is about the person who asks. */
export function isOwn(actor: Actor, appraisal: Pick<Appraisal, 'personId'>): boolean {
  return actor.personId !== null && actor.personId === appraisal.personId;
}

/** Refuses `FORBIDDEN` unless the appraisal is one's own and one holds the role of an appraisee. */
export function demandOwn(actor: Actor, appraisal: Appraisal, areaId: string): void {
  demand(actor, 'own.appraisal', { areaId, unitId: 'any_unit' });
  if (!isOwn(actor, appraisal)) throw forbidden();
}
