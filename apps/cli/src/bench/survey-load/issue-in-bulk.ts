import type { SurveyLink, SurveyLinks } from '@kaoji/application';
import type { Database } from '@kaoji/persistence';
import type { OpenCampaign } from './open-campaigns.js';

/** A link of a campaign: its token, and what the database has of it. */
export type BulkLink = { readonly token: string; readonly linkHash: string; readonly campaign: OpenCampaign };

const YEAR_MS = 366 * 86_400_000;
const ROWS_PER_TRANSACTION = 20_000;

/** So many links in turn of each campaign, signed and not stored yet. */
export function signLinks(
  links: SurveyLinks,
  campaigns: readonly OpenCampaign[],
  count: number,
  now: number,
): readonly BulkLink[] {
  return Array.from({ length: count }, (_, at) => {
    const campaign = campaigns[at % campaigns.length];
    if (campaign === undefined) throw new RangeError('There is no campaign.');
    return { ...links.issue(campaign.campaignId, now + YEAR_MS), campaign };
  });
}

/** Stores links as issued, many rows to a statement, in the order of their hashes. */
export async function storeLinks(
  { transactions }: Pick<Database, 'transactions'>,
  issued: readonly BulkLink[],
): Promise<void> {
  const rows = issued
    .map(({ linkHash, campaign }): SurveyLink => {
      const { campaignId } = campaign;
      return { linkHash, campaignId, stratum: 'ordinary', channel: 'handed', state: 'issued' };
    })
    .sort((one, other) => (one.linkHash < other.linkHash ? -1 : 1));
  for (let from = 0; from < rows.length; from += ROWS_PER_TRANSACTION) {
    const part = rows.slice(from, from + ROWS_PER_TRANSACTION);
    await transactions.run(async ({ surveys }) => surveys.insertLinks(part));
  }
}
