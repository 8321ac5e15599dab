import { exact, formatExact, wilson, type CampaignCount, type LocalText, type Rulebook } from '@kaoji/domain';
import type { Stores } from '../../ports/stores.js';
import type { Campaign } from '../../ports/survey-records.js';
import { publishedDraw, type PublishedDraw } from './published-draw.js';

export type SatisfiedShare = {
  readonly count: number;
  readonly rate: string;
  readonly low: string;
  readonly high: string;
};
/** What everybody may know of a confirmed survey: nothing of a single person, neither asked about nor asked. */
export type SurveySheetView = Pick<CampaignCount, 'received' | 'valid' | 'invalid'> &
  Pick<CampaignCount['response'], 'issued' | 'population' | 'ofIssued'> & {
    readonly community: string;
    readonly root: string;
    readonly leaves: number;
    readonly countHash: string;
    /** Null: nobody was drawn, links were given out otherwise. */
    readonly draw: PublishedDraw | null;
    readonly questions: readonly {
      readonly title: LocalText;
      readonly answered: number | null;
      readonly satisfied: SatisfiedShare | null;
    }[];
  };

/** The result sheets of a unit's confirmed surveys, by community. */
export async function surveySheets(
  stores: Stores,
  rulebook: Rulebook,
  cycleId: string,
  unitId: string,
): Promise<readonly SurveySheetView[]> {
  const sheets: SurveySheetView[] = [];
  for (const campaign of await stores.surveys.campaignsOf(cycleId)) {
    if (campaign.unitId !== unitId || campaign.state !== 'closed_valid') continue;
    const sheet = await surveySheet(stores, rulebook, campaign);
    if (sheet !== null) sheets.push(sheet);
  }
  return sheets;
}

async function surveySheet(
  stores: Stores,
  { survey }: Rulebook,
  { id, communityId }: Campaign,
): Promise<SurveySheetView | null> {
  const row = await stores.boxes.count(id);
  const box = await stores.boxes.box(id);
  const community = await stores.places.community(communityId);
  if (row === null || survey === undefined) return null;
  const count = JSON.parse(row.body) as CampaignCount;
  const { received, valid, invalid, root, response } = count;
  const { issued, population, ofIssued } = response;
  return {
    ...{ community: community?.name ?? '', countHash: row.hash, root, leaves: box?.leaves ?? 0 },
    ...{ received, valid, invalid, issued, population, ofIssued },
    draw: await publishedDraw(stores, id),
    questions: count.community
      .filter(({ kind, cells }) => kind === 'scale' && cells.length === survey.scaleMax)
      .map(({ title, answered, cells }) => ({
        title,
        answered,
        satisfied: satisfiedShare(cells, answered, survey.satisfiedFrom, population),
      })),
  };
}

/** Answers at `from` and better, with the interval of their share; null where a cell is too small to show. */
function satisfiedShare(
  cells: CampaignCount['community'][number]['cells'],
  answered: number | null,
  from: number,
  population: number | null,
): SatisfiedShare | null {
  const better = cells.filter(({ value }) => Number(value) >= from).map(({ count }) => count);
  if (answered === null || better.includes(null)) return null;
  const count = better.reduce<number>((sum, each) => sum + (each ?? 0), 0);
  const interval = wilson({ satisfied: count, valid: answered, population });
  return interval === null
    ? null
    : { count, rate: formatExact(exact(BigInt(count), BigInt(answered))), ...interval };
}
