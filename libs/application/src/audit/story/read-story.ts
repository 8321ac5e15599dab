import type { Story } from '@kaoji/domain/story';
import type { ArchivedRun } from '../../ports/archived-runs.js';
import type { FlowCode, FlowReplays } from '../../ports/flow-replays.js';
import type { Transactions } from '../../ports/stores.js';
import type { Actor } from '../../staff/access/actor.js';
import { demand } from '../../staff/access/permissions.js';
import { demandOwn, isOwn } from '../../staff/collect/own-evidence.js';
import { findAppraisal } from '../../staff/find.js';
import { demandReceived } from '../../staff/results/delivery/receive-result.js';
import { readAppraisalRecord } from './appraisal-record.js';
import { flowsOf, keptFlows, replayFlows, type KeptFlowDeps } from './kept-flows.js';
import { ownStory } from './own-story.js';
import { tellAppraisal } from './tell-appraisal.js';

export type StoryDeps = KeptFlowDeps & {
  readonly transactions: Transactions;
  readonly replays: FlowReplays;
  readonly code: FlowCode;
};

/**
 * One appraisal as it happened, with the state after every step from a replay. Auditors of the unit read all of it; the
 * appraisee their own once they received the result, without what concerns others. Refuses `NOT_FOUND`, `FORBIDDEN`,
 * `RESULT_NOT_READY`, `RESULT_NOT_RECEIVED`.
 */
export async function readStory(deps: StoryDeps, actor: Actor, appraisalId: string): Promise<Story> {
  const { own, record, archived } = await deps.transactions.read(async (stores) => {
    const { appraisal, cycle } = await findAppraisal(stores, appraisalId);
    const mine = isOwn(actor, appraisal);
    if (mine) {
      demandOwn(actor, appraisal, cycle.areaId);
      demandReceived(appraisal);
    } else {
      demand(actor, 'audit.history', { areaId: cycle.areaId, unitId: appraisal.unitId });
    }
    const read = await readAppraisalRecord(stores, appraisalId);
    const runs = new Map<string, readonly ArchivedRun[]>();
    for (const { workflowId } of flowsOf(read)) {
      runs.set(workflowId, await stores.archivedRuns.ofWorkflow(workflowId));
    }
    return { own: mine, record: read, archived: runs };
  });
  const flows = await replayFlows(deps, await keptFlows(deps, flowsOf(record), archived));
  return own ? ownStory(record, flows) : tellAppraisal(record, flows);
}
