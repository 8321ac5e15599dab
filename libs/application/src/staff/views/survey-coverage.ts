import {
  DEFAULT_SUPPRESSION,
  STRATA,
  percent,
  sampleReading,
  workingDaysLeft,
  type CampaignCount,
  type Rulebook,
} from '@kaoji/domain';
import type { Clock } from '../../ports/gateways.js';
import type { Instant } from '../../ports/records.js';
import type { Stores, Transactions } from '../../ports/stores.js';
import type { Campaign, LinkChannel, Stratum } from '../../ports/survey-records.js';
import type { Actor } from '../access/actor.js';
import type { FoundCycle } from '../find.js';
import type { RulebookShelf } from '../plan/rulebook-shelf.js';
import { demandSurvey, takesAnswers } from '../survey/find-survey.js';
import { receivedNow, receivedOf, type Received } from './survey-received.js';

export type SurveyCoverage = {
  readonly campaignId: string;
  readonly state: Campaign['state'];
  readonly due: {
    readonly dueAt: Instant;
    readonly overdue: boolean;
    readonly workingDaysLeft: number | null;
  } | null;
  readonly step: number | null;
  readonly received: number | null;
  readonly ordinary: number | null;
  readonly assisted: number | null;
  readonly strata: readonly {
    readonly stratum: Stratum;
    readonly sample: number | null;
    readonly listed: number;
    readonly drawn: number;
    readonly issued: number;
    readonly received: number | null;
  }[];
  readonly channels: readonly { readonly channel: LinkChannel; readonly issued: number }[];
  readonly reading: {
    readonly valid: boolean;
    readonly reason: 'too_few' | 'too_few_ordinary' | 'too_many_assisted' | null;
  } | null;
  readonly closing: 'seals' | 'extends' | 'to_panel' | null;
  readonly rule: {
    readonly minValid: number;
    readonly minOrdinaryShare: string;
    readonly assistedMaxShare: string | null;
    readonly extensions: number;
    readonly extendWorkingDays: number;
    readonly secondChannel: LinkChannel | null;
    readonly suppressBelow: number;
    readonly clause: string | null;
  } | null;
};

type CoverageDeps = {
  readonly transactions: Transactions;
  readonly rulebooks: RulebookShelf;
  readonly clock: Clock;
};

/**
 * How far a campaign has come against what its rulebook asks of a sample, and what the end of its time would do. While
 * residents answer, how many came is told in steps of the rulebook's suppression limit, downwards, so that nobody who
 * has just handed out a link sees that one answer come in; whether the sample is valid is read from the exact numbers,
 * by the very rule that closes it. Refuses `NOT_FOUND`, `FORBIDDEN`.
 */
export async function surveyCoverage(
  deps: CoverageDeps,
  actor: Actor,
  campaignId: string,
): Promise<SurveyCoverage> {
  return deps.transactions.read(async (stores) => {
    const { campaign, cycle } = await demandSurvey(stores, actor, 'survey.read', campaignId);
    const { survey } = await deps.rulebooks.take(stores, cycle.rulebookHash);
    const asking = takesAnswers(campaign);
    const step = (survey?.suppression ?? DEFAULT_SUPPRESSION).cells;
    const exactly = await received(stores, campaign);
    const told = exactly === null || !asking ? exactly : inSteps(exactly, step);
    const reading = exactly === null ? null : sampleReading(survey, exactly);
    return {
      ...{ campaignId, state: campaign.state, step: asking ? step : null },
      due: asking ? await dueOf(deps, stores, campaign, cycle) : null,
      received: told === null ? null : told.total,
      ordinary: told === null ? null : (told.byStratum.ordinary ?? 0),
      assisted: told === null ? null : told.assisted,
      strata: await strataOf(stores, campaign, survey, told),
      channels: await channelsOf(stores, campaign),
      reading:
        reading === null ? null : { valid: reading.valid, reason: reading.valid ? null : reading.reason },
      closing:
        campaign.state !== 'planned' && asking && reading !== null
          ? closingOf(survey, campaign, reading.valid)
          : null,
      rule: survey === undefined ? null : ruleOf(survey, step),
    };
  });
}

type SurveyRule = NonNullable<Rulebook['survey']>;

/** From the count where there is one: ciphertexts may be gone. Null: nothing is left to read. */
async function received(stores: Stores, campaign: Campaign): Promise<Received | null> {
  const row = await stores.boxes.count(campaign.id);
  if (row !== null) return receivedOf(JSON.parse(row.body) as CampaignCount);
  const box = await stores.boxes.box(campaign.id);
  if ((box?.destroyedAt ?? null) !== null) return null;
  return receivedNow(await stores.surveys.envelopeCounts(campaign.id));
}

async function dueOf(
  { rulebooks, clock }: CoverageDeps,
  stores: Stores,
  { closesAt }: Campaign,
  { calendarHash, clock: cycleClock }: FoundCycle,
): Promise<SurveyCoverage['due']> {
  if (closesAt === null) return null;
  const now = clock.now();
  const calendar = await rulebooks.calendar(stores, calendarHash);
  return {
    dueAt: closesAt,
    overdue: now > closesAt,
    workingDaysLeft: workingDaysLeft({ now, deadlineAt: closesAt, clock: cycleClock, calendar }),
  };
}

function inSteps({ total, byStratum, assisted }: Received, step: number): Received {
  const down = (count: number): number => count - (count % step);
  return {
    total: down(total),
    assisted: down(assisted),
    byStratum: Object.fromEntries(Object.entries(byStratum).map(([name, count]) => [name, down(count)])),
  };
}

async function strataOf(
  stores: Stores,
  { id }: Campaign,
  rule: SurveyRule | undefined,
  told: Received | null,
): Promise<SurveyCoverage['strata']> {
  const links = await stores.surveys.linkCounts(id);
  const residents = new Map((await stores.invitations.residentCounts(id)).map((one) => [one.stratum, one]));
  const rows = STRATA.map((stratum) => ({
    stratum,
    sample: rule?.strata?.find((one) => one.stratum === stratum)?.sample ?? null,
    listed: residents.get(stratum)?.count ?? 0,
    drawn: residents.get(stratum)?.drawn ?? 0,
    issued: links.reduce((sum, one) => sum + (one.stratum === stratum ? one.count : 0), 0),
    received: told === null ? null : (told.byStratum[stratum] ?? 0),
  }));
  return rows.filter(
    ({ sample, listed, issued }) => rule?.strata === undefined || sample !== null || listed + issued > 0,
  );
}

async function channelsOf(stores: Stores, { id }: Campaign): Promise<SurveyCoverage['channels']> {
  const issued = new Map<LinkChannel, number>();
  for (const { channel, count } of await stores.surveys.linkCounts(id)) {
    issued.set(channel, (issued.get(channel) ?? 0) + count);
  }
  return [...issued].map(([channel, count]) => ({ channel, issued: count }));
}

/** As `closeCampaign` of the engine does it. */
function closingOf(
  rule: SurveyRule | undefined,
  { extensions }: Campaign,
  valid: boolean,
): SurveyCoverage['closing'] {
  if (valid) return 'seals';
  return rule !== undefined && extensions < rule.extensions ? 'extends' : 'to_panel';
}

function ruleOf(rule: SurveyRule, suppressBelow: number): SurveyCoverage['rule'] {
  const { minValid, minOrdinaryShare, assistedMaxShare, extensions, extendWorkingDays } = rule;
  return {
    ...{ minValid, extensions, extendWorkingDays, suppressBelow },
    minOrdinaryShare: percent(minOrdinaryShare),
    assistedMaxShare: assistedMaxShare === undefined ? null : percent(assistedMaxShare),
    secondChannel: rule.secondChannel ?? null,
    clause: rule.clause ?? null,
  };
}
