import type { LocalText } from '@kaoji/domain';
import { Refusal } from '@kaoji/domain';
import type { Appraisal, Campaign, Cycle } from '../ports/records.js';
import type { Stores } from '../ports/stores.js';
import type { Turned } from './admission.js';
import { turnedAway } from './admission.js';
import type { SurveyDeps } from './survey-deps.js';

/** What a resident is asked: about the community as a whole and about each person they may know. */
export type Questionnaire = {
  readonly kind: 'form';
  readonly campaign: Pick<Campaign, 'id' | 'closesAt'>;
  readonly year: number;
  readonly communityName: string;
  readonly people: readonly RatedPerson[];
};
/** Residents must know whom they rate: name and posts, and nothing else about a person leaves the database. */
export type RatedPerson = {
  readonly appraisalId: string;
  readonly name: string;
  readonly postTitles: readonly LocalText[];
};

/** The questionnaire behind a link, or why there is none. Changes nothing: looking does not spend a link. */
export async function showQuestionnaire(deps: SurveyDeps, token: string): Promise<Questionnaire | Turned> {
  return deps.transactions.read(async (stores) => {
    const link = await readLink(deps, stores, token);
    return link.kind === 'admitted' ? questionnaireOf(deps, stores, link.campaign) : link;
  });
}

/** A genuine link that may be answered now. */
export type Admitted = { readonly kind: 'admitted'; readonly campaign: Campaign; readonly linkHash: string };

/** Reads what decides about a link. A forged one costs no read and gets the same answer as an unknown one. */
export async function readLink(deps: SurveyDeps, stores: Stores, token: string): Promise<Admitted | Turned> {
  const verified = deps.links.verify(token);
  if (!verified.ok) return { kind: 'unknown' };
  const { linkHash, campaignId, expiresAt } = verified;
  const campaign = await stores.surveys.campaign(campaignId);
  const link = await stores.surveys.link(linkHash);
  const answered = await stores.surveys.answered(linkHash);
  const now = deps.clock.now();
  const turned = turnedAway({ now, expiresAt, link, campaign, answered });
  if (turned !== null) return turned;
  if (campaign === null) return { kind: 'unknown' };
  return { kind: 'admitted', campaign, linkHash };
}

/** What is asked in a campaign. Throws when its cycle, community or people are gone: that is a fault of ours. */
export async function questionnaireOf(
  deps: SurveyDeps,
  stores: Stores,
  campaign: Campaign,
): Promise<Questionnaire> {
  const cycle = await stores.cycles.byId(campaign.cycleId);
  const community = await stores.places.community(campaign.communityId);
  if (cycle === null || community === null) {
    throw new Refusal('CAMPAIGN_INCOMPLETE', 'The campaign has no cycle or no community.', {
      campaignId: campaign.id,
    });
  }
  return {
    kind: 'form',
    campaign: { id: campaign.id, closesAt: campaign.closesAt },
    year: cycle.year,
    communityName: community.name,
    people: await peopleOf(deps, stores, campaign, cycle),
  };
}

async function peopleOf(
  deps: SurveyDeps,
  stores: Stores,
  campaign: Campaign,
  cycle: Cycle,
): Promise<readonly RatedPerson[]> {
  const appraisals = await stores.appraisals.ofCommunity(campaign.cycleId, campaign.communityId);
  const rated = appraisals.filter(isRated);
  if (rated.length === 0) return [];
  const titles = await deps.postTitles.of(stores, cycle.rulebookHash);
  const people = await stores.places.people(rated.map((appraisal) => appraisal.personId));
  const names = new Map(people.map((person) => [person.id, person.name]));
  return rated
    .map((appraisal) => ({
      appraisalId: appraisal.id,
      name: names.get(appraisal.personId) ?? missing(appraisal),
      postTitles: appraisal.posts.flatMap((post) => titles.get(post) ?? []),
    }))
    .sort((one, other) => (one.appraisalId < other.appraisalId ? -1 : 1));
}

function missing(appraisal: Appraisal): never {
  throw new Error(`The appraisal ${appraisal.id} has no person.`);
}

/**
 * Residents rate whoever may get a grade this year: not people who left, nor those without a grade (Art 41). A held
 * appraisal takes part (Art 42); without ratings nothing could be graded later, when the case closes.
 */
export function isRated(appraisal: Pick<Appraisal, 'status' | 'eligibility'>): boolean {
  return appraisal.status !== 'left' && appraisal.eligibility !== 'ungraded';
}
