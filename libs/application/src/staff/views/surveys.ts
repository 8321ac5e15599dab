import type { Stores, Transactions } from '../../ports/stores.js';
import type { Campaign, SurveyTally } from '../../ports/survey-records.js';
import type { Actor } from '../access/actor.js';
import { demand, holds } from '../access/permissions.js';
import { findCycle } from '../find.js';
import { takesAnswers } from '../survey/find-survey.js';
import { placeNames, type PlaceNames } from '../survey/place-names.js';

type ReadDeps = { readonly transactions: Transactions };
export type ListedCampaign = Campaign &
  PlaceNames & {
    readonly issued: number;
    /** How many envelopes the box held; said of a sealed box only. */
    readonly answered: number | null;
    /** Merkle root of the sealed box, hex. */
    readonly root: string | null;
  };
export type ListedTally = SurveyTally & { readonly communityId: string };

/** The campaigns of a cycle in one's units; how many answered is said once nobody can answer any more. */
export async function listSurveys(
  deps: ReadDeps,
  actor: Actor,
  cycleId: string,
): Promise<readonly ListedCampaign[]> {
  return deps.transactions.read(async (stores) => {
    const { areaId } = await findCycle(stores, cycleId);
    demand(actor, 'survey.read', { areaId, unitId: 'any_unit' });
    const namesOf = await placeNames(stores, areaId);
    const listed: ListedCampaign[] = [];
    for (const campaign of await stores.surveys.campaignsOf(cycleId)) {
      if (!holds(actor, 'survey.read', { areaId, unitId: campaign.unitId })) continue;
      listed.push({ ...(await namesOf(campaign)), ...(await listedCampaign(stores, campaign)) });
    }
    return listed;
  });
}

async function listedCampaign(
  stores: Stores,
  campaign: Campaign,
): Promise<Omit<ListedCampaign, keyof PlaceNames>> {
  const links = await stores.surveys.linkCounts(campaign.id);
  const box = takesAnswers(campaign) ? null : await stores.boxes.box(campaign.id);
  return {
    ...campaign,
    issued: links.reduce((sum, { count }) => sum + count, 0),
    answered: box?.leaves ?? null,
    root: box?.root ?? null,
  };
}

/** Counts per person of campaigns whose count is confirmed; without a valid sample there is no number to show. */
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
