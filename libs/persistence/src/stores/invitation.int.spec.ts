import type { Invitation, Stratum } from '@kaoji/application';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
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

const page = { after: null, limit: 10 } as const;
const invitation = (n: number, own: Partial<Invitation> = {}) =>
  invitationRecord({ id: `i-${n}`, ref: `r-${n}`, linkHash: `l-${n}`, ...own });
const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);

describe.each(testDatabases())('invitations on $name', ({ open }) => {
  let database: TestDatabase;
  const run: TestDatabase['transactions']['run'] = (work) => database.transactions.run(work);
  const read: TestDatabase['transactions']['read'] = (work) => database.transactions.read(work);
  const unanswered = (atMost: number, after: string | null = null) =>
    read(({ invitations }) => invitations.unanswered('campaign-1', atMost, { after, limit: 10 }));

  beforeAll(async () => {
    database = await open();
    await run(async (stores) => {
      await seedUnit(stores, 1);
      await stores.surveys.insertCampaigns([campaignRecord({ state: 'open' })]);
      await stores.surveys.insertLinks([1, 2, 3, 4, 5, 6].map((n) => linkRecord({ linkHash: `l-${n}` })));
    });
  });
  afterAll(() => database.close());

  it('keep the latest list of residents, and mark who is drawn', async () => {
    const resident = (ref: string, stratum: Stratum, drawn = false) => ({
      campaignId: 'campaign-1',
      ref,
      stratum,
      drawn,
      sealed: `contact-${ref}`,
    });
    const replace = (...rows: ReturnType<typeof resident>[]) =>
      run(({ invitations }) => invitations.replaceResidents('campaign-1', rows));
    await replace(resident('old', 'ordinary'));
    await replace(resident('b', 'ordinary'), resident('a', 'ordinary'), resident('c', 'representative'));
    await run(({ invitations }) => invitations.markDrawn('campaign-1', ['a', 'nobody']));
    await read(async ({ invitations }) => {
      expect(await invitations.residents('campaign-1')).toEqual([
        resident('a', 'ordinary', true),
        resident('b', 'ordinary'),
        resident('c', 'representative'),
      ]);
      expect(await invitations.residentCounts('campaign-1')).toEqual([
        { stratum: 'ordinary', count: 2, drawn: 1 },
        { stratum: 'representative', count: 1, drawn: 0 },
      ]);
    });
    expect(await outcomeOf(replace(resident('a', 'ordinary'), resident('a', 'ordinary')))).toBe(
      'DUPLICATE_RESIDENT',
    );
    expect(await read(({ invitations }) => invitations.residents('campaign-1'))).toHaveLength(3);
  });

  it('record one draw of a campaign', async () => {
    const draw = {
      campaignId: 'campaign-1',
      seed: '演示-2026',
      listHash: 'list',
      strata: '{"ordinary":[2,1]}',
      drawnBy: 'account-hr',
      drawnAt: 9,
    };
    const insert = () => run(({ invitations }) => invitations.insertDraw(draw));
    expect([await outcomeOf(insert()), await outcomeOf(insert())]).toEqual(['done', 'DUPLICATE_DRAW']);
    await read(async ({ invitations }) => {
      expect(await invitations.draw('campaign-1')).toEqual(draw);
      expect(await invitations.draw('none')).toBeNull();
    });
  });

  it('page through those waiting by id', async () => {
    await run(({ invitations }) => invitations.insertMany([3, 1, 2, 4, 5].map((n) => invitation(n))));
    await run(({ invitations }) =>
      invitations.insertMany([invitation(6, { state: 'failed', problem: 'GATEWAY_REFUSED' })]),
    );
    await read(async ({ invitations }) => {
      expect(ids(await invitations.waiting('campaign-1', { after: null, limit: 2 }))).toEqual(['i-1', 'i-2']);
      expect(ids(await invitations.waiting('campaign-1', { after: 'i-2', limit: 9 }))).toEqual([
        'i-3',
        'i-4',
        'i-5',
      ]);
      expect(await invitations.byId('i-1')).toEqual(invitation(1));
      expect(await invitations.byId('i-9')).toBeNull();
      expect(await invitations.ofCampaign('campaign-1')).toHaveLength(6);
    });
  });

  it('refuse a second invitation to a resident by the same channel', async () => {
    const second = run(({ invitations }) => invitations.insertMany([invitation(1, { id: 'i-1b' })]));
    expect(await outcomeOf(second)).toBe('DUPLICATE_INVITATION');
    await run(({ invitations }) =>
      invitations.insertMany([invitation(1, { id: 'i-1s', channel: 'slip', state: 'failed' })]),
    );
  });

  it('remind of unspent links only, so often at most, never of a revoked one', async () => {
    await run(async ({ invitations, surveys }) => {
      for (const n of [1, 2, 3, 4])
        await invitations.advance(`i-${n}`, { state: n === 2 ? 'delivered' : 'sent' });
      await invitations.advance('i-3', { reminders: 2 });
      await surveys.revokeLink('l-4');
    });
    expect(ids(await unanswered(2))).toEqual(['i-1', 'i-2']); // 3 is reminded twice, 4 revoked, 5 not sent, 6 failed
    expect(ids(await unanswered(3, 'i-1'))).toEqual(['i-2', 'i-3']);
    expect(await unanswered(0)).toEqual([]);
    await fillBox(database.url, [envelopeRecord({ linkHash: 'l-1' })]);
    expect(ids(await unanswered(2))).toEqual(['i-2']);
    await read(async ({ invitations }) => {
      expect(await invitations.spentAmong(['l-1', 'l-2', 'l-9'])).toEqual(new Set(['l-1']));
      expect(await invitations.spentAmong([])).toEqual(new Set());
      expect(ids(await invitations.waiting('campaign-1', page))).toEqual(['i-5']);
    });
  });

  it('take a new link and channel of an invitation', async () => {
    const change = { linkHash: 'l-2', sealed: 'other contact', channel: 'email', state: 'waiting' } as const;
    await run(({ invitations }) => invitations.advance('i-6', { ...change, problem: null }));
    expect(await read(({ invitations }) => invitations.byId('i-6'))).toEqual(invitation(6, change));
  });

  it('count by channel and state', async () => {
    expect(await read(({ invitations }) => invitations.counts('campaign-1'))).toEqual([
      { channel: 'email', state: 'waiting', count: 1 },
      { channel: 'slip', state: 'failed', count: 1 },
      { channel: 'sms', state: 'delivered', count: 1 },
      { channel: 'sms', state: 'sent', count: 3 },
      { channel: 'sms', state: 'waiting', count: 1 },
    ]);
  });
});
