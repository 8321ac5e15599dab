import { Refusal, readSurvey, type Rulebook } from '@kaoji/domain';
import type { Campaign, Instant, SurveyTally } from '../ports/records.js';
import type { Stores } from '../ports/stores.js';
import { tallyEnvelopes } from '../survey/tally.js';
import { cycleContext, deadlineIn, type CycleContext } from './cycle-context.js';
import type { EngineDeps } from './engine-deps.js';

export type CampaignKey = { readonly campaignId: string };
export type CampaignClosing =
  | { readonly outcome: 'valid' }
  | { readonly outcome: 'extended'; readonly closesAt: Instant }
  | { readonly outcome: 'to_panel' };

/** Opens a campaign for as many working days as the rulebook says. Refuses CAMPAIGN_UNKNOWN. */
export async function openCampaign(
  deps: EngineDeps,
  { campaignId }: CampaignKey,
): Promise<{ readonly closesAt: Instant }> {
  return deps.transactions.run(async (stores) =>
    stores.effects.once(`survey-open/${campaignId}`, async () => {
      const { campaign, context } = await findCampaign(deps, stores, campaignId);
      const opensAt = deps.clock.now();
      const closesAt = deadlineIn(context, opensAt, context.rulebook.process.survey.workingDays);
      await stores.surveys.advanceCampaign(campaignId, campaign.version, {
        state: 'open',
        opensAt,
        closesAt,
      });
      return { closesAt };
    }),
  );
}

/**
 * Counts a campaign at its end. It is valid when the sample about every graded appraisee of its community is;
 * else it is extended, and after the last extension handed to the panel. The counts are kept either way: the
 * engine makes no number of a sample that is not valid.
 */
export async function closeCampaign(
  deps: EngineDeps,
  { campaignId, extensions }: CampaignKey & { readonly extensions: number },
): Promise<CampaignClosing> {
  return deps.transactions.run(async (stores) =>
    stores.effects.once(`survey-close/${campaignId}/${extensions}`, async () => {
      const { campaign, context } = await findCampaign(deps, stores, campaignId);
      const { survey } = context.rulebook;
      const { rows, valid } = await count(stores, context.rulebook, campaign);
      if (!valid && survey !== undefined && extensions < survey.extensions) {
        const closesAt = deadlineIn(context, deps.clock.now(), survey.extendWorkingDays);
        await stores.surveys.advanceCampaign(campaignId, campaign.version, {
          state: 'extended',
          closesAt,
          extensions: extensions + 1,
        });
        return { outcome: 'extended', closesAt };
      }
      await stores.surveys.replaceTally(campaignId, rows);
      await stores.surveys.advanceCampaign(campaignId, campaign.version, {
        state: valid ? 'closed_valid' : 'closed_to_panel',
      });
      return { outcome: valid ? 'valid' : 'to_panel' };
    }),
  );
}

async function count(
  stores: Stores,
  { survey }: Rulebook,
  campaign: Campaign,
): Promise<{ readonly rows: readonly SurveyTally[]; readonly valid: boolean }> {
  if (survey === undefined) return { rows: [], valid: true };
  const appraisals = await stores.appraisals.ofCommunity(campaign.cycleId, campaign.communityId);
  const present = appraisals.filter(({ status }) => status !== 'left');
  const envelopes = await stores.surveys.envelopes(campaign.id);
  // A link revoked after it was answered was issued all the same.
  const issued = Math.max(await stores.surveys.linkCount(campaign.id), envelopes.length);
  const rule = { satisfiedFrom: survey.satisfiedFrom, scaleMax: survey.scaleMax, issued };
  const counts = tallyEnvelopes(
    rule,
    envelopes,
    present.map(({ id }) => id),
  );
  const graded = new Set(present.flatMap(({ id, eligibility }) => (eligibility === 'graded' ? [id] : [])));
  return {
    rows: counts.map((row) => ({ ...row, campaignId: campaign.id })),
    valid: counts.every((row) => !graded.has(row.appraisalId) || readSurvey(survey, row).valid),
  };
}

async function findCampaign(
  deps: EngineDeps,
  stores: Stores,
  campaignId: string,
): Promise<{ readonly campaign: Campaign; readonly context: CycleContext }> {
  const campaign = await stores.surveys.campaign(campaignId);
  if (campaign === null) throw new Refusal('CAMPAIGN_UNKNOWN', 'There is no such campaign.');
  return { campaign, context: await cycleContext(deps, stores, campaign.cycleId) };
}
