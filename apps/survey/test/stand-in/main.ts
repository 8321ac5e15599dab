import { fastify } from 'fastify';
import type { PublicCampaign } from '@kaoji/application';
import { loadConfig, surveyVariables } from '@kaoji/config';
import { createBallotSealer, createSurveyLinks, systemClock } from '@kaoji/gateways';
import { openSurveyDatabase } from '@kaoji/persistence';
import { openUsualIntake } from '@kaoji/persistence/testing';
import type { SurveyAppDeps } from '../../src/survey-app.js';
import { createSurveyApp } from '../../src/survey-app.js';

/**
 * The survey process with one thing exchanged, to measure what that thing costs. Environment as `src/main.ts`;
 * arguments: what is exchanged, and the campaign whose page is asked for.
 * `no-database`: reads from memory, envelopes accepted at once. `unsealed`: the same, nothing encrypted.
 * `usual`: a transaction for each answer, nothing encrypted. `unchecked`: pages of `no-database`, links taken at
 * their word. `bare`: nothing of ours, Fastify alone answering one page with the same bytes.
 */
const [what = 'no-database', campaignId = ''] = process.argv.slice(2);
const config = loadConfig(surveyVariables);
const links = createSurveyLinks(config.KAOJI_LINK_KEYS);

/** Answers stay readable: the usual way stores them as they are. */
const readable: SurveyAppDeps['sealer'] = {
  seal: async (_publicKey, _campaignId, ballot) => Buffer.from(ballot).toString('utf8').trimEnd(),
};

async function fromMemory(): Promise<Pick<SurveyAppDeps, 'reads' | 'intake'>> {
  const database = await openSurveyDatabase(config.DATABASE_URL);
  const known = new Map<string, PublicCampaign | null>();
  const campaign = async (id: string) => {
    const kept = known.get(id);
    if (kept !== undefined) return kept;
    const read = await database.reads.campaign(id);
    known.set(id, read);
    return read;
  };
  return {
    reads: {
      campaign,
      link: async () => ({ campaignId, state: 'issued', assisted: false }),
      spent: async () => null,
      leaf: async () => null,
    },
    intake: { put: async () => 'accepted', pace: () => {} },
  };
}

async function startOurs(): Promise<string> {
  const unlimited = { atOnce: 1e9, perSecond: 1e9 };
  const memory = await fromMemory();
  const usual = what === 'usual' ? await openUsualIntake(config.DATABASE_URL, 64) : null;
  const unchecked = {
    ok: true,
    campaignId,
    linkHash: '0'.repeat(64),
    expiresAt: Number.MAX_SAFE_INTEGER,
  } as const;
  const app = await createSurveyApp({
    ...memory,
    ...(usual === null ? {} : { intake: { put: usual.put, pace: () => {} } }),
    sealer: what === 'usual' || what === 'unsealed' ? readable : createBallotSealer(systemClock),
    links: what === 'unchecked' ? { verify: () => unchecked } : links,
    clock: systemClock,
    ready: async () => true,
    log: () => {},
    limits: { genuinePerAddress: unlimited, perLink: unlimited },
  });
  await app.listen(0, '127.0.0.1');
  return app.getUrl();
}

/** One answer of ours, kept, and given again to everybody. */
async function startBare(): Promise<string> {
  const { token } = links.issue(campaignId, systemClock.now() + 86_400_000);
  const page = await fetch(`${await startOurs()}/s/${token}?lang=zh`);
  const body = Buffer.from(await page.arrayBuffer());
  const sent = new Set(['date', 'connection', 'keep-alive', 'content-length', 'transfer-encoding']);
  const headers = Object.fromEntries([...page.headers].filter(([name]) => !sent.has(name)));
  const bare = fastify();
  bare.get('/s/:token', async (_request, reply) => reply.headers(headers).send(body));
  return bare.listen({ port: 0, host: '127.0.0.1' });
}

const url = what === 'bare' ? await startBare() : await startOurs();
process.stdout.write(`${JSON.stringify({ event: 'ready', url })}\n`);
process.on('SIGTERM', () => process.exit(0));
