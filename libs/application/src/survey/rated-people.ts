import type { Appraisal, Cycle } from '../ports/records.js';
import type { Stores } from '../ports/stores.js';
import type { Campaign } from '../ports/survey-records.js';
import type { RatedPerson } from './sheet.js';
import type { PostTitles } from './survey-deps.js';

/**
 * Residents rate whoever may get a grade this year: not people who left, nor those without a grade (Art 41). A held
 * appraisal takes part (Art 42); without ratings nothing could be graded later, when the case closes.
 */
export function isRated(appraisal: Pick<Appraisal, 'status' | 'eligibility'>): boolean {
  return appraisal.status !== 'left' && appraisal.eligibility !== 'ungraded';
}

/** Whom a campaign asks about, for its sheet: name and posts, by appraisal, and nothing else about a person. */
export async function ratedPeople(
  stores: Stores,
  postTitles: PostTitles,
  campaign: Pick<Campaign, 'cycleId' | 'communityId'>,
  cycle: Pick<Cycle, 'rulebookHash'>,
): Promise<readonly RatedPerson[]> {
  const appraisals = await stores.appraisals.ofCommunity(campaign.cycleId, campaign.communityId);
  const rated = appraisals.filter(isRated);
  if (rated.length === 0) return [];
  const titles = await postTitles.of(stores, cycle.rulebookHash);
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
