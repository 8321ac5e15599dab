import type { Campaign, SheetBody, Stratum, SurveyLinks } from '@kaoji/application';
import { issueLinks } from '@kaoji/application';
import type { Ballot, Questionnaire } from '@kaoji/domain';
import { decodeBallot, defaultQuestionnaire, merkleRoot } from '@kaoji/domain';
import {
  createBallotSealer,
  createNoticeLinks,
  createObjectionSealer,
  createSurveyLinks,
} from '@kaoji/gateways';
import { openSurveyDatabase } from '@kaoji/persistence';
import type { TestDatabase, TestDatabaseKind } from '@kaoji/persistence/testing';
import { boxRecord, campaignRecord, seedUnit, testDatabases } from '@kaoji/persistence/testing';
import type { LogEvent } from '../src/http/survey-log.js';
import type { SurveyLimits } from '../src/limits/survey-limits.js';
import type { NoticeLimits } from '../src/notice/notice-limits.js';
import { createSurveyApp } from '../src/survey-app.js';
import type { Client } from './http-client.js';
import { httpClient } from './http-client.js';
import type { TestBox } from './test-box.js';
import { createTestBox } from './test-box.js';

export const LINK_KEY = { id: 'k', secret: Buffer.alloc(32, 7).toString('base64url') };
export const NOW = Date.UTC(2026, 10, 20, 17, 30); // 01:30 on 21 November in China
export const HOUR_MS = 3_600_000;
export const OPEN = 'campaign-1';

/** Plainly made-up people. */
export const PEOPLE: SheetBody['people'] = [
  person(1, '演示甲', ['社区党组织书记', 'Secretary of the Party branch']),
  person(2, '演示<乙>', ['网格员', 'Grid worker'], ['社区党组织书记', 'Secretary of the Party branch']),
  person(3, '演示丙', ['网格员', 'Grid worker']),
];

export type IssueOptions = {
  readonly campaignId?: string;
  readonly channel?: 'handed' | 'assisted';
  readonly stratum?: Stratum;
};
/** A survey process over an empty database of its own, with one open campaign and a clock the test sets. */
export type SurveyWorld = {
  readonly origin: string;
  readonly http: Client;
  readonly database: TestDatabase;
  readonly links: SurveyLinks;
  readonly log: readonly LogEvent[];
  readonly clock: { now(): number; set(now: number): void };
  issue(count: number, options?: IssueOptions): Promise<readonly string[]>;
  /** A genuine link that was issued and has run out, of a campaign that is still open. */
  issueExpired(): Promise<string>;
  /** Another campaign beside the open one, with the same sheet. */
  add(campaign: Partial<Campaign> & { readonly id: string }): Promise<void>;
  change(campaignId: string, change: Partial<Pick<Campaign, 'state' | 'panelReason'>>): Promise<void>;
  /** Publishes root and leaves of the open campaign's box, as the engine does at its end. */
  seal(): Promise<{ readonly root: string }>;
  /** What lies in the box for a link, opened by its two holders; null when nothing does. */
  ballotOf(token: string): Promise<Ballot | null>;
  received(campaignId?: string): Promise<number>;
  /** Closes what the pages read and write, as if the database had gone. */
  loseDatabase(): Promise<void>;
  stop(): Promise<void>;
  close(): Promise<void>;
};
export type WorldOptions = {
  readonly questionnaire?: Questionnaire;
  readonly people?: SheetBody['people'];
  readonly limits?: Partial<SurveyLimits>;
  readonly noticeLimits?: Partial<NoticeLimits>;
  readonly kind?: TestDatabaseKind;
};

/** One box for all worlds of a test file: deriving keys from passphrases is slow on purpose. */
let sharedBox: Promise<TestBox> | null = null;

export async function openSurveyWorld(options: WorldOptions = {}): Promise<SurveyWorld> {
  const { questionnaire = defaultQuestionnaire, people = PEOPLE, kind = testDatabases()[0] } = options;
  if (kind === undefined) throw new Error('There is no database.');
  const [database, box] = await Promise.all([kind.open(), (sharedBox ??= createTestBox(OPEN))]);
  const { transactions } = database;
  const body: SheetBody = {
    year: 2026,
    communityName: '演示社区',
    questionnaire,
    people,
    publicKey: box.publicKey,
  };
  const add: SurveyWorld['add'] = (campaign) =>
    transactions.run(async ({ surveys }) => {
      const usual = { state: 'open', opensAt: NOW - HOUR_MS, closesAt: NOW + HOUR_MS } as const;
      await surveys.insertCampaigns([campaignRecord({ ...usual, ...campaign })]);
      await surveys.putSheet({ campaignId: campaign.id, body: JSON.stringify(body) });
    });
  await transactions.run(async (stores) => {
    await seedUnit(stores, 0);
  });
  await add({ id: OPEN });
  await transactions.run((stores) => stores.boxes.insertBox(boxRecord({ publicKey: box.publicKey }), []));

  const survey = await openSurveyDatabase(database.url);
  const links = createSurveyLinks([LINK_KEY]);
  const log: LogEvent[] = [];
  let now = NOW;
  const clock = { now: () => now, set: (to: number) => void (now = to) };
  const app = await createSurveyApp({
    reads: survey.reads,
    intake: survey.intake,
    sealer: createBallotSealer(clock),
    notice: {
      notices: survey.notices,
      objections: survey.objections,
      objectionSealer: createObjectionSealer(),
      noticeLinks: createNoticeLinks([LINK_KEY]),
      noticeLimits: options.noticeLimits ?? {},
    },
    links,
    clock,
    ready: () => survey.ping(),
    log: (event) => log.push(event),
    limits: options.limits ?? {},
  });
  await app.listen(0, '127.0.0.1');
  const origin = await app.getUrl();
  const stopNow = async () => {
    await app.close();
    await survey.close();
  };
  let stopped: Promise<void> | null = null;
  const stop = () => (stopped ??= stopNow());
  return {
    origin,
    http: httpClient(origin),
    database,
    links,
    log,
    clock,
    add,
    issue: (count, { campaignId = OPEN, channel = 'handed', stratum = 'ordinary' } = {}) =>
      issueLinks({ transactions, links, clock }, { campaignId, count, stratum, channel }),
    issueExpired: async () => {
      const { token, linkHash } = links.issue(OPEN, NOW - 1000);
      const row = {
        linkHash,
        campaignId: OPEN,
        stratum: 'ordinary',
        channel: 'handed',
        state: 'issued',
      } as const;
      await transactions.run((stores) => stores.surveys.insertLinks([row]));
      return token;
    },
    change: (campaignId, change) =>
      transactions.run(async ({ surveys }) => {
        const campaign = await surveys.campaign(campaignId);
        await surveys.advanceCampaign(campaignId, campaign?.version ?? 0, change);
      }),
    seal: () => seal(database),
    ballotOf: async (token) => {
      const verified = links.verify(token);
      const digest = verified.ok ? await survey.reads.spent(verified.linkHash) : null;
      return digest === null ? null : open(database, box, digest);
    },
    received: async (campaignId = OPEN) =>
      transactions.read(async (stores) => (await stores.surveys.strippedEnvelopes(campaignId)).length),
    loseDatabase: () => survey.close(),
    stop,
    close: async () => {
      await stop();
      await database.close();
    },
  };
}

/** A world for one test, closed whatever happens in it. */
export async function withSurveyWorld(
  options: WorldOptions,
  work: (world: SurveyWorld) => Promise<void>,
): Promise<void> {
  const world = await openSurveyWorld(options);
  try {
    await work(world);
  } finally {
    await world.close();
  }
}

async function seal({ transactions }: TestDatabase): Promise<{ readonly root: string }> {
  return transactions.run(async ({ boxes, surveys }) => {
    const digests = (await surveys.strippedEnvelopes(OPEN)).map(({ digest }) => digest);
    const root = Buffer.from(merkleRoot(digests.map((digest) => Buffer.from(digest, 'hex')))).toString('hex');
    const leaves = digests.map((digest, position) => ({ campaignId: OPEN, position, digest }));
    await boxes.seal(OPEN, root, leaves, NOW);
    const campaign = await surveys.campaign(OPEN);
    await surveys.advanceCampaign(OPEN, campaign?.version ?? 0, { state: 'sealed' });
    return { root };
  });
}

async function open({ transactions }: TestDatabase, box: TestBox, digest: string): Promise<Ballot | null> {
  const all = await transactions.read((stores) => stores.surveys.strippedEnvelopes(OPEN));
  const sealed = all.find((envelope) => envelope.digest === digest)?.sealed ?? '';
  const bytes = await (await box.open()).open(sealed);
  return bytes === null ? null : decodeBallot(bytes);
}

export function person(number: number, name: string, ...posts: readonly (readonly [string, string])[]) {
  const appraisalId = `a0000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  return { appraisalId, name, postTitles: posts.map(([zh, en]) => ({ zh, en })) };
}

/** The field a person is rated by. */
export function rating(number: number): string {
  return `p.${person(number, '').appraisalId}.rating`;
}
