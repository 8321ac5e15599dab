import type { Campaign, Instant, SurveyLink } from '../ports/records.js';

/** Why a link leads to no questionnaire. `not_open` says when to come back, if that is known. */
export type Turned =
  | { readonly kind: 'unknown' | 'expired' | 'revoked' | 'used' | 'closed' }
  | { readonly kind: 'not_open'; readonly opensAt: Instant | null };

export type AdmissionFacts = {
  readonly now: Instant;
  readonly expiresAt: Instant;
  /** Null: no such link, or no such campaign, or a link of another campaign. */
  readonly link: SurveyLink | null;
  readonly campaign: Campaign | null;
  readonly answered: boolean;
};

/**
 * Whether a genuine link may be answered now; null if so. A spent link says so first, whatever happened
 * later: what its holder wants to know is that the answer counts. An answer in the closing millisecond is in
 * time; a campaign past its closing time is closed even before anybody marked it so.
 */
export function turnedAway(facts: AdmissionFacts): Turned | null {
  const { now, link, campaign } = facts;
  if (link === null || campaign === null || link.campaignId !== campaign.id) return { kind: 'unknown' };
  if (facts.answered) return { kind: 'used' };
  if (link.state === 'revoked') return { kind: 'revoked' };
  if (campaign.state === 'closed_valid' || campaign.state === 'closed_to_panel') return { kind: 'closed' };
  if (campaign.closesAt !== null && now > campaign.closesAt) return { kind: 'closed' };
  if (now > facts.expiresAt) return { kind: 'expired' };
  const early = campaign.state === 'planned' || (campaign.opensAt !== null && now < campaign.opensAt);
  return early ? { kind: 'not_open', opensAt: campaign.opensAt } : null;
}
