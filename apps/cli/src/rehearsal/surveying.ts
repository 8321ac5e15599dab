import type { CampaignView as Campaign } from '@kaoji/http-contract';
import type { DemoPerson } from '../demo/demo-person.js';
import { seeded } from '../demo/seeded.js';
import { atOnce } from './at-once.js';
import type { ApiSession } from './api-session.js';
import { storyOf, wavesOf } from './community-stories.js';
import type { Rehearsal } from './rehearsal-context.js';
import { until } from './until.js';
import { answerByPage, receiptOf, type Ballot } from './resident.js';

type Stratum = 'ordinary' | 'representative';

/** One appraisal a community's residents are asked about. */
export type Rated = { readonly appraisalId: string; readonly person: DemoPerson };
/** What residents did: how many answers, a receipt somebody kept, and those who have not come yet. */
export type Surveyed = {
  readonly answers: number;
  readonly receipt: { readonly campaignId: string; readonly code: string; readonly origin: string } | null;
  /** The campaigns whose residents were asked. */
  readonly asked: ReadonlySet<string>;
  /** A second wave, by campaign: gives how many came. */
  readonly late: ReadonlyMap<string, () => Promise<number>>;
};

/**
 * Issues links for every community where somebody is rated and lets as many residents answer through the public page as its story has in
 * the first wave. A campaign gets as many ballots as its people's satisfaction is stated in (60, or 250).
 */
export async function residentsAnswer(
  rehearsal: Rehearsal,
  hr: ApiSession,
  cycleId: string,
  ratedIn: (communityId: string) => readonly Rated[],
): Promise<Surveyed> {
  const all = await until(
    'every campaign is open',
    async () => campaignsOf(hr, cycleId),
    (list) => list.items.every((campaign) => campaign.state !== 'planned'),
  );
  const items = all.items.filter(({ communityId }) => ratedIn(communityId).length > 0);
  let done = 0;
  let kept: Surveyed['receipt'] = null;
  const late = new Map<string, () => Promise<number>>();
  await atOnce(2, items, async (campaign) => {
    const rated = ratedIn(campaign.communityId);
    const ballots = Math.max(0, ...rated.map((one) => one.person.satisfaction.of));
    const story = storyOf(rehearsal.places, campaign.communityId);
    const { first, assisted } = wavesOf(story, ballots);
    const links = [
      ...(await issue(hr, campaign.id, assisted, 'ordinary', 'assisted')),
      ...(await issue(hr, campaign.id, Math.ceil(ballots * 0.8) - assisted, 'ordinary')),
      ...(await issue(hr, campaign.id, ballots - Math.ceil(ballots * 0.8), 'representative')),
    ];
    const answer = async (from: number, to: number): Promise<number> => {
      const accepted = await atOnce(8, inTurn(links, from, to), async ({ link, index }) =>
        answerByPage(link, ballotOf(rehearsal, rated, index)),
      );
      return accepted.filter(Boolean).length;
    };
    const came = await answer(0, first);
    done += came;
    if (story === 'extends') late.set(campaign.id, async () => answer(first, ballots));
    const [own] = inTurn(links, 0, 1);
    // A box that is never valid goes to the panel without a published root to look a receipt up under.
    if (kept === null && own !== undefined && story !== 'never_valid') {
      kept = { campaignId: campaign.id, code: await receiptOf(own.link), origin: new URL(own.link).origin };
    }
    if (items.length > 20 && done % 1000 < ballots)
      rehearsal.say(`居民问卷：已收 ${done} 份`, `residents' survey: ${done} answers in`);
  });
  return { answers: done, receipt: kept, late, asked: new Set(items.map(({ id }) => id)) };
}

export async function campaignsOf(hr: ApiSession, cycleId: string): Promise<{ items: Campaign[] }> {
  return hr.get<{ items: Campaign[] }>(`/api/cycles/${cycleId}/surveys`);
}

/** Every fifth to answer is a representative: whoever comes early or late, the shares are the same. */
function inTurn(
  links: readonly string[],
  from: number,
  to: number,
): readonly { readonly link: string; readonly index: number }[] {
  const ordinary = Math.ceil(links.length * 0.8);
  const order = links.map((link, at) => ({
    link,
    index: at,
    turn: at < ordinary ? at / ordinary : (at - ordinary) / (links.length - ordinary),
  }));
  order.sort((one, other) => one.turn - other.turn || one.index - other.index);
  return order.slice(from, to);
}

async function issue(
  hr: ApiSession,
  campaignId: string,
  count: number,
  stratum: Stratum,
  channel?: 'assisted',
): Promise<readonly string[]> {
  if (count === 0) return [];
  const { links } = await hr.post<{ links: string[] }>(`/api/surveys/${campaignId}/links`, {
    count,
    stratum,
    ...(channel === undefined ? {} : { channel }),
  });
  return links;
}

const COMMENT_EVERY = 5;

/** Exactly `satisfied` of `of` ballots are satisfied with each person, spread over the residents. */
function ballotOf(rehearsal: Rehearsal, rated: readonly Rated[], index: number): Ballot {
  const workers: Record<string, number> = {};
  for (const { appraisalId, person } of rated) {
    const { satisfied, of } = person.satisfaction;
    const shift = Math.floor(seeded(rehearsal.seed, `${person.id}/shift`) * of);
    const content = (index + shift) % of < satisfied;
    workers[appraisalId] = content ? 4 + ((index + shift) % 2) : 1 + ((index + shift) % 3);
  }
  return {
    community: (question) => 3 + ((index + question) % 3),
    workers,
    ...(index % COMMENT_EVERY === 0 ? { comment: '演示：楼道灯修得很快。' } : {}),
  };
}
