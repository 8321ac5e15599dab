import { proxyActivities, setHandler } from '@temporalio/workflow';
import {
  appealUpdate,
  contestOutcomeUpdate,
  contestStateQuery,
  outcomeDeliveredUpdate,
  withdrawContestUpdate,
} from '@kaoji/temporal-contract';
import type {
  ContestActivities,
  ContestFlowInput,
  ContestFlowResult,
  ContestWait,
} from '@kaoji/temporal-contract';
import { ONE_TRANSACTION } from '../activity-profiles.js';
import { refuseMessage } from '../refuse-message.js';
import { remindWhileWaiting } from '../remind-while-waiting.js';
import { waitUntil } from '../wait-until.js';
import { workflowNow } from '../workflow-time.js';
import {
  beginLevel,
  describeContest,
  openingContest,
  refuseAppeal,
  refuseDelivered,
  refuseOutcome,
  refuseWithdrawal,
  type ContestProgress,
} from './contest-progress.js';

const { openHearing, remindContest, endContest } = proxyActivities<ContestActivities>(ONE_TRANSACTION);

/**
 * One contested result: a review, its outcome in the contestant's hands, their time to appeal, an appeal, its
 * outcome. Somebody late is reminded, then their superior may hear it too; no deadline decides anything. The
 * contestant may take it back until an outcome is written.
 */
export async function contest(input: ContestFlowInput): Promise<ContestFlowResult> {
  const progress = openingContest();
  handleMessages(progress);

  await decideLevel(input, progress);
  if (!progress.withdrawn && (await appealed(progress))) {
    beginLevel(progress, 'appeal');
    await decideLevel(input, progress);
  }
  progress.stage = 'ended';
  await endContest(input);
  return { how: progress.withdrawn ? 'withdrawn' : 'decided', level: progress.level };
}

/** From naming reviewers to an outcome in the contestant's hands, or to a contest taken back. */
async function decideLevel(input: ContestFlowInput, progress: ContestProgress): Promise<void> {
  const { level } = progress;
  const opened = await openHearing({ ...input, level });
  if (progress.withdrawn) return;
  progress.stage = 'hearing';
  await waitFor(input, progress, opened, () => progress.outcome !== null);
  if (progress.withdrawn || progress.outcome === null) return;

  if (progress.outcome.outcome === 'sent_back') {
    const sentBack = progress.outcome;
    progress.stage = 'sent_back';
    await waitFor(input, progress, sentBack, () => progress.outcome !== sentBack);
    if (progress.withdrawn) return;
  }
  progress.stage = 'outcome_on_its_way';
  await waitFor(input, progress, progress.outcome, () => progress.delivered !== null);
}

/** Whether the contestant appeals in their time. */
async function appealed(progress: ContestProgress): Promise<boolean> {
  const until = progress.delivered?.appealUntil ?? null;
  if (until === null) return false;
  progress.stage = 'appealable';
  return waitUntil(until, () => progress.appealed);
}

async function waitFor(
  input: ContestFlowInput,
  progress: ContestProgress,
  { remindAt, escalateAt }: ContestWait,
  met: () => boolean,
): Promise<void> {
  const { level, stage } = progress;
  const waiting = stage === 'outcome_on_its_way' ? 'delivery' : stage === 'sent_back' ? stage : 'hearing';
  await remindWhileWaiting({
    ...{ remindAt, escalateAt },
    done: () => progress.withdrawn || met(),
    remind: async (kind) => remindContest({ ...input, level, stage: waiting, kind }),
  });
}

function handleMessages(progress: ContestProgress): void {
  setHandler(contestStateQuery, () => describeContest(progress));
  setHandler(
    contestOutcomeUpdate,
    (outcome) => {
      progress.outcome = outcome;
      progress.stage = outcome.outcome === 'sent_back' ? 'sent_back' : 'outcome_on_its_way';
    },
    { validator: (outcome) => refuseMessage(refuseOutcome(progress, outcome)) },
  );
  setHandler(
    outcomeDeliveredUpdate,
    (delivered) => {
      progress.delivered = delivered;
      if (delivered.appealUntil !== null) progress.stage = 'appealable';
    },
    { validator: (delivered) => refuseMessage(refuseDelivered(progress, delivered)) },
  );
  setHandler(
    appealUpdate,
    () => {
      progress.appealed = true;
    },
    { validator: () => refuseMessage(refuseAppeal(progress, workflowNow())) },
  );
  setHandler(
    withdrawContestUpdate,
    () => {
      progress.withdrawn = true;
    },
    { validator: () => refuseMessage(refuseWithdrawal(progress)) },
  );
}
