import type { Instant } from '../ports/records.js';
import type { Turned } from './admission.js';
import { turnedAway } from './admission.js';
import type { Sheet } from './sheet.js';
import type { SurveyDeps } from './survey-deps.js';

type ShowDeps = Pick<SurveyDeps, 'reads' | 'sheets' | 'clock'>;

/** A questionnaire that may be answered now. `assisted`: staff fill in what a resident tells them. */
export type Shown = {
  readonly kind: 'form';
  readonly sheet: Sheet;
  readonly closesAt: Instant | null;
  readonly assisted: boolean;
};

/** A link whose signature has been checked; only then does it cost a read. */
export type GenuineLink = {
  readonly campaignId: string;
  readonly linkHash: string;
  readonly expiresAt: Instant;
};

/** The questionnaire behind a link, or why there is none. Changes nothing: looking does not spend a link. */
export async function showQuestionnaire(deps: ShowDeps, genuine: GenuineLink): Promise<Shown | Turned> {
  const { linkHash, expiresAt } = genuine;
  const campaign = await deps.reads.campaign(genuine.campaignId);
  const link = await deps.reads.link(linkHash);
  const answered = (await deps.reads.spent(linkHash)) !== null;
  const turned = turnedAway({ now: deps.clock.now(), expiresAt, link, campaign, answered });
  if (turned !== null) return turned;
  if (campaign === null) return { kind: 'unknown' };
  const sheet = deps.sheets.read(campaign);
  return { kind: 'form', sheet, closesAt: campaign.closesAt, assisted: link?.assisted === true };
}
