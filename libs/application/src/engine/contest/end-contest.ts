import type { ResultStatus } from '@kaoji/domain';
import type { ContestDecidedMessage } from '../../ports/gateways.js';
import type { ConsequenceRow, Instant } from '../../ports/records.js';
import type { Stores } from '../../ports/stores.js';
import { contestWaits } from '../../staff/contest/contest-tasks.js';
import { findContest, happened, type FoundContest } from '../../staff/contest/find-contest.js';
import { restoreAfterContest } from '../../staff/decisions/enter-ledger.js';
import type { DeliveringDeps } from '../engine-deps.js';
import { needsConfirmation } from '../notify-unit.js';

/**
 * A contest is over: what it froze is proposed again, under the result that stands; what was in force and does not
 * follow any more is restored with the effective date it had; then the appraisal goes on. Repeatable.
 */
export async function endContest(
  deps: DeliveringDeps,
  { contestId, cycleKey }: { readonly contestId: string; readonly cycleKey: string },
): Promise<void> {
  const { appraisalId, ...message } = await deps.transactions.run(async (stores) =>
    stores.effects.once(`contest/${contestId}/end`, async () => {
      const found = await findContest(stores, contestId);
      return end(stores, found, deps.clock.now());
    }),
  );
  const answer = await deps.messenger.contestDecided(cycleKey, appraisalId, message);
  // Ended: an earlier build closed the appraisal where the contest began, or this was told before a crash of ours.
  if (!answer.ok && answer.code !== 'WORKFLOW_CLOSED') {
    throw new Error(`appraisal ${appraisalId} does not take the end of its contest: ${answer.code}`);
  }
}

async function end(
  stores: Stores,
  found: FoundContest,
  at: Instant,
): Promise<ContestDecidedMessage & { readonly appraisalId: string }> {
  const { contest, cycle, appraisal, state } = found;
  const { id: appraisalId } = appraisal;
  const rows = await stores.decisions.currentConsequences([appraisalId]);
  const frozen = rows.filter((row) => row.state === 'frozen');
  const thawed = frozen.map((row): ConsequenceRow => {
    return { ...row, state: 'proposed', decidedBy: null, decidedAt: null, version: row.version + 1 };
  });
  if (thawed.length > 0) await stores.decisions.appendConsequences(thawed);
  const approvedBy = await answerableFor(stores, found);
  if (state.changed) {
    await restoreAfterContest(stores, { cycle, appraisal, by: approvedBy, at, changeId: contest.id });
  }
  await happened(stores, found, null, at, { kind: 'ended' });
  await contestWaits(stores, found, [], at);
  await stores.appraisals.advance(appraisalId, appraisal.version, { status: 'graded' });
  const waiting = rows.filter((row) => row.state === 'frozen' || row.state === 'proposed');
  return {
    appraisalId,
    contestId: contest.id,
    outcome: appraisal.finalStatus as ResultStatus,
    grade: appraisal.finalGrade,
    resultHash: appraisal.resultHash ?? '',
    approvedBy,
    adverse: waiting.filter(needsConfirmation).length,
  };
}

/** Whose decision the result is: whoever changed it last, else whoever approved it in the first place. */
async function answerableFor(stores: Stores, { events, appraisal }: FoundContest): Promise<string> {
  const last = events.findLast(
    ({ body }) =>
      (body.kind === 'decided' && body.outcome === 'changed') ||
      (body.kind === 'decided_again' && body.verdict === 'applied'),
  );
  if (last?.actor != null) return last.actor;
  const written = await stores.deliveries.writtenTo([appraisal.id]);
  const result = written.findLast(({ document }) => document === 'result' || document === 'later_result');
  return result?.approvedBy ?? '';
}
