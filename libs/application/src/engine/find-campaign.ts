import { Refusal } from '@kaoji/domain';
import type { Stores } from '../ports/stores.js';
import type { Campaign } from '../ports/survey-records.js';
import { cycleContext, type CycleContext } from './cycle-context.js';
import type { EngineDeps } from './engine-deps.js';

export type CampaignKey = { readonly campaignId: string };
export type FoundCampaign = { readonly campaign: Campaign; readonly context: CycleContext };

/** A campaign under the rules of its cycle. Refuses CAMPAIGN_UNKNOWN. */
export async function findCampaign(
  deps: Pick<EngineDeps, 'rulebooks'>,
  stores: Stores,
  { campaignId }: CampaignKey,
): Promise<FoundCampaign> {
  const campaign = await stores.surveys.campaign(campaignId);
  if (campaign === null) throw new Refusal('CAMPAIGN_UNKNOWN', 'There is no such campaign.');
  return { campaign, context: await cycleContext(deps, stores, campaign.cycleId) };
}
