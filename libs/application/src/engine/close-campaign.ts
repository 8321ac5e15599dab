import { merkleRoot, sampleReading, type Rulebook, type Sample } from '@kaoji/domain';
import type { Stores } from '../ports/stores.js';
import type { Campaign } from '../ports/survey-records.js';
import { isSentChannel } from '../survey/contacts.js';
import { boxWaits } from '../waiting/boxes-wait.js';
import { deadlineIn, type CycleContext } from './cycle-context.js';
import type { EngineDeps } from './engine-deps.js';
import { findCampaign, type CampaignKey } from './find-campaign.js';
import { asking, type AskingResidents } from './open-campaign.js';
import { peopleWait, type PeopleWait } from './people-wait.js';

type SurveyRule = NonNullable<Rulebook['survey']>;
export type CampaignClosing =
  | ({ readonly outcome: 'sealed' } & PeopleWait)
  | ({ readonly outcome: 'extended'; readonly secondChannel: boolean } & AskingResidents)
  | { readonly outcome: 'to_panel' };

/**
 * Ends a campaign's time. Whether its sample is valid is read from counts of envelopes, nothing is opened: a valid
 * one is sealed, its root and leaves published; another is extended, and after the last extension handed to the
 * panel, so that it never becomes a number. The row is locked before anything is counted: whoever posts meanwhile
 * is either in the count or told that the campaign has closed. Refuses CAMPAIGN_UNKNOWN.
 */
export async function closeCampaign(
  deps: EngineDeps,
  key: CampaignKey & { readonly extensions: number },
): Promise<CampaignClosing> {
  const { campaignId, extensions } = key;
  return deps.transactions.run(async (stores) =>
    stores.effects.once(`survey-close/${campaignId}/${extensions}`, async () => {
      const { campaign, context } = await findCampaign(deps, stores, key);
      await stores.surveys.advanceCampaign(campaignId, campaign.version, { state: campaign.state });
      const locked = { ...campaign, version: campaign.version + 1 };
      const { survey } = context.rulebook;
      const sample = sampleOf(await stores.surveys.envelopeCounts(campaignId));
      if (sampleReading(survey, sample).valid) return seal(deps, stores, context, locked);
      if (survey !== undefined && extensions < survey.extensions) {
        return extend(deps, stores, context, locked, survey);
      }
      await stores.surveys.advanceCampaign(campaignId, locked.version, {
        state: 'closed_to_panel',
        panelReason: 'sample_not_valid',
      });
      return { outcome: 'to_panel' };
    }),
  );
}

async function seal(
  deps: EngineDeps,
  stores: Stores,
  context: CycleContext,
  campaign: Campaign,
): Promise<CampaignClosing> {
  const { id, version } = campaign;
  const digests = (await stores.surveys.strippedEnvelopes(id)).map(({ digest }) => digest);
  const root = Buffer.from(merkleRoot(digests.map((digest) => Buffer.from(digest, 'hex')))).toString('hex');
  const leaves = digests.map((digest, position) => ({ campaignId: id, position, digest }));
  const sealedAt = deps.clock.now();
  await stores.boxes.seal(id, root, leaves, sealedAt);
  await stores.surveys.advanceCampaign(id, version, { state: 'sealed' });
  const wait = peopleWait(context, sealedAt);
  const said = { stage: 'box', at: sealedAt, dueAt: wait.escalateAt } as const;
  await boxWaits(stores, context.cycle, campaign, said);
  return { outcome: 'sealed', ...wait };
}

async function extend(
  deps: EngineDeps,
  stores: Stores,
  context: CycleContext,
  campaign: Campaign,
  rule: SurveyRule,
): Promise<CampaignClosing> {
  const now = deps.clock.now();
  const closesAt = deadlineIn(context, now, rule.extendWorkingDays);
  const extensions = campaign.extensions + 1;
  await stores.surveys.advanceCampaign(campaign.id, campaign.version, {
    state: 'extended',
    closesAt,
    extensions,
  });
  const second = extensions === 1 ? rule.secondChannel : undefined;
  if (second !== undefined) await tellOfSecondChannel(stores, context, campaign, now);
  const secondChannel = second !== undefined && isSentChannel(second);
  return { outcome: 'extended', secondChannel, ...asking(context, campaign, closesAt, now) };
}

/** Slips, links to hand over and visits are people's to do: those who run the survey are told that it is time. */
async function tellOfSecondChannel(
  stores: Stores,
  { cycle }: CycleContext,
  { id, cycleId, unitId }: Campaign,
  sentAt: number,
): Promise<void> {
  const told = await stores.accounts.holdersOf('hr_officer', cycle.areaId, unitId);
  await stores.decisions.insertReminder({
    ...{ key: `${id}/second_channel/remind`, cycleId, unitId, kind: 'remind', sentAt },
    ...{ stage: 'survey_second_channel', recipients: told.length },
  });
}

function sampleOf(counts: Awaited<ReturnType<Stores['surveys']['envelopeCounts']>>): Sample {
  const byStratum: Record<string, number> = {};
  for (const { stratum, count } of counts) byStratum[stratum] = (byStratum[stratum] ?? 0) + count;
  const assisted = counts.reduce((sum, one) => sum + (one.assisted ? one.count : 0), 0);
  return { byStratum, assisted };
}
