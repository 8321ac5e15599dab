import type { Campaign, SurveyTally } from '../../ports/records.js';
import type { Transactions } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { demand, holds } from '../access/permissions.js';
import { findCycle } from '../find.js';

type ReadDeps = { readonly transactions: Transactions };
export type ListedCampaign = Campaign & { readonly issued: number; readonly answered: number | null };
export type ListedTally = SurveyTally & { readonly communityId: string };

/** The campaigns of a cycle in one's units; how many answered is said after the close only. */
export async function listSurveys(
  deps: ReadDeps,
  actor: Actor,
  cycleId: string,
): Promise<readonly ListedCampaign[]> {
  return deps.transactions.read(async (stores) => {
    const { areaId } = await findCycle(stores, cycleId);
    demand(actor, 'survey.read', { areaId, unitId: 'any_unit' });
    const listed: ListedCampaign[] = [];
    for (const campaign of await stores.surveys.campaignsOf(cycleId)) {
      if (!holds(actor, 'survey.read', { areaId, unitId: campaign.unitId })) continue;
      const issued = await stores.surveys.linkCount(campaign.id);
      const closed = campaign.state === 'closed_valid' || campaign.state === 'closed_to_panel';
      const answered = closed ? (await stores.surveys.envelopes(campaign.id)).length : null;
      listed.push({ ...campaign, issued, answered });
    }
    return listed;
  });
}

/** Counts per person of campaigns that closed with a valid sample; below it there is no number to show. */
export async function surveyTallies(
  deps: ReadDeps,
  actor: Actor,
  cycleId: string,
): Promise<readonly ListedTally[]> {
  return deps.transactions.read(async (stores) => {
    const { areaId } = await findCycle(stores, cycleId);
    demand(actor, 'survey.tally', { areaId, unitId: 'any_unit' });
    const valid = new Map(
      (await stores.surveys.campaignsOf(cycleId))
        .filter(
          ({ state, unitId }) => state === 'closed_valid' && holds(actor, 'survey.tally', { areaId, unitId }),
        )
        .map((campaign) => [campaign.id, campaign]),
    );
    const tallies: ListedTally[] = [];
    for (const unitId of new Set([...valid.values()].map((campaign) => campaign.unitId))) {
      for (const tally of await stores.surveys.tallyOfUnit(cycleId, unitId)) {
        const campaign = valid.get(tally.campaignId);
        if (campaign !== undefined) tallies.push({ ...tally, communityId: campaign.communityId });
      }
    }
    return tallies;
  });
}
