import type { Appraisal, Campaign, Stratum, SurveyEnvelope, SurveyLinks } from '@kaoji/application';
import { createPostTitles, issueLinks } from '@kaoji/application';
import { createSurveyLinks } from '@kaoji/gateways';
import type { Database } from '@kaoji/persistence';
import { openDatabase } from '@kaoji/persistence';
import type { LogEvent } from '../src/http/survey-log.js';
import { createSurveyApp } from '../src/survey-app.js';
import type { Client } from './http-client.js';
import { httpClient } from './http-client.js';

export const LINK_KEY = { id: 'k', secret: Buffer.alloc(32, 7).toString('base64url') };
export const NOW = Date.UTC(2026, 10, 20, 17, 30); // 01:30 on 21 November in China
export const HOUR_MS = 3_600_000;

/** Plainly made-up people; those who left or are not graded are not rated. */
const PEOPLE = [
  { name: '甲示例', posts: ['secretary'] },
  { name: '乙<示例>', posts: ['grid', 'secretary'] },
  { name: '丙示例', posts: ['grid'], eligibility: 'comment_only' },
  { name: '离开者', posts: ['grid'], status: 'left' as const },
  { name: '暂缓者', posts: ['grid'], status: 'held' as const, eligibility: 'held' },
  { name: '未考核者', posts: ['grid'], eligibility: 'ungraded' },
];

/** A survey process over an empty database of its own, with one open campaign and a clock the test sets. */
export type SurveyWorld = {
  readonly origin: string;
  readonly http: Client;
  readonly database: Database;
  readonly links: SurveyLinks;
  readonly log: readonly LogEvent[];
  readonly clock: { now(): number; set(now: number): void };
  issue(count: number, stratum?: Stratum): Promise<readonly string[]>;
  /** A genuine link that was issued and has run out, of a campaign that is still open. */
  issueExpired(): Promise<string>;
  change(change: Partial<Pick<Campaign, 'state' | 'opensAt' | 'closesAt'>>): Promise<void>;
  envelopes(): Promise<readonly (SurveyEnvelope & { readonly stratum: Stratum })[]>;
  close(): Promise<void>;
};

export async function openSurveyWorld(options: { readonly moreRated?: number } = {}): Promise<SurveyWorld> {
  const database = await openDatabase('sqlite::memory:');
  await database.migrate();
  await database.transactions.run((stores) => seed(stores, options.moreRated ?? 0));
  const { transactions } = database;
  const links = createSurveyLinks([LINK_KEY]);
  const log: LogEvent[] = [];
  let now = NOW;
  const clock = { now: () => now, set: (to: number) => void (now = to) };
  const deps = { transactions, links, clock };
  const app = await createSurveyApp({
    ...deps,
    postTitles: createPostTitles(),
    ready: () => database.ping(),
    log: (event) => log.push(event),
  });
  await app.listen(0, '127.0.0.1');
  const origin = await app.getUrl();
  return {
    origin,
    http: httpClient(origin),
    database,
    links,
    log,
    clock,
    issue: (count, stratum = 'ordinary') => issueLinks(deps, { campaignId: 'campaign-1', count, stratum }),
    issueExpired: async () => {
      const { token, linkHash } = links.issue('campaign-1', NOW - 1000);
      const row = { linkHash, campaignId: 'campaign-1', stratum: 'ordinary', state: 'issued' } as const;
      await transactions.run((stores) => stores.surveys.insertLinks([row]));
      return token;
    },
    change: (change) =>
      transactions.run(async (stores) => {
        const campaign = await stores.surveys.campaign('campaign-1');
        await stores.surveys.advanceCampaign('campaign-1', campaign?.version ?? 0, change);
      }),
    envelopes: () => transactions.read((stores) => stores.surveys.envelopes('campaign-1')),
    close: async () => {
      await app.close();
      await database.close();
    },
  };
}

type Work = Parameters<Database['transactions']['run']>[0];

async function seed(stores: Parameters<Work>[0], moreRated: number): Promise<void> {
  const more = Array.from({ length: moreRated }, (_, at) => ({ name: `示例${at + 1}号`, posts: ['grid'] }));
  const people = [...PEOPLE, ...more].map((person, at) => ({ ...person, id: `person-${at + 1}` }));
  await stores.places.insertArea({ id: 'area-1', name: '示例区' });
  await stores.places.insertUnits([{ id: 'unit-1', areaId: 'area-1', name: '示例街道' }]);
  await stores.places.insertCommunities([{ id: 'community-1', unitId: 'unit-1', name: '示例里社区' }]);
  await stores.places.insertPeople(people.map(({ id, name }) => ({ id, name, phone: '13000000000' })));
  await stores.rulebooks.adopt({
    hash: 'rulebook-1',
    rulebookId: 'demo',
    rulebookVersion: '1',
    source: '',
    body: JSON.stringify({ posts: POSTS }),
    adoptedBy: 'demo',
    adoptedAt: 1,
  });
  await stores.rulebooks.pinCalendar({ hash: 'calendar-1', calendarId: 'demo', body: '{}' });
  await stores.cycles.insert(
    {
      id: 'cycle-1',
      run: 'rehearsal-1',
      areaId: 'area-1',
      year: 2026,
      rulebookHash: 'rulebook-1',
      calendarHash: 'calendar-1',
      clock: { kind: 'calendar' },
      drawSeed: 'seed',
      state: 'open',
      version: 1,
      createdBy: 'demo',
      createdAt: 1,
      openedAt: 1,
      closedAt: null,
    },
    [
      {
        cycleId: 'cycle-1',
        unitId: 'unit-1',
        state: 'collecting',
        facts: {},
        headcount: null,
        pool: null,
        collectionClosesAt: null,
        round: 0,
        noticeEndsAt: null,
        version: 1,
      },
    ],
  );
  await stores.appraisals.insertMany(
    people.map((person, at) => ({ ...appraisalOf(at + 1), ...pick(person) })),
  );
  await stores.surveys.insertCampaigns([
    {
      id: 'campaign-1',
      cycleId: 'cycle-1',
      unitId: 'unit-1',
      communityId: 'community-1',
      state: 'open',
      opensAt: NOW - HOUR_MS,
      closesAt: NOW + HOUR_MS,
      extensions: 0,
      version: 1,
    },
  ]);
}

const POSTS = [
  { code: 'secretary', title: { zh: '社区党组织书记', en: 'Secretary of the Party branch' } },
  { code: 'grid', title: { zh: '网格员', en: 'Grid worker' } },
];

function pick(person: Partial<Appraisal>): Pick<Appraisal, 'posts' | 'status' | 'eligibility'> {
  const { posts = [], status = 'open', eligibility = null } = person;
  return { posts, status, eligibility };
}

function appraisalOf(number: number): Appraisal {
  return {
    id: `appraisal-${String(number).padStart(2, '0')}`,
    cycleId: 'cycle-1',
    unitId: 'unit-1',
    communityId: 'community-1',
    personId: `person-${number}`,
    posts: [],
    category: 'contract',
    facts: {},
    punishments: [],
    earlier: [],
    status: 'open',
    eligibility: null,
    composite: null,
    provisionalGrade: null,
    finalStatus: null,
    finalGrade: null,
    decidedRule: null,
    decidedClause: null,
    evidenceHash: null,
    resultHash: null,
    notifiedAt: null,
    contestUntil: null,
    joinedLate: false,
    version: 1,
  };
}
