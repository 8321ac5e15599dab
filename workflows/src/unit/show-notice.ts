import { condition, patched, proxyActivities, sleep } from '@temporalio/workflow';
import type { UnitActivities, UnitInput } from '@kaoji/temporal-contract';
import { ONE_TRANSACTION } from '../activity-profiles.js';
import { waitUntil } from '../wait-until.js';
import { workflowNow } from '../workflow-time.js';
import type { UnitProgress } from './unit-progress.js';

const { closeNotice, publishNotice } = proxyActivities<UnitActivities>(ONE_TRANSACTION);

/** A clock far behind is asked again before long: it may be put right. */
const ASK_AGAIN_AFTER_MS = 3_600_000;

/**
 * Shows who is proposed, for the whole period: it is over when the flow's timer and the activity's clock both say so, and final when
 * every objection is answered. Says whether the list stands, or an upheld objection re-opened it.
 */
export async function showNotice(input: UnitInput, progress: UnitProgress): Promise<'final' | 'reopened'> {
  const { round } = progress;
  progress.stage = 'notice';
  const notice = await publishNotice({ ...input, round, at: workflowNow() });
  if (notice === null) return 'final';
  await waitUntil(notice.endsAt, () => false);
  if (!patched('objections-to-notice')) return 'final';

  for (;;) {
    const { answers } = progress; // one that comes while the activity looks is not overlooked
    const closed = await closeNotice({ ...input, round, noticeId: notice.noticeId });
    switch (closed.state) {
      case 'running':
        await sleep(Math.min(Math.max(closed.leftMs, 1), ASK_AGAIN_AFTER_MS));
        break;
      case 'answering':
        await condition(() => progress.answers > answers);
        break;
      case 'reopened':
      case 'final':
        return closed.state;
    }
  }
}
