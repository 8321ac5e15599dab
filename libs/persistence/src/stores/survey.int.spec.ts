import type { Campaign, SurveyTally } from '@kaoji/application';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  accountRecord,
  boxRecord,
  campaignRecord,
  envelopeRecord,
  fillBox,
  invitationRecord,
  linkRecord,
  outcomeOf,
  seedUnit,
  testDatabases,
} from '../testing.js';
import type { TestDatabase } from '../testing.js';

describe.each(testDatabases())('surveys on $name', ({ open }) => {
  let database: TestDatabase;
  const run: TestDatabase['transactions']['run'] = (work) => database.transactions.run(work);
  const read: TestDatabase['transactions']['read'] = (work) => database.transactions.read(work);
  const advance = (id: string, version: number, change: Partial<Campaign>) =>
    run(({ surveys }) => surveys.advanceCampaign(id, version, change));

  beforeAll(async () => {
    database = await open();
    await run(async (stores) => {
      await seedUnit(stores, 2);
      await stores.accounts.insertMany([accountRecord()]);
      await stores.surveys.insertCampaigns([
        campaignRecord({ state: 'open' }),
        campaignRecord({ id: 'campaign-2' }),
      ]);
      await stores.surveys.insertLinks([
        linkRecord({ linkHash: 'l-1' }),
        linkRecord({ linkHash: 'l-2' }),
        linkRecord({ linkHash: 'l-3', channel: 'assisted' }),
        linkRecord({ linkHash: 'l-4', stratum: 'representative', channel: 'sms' }),
        linkRecord({ linkHash: 'l-5', stratum: 'service_object', channel: 'slip' }),
      ]);
    });
    await fillBox(
      database.url,
      ['l-4', 'l-3', 'l-1', 'l-2'].map((linkHash) => envelopeRecord({ linkHash })),
    );
  });
  afterAll(() => database.close());

  it('count links and envelopes by stratum and by how they came', async () => {
    await read(async ({ surveys }) => {
      expect(await surveys.linkCounts('campaign-1')).toEqual([
        { stratum: 'ordinary', channel: 'assisted', count: 1 },
        { stratum: 'ordinary', channel: 'handed', count: 2 },
        { stratum: 'representative', channel: 'sms', count: 1 },
        { stratum: 'service_object', channel: 'slip', count: 1 },
      ]);
      expect(await surveys.envelopeCounts('campaign-1')).toEqual([
        { stratum: 'ordinary', assisted: false, count: 2 },
        { stratum: 'ordinary', assisted: true, count: 1 },
        { stratum: 'representative', assisted: false, count: 1 },
      ]);
      expect([await surveys.linkCounts('none'), await surveys.envelopeCounts('none')]).toEqual([[], []]);
    });
  });

  it('give the box without its links, in the order of the digests', async () => {
    const stripped = await read(({ surveys }) => surveys.strippedEnvelopes('campaign-1'));
    expect(stripped).toEqual(
      ['l-1', 'l-2', 'l-3', 'l-4'].map((link) => ({
        sealed: `sealed-${link}`,
        digest: `digest-${link}`,
        stratum: link === 'l-4' ? 'representative' : 'ordinary',
        assisted: link === 'l-3',
      })),
    );
  });

  it('revoke a link once', async () => {
    const revoke = () => run(({ surveys }) => surveys.revokeLink('l-5'));
    expect([await revoke(), await revoke()]).toEqual([true, false]);
    await read(async ({ surveys }) => {
      expect(await surveys.link('l-5')).toEqual(
        linkRecord({ linkHash: 'l-5', stratum: 'service_object', channel: 'slip', state: 'revoked' }),
      );
      expect(await surveys.link('l-9')).toBeNull();
    });
  });

  it('move a campaign on from the version that was read only', async () => {
    const change = { state: 'open', opensAt: 1_767_225_600_001, extensions: 1 } as const;
    const outcomes = [
      await outcomeOf(advance('campaign-2', 1, change)),
      await outcomeOf(advance('campaign-2', 1, change)),
    ];
    expect(outcomes).toEqual(['done', 'VERSION_CONFLICT']);
    const expected = campaignRecord({ id: 'campaign-2', ...change, version: 2 });
    await read(async ({ surveys }) => {
      expect(await surveys.campaign('campaign-2')).toEqual(expected);
      expect((await surveys.campaignsOf('cycle-1'))[1]).toEqual(expected);
    });
  });

  it('pin an adopted questionnaire to a campaign and no other', async () => {
    const pin = (version: number, questionnaireHash: string) =>
      advance('campaign-2', version, { questionnaireHash });
    expect(await outcomeOf(pin(2, 'asked'))).toBe('REFERENCE_MISSING');
    await run(({ questionnaires }) => questionnaires.adopt({ hash: 'asked', body: '{}', adoptedAt: 1 }));
    expect(await outcomeOf(pin(2, 'asked'))).toBe('done');
    await advance('campaign-2', 3, { state: 'closed_to_panel', panelReason: 'sample_not_valid' });
    expect(await read(({ surveys }) => surveys.campaign('campaign-2'))).toMatchObject({
      questionnaireHash: 'asked',
      panelReason: 'sample_not_valid',
    });
  });

  it('keep one sheet of a campaign, the latest', async () => {
    const put = (body: string) => run(({ surveys }) => surveys.putSheet({ campaignId: 'campaign-1', body }));
    await put('{"year":2025}');
    await put('{"year":2026}');
    await read(async ({ surveys }) => {
      expect(await surveys.sheet('campaign-1')).toEqual({ campaignId: 'campaign-1', body: '{"year":2026}' });
      expect(await surveys.sheet('campaign-2')).toBeNull();
    });
  });

  it('add counts of a pace to what is there', async () => {
    const row = (bucket: string, count: number) => ({
      campaignId: 'campaign-1',
      day: '2026-03-01',
      bucket,
      count,
    });
    await run(({ surveys }) => surveys.addPace([row('h08', 3), row('under_15s', 1)]));
    await run(({ surveys }) => surveys.addPace([row('h08', 4), row('h09', 1)]));
    expect(await read(({ surveys }) => surveys.paceOf('campaign-1'))).toEqual([
      row('h08', 7),
      row('h09', 1),
      row('under_15s', 1),
    ]);
  });

  it('replace a campaign’s counts as a whole', async () => {
    const tally = (appraisalId: string, satisfied: number, own: Partial<SurveyTally> = {}): SurveyTally => ({
      campaignId: 'campaign-1',
      appraisalId,
      issued: 300,
      valid: 250,
      satisfied,
      ordinary: 200,
      assisted: 20,
      population: null,
      ...own,
    });
    const replace = (...rows: SurveyTally[]) =>
      run(({ surveys }) => surveys.replaceTally('campaign-1', rows));
    await replace(tally('appraisal-0', 149), tally('appraisal-1', 10));
    await replace(tally('appraisal-0', 150, { population: 4000 }));
    expect(await read(({ surveys }) => surveys.tallyOfUnit('cycle-1', 'unit-1'))).toEqual([
      tally('appraisal-0', 150, { population: 4000 }),
    ]);
  });

  it('refuse a campaign or a link twice', async () => {
    const campaign = run(({ surveys }) => surveys.insertCampaigns([campaignRecord()]));
    const link = linkRecord({ linkHash: 'l-8' });
    const links = run(({ surveys }) => surveys.insertLinks([link, link]));
    expect([await outcomeOf(campaign), await outcomeOf(links)]).toEqual([
      'DUPLICATE_CAMPAIGN',
      'DUPLICATE_LINK',
    ]);
    expect(await read(({ surveys }) => surveys.link('l-8'))).toBeNull();
  });

  it('destroy a box with everything that could tie a resident to a link, and keep how many answered', async () => {
    const about = { campaignId: 'campaign-1' } as const;
    const digests = ['l-1', 'l-2', 'l-3', 'l-4'].map((link) => `digest-${link}`);
    await run(async ({ boxes, invitations }) => {
      await boxes.insertBox(boxRecord(), [
        { ...about, accountId: 'account-1', fromAccount: null, sealed: 'share' },
      ]);
      await boxes.seal(
        about.campaignId,
        'root',
        digests.map((digest, position) => ({ ...about, position, digest })),
        5,
      );
      await invitations.replaceResidents('campaign-1', [
        { ...about, ref: 'resident-1', stratum: 'ordinary', drawn: true, sealed: 'contact' },
      ]);
      await invitations.insertMany([invitationRecord({ linkHash: 'l-1' })]);
    });
    expect(await read(({ surveys }) => surveys.responseCount('cycle-1'))).toBe(4);
    await run(({ surveys }) => surveys.destroyBox('campaign-1'));
    await read(async ({ surveys, boxes, invitations }) => {
      expect(await surveys.strippedEnvelopes('campaign-1')).toEqual([]);
      expect(await boxes.shares('campaign-1')).toEqual([]);
      expect(await surveys.sheet('campaign-1')).toBeNull();
      expect(await invitations.residents('campaign-1')).toEqual([]);
      expect(await invitations.ofCampaign('campaign-1')).toEqual([]);
      expect(await boxes.leaves('campaign-1')).toHaveLength(4);
      expect([await surveys.responseCount('cycle-1'), await surveys.responseCount('cycle-9')]).toEqual([
        4, 0,
      ]);
    });
  });
});
