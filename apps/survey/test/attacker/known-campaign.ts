import type { SheetBody, SurveyLinks } from '@kaoji/application';
import {
  closeCampaign,
  createPostTitles,
  createRulebookShelf,
  destroyBox,
  issueLinks,
  openCampaign,
} from '@kaoji/application';
import { createSignInAttempts, openBoxes } from '@kaoji/application/staff';
import { HOLDERS, quickRulebook, seedYear } from '@kaoji/application/testing';
import type { CampaignCount } from '@kaoji/domain';
import { COMMENT_FIELD, communityField, defaultQuestionnaire, personField } from '@kaoji/domain';
import { diceOf } from '@kaoji/domain/testing';
import { createBallotBoxes, createIds, createSurveyLinks, shuffle, systemClock } from '@kaoji/gateways';
import type { TestDatabase } from '@kaoji/persistence/testing';
import { httpClient } from '../http-client.js';
import { startSurvey } from '../survey-process.js';
import type { Dump } from './seen.js';
import { thiefOf } from './seen.js';

/** A resident whose answer we know: the same value everywhere, and to every second one a comment of their own. */
export type Resident = {
  readonly linkHash: string;
  readonly token: string;
  readonly value: number;
  readonly comment: string;
};
/** What an attacker holds who has stolen all there is. */
export type Stolen = {
  /** In the order in which they answered. */
  readonly residents: readonly Pick<Resident, 'linkHash'>[];
  /** All tables before the box was opened, and after its count was confirmed and the box destroyed. */
  readonly before: Dump;
  readonly after: Dump;
  /** Every change of a row, in order, until the box was opened; and from then on. */
  readonly binlogBefore: string;
  readonly binlogAfter: string;
  readonly printed: string;
  readonly count: CampaignCount;
};
export type KnownCampaign = { readonly residents: readonly Resident[]; readonly stolen: Stolen };

const CAMPAIGN = 'c0000000-0000-4000-8000-000000000001';
const PASSPHRASE = '演示口令：山高月小水落石出';
const LINK_KEY = `k:${Buffer.alloc(32, 7).toString('base64url')}`;
const SYLLABLES = ['楼', '灯', '路', '水', '树', '车', '门', '花', '井', '桥'];

/** Residents one after another answer at the real process, two holders open the box, its count is confirmed. */
export async function runKnownCampaign(
  database: TestDatabase,
  size: number,
  seed: number,
): Promise<KnownCampaign> {
  const { transactions } = database;
  const thief = thiefOf(database.url);
  const start = await thief.binlogPlace();
  const boxes = createBallotBoxes();
  const year = await seedYear(transactions, {
    cycleId: 'known',
    areaId: 'known-area',
    workingDayMs: 3_600_000,
    rulebook: quickRulebook(),
    units: [{ id: 'u', people: 3 }],
    holderKeys: await Promise.all(HOLDERS.map(() => boxes.enrol(PASSPHRASE))),
  });
  const [first] = year.appraisals;
  if (first === undefined) throw new Error('Nobody is rated.');
  const { cycleId, unitId, communityId } = first;
  const planned = { state: 'planned', opensAt: null, closesAt: null, extensions: 0, version: 1 } as const;
  const none = { questionnaireHash: null, panelReason: null };
  await transactions.run(({ surveys }) =>
    surveys.insertCampaigns([{ id: CAMPAIGN, cycleId, unitId, communityId, ...planned, ...none }]),
  );
  const engine = {
    ...{ transactions, clock: systemClock, rulebooks: createRulebookShelf(), postTitles: createPostTitles() },
    ballotBoxes: boxes,
  };
  await openCampaign(engine, { campaignId: CAMPAIGN });

  const links = createSurveyLinks([{ id: 'k', secret: LINK_KEY.slice(2) }]);
  const issued = { campaignId: CAMPAIGN, count: size, stratum: 'ordinary' } as const;
  const tokens = await issueLinks({ transactions, links, clock: systemClock }, issued);
  const residents = residentsOf(tokens, links, seed);
  const sheet = await transactions.read(({ surveys }) => surveys.sheet(CAMPAIGN));
  const { people } = JSON.parse(sheet?.body ?? '') as SheetBody;
  const printed = await answerAll(database.url, residents, people);

  await closeCampaign(engine, { campaignId: CAMPAIGN, extensions: 0 });
  const before = await thief.dump();
  const binlogBefore = await thief.binlogSince(start);
  const opening = await thief.binlogPlace();
  const staff = { ...engine, ids: createIds(systemClock), shuffle, passphrases: createSignInAttempts() };
  for (const role of HOLDERS) {
    const areaId = year.cycle.areaId;
    const actor = {
      accountId: `${areaId}-${role}`,
      personId: null,
      grants: [{ role, areaId, unitId: null }],
    };
    await openBoxes(staff, actor, { cycleId: year.cycle.id, passphrase: PASSPHRASE });
  }
  const counted = await transactions.run(async ({ boxes: stored, surveys }) => {
    const campaign = await surveys.campaign(CAMPAIGN);
    await surveys.advanceCampaign(CAMPAIGN, campaign?.version ?? 0, { state: 'closed_valid' });
    await stored.confirmCount(CAMPAIGN, `${year.cycle.areaId}-hr_officer`, systemClock.now());
    return stored.count(CAMPAIGN);
  });
  await destroyBox(engine, { campaignId: CAMPAIGN });
  const count = JSON.parse(counted?.body ?? '') as CampaignCount;
  const [after, binlogAfter] = [await thief.dump(), await thief.binlogSince(opening)];
  const stolen = { before, after, binlogBefore, binlogAfter, printed, count };
  return {
    residents,
    stolen: { residents: residents.map(({ linkHash }) => ({ linkHash })), ...stolen },
  };
}

/** The same residents for the same seed; their links and the box's keys are new each time. */
function residentsOf(tokens: readonly string[], links: SurveyLinks, seed: number): readonly Resident[] {
  const dice = diceOf(seed);
  const syllable = () => SYLLABLES[dice.below(SYLLABLES.length)] ?? '';
  return tokens.map((token, at) => {
    const link = links.verify(token);
    if (!link.ok) throw new Error('Our own link is genuine.');
    // Longer where the answer is better: a length that is not hidden gives it away.
    const value = 1 + dice.below(5);
    const words = Array.from({ length: 4 + 8 * value }, syllable).join('');
    return { token, linkHash: link.linkHash, value, comment: at % 2 === 0 ? `演示${at}号：${words}` : '' };
  });
}

/** They answer one after the other, nobody before the last one is thanked; gives what the process printed. */
async function answerAll(
  url: string,
  residents: readonly Resident[],
  people: SheetBody['people'],
): Promise<string> {
  const survey = startSurvey({ DATABASE_URL: url, KAOJI_SURVEY_PORT: '0', KAOJI_LINK_KEYS: LINK_KEY });
  const http = httpClient(await survey.url);
  const fields = [
    ...defaultQuestionnaire.community.map(({ id }) => communityField(id)),
    ...people.map(({ appraisalId }) => personField(appraisalId, 'rating')),
  ];
  for (const { token, value, comment } of residents) {
    const form = new URLSearchParams(fields.map((field): [string, string] => [field, String(value)]));
    form.set(COMMENT_FIELD, comment);
    const { status } = await http.post(`/s/${token}`, form.toString());
    if (status !== 303) throw new Error(`An answer was not taken: ${status}`);
  }
  survey.child.kill('SIGTERM');
  await survey.exit;
  return survey.printed();
}
