import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDatabase } from '../database.js';
import { campaignRecord, outcomeOf, seedUnit, testDatabases } from '../testing.js';
import type { TestDatabase } from '../testing.js';

describe.each(testDatabases())('surveys on $name', ({ open }) => {
  let database: TestDatabase;
  const link = (linkHash: string) =>
    ({ linkHash, campaignId: 'campaign-1', stratum: 'ordinary', state: 'issued' }) as const;
  const envelope = (linkHash: string, payload: string) => ({
    linkHash,
    campaignId: 'campaign-1',
    payload,
    day: '2026-03-01',
  });

  beforeAll(async () => {
    database = await open();
    await database.transactions.run(async (stores) => {
      await seedUnit(stores, 2);
      await stores.surveys.insertCampaigns([campaignRecord()]);
      await stores.surveys.insertLinks(['l-1', 'l-2', 'l-3', 'rush'].map(link));
    });
  });
  afterAll(() => database.close());

  it('take one answer of 200 that arrive at once for one link', async () => {
    const second = await openDatabase(database.url); // another survey process
    const puts = Array.from({ length: 200 }, (_, number) =>
      [database, second][number % 2]!.transactions.run(({ surveys }) =>
        surveys.putEnvelope(envelope('rush', `answer ${number}`)),
      ),
    );
    const outcomes = await Promise.all(puts);
    await second.close();
    expect(outcomes.filter((outcome) => outcome === 'accepted')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'already')).toHaveLength(199);
    const accepted = outcomes.indexOf('accepted');
    expect(await database.transactions.read(({ surveys }) => surveys.envelopes('campaign-1'))).toEqual([
      { ...envelope('rush', `answer ${accepted}`), stratum: 'ordinary' },
    ]);
  });

  it('say whether a link is answered, and count responses of a cycle', async () => {
    await database.transactions.read(async ({ surveys }) => {
      expect([await surveys.answered('rush'), await surveys.answered('l-1')]).toEqual([true, false]);
      expect([await surveys.responseCount('cycle-1'), await surveys.responseCount('cycle-9')]).toEqual([
        1, 0,
      ]);
      expect([await surveys.linkCount('campaign-1'), await surveys.linkCount('none')]).toEqual([4, 0]);
    });
  });

  it('take no answer for a link nobody issued', async () => {
    const put = database.transactions.run(({ surveys }) => surveys.putEnvelope(envelope('forged', '{}')));
    expect(await outcomeOf(put)).toBe('REFERENCE_MISSING');
  });

  it('revoke a link once', async () => {
    const revoke = () => database.transactions.run(({ surveys }) => surveys.revokeLink('l-2'));
    expect([await revoke(), await revoke()]).toEqual([true, false]);
    await database.transactions.read(async ({ surveys }) => {
      expect(await surveys.link('l-2')).toEqual({ ...link('l-2'), state: 'revoked' });
      expect(await surveys.link('l-9')).toBeNull();
    });
  });

  it('move a campaign on from the version that was read only', async () => {
    const change = { state: 'open', opensAt: 1_767_225_600_001, extensions: 1 } as const;
    const advance = () =>
      database.transactions.run(({ surveys }) => surveys.advanceCampaign('campaign-1', 1, change));
    expect([await outcomeOf(advance()), await outcomeOf(advance())]).toEqual(['done', 'VERSION_CONFLICT']);
    const expected = campaignRecord({ ...change, version: 2 });
    await database.transactions.read(async ({ surveys }) => {
      expect(await surveys.campaign('campaign-1')).toEqual(expected);
      expect(await surveys.campaignsOf('cycle-1')).toEqual([expected]);
    });
  });

  it('replace a campaign’s counts as a whole', async () => {
    const tally = (appraisalId: string, satisfied: number) => ({
      campaignId: 'campaign-1',
      appraisalId,
      issued: 300,
      valid: 250,
      satisfied,
      ordinary: 200,
    });
    const replace = (...rows: ReturnType<typeof tally>[]) =>
      database.transactions.run(({ surveys }) => surveys.replaceTally('campaign-1', rows));
    await replace(tally('appraisal-0', 149), tally('appraisal-1', 10));
    await replace(tally('appraisal-0', 150));
    expect(
      await database.transactions.read(({ surveys }) => surveys.tallyOfUnit('cycle-1', 'unit-1')),
    ).toEqual([tally('appraisal-0', 150)]);
  });

  it('refuse a campaign or a link twice', async () => {
    const campaign = database.transactions.run(({ surveys }) => surveys.insertCampaigns([campaignRecord()]));
    const links = database.transactions.run(({ surveys }) => surveys.insertLinks([link('l-8'), link('l-8')]));
    expect([await outcomeOf(campaign), await outcomeOf(links)]).toEqual([
      'DUPLICATE_CAMPAIGN',
      'DUPLICATE_LINK',
    ]);
    expect(await database.transactions.read(({ surveys }) => surveys.link('l-8'))).toBeNull();
  });
});
