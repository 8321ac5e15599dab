import { reportIsIn } from '../../waiting/duty-reports-wait.js';
import type { Actor } from '../access/actor.js';
import { findAppraisal } from '../find.js';
import { demandOwn } from './own-evidence.js';
import type { RecordDeps } from './record-routine.js';
import { requireCollecting } from './require-collecting.js';

/**
 * The appraisee's own report on the year; a later one takes its place, the earlier ones stay on record.
 * Refuses `COLLECTION_NOT_OPEN`, `COLLECTION_CLOSED`, `NOT_FOUND`, `FORBIDDEN` (somebody else's appraisal).
 */
export async function submitDutyReport(
  deps: RecordDeps,
  actor: Actor,
  appraisalId: string,
  text: string,
): Promise<{ readonly version: number }> {
  return deps.transactions.run(async (stores) => {
    const { appraisal, cycle } = await findAppraisal(stores, appraisalId);
    demandOwn(actor, appraisal, cycle.areaId);
    const submittedAt = deps.clock.now();
    await requireCollecting(stores, [appraisal], submittedAt);
    const version = ((await stores.appraisals.latestDutyReport(appraisalId))?.version ?? 0) + 1;
    await stores.appraisals.insertDutyReport({ appraisalId, text, version, submittedAt });
    await reportIsIn(stores, appraisal, submittedAt);
    return { version };
  });
}
