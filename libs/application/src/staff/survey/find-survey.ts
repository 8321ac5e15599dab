import type { Stores } from '../../ports/stores.js';
import type { Campaign } from '../../ports/survey-records.js';
import type { Actor } from '../access/actor.js';
import { demand, type Permission } from '../access/permissions.js';
import { findCycle, notFound, type FoundCycle } from '../find.js';

export type FoundSurvey = { readonly campaign: Campaign; readonly cycle: FoundCycle };

/** A campaign that this person may do something with. Refuses `NOT_FOUND`, `FORBIDDEN`. */
export async function demandSurvey(
  stores: Stores,
  actor: Actor,
  permission: Permission,
  campaignId: string,
): Promise<FoundSurvey> {
  const campaign = await stores.surveys.campaign(campaignId);
  if (campaign === null) throw notFound('survey');
  const cycle = await findCycle(stores, campaign.cycleId);
  demand(actor, permission, { areaId: cycle.areaId, unitId: campaign.unitId });
  return { campaign, cycle };
}

/** Whether residents can still answer, or will. */
export function takesAnswers({ state }: Pick<Campaign, 'state'>): boolean {
  return state === 'planned' || state === 'open' || state === 'extended';
}
