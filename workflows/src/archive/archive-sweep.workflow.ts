import { continueAsNew, proxyActivities, workflowInfo } from '@temporalio/workflow';
import type { ArchiveActivities, SweepInput, SweepResult } from '@kaoji/temporal-contract';
import { WHOLE_SWEEP } from '../activity-profiles.js';

const { archivePage, numberLogs } = proxyActivities<ArchiveActivities>(WHOLE_SWEEP);

const NOTHING = { archived: 0, failed: 0, left: 0 };

/** Archives every closed run that is not archived yet, then numbers what the logs of the cycles do not hold yet. */
export async function archiveSweep({ carried }: SweepInput): Promise<SweepResult> {
  let swept = carried?.swept ?? NOTHING;
  let page = carried?.page ?? null;
  do {
    const { next, archived, failed, left } = await archivePage({ page });
    swept = {
      archived: swept.archived + archived,
      failed: swept.failed + failed,
      left: swept.left + left,
    };
    page = next;
    if (page !== null && workflowInfo().continueAsNewSuggested) {
      await continueAsNew<typeof archiveSweep>({ carried: { page, swept } });
    }
  } while (page !== null);
  return { ...swept, ...(await numberLogs()) };
}
