import type { CampaignView as Campaign } from '@kaoji/http-contract';
import type { DemoPerson } from '../demo/demo-person.js';
import { seeded } from '../demo/seeded.js';
import { atOnce } from './at-once.js';
import type { ApiSession } from './api-session.js';
import type { Rehearsal } from './rehearsal-context.js';
import { until } from './until.js';
import { answerByPage, type Ballot } from './resident.js';

type Stratum = 'ordinary' | 'representative';

/** One appraisal a community's residents are asked about. */
export type Rated = { readonly appraisalId: string; readonly person: DemoPerson };

/**
 * Issues links for every community and lets as many residents answer through the public page. A campaign
 * gets as many ballots as its people's satisfaction is stated in (60, or 250). Gives the answers counted.
 */
export async function residentsAnswer(
  rehearsal: Rehearsal,
  hr: ApiSession,
  cycleId: string,
  ratedIn: (communityId: string) => readonly Rated[],
): Promise<number> {
  const { items } = await until(
    'every campaign is open',
    async () => hr.get<{ items: Campaign[] }>(`/api/cycles/${cycleId}/surveys`),
    (list) => list.items.every((campaign) => campaign.state !== 'planned'),
  );
  let done = 0;
  await atOnce(2, items, async (campaign) => {
    const rated = ratedIn(campaign.communityId);
    const ballots = Math.max(0, ...rated.map((one) => one.person.satisfaction.of));
    const links = [
      ...(await issue(hr, campaign.id, Math.ceil(ballots * 0.8), 'ordinary')),
      ...(await issue(hr, campaign.id, ballots - Math.ceil(ballots * 0.8), 'representative')),
    ];
    const accepted = await atOnce(8, links, async (link, index) =>
      answerByPage(link, ballotOf(rehearsal, rated, index)),
    );
    done += accepted.filter(Boolean).length;
    if (items.length > 20 && done % 1000 < ballots)
      rehearsal.say(`居民问卷：已收 ${done} 份`, `residents' survey: ${done} answers in`);
  });
  return done;
}

async function issue(
  hr: ApiSession,
  campaignId: string,
  count: number,
  stratum: Stratum,
): Promise<readonly string[]> {
  if (count === 0) return [];
  const { links } = await hr.post<{ links: string[] }>(`/api/surveys/${campaignId}/links`, {
    count,
    stratum,
  });
  return links;
}

/** Exactly `satisfied` of `of` ballots are satisfied with each person, spread over the residents. */
function ballotOf(rehearsal: Rehearsal, rated: readonly Rated[], index: number): Ballot {
  const workers: Record<string, number> = {};
  for (const { appraisalId, person } of rated) {
    const { satisfied, of } = person.satisfaction;
    const shift = Math.floor(seeded(rehearsal.seed, `${person.id}/shift`) * of);
    const content = (index + shift) % of < satisfied;
    workers[appraisalId] = content ? 4 + ((index + shift) % 2) : 1 + ((index + shift) % 3);
  }
  return { overall: 3 + (index % 3), workers };
}
