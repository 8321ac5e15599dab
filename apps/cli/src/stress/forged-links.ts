import { randomBytes } from 'node:crypto';
import type { SurveyLink } from '@kaoji/application';
import { diceOf } from '@kaoji/domain/testing';
import { createSurveyLinks, systemClock } from '@kaoji/gateways';
import { median } from '../bench/bench-report.js';
import { answerForms } from '../bench/survey-load/answer-forms.js';
import { signLinks, storeLinks } from '../bench/survey-load/issue-in-bulk.js';
import { closedLoop } from '../bench/survey-load/run-load.js';
import type { SurveySetting } from '../bench/survey-load/survey-setting.js';
import { atMost, exactly, type Finding, told } from './finding.js';
import { FORGERIES, type Loot } from './forgeries.js';

const SEED = 20_260_401;
const LOOT = 2_000;
const NOT_FOR_LONG_MS = -60_000;
/** What a link that is none may be told: not found, or gone. Anything else let it in. */
const REFUSED = new Set([404, 410]);
const LANES = 64;
/** Medians of interleaved batches on a busy machine differ by less than this share anyway. */
const SPLIT = 0.05;

/** Posts an answer with each of so many forged links, every one from another address, and looks for what got through. */
export async function forgedLinks(setting: SurveySetting, count: number): Promise<readonly Finding[]> {
  const loot = await steal(setting);
  const process = await setting.start({ KAOJI_SURVEY_PROXIES: '127.0.0.1' });
  const before = await setting.received();
  const dice = diceOf(SEED);
  const forms = answerForms(SEED);
  const campaign = setting.campaigns[0];
  if (campaign === undefined) throw new Error('There is no campaign.');
  const kinds = Object.entries(FORGERIES);
  const letIn = new Map<string, number>();
  let sent = 0;
  const load = await closedLoop({
    url: process.url,
    lanes: LANES,
    seconds: 3_600,
    next: () => {
      const [kind, forge] = kinds[sent % kinds.length] ?? ['', () => ''];
      if (sent === count) return null;
      sent += 1;
      const from = `X-Forwarded-For: 203.${dice.below(256)}.${dice.below(256)}.${dice.below(256)}\r\n`;
      return {
        request: forms.requestOf({ token: forge(loot, dice), campaign }, from),
        done: (reply) => {
          if (reply === null || !REFUSED.has(reply.status)) letIn.set(kind, (letIn.get(kind) ?? 0) + 1);
        },
      };
    },
  });
  await process.stop();
  const accepted = [...letIn.values()].reduce((all, some) => all + some, 0);
  const unknown = load.byStatus[404] ?? 0;
  const gone = load.byStatus[410] ?? 0;
  return [
    told('links forged, mutated, swapped, expired or revoked, of each of', kinds.length, ' kinds'),
    exactly('  answered with 404 or 410', unknown + gone, count),
    exactly(`  let in${accepted === 0 ? '' : ` (${[...letIn.keys()].join(', ')})`}`, accepted, 0),
    exactly('  rows they left', (await setting.received()) - before, 0),
    ...timingSplit(setting, loot),
  ];
}

async function steal({ links, campaigns, database }: SurveySetting): Promise<Loot> {
  const now = systemClock.now();
  const [first, ...others] = campaigns;
  if (first === undefined || others.length === 0) throw new Error('Forgers need two campaigns.');
  const genuine = signLinks(links, [first], LOOT, now);
  await storeLinks(database, genuine);
  const spoilt = async (expiresAt: number, state: SurveyLink['state']) => {
    const issued = Array.from({ length: LOOT }, () => links.issue(first.campaignId, expiresAt));
    const rows = issued.map(({ linkHash }): SurveyLink => {
      return { linkHash, campaignId: first.campaignId, stratum: 'ordinary', channel: 'handed', state };
    });
    await database.transactions.run(async ({ surveys }) => surveys.insertLinks(rows));
    return issued.map(({ token }) => token);
  };
  return {
    genuine: genuine.map(({ token }) => token),
    ofAnother: signLinks(links, others, LOOT, now).map(({ token }) => token),
    expired: await spoilt(now + NOT_FOR_LONG_MS, 'issued'),
    revoked: await spoilt(now + 86_400_000, 'revoked'),
    stranger: createSurveyLinks([{ id: 'k', secret: randomBytes(32).toString('base64url') }]),
    never: (campaignId) => links.issue(campaignId, now + 86_400_000).token,
    campaignId: first.campaignId,
    now,
  };
}

/**
 * Whether the time of a refusal says anything: a wrong signature over a link that exists, over one that does not, and
 * under a key that does not. Batches take turns; their medians are compared.
 */
function timingSplit({ links }: SurveySetting, loot: Loot): readonly Finding[] {
  const spoil = (token: string, at: number): string => {
    const bytes = Buffer.from(token, 'base64url');
    const place = at < 0 ? bytes.length + at : at;
    bytes[place] = (bytes[place] ?? 0) ^ 1;
    return bytes.toString('base64url');
  };
  const kinds = [
    loot.genuine.map((token) => spoil(token, -1)),
    loot.genuine.map(() => spoil(loot.never(loot.campaignId), -1)),
    loot.genuine.map((token) => spoil(token, 2)),
  ];
  const times = kinds.map((): number[] => []);
  for (let batch = 0; batch < 60; batch += 1) {
    kinds.forEach((tokens, kind) => {
      const from = performance.now();
      for (const token of tokens) if (links.verify(token).ok) throw new Error('A forged link was verified.');
      if (batch >= 10) times[kind]?.push(((performance.now() - from) * 1_000) / tokens.length);
    });
  }
  const medians = times.map(median);
  const split = (Math.max(...medians) - Math.min(...medians)) / Math.min(...medians);
  return [
    told(
      '  time of a refusal (known link, unknown link, unknown key)',
      medians.map((us) => us.toFixed(2)).join(', '),
      ' us',
    ),
    atMost('  difference of their medians', split * 100, SPLIT * 100, ' %'),
  ];
}
