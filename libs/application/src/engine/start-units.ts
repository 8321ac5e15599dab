import { hashOf } from '@kaoji/domain';
import type { Appraisal } from '../ports/records.js';
import type { Stores } from '../ports/stores.js';
import type { Campaign } from '../ports/survey-records.js';
import { everyAppraisal } from '../staff/every-appraisal.js';
import { cycleContext, type CycleContext } from './cycle-context.js';
import type { DeliveringDeps } from './engine-deps.js';

/**
 * Starts the flow of every unit that has appraisees, and of every survey campaign; a repeat starts nothing twice.
 * Units come first: a campaign reports to its unit. Gives the units started.
 */
export async function startUnits(
  deps: DeliveringDeps,
  { cycleId, cycleKey }: { readonly cycleId: string; readonly cycleKey: string },
): Promise<{ readonly unitIds: readonly string[] }> {
  const { unitIds, campaigns } = await deps.transactions.run(async (stores) => {
    const context = await cycleContext(deps, stores, cycleId);
    const appraisals = await everyAppraisal(stores, cycleId);
    const planned = await planCampaigns(stores, context, appraisals);
    return { unitIds: [...new Set(appraisals.map(({ unitId }) => unitId))].sort(), campaigns: planned };
  });
  for (const unitId of unitIds) await deps.messenger.startUnit({ cycleId, cycleKey, unitId });
  for (const { id, unitId } of campaigns) {
    await deps.messenger.startSurvey({ cycleId, cycleKey, unitId, campaignId: id });
  }
  return { unitIds };
}

/** One campaign for each community with appraisees, where the rulebook asks residents at all. */
async function planCampaigns(
  stores: Stores,
  { cycle, rulebook }: CycleContext,
  appraisals: readonly Appraisal[],
): Promise<readonly Campaign[]> {
  if (rulebook.survey === undefined) return [];
  const existing = await stores.surveys.campaignsOf(cycle.id);
  const missing = new Map<string, Campaign>();
  for (const { communityId, unitId } of appraisals) {
    if (existing.some((campaign) => campaign.communityId === communityId)) continue;
    missing.set(communityId, {
      id: campaignId(cycle.id, communityId),
      cycleId: cycle.id,
      unitId,
      communityId,
      state: 'planned',
      opensAt: null,
      closesAt: null,
      extensions: 0,
      questionnaireHash: null,
      panelReason: null,
      version: 1,
    });
  }
  if (missing.size > 0) await stores.surveys.insertCampaigns([...missing.values()]);
  return [...existing, ...missing.values()];
}

function campaignId(cycleId: string, communityId: string): string {
  return `survey-${hashOf([cycleId, communityId]).slice('sha256:'.length, 31)}`;
}
