import type { Instant } from '../ports/records.js';
import type { PublicCampaign } from '../ports/survey-gateways.js';

/** Why a link leads to no questionnaire. `not_open` says when to come back, if that is known. */
export type Turned =
  | { readonly kind: 'unknown' | 'expired' | 'revoked' | 'used' | 'closed' }
  | { readonly kind: 'not_open'; readonly opensAt: Instant | null };

export type AdmissionFacts = {
  readonly now: Instant;
  readonly expiresAt: Instant;
  /** Null: no such link, or one of another campaign. */
  readonly link: { readonly campaignId: string; readonly state: 'issued' | 'revoked' } | null;
  readonly campaign: Pick<PublicCampaign, 'id' | 'state' | 'opensAt' | 'closesAt'> | null;
  readonly answered: boolean;
};

/**
 * Whether a genuine link may be answered now; null if so. A spent link says so first, whatever happened
 * later: what its holder wants to know is that the answer counts. A link whose row went with its box is told
 * that the survey is over, not that it was mistyped.
 */
export function turnedAway(facts: AdmissionFacts): Turned | null {
  const { link, campaign } = facts;
  if (campaign === null || (link !== null && link.campaignId !== campaign.id)) return { kind: 'unknown' };
  if (facts.answered) return { kind: 'used' };
  if (link?.state === 'revoked') return { kind: 'revoked' };
  const closed = whileOpen({ ...facts, campaign });
  if (closed?.kind === 'closed') return closed;
  return link === null ? { kind: 'unknown' } : closed;
}

/**
 * The half of `turnedAway` that asks the link itself and the campaign, and nothing about the one row of the
 * link. An answer in the closing millisecond is in time; a campaign past its closing time is closed even
 * before anybody marked it so.
 */
export function whileOpen(facts: {
  readonly now: Instant;
  readonly expiresAt: Instant;
  readonly campaign: Pick<PublicCampaign, 'state' | 'opensAt' | 'closesAt'>;
}): Turned | null {
  const { now, campaign } = facts;
  const { opensAt, closesAt } = campaign;
  const taking = campaign.state === 'open' || campaign.state === 'extended';
  if (!taking && campaign.state !== 'planned') return { kind: 'closed' };
  if (closesAt !== null && now > closesAt) return { kind: 'closed' };
  if (now > facts.expiresAt) return { kind: 'expired' };
  const early = !taking || (opensAt !== null && now < opensAt);
  return early ? { kind: 'not_open', opensAt } : null;
}
