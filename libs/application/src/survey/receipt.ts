import { readReceipt, receiptCode } from '@kaoji/domain';
import type { Instant } from '../ports/records.js';
import { titleOfSheet } from './sheet.js';
import type { SealedTrees } from './sealed-trees.js';
import type { GenuineLink } from './show-questionnaire.js';
import type { SurveyDeps } from './survey-deps.js';

/** The receipt of what a genuine link has put into the box; null when it has put nothing there. */
export async function receiptOf(
  { reads }: Pick<SurveyDeps, 'reads'>,
  link: Pick<GenuineLink, 'linkHash'>,
): Promise<string | null> {
  const digest = await reads.spent(link.linkHash);
  return digest === null ? null : receiptCode(digest);
}

/** An envelope found among the published ones. Nothing in it says what was answered, or by whom. */
export type CountedReceipt = {
  readonly kind: 'counted';
  readonly code: string;
  readonly campaign: {
    readonly id: string;
    /** Null once the sheet has gone with the box. */
    readonly communityName: string | null;
    readonly year: number | null;
    readonly closesAt: Instant | null;
  };
  readonly digest: string;
  readonly position: number;
  readonly envelopes: number;
  /** RFC 6962 Merkle root, hex. */
  readonly root: string;
  readonly proof: readonly string[];
};
/** `not_published`: no campaign that is sealed has such an envelope. Whether one still open has is nobody's to ask. */
export type ReceiptOutcome = CountedReceipt | { readonly kind: 'unreadable' | 'not_published' };

/** Looks for the envelope of a receipt among the published ones, and proves that it is under their root. */
export async function checkReceipt(
  deps: Pick<SurveyDeps, 'reads'> & { readonly trees: SealedTrees },
  text: string,
): Promise<ReceiptOutcome> {
  const prefix = readReceipt(text);
  if (prefix === null) return { kind: 'unreadable' };
  const found = await deps.reads.leaf(prefix);
  if (found === null) return { kind: 'not_published' };
  const { leaf, root, leaves } = found;
  const path = deps.trees.of({ root, leaves }).inclusionProof(leaf.position);
  return {
    kind: 'counted',
    code: receiptCode(leaf.digest),
    campaign: await describeCampaign(deps, leaf.campaignId),
    digest: leaf.digest,
    position: leaf.position,
    envelopes: leaves.length,
    root,
    proof: path.map((node) => Buffer.from(node).toString('hex')),
  };
}

async function describeCampaign(
  { reads }: Pick<SurveyDeps, 'reads'>,
  id: string,
): Promise<CountedReceipt['campaign']> {
  const campaign = await reads.campaign(id);
  const text = campaign?.sheet ?? null;
  const title = text === null ? null : titleOfSheet(text);
  return {
    id,
    communityName: title?.communityName ?? null,
    year: title?.year ?? null,
    closesAt: campaign?.closesAt ?? null,
  };
}
