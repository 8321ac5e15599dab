import {
  STRATA,
  canonicalJson,
  countCampaign,
  decodeBallot,
  hashOfText,
  type CampaignCount,
  type CampaignInput,
  type CountedBallot,
} from '@kaoji/domain';
import { peopleWait } from '../../engine/people-wait.js';
import { questionnaireOf } from '../../engine/survey-sheet.js';
import type { Clock, Ids } from '../../ports/gateways.js';
import type { Stores, Transactions } from '../../ports/stores.js';
import type { OpenBox, Shuffle } from '../../ports/survey-gateways.js';
import type { Campaign, StrippedEnvelope, SurveyTally } from '../../ports/survey-records.js';
import { boxWaits } from '../../waiting/boxes-wait.js';
import { isRated } from '../../survey/rated-people.js';
import type { FoundCycle } from '../find.js';
import type { RulebookShelf } from '../plan/rulebook-shelf.js';
import { pinnedCalendar } from '../plan/calendar-shelf.js';

export type CountDeps = {
  readonly transactions: Transactions;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly rulebooks: RulebookShelf;
  readonly shuffle: Shuffle;
};

/** Ballots opened between two turns of everybody else in this process. */
const IN_A_ROW = 50;

/**
 * Counts an opened box: envelopes without their links are shuffled, opened and read; the count, one row per person and
 * the campaign's new state are written in one transaction, with the message that its flow goes on. Ballots exist in
 * memory only, and the key is destroyed with the last one, or with a fault before it. Refuses `VERSION_CONFLICT` when
 * somebody was quicker.
 */
export async function countBox(
  deps: CountDeps,
  cycle: FoundCycle,
  campaign: Campaign,
  box: OpenBox,
): Promise<void> {
  await writeCount(deps, cycle, campaign, countCampaign(await openedBallots(deps, cycle, campaign, box)));
}

/** The key goes before anything is counted, and whatever goes wrong on the way. */
async function openedBallots(
  deps: CountDeps,
  cycle: FoundCycle,
  campaign: Campaign,
  box: OpenBox,
): Promise<CampaignInput> {
  try {
    const { envelopes, ...frame } = await deps.transactions.read(async (stores) =>
      whatIsCounted(deps, stores, cycle, campaign),
    );
    return { ...frame, ballots: await openAll(box, deps.shuffle(envelopes)) };
  } finally {
    box.destroy();
  }
}

async function whatIsCounted(
  deps: CountDeps,
  stores: Stores,
  { rulebookHash }: FoundCycle,
  campaign: Campaign,
): Promise<Omit<CampaignInput, 'ballots'> & { readonly envelopes: readonly StrippedEnvelope[] }> {
  const { survey: rule } = await deps.rulebooks.take(stores, rulebookHash);
  const box = await stores.boxes.box(campaign.id);
  const root = box?.root ?? null;
  if (rule === undefined || root === null)
    throw new Error(`The campaign ${campaign.id} has nothing to count.`);
  const appraisals = await stores.appraisals.ofCommunity(campaign.cycleId, campaign.communityId);
  const links = await stores.surveys.linkCounts(campaign.id);
  const residents = await stores.invitations.residentCounts(campaign.id);
  const strata = STRATA.map((stratum) => ({
    stratum,
    population: residents.find((one) => one.stratum === stratum)?.count ?? null,
    issued: links.filter((one) => one.stratum === stratum).reduce((sum, { count }) => sum + count, 0),
  })).filter(({ population, issued }) => population !== null || issued > 0);
  return {
    envelopes: await stores.surveys.strippedEnvelopes(campaign.id),
    questionnaire: await questionnaireOf(stores, campaign.questionnaireHash),
    appraisalIds: appraisals.filter(isRated).map(({ id }) => id),
    strata,
    pace: await stores.surveys.paceOf(campaign.id),
    rule,
    root,
  };
}

/** What cannot be opened or read is counted as an invalid ballot, in the open. */
async function openAll(box: OpenBox, envelopes: readonly StrippedEnvelope[]): Promise<CountedBallot[]> {
  const ballots: CountedBallot[] = [];
  for (const { sealed, stratum, assisted } of envelopes) {
    if (ballots.length % IN_A_ROW === 0) await new Promise((resolve) => setImmediate(resolve));
    const bytes = await box.open(sealed);
    ballots.push({ ballot: bytes === null ? null : decodeBallot(bytes), stratum, assisted });
  }
  return ballots;
}

async function writeCount(
  deps: CountDeps,
  cycle: FoundCycle,
  campaign: Campaign,
  count: CampaignCount,
): Promise<void> {
  const { id: campaignId } = campaign;
  const body = canonicalJson(count);
  await deps.transactions.run(async (stores) => {
    const countedAt = deps.clock.now();
    await stores.surveys.advanceCampaign(campaignId, campaign.version, { state: 'counted' });
    const unconfirmed = { confirmedBy: null, confirmedAt: null };
    await stores.boxes.putCount({ campaignId, hash: hashOfText(body), body, countedAt, ...unconfirmed });
    await stores.surveys.replaceTally(campaignId, talliesOf(campaignId, count));
    const rulebook = await deps.rulebooks.take(stores, cycle.rulebookHash);
    const calendar = await pinnedCalendar(stores, cycle.calendarHash);
    const wait = peopleWait({ cycle, rulebook, calendar }, countedAt);
    await boxWaits(stores, cycle, campaign, { stage: 'count', at: countedAt, dueAt: wait.escalateAt });
    const message = { kind: 'box_counted', cycleKey: cycle.key, campaignId, updateId: 'counted', ...wait };
    await stores.effects.pushOutbox({
      id: deps.ids.next(),
      kind: message.kind,
      payload: JSON.stringify(message),
      createdAt: countedAt,
      deliveredAt: null,
    });
  });
}

/** What the engine reads about each person. */
function talliesOf(campaignId: string, { people, response }: CampaignCount): readonly SurveyTally[] {
  return people.map(({ appraisalId, valid, satisfied, ordinary, assisted }) => ({
    campaignId,
    appraisalId,
    issued: response.issued,
    valid,
    satisfied,
    ordinary,
    assisted,
    // A list that names fewer people than answered says nothing of how many could have.
    population:
      response.population !== null && response.population >= Math.max(1, valid) ? response.population : null,
  }));
}
