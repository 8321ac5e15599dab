import { listHash } from '@kaoji/domain';
import type { Transactions } from '../../ports/stores.js';
import type { Invitation, LinkChannel, Stratum } from '../../ports/survey-records.js';
import type { Actor } from '../access/actor.js';
import { demandSurvey } from '../survey/find-survey.js';
import { byStratum } from './resident-strata.js';

export type ResidentsView = {
  /** Null: no list yet, or destroyed with the box. */
  readonly listHash: string | null;
  readonly strata: readonly { readonly stratum: Stratum; readonly listed: number; readonly drawn: number }[];
  readonly invitations: readonly {
    readonly channel: LinkChannel;
    readonly state: Invitation['state'];
    readonly count: number;
  }[];
  /** Channels that can be asked for here. */
  readonly channels: readonly LinkChannel[];
};

/** What HR sees of a list: numbers and its hash; no contact, and nothing of who answered. */
export async function viewResidents(
  deps: { readonly transactions: Transactions; readonly channels: ReadonlySet<LinkChannel> },
  actor: Actor,
  campaignId: string,
): Promise<ResidentsView> {
  return deps.transactions.read(async (stores) => {
    await demandSurvey(stores, actor, 'survey.run', campaignId);
    const strata = byStratum(await stores.invitations.residents(campaignId));
    const counts = await stores.invitations.residentCounts(campaignId);
    return {
      listHash: strata.length === 0 ? null : listHash(strata),
      strata: counts.map(({ stratum, count, drawn }) => ({ stratum, listed: count, drawn })),
      invitations: await stores.invitations.counts(campaignId),
      channels: [...deps.channels],
    };
  });
}
