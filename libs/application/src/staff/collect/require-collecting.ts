import { Refusal } from '@kaoji/domain';
import type { Appraisal, Instant } from '../../ports/records.js';
import type { Stores } from '../../ports/stores.js';
import { listSource } from '../../engine/record-stand.js';
import type { ApprovalSnapshot } from '../../ports/approvals.js';
import { findCycleUnit } from '../find.js';
import { refuseUnlessCollecting } from './collection-window.js';

/**
 * Every unit of these appraisals must be collecting, and where a part of its list was returned, or an upheld objection
 * re-opened it, only for what that touched. Refuses `COLLECTION_NOT_OPEN`, `COLLECTION_CLOSED` and `NOT_REOPENED`.
 */
export async function requireCollecting(
  stores: Stores,
  appraisals: readonly Pick<Appraisal, 'id' | 'cycleId' | 'unitId'>[],
  now: Instant,
): Promise<void> {
  const units = new Map(
    appraisals.map(({ cycleId, unitId }) => [`${cycleId}/${unitId}`, { cycleId, unitId }]),
  );
  for (const { cycleId, unitId } of units.values()) {
    const unit = await findCycleUnit(stores, cycleId, unitId);
    refuseUnlessCollecting(unit, now);
    if (unit.round === 0) continue; // nothing was decided yet
    const own = appraisals.filter((one) => one.cycleId === cycleId && one.unitId === unitId);
    refuseUnlessReturned(await stores.approvals.snapshot(listSource(unit)), own);
    const reopened = await stores.notices.reopened(cycleId, unitId, unit.round);
    if (reopened.length === 0) continue;
    const closed = appraisals.filter((one) => one.unitId === unitId && !reopened.includes(one.id));
    if (closed.length > 0) {
      throw new Refusal('NOT_REOPENED', 'Only the evidence that an upheld objection touched is open.', {
        appraisalId: closed[0]?.id,
      });
    }
  }
}

function refuseUnlessReturned(
  list: ApprovalSnapshot | null,
  appraisals: readonly Pick<Appraisal, 'id'>[],
): void {
  const returned = list?.stand.status === 'returned' ? list.stand.returned : null;
  if (returned === null || returned.appraisals === 'all') return;
  const { appraisals: part } = returned;
  const closed = appraisals.find(({ id }) => !part.includes(id));
  if (closed === undefined) return;
  throw new Refusal('NOT_REOPENED', 'Only the evidence of those who were returned is open.', {
    appraisalId: closed.id,
  });
}
