import { Refusal } from '@kaoji/domain';
import type { Campaign, LinkChannel, Stratum, SurveyLink } from '../ports/survey-records.js';
import type { LinkDeps } from './survey-deps.js';

const MOST_AT_ONCE = 5000;
const ROWS_PER_INSERT = 500;
/** A link outlives its campaign and every extension; whether it may be answered is the campaign's affair. */
const LINK_LIFE_MS = 366 * 86_400_000;

export type IssueLinksInput = {
  readonly campaignId: string;
  readonly count: number;
  readonly stratum: Stratum;
  /** How it reaches its resident; `handed` unless said otherwise. */
  readonly channel?: LinkChannel | undefined;
  /** Names this issue: a repeat is refused, because links cannot be shown twice. */
  readonly idempotencyKey?: string;
};

/**
 * Makes links of a campaign and returns their tokens, the only time they exist in the clear: what is stored
 * are hashes, and nothing says which resident gets which. All of them or none. Refuses NOT_FOUND,
 * CAMPAIGN_CLOSED, REQUEST_INVALID (not 1 to 5,000), LINKS_ALREADY_ISSUED (same idempotency key).
 */
export async function issueLinks(deps: LinkDeps, input: IssueLinksInput): Promise<readonly string[]> {
  if (!Number.isInteger(input.count) || input.count < 1 || input.count > MOST_AT_ONCE) {
    throw new Refusal('REQUEST_INVALID', `Between 1 and ${MOST_AT_ONCE} links at a time.`);
  }
  return deps.transactions.run(async (stores) => {
    const campaign = await stores.surveys.campaign(input.campaignId);
    if (campaign === null) throw new Refusal('NOT_FOUND', 'There is no such campaign.');
    if (isClosed(campaign)) throw new Refusal('CAMPAIGN_CLOSED', 'The campaign has closed.');

    const expiresAt = linkExpiry(campaign, deps.clock.now());
    const issued = Array.from({ length: input.count }, () => deps.links.issue(campaign.id, expiresAt));
    const rows = issued.map(({ linkHash }): SurveyLink => {
      const { stratum, channel = 'handed' } = input;
      return { linkHash, campaignId: campaign.id, stratum, channel, state: 'issued' };
    });
    // The order of the rows must not tell the order in which the links are handed out.
    rows.sort((one, other) => (one.linkHash < other.linkHash ? -1 : 1));

    let inserted = false;
    const insert = async () => {
      for (let from = 0; from < rows.length; from += ROWS_PER_INSERT) {
        await stores.surveys.insertLinks(rows.slice(from, from + ROWS_PER_INSERT));
      }
      inserted = true;
      return rows.length;
    };
    if (input.idempotencyKey === undefined) await insert();
    else await stores.effects.once(`survey-links/${campaign.id}/${input.idempotencyKey}`, insert);
    if (!inserted) {
      throw new Refusal('LINKS_ALREADY_ISSUED', 'These links were issued and shown before; issue others.');
    }
    return issued.map((link) => link.token);
  });
}

/**
 * Revokes one link, given as its address or token; a second time changes nothing. An answer it already
 * carried stays in the box and counts, and whoever revokes is not told whether there is one. Refuses
 * LINK_UNKNOWN for what is no link of this campaign.
 */
export async function revokeLink(
  deps: LinkDeps,
  input: { readonly campaignId: string; readonly link: string },
): Promise<void> {
  const verified = deps.links.verify(tokenOf(input.link));
  const unknown = () => new Refusal('LINK_UNKNOWN', 'This is no link of the campaign.');
  if (!verified.ok || verified.campaignId !== input.campaignId) throw unknown();
  await deps.transactions.run(async (stores) => {
    if ((await stores.surveys.link(verified.linkHash)) === null) throw unknown();
    await stores.surveys.revokeLink(verified.linkHash);
  });
}

/** When links of this campaign that are made now expire. */
export function linkExpiry({ closesAt }: Pick<Campaign, 'closesAt'>, now: number): number {
  return Math.max(now, closesAt ?? 0) + LINK_LIFE_MS;
}

/** The token of a link given as its whole address, or by itself. */
export function tokenOf(link: string): string {
  const path = link.trim().split(/[?#]/, 1)[0] ?? '';
  return path.slice(path.lastIndexOf('/') + 1);
}

function isClosed({ state }: Campaign): boolean {
  return state !== 'planned' && state !== 'open' && state !== 'extended';
}
