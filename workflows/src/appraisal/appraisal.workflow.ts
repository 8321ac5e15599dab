import { condition, patched, proxyLocalActivities, setHandler } from '@temporalio/workflow';
import {
  appraisalStateQuery,
  confirmConsequencesUpdate,
  contestDecidedUpdate,
  contestUpdate,
  departUpdate,
  gradeUpdate,
  sealUpdate,
} from '@kaoji/temporal-contract';
import type {
  AppraisalActivities,
  AppraisalEnd,
  AppraisalInput,
  AppraisalResult,
} from '@kaoji/temporal-contract';
import { RECORD_ONE } from '../activity-profiles.js';
import { refuseMessage } from '../refuse-message.js';
import { waitUntil } from '../wait-until.js';
import { workflowNow } from '../workflow-time.js';
import {
  describeAppraisal,
  openAppraisal,
  refuseConfirmation,
  refuseContest,
  refuseContestDecided,
  refuseDeparture,
  refuseGrade,
  refuseSeal,
  type AppraisalProgress,
} from './appraisal-progress.js';

const { freezeForContest, openConfirmation, recordDecision, recordDeparture } =
  proxyLocalActivities<AppraisalActivities>(RECORD_ONE);

/** Earlier builds ended an appraisal where a contest began. */
const CONTEST_GOES_ON = 'contest-goes-on';

/**
 * What happens to one appraisee in one cycle: sealed evidence, the result as approved and notified, a window
 * to contest it, the end of a contest, a named person's confirmation of whatever hurts, the record. A held result
 * waits for the later grading. No deadline approves anything.
 */
export async function appraisal({ cycleId, appraisalId }: AppraisalInput): Promise<AppraisalResult> {
  const progress = openAppraisal();
  handleMessages(progress);
  const end = (how: AppraisalEnd): AppraisalResult => {
    const { outcome, grade } = describeAppraisal(progress);
    return { end: how, outcome, grade };
  };
  const leave = async () => {
    progress.stage = 'closed';
    await recordDeparture({ cycleId, appraisalId });
    return end('left');
  };

  await condition(() => progress.left || progress.stage === 'graded');
  if (progress.left || progress.grade === null) return leave();

  await waitUntil(progress.grade.contestUntil, () => progress.left || progress.contestId !== null);
  if (progress.contestId !== null) {
    await freezeForContest({ cycleId, appraisalId, contestId: progress.contestId });
    if (!patched(CONTEST_GOES_ON)) return end('frozen_by_contest');
    await condition(() => progress.decided !== null);
  }

  const { grade } = progress;
  if (grade.adverse > 0 && !progress.left) {
    progress.stage = 'awaiting_confirmation';
    await openConfirmation({ cycleId, appraisalId });
    await condition(() => progress.left || progress.confirmation !== null);
  }
  if (progress.left) return leave();

  progress.stage = 'closed';
  const { approvedBy, outcome } = grade;
  await recordDecision({ cycleId, appraisalId, approvedBy, outcome, grade: grade.grade });
  return end('recorded');
}

function handleMessages(progress: AppraisalProgress): void {
  setHandler(
    sealUpdate,
    (seal) => {
      progress.seal = seal;
      progress.stage = 'sealed';
    },
    { validator: (seal) => refuseMessage(refuseSeal(progress, seal)) },
  );
  setHandler(
    gradeUpdate,
    (grade) => {
      progress.grade = grade;
      progress.stage = grade.outcome === 'held' ? 'held' : 'graded';
    },
    { validator: (grade) => refuseMessage(refuseGrade(progress, grade)) },
  );
  setHandler(
    contestUpdate,
    ({ contestId }) => {
      progress.contestId = contestId;
      progress.stage = 'contested';
    },
    { validator: (_contest) => refuseMessage(refuseContest(progress, workflowNow())) },
  );
  setHandler(
    contestDecidedUpdate,
    (decided) => {
      const { contestId: _contestId, ...result } = decided;
      progress.decided = decided;
      if (progress.grade !== null) progress.grade = { ...progress.grade, ...result };
      progress.stage = 'graded';
    },
    { validator: (decided) => refuseMessage(refuseContestDecided(progress, decided)) },
  );
  setHandler(
    confirmConsequencesUpdate,
    (confirmation) => {
      progress.confirmation = confirmation;
    },
    { validator: (_confirmation) => refuseMessage(refuseConfirmation(progress)) },
  );
  setHandler(
    departUpdate,
    () => {
      progress.left = true;
    },
    { validator: () => refuseMessage(refuseDeparture(progress)) },
  );
  setHandler(appraisalStateQuery, () => describeAppraisal(progress));
}
