import { communityField, personField } from '@kaoji/domain';
import type { Ids, SurveyLinks } from '../ports/gateways.js';
import type { BallotBoxes, HolderKey } from '../ports/survey-gateways.js';
import type { Campaign } from '../ports/survey-records.js';
import type { Actor } from '../staff/access/actor.js';
import { createSignInAttempts } from '../staff/access/sign-in-attempts.js';
import type { DeliverDeps } from '../staff/messages/deliver-message.js';
import { relayOutbox } from '../staff/messages/relay-outbox.js';
import { confirmCount } from '../staff/survey/confirm-count.js';
import type { CountDeps } from '../staff/survey/count-box.js';
import { enrolBoxHolder } from '../staff/survey/enrol-holder.js';
import { giveSurveyToPanel } from '../staff/survey/give-to-panel.js';
import { openBoxes } from '../staff/survey/open-boxes.js';
import { answerSurvey } from '../survey/answer-survey.js';
import { issueLinks } from '../survey/campaign-links.js';
import type { SurveyDeps } from '../survey/survey-deps.js';
import { HOLDERS, REASON, type Year } from './small-year.js';

const PASSPHRASE = '演示口令：山高月小水落石出';

/** What the people of a year's surveys need: residents, two key holders, and HR. */
export type SurveyPeople = DeliverDeps &
  CountDeps & {
    readonly ids: Ids;
    readonly links: SurveyLinks;
    readonly ballotBoxes: BallotBoxes;
    readonly residents: SurveyDeps;
  };

/** Keys of the two holders of `seedYear`; deriving one takes a moment, so they serve any number of years. */
export async function holderKeys(boxes: Pick<BallotBoxes, 'enrol'>): Promise<readonly HolderKey[]> {
  return Promise.all(HOLDERS.map(async () => boxes.enrol(PASSPHRASE)));
}

/** Two residents of every campaign that takes answers rate everyone alike, satisfied unless said otherwise. */
export async function answerSurveys(
  people: Omit<SurveyPeople, 'gateway'>,
  year: Year,
  answer = 5,
): Promise<void> {
  for (const campaign of await campaignsOf(people, year, ['open', 'extended'])) {
    const asked = year.appraisals.filter(({ communityId }) => communityId === campaign.communityId);
    const fields = [communityField('overall'), ...asked.map(({ id }) => personField(id, 'rating'))];
    const given = new Map(fields.map((field) => [field, [String(answer)]]));
    const tokens = await issueLinks(people, { campaignId: campaign.id, count: 2, stratum: 'ordinary' });
    for (const token of tokens) {
      const link = people.links.verify(token);
      if (!link.ok) throw new Error('our own link is genuine');
      const { kind } = await answerSurvey(people.residents, link, given);
      if (kind !== 'accepted') throw new Error(`an answer was not taken: ${kind}`);
    }
  }
}

/** Both holders open every sealed box, and HR confirms the counts; what they say reaches the flows. */
export async function openAndConfirm(people: SurveyPeople, year: Year): Promise<void> {
  await openSealed(people, year);
  await relayOutbox(people);
  for (const campaign of await campaignsOf(people, year, ['counted'])) {
    const count = await people.transactions.read(async (stores) => stores.boxes.count(campaign.id));
    const input = { campaignId: campaign.id, countHash: count?.hash ?? '', key: campaign.id };
    await confirmCount(people, actor(year, 'hr_officer'), input);
  }
}

/** Both holders open every sealed box; what that says to the flows lies in the outbox. */
export async function openSealed(people: Omit<SurveyPeople, 'gateway'>, year: Year): Promise<void> {
  const deps = { ...people, passphrases: createSignInAttempts() };
  for (const name of HOLDERS) {
    await openBoxes(deps, actor(year, name), { cycleId: year.cycle.id, passphrase: PASSPHRASE });
  }
}

/** One of the year's holders takes a key, and surveys that wait are told. */
export async function enrolHolder(people: SurveyPeople, year: Year, at: 0 | 1): Promise<void> {
  const input = { cycleId: year.cycle.id, passphrase: PASSPHRASE, key: 'enrol' };
  await enrolBoxHolder(people, actor(year, HOLDERS[at]), input);
  await relayOutbox(people);
}

/** HR gives a sealed campaign to the panel. */
export async function giveToPanel(people: SurveyPeople, year: Year, campaignId: string): Promise<void> {
  const input = { campaignId, reason: REASON, key: 'panel' };
  await giveSurveyToPanel(people, actor(year, 'hr_officer'), input);
}

/** Somebody of `seedYear`'s staff. */
function actor({ cycle: { areaId } }: Year, role: (typeof HOLDERS)[number] | 'hr_officer'): Actor {
  return { accountId: `${areaId}-${role}`, personId: null, grants: [{ role, areaId, unitId: null }] };
}

async function campaignsOf(
  { transactions }: Pick<SurveyPeople, 'transactions'>,
  { cycle }: Year,
  states: readonly Campaign['state'][],
): Promise<readonly Campaign[]> {
  const campaigns = await transactions.read(async (stores) => stores.surveys.campaignsOf(cycle.id));
  return campaigns.filter(({ state }) => states.includes(state));
}
