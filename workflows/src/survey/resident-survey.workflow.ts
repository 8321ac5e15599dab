import { getExternalWorkflowHandle, proxyActivities, setHandler } from '@temporalio/workflow';
import {
  closeSurveyUpdate,
  surveyClosedSignal,
  surveyStateQuery,
  unitWorkflowId,
} from '@kaoji/temporal-contract';
import type { SurveyActivities, SurveyInput, SurveyResult, SurveyState } from '@kaoji/temporal-contract';
import { ONE_TRANSACTION } from '../activity-profiles.js';
import { refuseMessage } from '../refuse-message.js';
import { waitUntil } from '../wait-until.js';

const { openCampaign, closeCampaign } = proxyActivities<SurveyActivities>(ONE_TRANSACTION);

/**
 * One survey campaign: open until its instant or until HR closes it, extended while the sample is not valid, and
 * at the limit handed to the panel. Answers never pass through here; an invalid sample never becomes a number.
 */
export async function residentSurvey(input: SurveyInput): Promise<SurveyResult> {
  const { campaignId, cycleKey, unitId } = input;
  const progress: { stage: SurveyState['stage']; extensions: number; closeAsked: boolean } = {
    stage: 'opening',
    extensions: 0,
    closeAsked: false,
  };
  setHandler(surveyStateQuery, () => ({ stage: progress.stage, extensions: progress.extensions }));
  setHandler(
    closeSurveyUpdate,
    () => {
      progress.closeAsked = true;
    },
    {
      validator: () =>
        refuseMessage(progress.stage === 'closed' || progress.closeAsked ? 'STAGE_NOT_OPEN' : null),
    },
  );

  let { closesAt } = await openCampaign({ campaignId });
  progress.stage = 'open';
  for (;;) {
    await waitUntil(closesAt, () => progress.closeAsked);
    const closing = await closeCampaign({ campaignId, extensions: progress.extensions });
    if (closing.outcome !== 'extended') {
      progress.stage = 'closed';
      const unit = getExternalWorkflowHandle(unitWorkflowId(cycleKey, unitId));
      await unit.signal(surveyClosedSignal, { campaignId });
      return { valid: closing.outcome === 'valid', extensions: progress.extensions };
    }
    closesAt = closing.closesAt;
    progress.extensions += 1;
    progress.closeAsked = false;
    progress.stage = 'extended';
  }
}
