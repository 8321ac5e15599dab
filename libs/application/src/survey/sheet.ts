import type { Questionnaire } from '@kaoji/domain';
import { ballotLength, Refusal } from '@kaoji/domain';
import type { PublicCampaign } from '../ports/survey-gateways.js';
import type { SheetBody, SheetTitle } from '../ports/survey-records.js';

/** What is asked in a campaign, read once and kept: the same object as long as nothing changed. */
export type Sheet = Omit<SheetBody, 'questionnaire'> & {
  readonly campaignId: string;
  readonly questionnaire: Questionnaire;
  readonly appraisalIds: readonly string[];
  /** Bytes of every ballot of this sheet, whatever it says. */
  readonly ballotBytes: number;
};
export type RatedPerson = SheetBody['people'][number];
export type Sheets = { read(campaign: PublicCampaign): Sheet };

const KEPT = 256; // campaigns; a sheet is a few kB

/**
 * Reads sheets and keeps the last one of each campaign. Refuses CAMPAIGN_INCOMPLETE: a campaign that takes
 * answers has a sheet, so a missing one is a fault of ours.
 */
export function createSheets(): Sheets {
  const kept = new Map<string, { readonly text: string; readonly sheet: Sheet }>();
  return {
    read({ id, sheet: text }) {
      if (text === null)
        throw new Refusal('CAMPAIGN_INCOMPLETE', 'The campaign has no sheet.', { campaignId: id });
      const known = kept.get(id);
      if (known?.text === text) return known.sheet;
      const sheet = readSheet(id, text);
      if (kept.size >= KEPT) kept.clear();
      kept.set(id, { text, sheet });
      return sheet;
    },
  };
}

/** What a campaign is called: as much as is left of its sheet when its box is gone. */
export function titleOfSheet(text: string): SheetTitle {
  const { year, communityName } = JSON.parse(text) as SheetTitle;
  return { year, communityName };
}

function readSheet(campaignId: string, text: string): Sheet {
  const body = JSON.parse(text) as SheetBody & { readonly questionnaire: Questionnaire };
  const appraisalIds = body.people.map((person) => person.appraisalId);
  const ballotBytes = ballotLength(body.questionnaire, body.people.length);
  return { ...body, campaignId, appraisalIds, ballotBytes };
}
