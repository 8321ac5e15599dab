import type { Appraisal, Instant } from '../../ports/records.js';
import type { Stores } from '../../ports/stores.js';
import { findCycleUnit } from '../find.js';
import { refuseUnlessCollecting } from './collection-window.js';

/** Every unit of these appraisals must be collecting. Refuses `COLLECTION_NOT_OPEN` and `COLLECTION_CLOSED`. */
export async function requireCollecting(
  stores: Stores,
  appraisals: readonly Pick<Appraisal, 'cycleId' | 'unitId'>[],
  now: Instant,
): Promise<void> {
  const units = new Map(
    appraisals.map(({ cycleId, unitId }) => [`${cycleId}/${unitId}`, { cycleId, unitId }]),
  );
  for (const { cycleId, unitId } of units.values()) {
    refuseUnlessCollecting(await findCycleUnit(stores, cycleId, unitId), now);
  }
}
