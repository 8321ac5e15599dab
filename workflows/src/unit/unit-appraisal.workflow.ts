import {
  allHandlersFinished,
  condition,
  getExternalWorkflowHandle,
  proxyActivities,
  setHandler,
} from '@temporalio/workflow';
import {
  admitUpdate,
  closeCollectionUpdate,
  cycleWorkflowId,
  deliberateUpdate,
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
import { waitUntil } from '../wait-until.js';
import {
  beginRound,
  describeUnit,
  openingUnit,
  refuseCollecting,
  refuseDecision,
  refuseResubmission,
  type UnitProgress,
} from './unit-progress.js';

const { openUnit, sealEvidence, composeUnit, notifyUnit } = proxyActivities<UnitActivities>(WHOLE_UNIT);
const { admitAppraisee, endCollection, openDeliberation, publishNotice, remind, reopenForCorrection } =
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

  const approvedBy = await agreeOnList(input, progress);

  progress.stage = 'notice';
  const { round } = progress;
  const notice = await publishNotice({ ...input, round });
  if (notice !== null) await waitUntil(notice.endsAt, () => false);

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

/** Composes the list round by round until a named person approves one; gives that person. */
async function agreeOnList(input: UnitInput, progress: UnitProgress): Promise<string> {
  for (;;) {
    beginRound(progress);
    const { round } = progress;
    const { poolMates } = await sealEvidence({ ...input, round });
    if (round === 1) await meetPool(input, progress, poolMates);
    const { listHash } = await composeUnit({ ...input, round });

    progress.listHash = listHash;
    progress.stage = 'deliberating'; // before anyone sees the list: whoever sees it can decide
    const { remindAt, escalateAt } = await openDeliberation({ ...input, round });
    await remindWhileWaiting({
      done: () => progress.decision !== null,
      remindAt,
      escalateAt,
      remind: (kind) => remind({ ...input, stage: 'deliberation', kind, round }),
    });
    if (progress.decision?.verdict === 'approve') return progress.decision.by;

    progress.stage = 'returned';
    await reopenForCorrection({ ...input, round });
    await condition(() => progress.resubmitted);
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
    deliberateUpdate,
    (decision) => {
      progress.decision = decision;
    },
    { validator: (decision) => refuseMessage(refuseDecision(progress, decision)) },
  );
  setHandler(
    resubmitUpdate,
    () => {
      progress.resubmitted = true;
    },
    { validator: (resubmission) => refuseMessage(refuseResubmission(progress, resubmission)) },
  );
  setHandler(surveyClosedSignal, ({ campaignId }) => void progress.closedCampaigns.add(campaignId));
  setHandler(unitSealedSignal, ({ unitId }) => void progress.sealedMates.add(unitId));
  setHandler(unitStateQuery, () => describeUnit(progress));
}
