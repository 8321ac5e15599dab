import { randomBytes } from 'node:crypto';
import type { Campaign, SurveyEnvelope } from '@kaoji/application';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openWithSource } from '../database.js';
import { faultOf } from '../driver-faults.js';
import {
  campaignRecord,
  envelopeRecord,
  linkRecord,
  outcomeOf,
  seedUnit,
  testDatabases,
} from '../testing.js';
import type { TestDatabase } from '../testing.js';
import { openSurveyDatabase } from './survey-database.js';
import type { SurveyDatabase } from './survey-database.js';

const FRAME = /^(BEGIN|COMMIT|START|SET TRANSACTION)/;
const tally = (outcomes: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const outcome of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
};

describe.each(testDatabases())('the intake of answers on $name', ({ open, name }) => {
  const statements: string[] = [];
  let database: TestDatabase;
  let survey: SurveyDatabase;
  let campaigns = 0;
  let campaignId = '';

  beforeAll(async () => {
    database = await open();
    survey = await openSurveyDatabase(database.url, { onStatement: (sql) => statements.push(sql) });
    await database.transactions.run((stores) => seedUnit(stores, 1));
  });
  afterAll(async () => {
    await survey.close();
    await database.close();
  });
  beforeEach(async () => {
    campaigns += 1;
    campaignId = `campaign-${campaigns}`;
    await campaign({});
  });

  const campaign = (own: Partial<Campaign>) =>
    database.transactions.run(({ surveys }) =>
      surveys.insertCampaigns([campaignRecord({ id: campaignId, state: 'open', ...own })]),
    );
  const issue = async (count: number): Promise<string[]> => {
    const hashes = Array.from({ length: count }, () => randomBytes(16).toString('hex'));
    const links = hashes.map((linkHash) => linkRecord({ linkHash, campaignId }));
    await database.transactions.run(({ surveys }) => surveys.insertLinks(links));
    return hashes;
  };
  const answer = (linkHash: string, own: Partial<SurveyEnvelope> = {}): SurveyEnvelope =>
    envelopeRecord({ linkHash, campaignId, digest: randomBytes(32).toString('hex'), ...own });
  const put = (envelopes: readonly SurveyEnvelope[], into = survey) =>
    Promise.all(envelopes.map((envelope) => into.intake.put(envelope)));
  const inTheBox = async (): Promise<string[]> => {
    const stripped = await database.transactions.read(({ surveys }) => surveys.strippedEnvelopes(campaignId));
    return stripped.map(({ digest }) => digest);
  };

  it('takes one answer of 200 that arrive at once for one link, from two processes', async () => {
    const second = await openSurveyDatabase(database.url);
    const [link] = await issue(1);
    const envelopes = Array.from({ length: 200 }, () => answer(link!));
    const [one, other] = await Promise.all([put(envelopes.slice(0, 100)), put(envelopes.slice(100), second)]);
    await second.close();
    const outcomes = [...one, ...other];
    expect(tally(outcomes)).toEqual({ accepted: 1, already: 199 });
    expect(await inTheBox()).toEqual([envelopes[outcomes.indexOf('accepted')]?.digest]);
  });

  it('says of each link of a batch what became of it', async () => {
    const [free, spent, revoked] = await issue(3);
    await put([answer(spent!)]);
    await database.transactions.run(({ surveys }) => surveys.revokeLink(revoked!));
    const elsewhere = answer(free!, { campaignId: 'campaign-0' });
    expect(
      await put([elsewhere, answer(free!), answer(spent!), answer(revoked!), answer('nobodys')]),
    ).toEqual(['unknown', 'accepted', 'already', 'revoked', 'unknown']);
    expect(await inTheBox()).toHaveLength(2);
  });

  it('accepts the same envelope again, whose first answer was lost on the way', async () => {
    const [link] = await issue(1);
    const envelope = answer(link!);
    expect([await put([envelope, envelope]), await put([envelope])]).toEqual([
      ['accepted', 'accepted'],
      ['accepted'],
    ]);
    expect(await inTheBox()).toHaveLength(1);
  });

  it('stores the others of a batch one of which the database refuses', async () => {
    const [one, two, long] = await issue(3);
    const envelopes = [answer(one!), answer(long!, { digest: 'd'.repeat(200), day: '演示' }), answer(two!)];
    const outcomes = await Promise.all(
      envelopes.map((envelope) => survey.intake.put(envelope).catch(() => 'refused')),
    );
    // SQLite limits no text.
    expect(outcomes).toEqual(['accepted', name === 'SQLite' ? 'accepted' : 'refused', 'accepted']);
  });

  it('refuses one ciphertext for two links, and nobody else in its batch', async () => {
    const [one, two, three] = await issue(3);
    const first = answer(one!);
    const outcomes = await Promise.allSettled(
      [first, answer(two!, { digest: first.digest }), answer(three!)].map((envelope) =>
        survey.intake.put(envelope),
      ),
    );
    const stored = outcomes.filter(({ status }) => status === 'fulfilled');
    const refused = outcomes.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
    expect(stored).toHaveLength(2);
    expect((refused.reason as { code: string }).code).toBe('DUPLICATE_RECORD');
    expect(await inTheBox()).toHaveLength(2);
  });

  it.each(['planned', 'sealed', 'counted', 'closed_valid', 'closed_to_panel'] as const)(
    'takes nothing into a campaign that is %s',
    async (state) => {
      const [link] = await issue(1);
      await database.transactions.run(({ surveys }) => surveys.advanceCampaign(campaignId, 1, { state }));
      expect(await put([answer(link!)])).toEqual(['closed']);
      expect(await inTheBox()).toEqual([]);
    },
  );

  it('takes answers of an extended campaign', async () => {
    const [link] = await issue(1);
    await database.transactions.run(({ surveys }) =>
      surveys.advanceCampaign(campaignId, 1, { state: 'extended' }),
    );
    expect(await put([answer(link!)])).toEqual(['accepted']);
  });

  it('lets nothing in after the box is sealed, however answers and sealing race', async () => {
    const links = await issue(600);
    const second = await openSurveyDatabase(database.url, { intake: { mostInBatch: 5 } });
    const third = await openSurveyDatabase(database.url, { intake: { mostInBatch: 7, gatherMs: 0 } });
    const processes = [survey, second, third];
    const racing: Promise<string>[] = [];
    let sealing: Promise<string[]> | null = null;
    for (const [n, link] of links.entries()) {
      racing.push(processes[n % 3]!.intake.put(answer(link)));
      // A few tens of batches are under way when the campaign is sealed, and many follow.
      if (n % 40 === 39) await racing[n - 30];
      sealing ??= n < 250 ? null : seal();
    }
    const sealed = await sealing!;
    const outcomes = await Promise.all(racing);
    await second.close();
    await third.close();
    const { accepted = 0, closed = 0 } = tally(outcomes);
    expect(accepted + closed).toBe(600);
    expect(closed).toBeGreaterThan(0);
    expect(sealed).toHaveLength(accepted);
    expect(await inTheBox()).toEqual(sealed);
  });
  /** As the engine does: the campaign first, which waits for whoever is putting; then what is in the box. */
  const seal = () =>
    database.transactions.run(async ({ surveys }) => {
      await surveys.advanceCampaign(campaignId, 1, { state: 'sealed' });
      return (await surveys.strippedEnvelopes(campaignId)).map(({ digest }) => digest);
    });

  it.each([
    ['a campaign that is sealed', { state: 'sealed' }, {}],
    ['a link of another campaign', {}, { campaignId: 'campaign-1' }],
    ['a revoked link', {}, { state: 'revoked' }],
  ] as const)('is not needed to keep out %s: the database itself does', async (_what, change, link) => {
    await database.transactions.run(async ({ surveys }) => {
      await surveys.insertLinks([linkRecord({ linkHash: `own-${campaignId}`, campaignId, ...link })]);
      await surveys.advanceCampaign(campaignId, 1, change);
    });
    const inside = await openWithSource(database.url);
    const fault = await inside.source
      .query(
        `INSERT INTO survey_envelope VALUES ('own-${campaignId}', '${campaignId}', 's', 'd', '2026-03-01')`,
      )
      .then(() => null, faultOf);
    await inside.close();
    expect(fault).toEqual({ kind: 'refused', code: 'BALLOT_REFUSED' });
  });

  it('takes 500 answers in at most three statements a batch', async () => {
    const links = await issue(500);
    statements.length = 0;
    expect(tally(await put(links.map((link) => answer(link))))).toEqual({ accepted: 500 });
    const batches = statements.filter((sql) => sql === 'COMMIT').length;
    expect(batches).toBeLessThanOrEqual(5);
    expect(statements.filter((sql) => !FRAME.test(sql))).toHaveLength(3 * batches);
    expect(statements.length).toBeLessThanOrEqual(6 * batches);
  });

  it('keeps nothing that tells the order of arrival: envelopes lie by link, and no row has a number', async () => {
    const links = await issue(50);
    for (const link of links) await put([answer(link)]);
    const inside = await openWithSource(database.url);
    const read = (sql: string) => inside.source.query(sql) as Promise<{ link: string }[]>;
    // With a column no other index has, so that the rows themselves are read.
    const asTheyLie = await read('SELECT link_hash AS link, sealed FROM survey_envelope');
    const numbered = read('SELECT rowid FROM survey_envelope').catch(() => 'none');
    expect(await numbered).toBe('none');
    await inside.close();
    const lying = asTheyLie.map(({ link }) => link);
    expect(lying).toEqual([...lying].sort());
    expect(lying).toEqual(expect.arrayContaining(links));
  });

  it('refuses with SURVEY_BUSY when too many wait, and stores none of those', async () => {
    const links = await issue(30);
    const narrow = await openSurveyDatabase(database.url, {
      intake: { lanes: 1, mostInBatch: 5, mostWaiting: 10 },
    });
    const outcomes = await Promise.all(
      links.map((link) => narrow.intake.put(answer(link)).catch((fault: { code: string }) => fault.code)),
    );
    await narrow.close();
    const { accepted = 0, SURVEY_BUSY = 0 } = tally(outcomes);
    expect(accepted + SURVEY_BUSY).toBe(30);
    expect(SURVEY_BUSY).toBeGreaterThan(0);
    expect(await inTheBox()).toHaveLength(accepted);
  });

  it('refuses with DATABASE_UNAVAILABLE when the database is away', async () => {
    const [link] = await issue(1);
    const gone = await openSurveyDatabase(database.url);
    await gone.close();
    expect(await outcomeOf(gone.intake.put(answer(link!)))).toBe('DATABASE_UNAVAILABLE');
    expect(await gone.ping()).toBe(false);
    expect(await survey.ping()).toBe(true);
  });

  it('writes the counts of the pace on close', async () => {
    const short = await openSurveyDatabase(database.url);
    for (const bucket of ['h08', 'under_15s', 'h08'])
      short.intake.pace({ campaignId, day: '2026-03-01', bucket });
    await short.close();
    expect(await database.transactions.read(({ surveys }) => surveys.paceOf(campaignId))).toEqual([
      { campaignId, day: '2026-03-01', bucket: 'h08', count: 2 },
      { campaignId, day: '2026-03-01', bucket: 'under_15s', count: 1 },
    ]);
  });
});
