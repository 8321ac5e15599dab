import {
  allHandlersFinished,
  condition,
  getExternalWorkflowHandle,
  proxyActivities,
  setHandler,
} from '@temporalio/workflow';
import {
  actUpdate,
  admitUpdate,
  closeCollectionUpdate,
  objectionAnsweredUpdate,
  cycleWorkflowId,
  resubmitUpdate,
  surveyClosedSignal,
  unitFinishedSignal,
  unitSealedSignal,
  unitStateQuery,
  unitWorkflowId,
} from '@kaoji/temporal-contract';
import type { OpenedUnit, UnitActivities, UnitInput, UnitResult } from '@kaoji/temporal-contract';
import { ONE_TRANSACTION, WHOLE_UNIT } from '../activity-profiles.js';
import { refuseMessage } from '../refuse-message.js';
import { remindWhileWaiting } from '../remind-while-waiting.js';
import { workflowNow } from '../workflow-time.js';
import { completedBy, openList, standOf, takeAct, untilDecided } from './approve-list.js';
import { showNotice } from './show-notice.js';
import {
  beginRound,
  describeUnit,
  openingUnit,
  refuseAnswer,
  refuseCollecting,
  refuseResubmission,
  refuseUnitAct,
  type UnitProgress,
} from './unit-progress.js';

const { openUnit, sealEvidence, composeUnit, notifyUnit } = proxyActivities<UnitActivities>(WHOLE_UNIT);
const { admitAppraisee, endCollection, openDeliberation, planDeliberation, remind, reopenForCorrection } =
  proxyActivities<UnitActivities>(ONE_TRANSACTION);

/**
 * Grades one quota unit, set by set: opens every appraisal, waits for evidence, seals and composes the list, has
 * it decided by a named person as often as it takes, shows the proposed names in public, notifies everyone.
 */
export async function unitAppraisal(input: UnitInput): Promise<UnitResult> {
  const progress = openingUnit();
  handleMessages(input, progress);

  const opened = await openUnit(input);
  progress.appraisals = Math.max(progress.appraisals, opened.appraisals); // someone may have joined meanwhile

  await collect(input, progress, opened);
  progress.stage = 'surveying';
  await condition(() => progress.closedCampaigns.size >= opened.campaigns);

  let approvedBy = await agreeOnList(input, progress);
  while ((await showNotice(input, progress)) === 'reopened') {
    progress.stage = 'returned';
    await condition(() => progress.resubmittedBy !== null);
    approvedBy = await agreeOnList(input, progress);
  }
  const { round } = progress;

  progress.stage = 'notifying';
  await notifyUnit({ ...input, round, approvedBy });

  progress.stage = 'finished';
  const cycle = getExternalWorkflowHandle(cycleWorkflowId(input.cycleKey));
  await cycle.signal(unitFinishedSignal, { unitId: input.unitId });
  return { appraisals: progress.appraisals, rounds: round };
}

/** The collection ends at its instant, or when HR closes it; a missing mark is then the rulebook's matter. */
async function collect(
  input: UnitInput,
  progress: UnitProgress,
  { collectionClosesAt, remindAt, escalateAt }: OpenedUnit,
): Promise<void> {
  progress.stage = 'collecting';
  await remindWhileWaiting({
    done: () => progress.collectionClosed,
    remindAt,
    escalateAt,
    endsAt: collectionClosesAt,
    remind: (kind) => remind({ ...input, stage: 'collection', kind, round: 0 }),
  });
  progress.collectionClosed = true;
  await condition(allHandlersFinished); // whoever is just joining still counts
  await endCollection(input);
}

/** Composes the list round by round until named persons approve one; gives whose approval completed it. */
async function agreeOnList(input: UnitInput, progress: UnitProgress): Promise<string> {
  for (;;) {
    const starter = progress.resubmittedBy;
    beginRound(progress);
    const { round } = progress;
    const { poolMates } = await sealEvidence({ ...input, round });
    if (round === 1) await meetPool(input, progress, poolMates);
    const { listHash } = await composeUnit({ ...input, round });

    progress.listHash = listHash;
    const planned = await planDeliberation({ ...input, round, starter });
    const approval = openList(planned, workflowNow());
    progress.approval = approval; // before anyone sees the list: whoever sees it can act
    progress.stage = 'deliberating';
    await openDeliberation({ ...input, round, plan: planned.plan, stand: standOf(approval) });
    await untilDecided(approval, (kind, stand) =>
      remind({ ...input, stage: 'deliberation', kind, round, stand }),
    );
    if (approval.state.status === 'approved') return completedBy(approval);

    progress.stage = 'returned';
    await reopenForCorrection({ ...input, round, stand: standOf(approval) });
    await condition(() => progress.resubmittedBy !== null);
  }
}

/** Units of one pool share their seats, so no list is composed before all of them have sealed. */
async function meetPool(
  { cycleKey, unitId }: UnitInput,
  progress: UnitProgress,
  poolMates: readonly string[],
): Promise<void> {
  for (const mate of poolMates) {
    const unit = getExternalWorkflowHandle(unitWorkflowId(cycleKey, mate));
    await unit.signal(unitSealedSignal, { unitId });
  }
  await condition(() => poolMates.every((mate) => progress.sealedMates.has(mate)));
}

function handleMessages(input: UnitInput, progress: UnitProgress): void {
  setHandler(
    closeCollectionUpdate,
    () => {
      progress.collectionClosed = true;
    },
    { validator: () => refuseMessage(refuseCollecting(progress)) },
  );
  setHandler(
    admitUpdate,
    async ({ appraisalId }) => {
      progress.appraisals = (await admitAppraisee({ ...input, appraisalId })).appraisals;
    },
    { validator: (_joiner) => refuseMessage(refuseCollecting(progress)) },
  );
  setHandler(
    actUpdate,
    (act) => {
      if (progress.approval === null) throw new Error('an act on no list'); // the validator has refused it
      return takeAct(progress.approval, act);
    },
    { validator: (act) => refuseMessage(refuseUnitAct(progress, act)) },
  );
  setHandler(
    resubmitUpdate,
    ({ by }) => {
      progress.resubmittedBy = by;
    },
    { validator: (resubmission) => refuseMessage(refuseResubmission(progress, resubmission)) },
  );
  setHandler(
    objectionAnsweredUpdate,
    () => {
      progress.answers += 1;
    },
    { validator: (_answered) => refuseMessage(refuseAnswer(progress)) },
  );
  setHandler(surveyClosedSignal, ({ campaignId }) => void progress.closedCampaigns.add(campaignId));
  setHandler(unitSealedSignal, ({ unitId }) => void progress.sealedMates.add(unitId));
  setHandler(unitStateQuery, () => describeUnit(progress));
}
