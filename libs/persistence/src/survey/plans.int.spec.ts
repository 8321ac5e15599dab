import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openWithSource } from '../database.js';
import type { OpenedDatabase } from '../database.js';
import {
  boxRecord,
  campaignRecord,
  envelopeRecord,
  fillBox,
  invitationRecord,
  linkRecord,
  seedUnit,
  testDatabases,
} from '../testing.js';
import type { TestDatabase } from '../testing.js';
import { openSurveyDatabase } from './survey-database.js';
import type { SurveyDatabase } from './survey-database.js';

const CAMPAIGNS = 8;
const EACH = 250;
const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const campaignIds = Array.from({ length: CAMPAIGNS }, (_, n) => `campaign-${n}`);
const linksOf = (campaignId: string): string[] =>
  Array.from({ length: EACH }, (_, n) => digestOf(`${campaignId} ${n}`));

type PlanRow = { readonly table: string; readonly type: string; readonly key: string | null };

describe.each(testDatabases().filter(({ name }) => name === 'MariaDB'))(
  'among many campaigns $name',
  ({ open }) => {
    const statements: string[] = [];
    const onStatement = (sql: string): void => void statements.push(sql);
    let database: TestDatabase;
    let inside: OpenedDatabase;
    let survey: SurveyDatabase;

    beforeAll(async () => {
      database = await open({ onStatement });
      await database.transactions.run(async (stores) => {
        await seedUnit(stores, 1);
        await stores.surveys.insertCampaigns(campaignIds.map((id) => campaignRecord({ id, state: 'open' })));
        for (const campaignId of campaignIds) {
          const links = linksOf(campaignId);
          await stores.surveys.insertLinks(links.map((linkHash) => linkRecord({ linkHash, campaignId })));
          await stores.invitations.insertMany(
            links.map((linkHash) =>
              invitationRecord({ id: linkHash, ref: linkHash, campaignId, linkHash, state: 'sent' }),
            ),
          );
          await stores.boxes.insertBox(boxRecord({ campaignId }), []);
          const leaves = links.map((digest, position) => ({ campaignId, position, digest }));
          await stores.boxes.seal(campaignId, 'root', leaves, 1);
        }
      });
      const answers = campaignIds.flatMap((campaignId) =>
        linksOf(campaignId)
          .slice(0, EACH / 2)
          .map((linkHash) => envelopeRecord({ linkHash, campaignId })),
      );
      await fillBox(database.url, answers);
      inside = await openWithSource(database.url);
      await inside.source.query(
        'ANALYZE TABLE survey_link, survey_envelope, survey_invitation, box_leaf, ballot_box, campaign',
      );
      survey = await openSurveyDatabase(database.url, { onStatement });
    });
    afterAll(async () => {
      await survey.close();
      await inside.close();
      await database.close();
    });

    const read = (work: Parameters<typeof database.transactions.read>[0]) => database.transactions.read(work);
    const hash = digestOf('campaign-3 7');

    it.each([
      [
        'the unanswered of a campaign',
        () => read(({ invitations }) => invitations.unanswered('campaign-3', 2, { after: '0', limit: 50 })),
        ['campaign-3', 2, '0'],
      ],
      [
        'those waiting',
        () => read(({ invitations }) => invitations.waiting('campaign-3', { after: '0', limit: 50 })),
        ['campaign-3', '0'],
      ],
      [
        'envelopes by stratum',
        () => read(({ surveys }) => surveys.envelopeCounts('campaign-3')),
        ['campaign-3'],
      ],
      ['links by channel', () => read(({ surveys }) => surveys.linkCounts('campaign-3')), ['campaign-3']],
      [
        'the box without its links',
        () => read(({ surveys }) => surveys.strippedEnvelopes('campaign-3')),
        ['campaign-3'],
      ],
      [
        'a leaf by the beginning of its digest',
        () => survey.reads.leaf(hash.slice(0, 20)),
        [hash.slice(0, 20), `${hash.slice(0, 20)}g`],
      ],
      ['a link', () => survey.reads.link(hash), [hash]],
      ['the digest behind a spent link', () => survey.reads.spent(hash), [hash]],
    ] as const)('finds by an index: %s', async (_what, work, values) => {
      statements.length = 0;
      await work();
      const plan = (await inside.source.query(`EXPLAIN ${statements[0]!}`, [...values])) as PlanRow[];
      expect(plan.length).toBeGreaterThan(0);
      // Neither a whole table nor a whole index.
      expect(plan.filter(({ type, key }) => type === 'ALL' || type === 'index' || key === null)).toEqual([]);
    });
  },
);
