import {
  createPostTitles,
  createRulebookShelf,
  openCampaign,
  type Campaign,
  type SheetBody,
} from '@kaoji/application';
import { holderKeys, quickRulebook, seedYear, type Year } from '@kaoji/application/testing';
import { createBallotBoxes, systemClock } from '@kaoji/gateways';
import type { Database } from '@kaoji/persistence';

export type OpenCampaign = { readonly campaignId: string; readonly appraisalIds: readonly string[] };
export type CampaignPlan = { readonly campaigns: number; readonly people: number };

/** Thirty of them: no campaign closes while it is measured. */
const WORKING_DAY_MS = 3_600_000;

/**
 * Writes a year of communities with `people` rated people each and opens their campaigns as the engine does: real
 * sheets, real boxes sealed to two holders. The database is migrated and empty.
 */
export async function openCampaigns(
  { transactions }: Pick<Database, 'transactions'>,
  { campaigns, people }: CampaignPlan,
): Promise<{ readonly year: Year; readonly open: readonly OpenCampaign[] }> {
  const ballotBoxes = createBallotBoxes();
  const year = await seedYear(transactions, {
    cycleId: 'load',
    areaId: 'load-area',
    workingDayMs: WORKING_DAY_MS,
    rulebook: quickRulebook(),
    units: Array.from({ length: campaigns }, (_, unit) => ({ id: `u${unit}`, people })),
    holderKeys: await holderKeys(ballotBoxes),
  });
  const planned = campaignsOf(year);
  await transactions.run(async (stores) => stores.surveys.insertCampaigns(planned));
  const deps = {
    transactions,
    clock: systemClock,
    rulebooks: createRulebookShelf(),
    postTitles: createPostTitles(),
    ballotBoxes,
  };
  const open: OpenCampaign[] = [];
  for (const { id } of planned) {
    await openCampaign(deps, { campaignId: id });
    const sheet = await transactions.read(async (stores) => stores.surveys.sheet(id));
    const { people: rated } = JSON.parse(sheet?.body ?? '{"people":[]}') as SheetBody;
    open.push({ campaignId: id, appraisalIds: rated.map(({ appraisalId }) => appraisalId) });
  }
  return { year, open };
}

function campaignsOf(year: Year): readonly Campaign[] {
  const communities = new Map(year.appraisals.map((one) => [one.communityId, one.unitId]));
  return [...communities].map(([communityId, unitId], at) => ({
    id: `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
    cycleId: year.cycle.id,
    unitId,
    communityId,
    state: 'planned',
    opensAt: null,
    closesAt: null,
    extensions: 0,
    questionnaireHash: null,
    panelReason: null,
    version: 1,
  }));
}
