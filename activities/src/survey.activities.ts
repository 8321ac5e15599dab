import { closeCampaign, openCampaign } from '@kaoji/application';
import type { SurveyActivities } from '@kaoji/temporal-contract';
import type { ActivityDeps } from './activity-deps.js';
import { translateFaults } from './translate-faults.js';

/** Steps of a survey campaign, idempotent by campaign and extension. */
export function createSurveyActivities(deps: ActivityDeps): SurveyActivities {
  return {
    openCampaign: translateFaults('openCampaign', deps.report, async (input) => openCampaign(deps, input)),
    closeCampaign: translateFaults('closeCampaign', deps.report, async (input) => closeCampaign(deps, input)),
  };
}
