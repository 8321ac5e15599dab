import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { campaignRecord, envelopeRecord, linkRecord, seedUnit, testDatabases } from '../testing.js';
import type { TestDatabase } from '../testing.js';
import { openRelay } from '../testing/relay.js';
import type { Relay } from '../testing/relay.js';
import { openSurveyDatabase } from './survey-database.js';
import type { SurveyDatabase } from './survey-database.js';

const ANSWERS = 40;
/** The statement as it goes over the wire; `READ COMMITTED` holds the word as well. */
const COMMIT = '\x03COMMIT';

// A file is not lost on the way; a server is.
describe.each(testDatabases().filter(({ name }) => name === 'MariaDB'))(
  'answers while $name goes away',
  ({ open }) => {
    let database: TestDatabase;
    let relay: Relay;
    let survey: SurveyDatabase;
    beforeAll(async () => {
      database = await open();
      relay = await openRelay(database.url);
      survey = await openSurveyDatabase(relay.url, { intake: { lanes: 1 } });
      await database.transactions.run(async (stores) => {
        await seedUnit(stores, 1);
        await stores.surveys.insertCampaigns([campaignRecord({ state: 'open' })]);
      });
    });
    afterAll(async () => {
      await survey.close();
      await relay.close();
      await database.close();
    });

    it.each([
      ['as soon as it is asked for a transaction', 'START TRANSACTION', 'before', 'refused'],
      ['before the answers reach it', 'INSERT INTO survey_envelope', 'before', 'refused'],
      ['after the answers reached it', 'INSERT INTO survey_envelope', 'after', 'refused'],
      ['before it is told to commit', COMMIT, 'before', 'refused'],
      ['after it committed, its word lost', COMMIT, 'after', 'accepted'],
    ] as const)('are stored exactly when their callers hear so: %s', async (_what, words, when, expected) => {
      const links = Array.from({ length: ANSWERS }, () => randomBytes(16).toString('hex'));
      await database.transactions.run(({ surveys }) =>
        surveys.insertLinks(links.map((linkHash) => linkRecord({ linkHash }))),
      );
      const put = () =>
        Promise.all(
          links.map((linkHash) =>
            survey.intake.put(envelopeRecord({ linkHash })).catch((fault: { code: string }) => fault.code),
          ),
        );
      const stored = () => database.transactions.read(({ invitations }) => invitations.spentAmong(links));

      relay.breakAt(words, when);
      const heard = await put();
      expect(new Set(heard)).toEqual(new Set([expected === 'accepted' ? expected : 'DATABASE_UNAVAILABLE']));
      expect((await stored()).size).toBe(expected === 'accepted' ? ANSWERS : 0);
      // The same answers again, as a resident who presses once more.
      expect(new Set(await put())).toEqual(new Set(['accepted']));
      expect((await stored()).size).toBe(ANSWERS);
    });
  },
);
