import {
  closeCampaign,
  deliverInvitations,
  destroyBox,
  openCampaign,
  openSecondChannel,
  remindResidents,
  remindSurvey,
} from '@kaoji/application';
import type { SurveyActivities } from '@kaoji/temporal-contract';
import type { ActivityDeps } from './activity-deps.js';
import { translateFaults } from './translate-faults.js';
import { whileBeating } from './while-beating.js';

/** Steps of a survey campaign, idempotent by campaign and step. */
export function createSurveyActivities(deps: ActivityDeps): SurveyActivities {
  const step = <A extends readonly unknown[], T>(
    name: keyof SurveyActivities,
    work: (...args: A) => Promise<T>,
  ) => translateFaults(name, deps.report, work);
  return {
    openCampaign: step('openCampaign', async (input) => openCampaign(deps, input)),
    deliverInvitations: step('deliverInvitations', async (input) =>
      whileBeating(async (cursor) => deliverInvitations(deps, input, cursor)),
    ),
    remindResidents: step('remindResidents', async (input) =>
      whileBeating(async (cursor) => remindResidents(deps, input, cursor)),
    ),
    openSecondChannel: step('openSecondChannel', async (input) => openSecondChannel(deps, input)),
    closeCampaign: step('closeCampaign', async (input) => closeCampaign(deps, input)),
    remindSurvey: step('remindSurvey', async (input) => remindSurvey(deps, input)),
    destroyBox: step('destroyBox', async (input) => destroyBox(deps, input)),
  };
}
