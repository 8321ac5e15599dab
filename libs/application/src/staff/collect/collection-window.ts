import { Refusal } from '@kaoji/domain';
import type { CycleUnit, Instant } from '../../ports/records.js';

/**
 * Refuses unless evidence of this unit may change now: `COLLECTION_NOT_OPEN` before, `COLLECTION_CLOSED`
 * after. What arrives in the closing millisecond still counts. A returned list collects again, without a
 * closing time, until HR submits it again.
 */
export function refuseUnlessCollecting(
  unit: Pick<CycleUnit, 'state' | 'collectionClosesAt'>,
  now: Instant,
): void {
  if (unit.state === 'planned') {
    throw new Refusal('COLLECTION_NOT_OPEN', 'The collection of this unit has not opened yet.');
  }
  if (unit.state === 'collecting' && (unit.collectionClosesAt ?? now) >= now) return;
  throw new Refusal('COLLECTION_CLOSED', 'The collection of this unit is closed.');
}
