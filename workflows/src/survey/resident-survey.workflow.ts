import { condition, getExternalWorkflowHandle, proxyActivities, setHandler } from '@temporalio/workflow';
import {
  boxCountedUpdate,
  closeSurveyUpdate,
  countConfirmedUpdate,
  giveToPanelUpdate,
  holdersEnrolledUpdate,
  inviteUpdate,
  surveyClosedSignal,
  surveyStateQuery,
  unitWorkflowId,
} from '@kaoji/temporal-contract';
import type {
  Asking,
  Sending,
  SurveyActivities,
  SurveyInput,
  SurveyReminder,
  SurveyResult,
  Waiting,
} from '@kaoji/temporal-contract';
import { ONE_TRANSACTION, WHOLE_UNIT } from '../activity-profiles.js';
import { refuseMessage } from '../refuse-message.js';
import { remindWhileWaiting } from '../remind-while-waiting.js';
import { waitUntil } from '../wait-until.js';
import {
  describeSurvey,
  isAsking,
  openingSurvey,
  refuseClosing,
  refuseCounted,
  refuseEnding,
  refuseInviting,
  type SurveyProgress,
} from './survey-progress.js';

const { openCampaign, closeCampaign, remindSurvey } = proxyActivities<SurveyActivities>(ONE_TRANSACTION);
const { deliverInvitations, remindResidents, openSecondChannel, destroyBox } =
  proxyActivities<SurveyActivities>(WHOLE_UNIT);

/**
 * One survey campaign: waits for two key holders, asks residents until its instant or until HR closes it, extends
 * while the sample is not valid, and at the limit hands it to the panel. A valid box is sealed, opened by two
 * holders, and its count confirmed by a named person: no deadline opens or confirms anything. Answers never pass
 * through here; an invalid sample never becomes a number.
 */
export async function residentSurvey(input: SurveyInput): Promise<SurveyResult> {
  const progress = openingSurvey();
  handleMessages(progress);

  const asking = await open(input, progress);
  const sending = sendBeside(input, progress);
  const sealed = await askUntilSealed(input, progress, asking);
  if (sealed !== null) await waitForCount(input, progress, sealed);

  progress.stage = 'closed';
  await sending;
  await destroyBox({ campaignId: input.campaignId });
  const unit = getExternalWorkflowHandle(unitWorkflowId(input.cycleKey, input.unitId));
  await unit.signal(surveyClosedSignal, { campaignId: input.campaignId });
  return { valid: progress.confirmed, extensions: progress.extensions };
}

/** Opens as soon as two people hold keys; until then whoever may hold one is reminded. */
async function open(input: SurveyInput, progress: SurveyProgress): Promise<Asking> {
  for (let reminded = false; ; reminded = true) {
    const seen = progress.enrolments;
    const opened = await openCampaign({ campaignId: input.campaignId });
    if (opened.outcome === 'open') {
      progress.stage = 'open';
      return opened;
    }
    progress.stage = 'waiting_for_holders';
    const done = () => progress.enrolments > seen;
    if (reminded) await condition(done);
    else await waitForPeople(input, 'holders', opened, done);
  }
}

/** Extends while the sample is not valid; gives the wait for the holders of a sealed box, or null for the panel. */
async function askUntilSealed(
  input: SurveyInput,
  progress: SurveyProgress,
  opened: Asking,
): Promise<Waiting | null> {
  const { campaignId } = input;
  for (let asking = opened; ;) {
    await whileOpen(progress, asking);
    const closing = await closeCampaign({ campaignId, extensions: progress.extensions });
    if (closing.outcome === 'sealed') return closing;
    if (closing.outcome === 'to_panel') return null;
    asking = closing;
    progress.extensions += 1;
    progress.closeAsked = false;
    progress.stage = 'extended';
    if (closing.secondChannel) {
      await openSecondChannel({ campaignId });
      progress.invited += 1;
    }
  }
}

/** Until its instant, or until HR closes it; on the way those who have not answered fall due for a reminder. */
async function whileOpen(progress: SurveyProgress, { closesAt, remindersAt }: Asking): Promise<void> {
  const closed = () => progress.closeAsked;
  for (const at of remindersAt.filter((instant) => instant < closesAt)) {
    if (await waitUntil(at, closed)) return;
    progress.reminders += 1;
  }
  await waitUntil(closesAt, closed);
}

/** Invitations and reminders go out beside everything else, and stop no campaign. */
async function sendBeside({ campaignId }: SurveyInput, progress: SurveyProgress): Promise<void> {
  for (let [invited, reminded] = [0, 0]; ;) {
    const more = () => progress.invited > invited || !isAsking(progress);
    await condition(() => more() || progress.reminders > reminded);
    if (!isAsking(progress)) return;
    if (progress.invited > invited) {
      invited = progress.invited;
      await sendAll(async () => deliverInvitations({ campaignId }), more);
    } else {
      reminded = progress.reminders;
      const reminder = reminded;
      await sendAll(async () => remindResidents({ campaignId, reminder }), more);
    }
  }
}

/** Comes back for what could not be sent yet. What never can is shown where it waits. */
async function sendAll(send: () => Promise<Sending>, stop: () => boolean): Promise<void> {
  for (;;) {
    const { againAt } = await send().catch((): Sending => ({ againAt: null }));
    if (againAt === null || (await waitUntil(againAt, stop))) return;
  }
}

/** Two holders open the box, a named person confirms its count; or a named person gives the matter to the panel. */
async function waitForCount(input: SurveyInput, progress: SurveyProgress, sealed: Waiting): Promise<void> {
  const ended = () => progress.confirmed || progress.handedOver;
  progress.stage = 'sealed';
  await waitForPeople(input, 'box', sealed, () => ended() || progress.counted !== null);
  if (ended() || progress.counted === null) return;
  progress.stage = 'counted';
  await waitForPeople(input, 'count', progress.counted, ended);
}

async function waitForPeople(
  input: SurveyInput,
  stage: SurveyReminder['stage'],
  { remindAt, escalateAt }: Waiting,
  done: () => boolean,
): Promise<void> {
  const remind = async (kind: SurveyReminder['kind']) => remindSurvey({ ...input, stage, kind });
  await remindWhileWaiting({ remindAt, escalateAt, done, remind });
}

function handleMessages(progress: SurveyProgress): void {
  setHandler(surveyStateQuery, () => describeSurvey(progress));
  setHandler(holdersEnrolledUpdate, () => {
    progress.enrolments += 1;
  });
  setHandler(
    inviteUpdate,
    () => {
      progress.invited += 1;
    },
    { validator: () => refuseMessage(refuseInviting(progress)) },
  );
  setHandler(
    closeSurveyUpdate,
    () => {
      progress.closeAsked = true;
    },
    { validator: () => refuseMessage(refuseClosing(progress)) },
  );
  setHandler(
    boxCountedUpdate,
    (waiting) => {
      progress.counted = waiting;
    },
    { validator: (_waiting) => refuseMessage(refuseCounted(progress)) },
  );
  setHandler(
    countConfirmedUpdate,
    () => {
      progress.confirmed = true;
    },
    { validator: (_confirmed) => refuseMessage(refuseEnding(progress)) },
  );
  setHandler(
    giveToPanelUpdate,
    () => {
      progress.handedOver = true;
    },
    { validator: (_given) => refuseMessage(refuseEnding(progress)) },
  );
}
