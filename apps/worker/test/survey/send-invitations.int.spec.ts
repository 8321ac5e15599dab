import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  createPostTitles,
  createRulebookShelf,
  deliverInvitations,
  openSecondChannel,
  remindResidents,
  queueInvitations,
  type Campaign,
  type Cycle,
  type InvitationMessage,
  type LinkChannel,
  type QueueDeps,
  type SendOutcome,
  type SendingDeps,
} from '@kaoji/application';
import { quickRulebook, seedYear } from '@kaoji/application/testing';
import { createContactSealer, createIds, createSurveyLinks, systemClock } from '@kaoji/gateways';
import { openDatabase, type Database } from '@kaoji/persistence';
import { envelopeRecord, fillBox } from '@kaoji/persistence/testing';

const KEY = { id: 'test', secret: 'A'.repeat(43) };
const NIGHT = Date.parse('2026-03-11T02:00:00+08:00'); // a Wednesday
const MORNING = Date.parse('2026-03-11T09:00:00+08:00');
const contacts = createContactSealer([KEY]);
const folder = mkdtempSync(join(tmpdir(), 'kaoji-send-'));
const url = `sqlite:${join(folder, 'kaoji.sqlite')}`;

let database: Database;
let now: number;
let sent: (InvitationMessage & { readonly channel: LinkChannel })[];
/** What the gateways say to each message; they take everything unless a test says otherwise. */
let says: (message: InvitationMessage, channel: LinkChannel) => SendOutcome;
let deps: SendingDeps & QueueDeps;
let channels: SendingDeps['channels'];

const gatewayOf = (channel: LinkChannel) => ({
  channel,
  send: async (message: InvitationMessage) => {
    const outcome = says(message, channel);
    if (outcome.outcome !== 'try_later') sent.push({ ...message, channel });
    return outcome;
  },
});

beforeAll(async () => {
  database = await openDatabase(url);
  await database.migrate();
  const clock = { now: () => now };
  channels = new Map([gatewayOf('sms'), gatewayOf('email')].map((one) => [one.channel, one]));
  deps = {
    transactions: database.transactions,
    clock,
    rulebooks: createRulebookShelf(),
    postTitles: createPostTitles(),
    channels,
    contacts,
    surveyOrigin: 'https://survey.test',
    links: createSurveyLinks([KEY]),
    ids: createIds(systemClock),
  };
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  sent = [];
  says = () => ({ outcome: 'sent' });
  now = MORNING;
});

const RULE = { atMost: 2, everyWorkingDays: 3, fromHour: 9, toHour: 20 };
let years = 0;

type Asked = { readonly campaign: Campaign; readonly key: { readonly campaignId: string } };

/** An open campaign with so many drawn residents, who all have a telephone and a mailbox. */
async function asking(
  residents: number,
  clock: Cycle['clock'] = { kind: 'rehearsal', workingDayMs: 1000 },
): Promise<Asked> {
  years += 1;
  const quick = quickRulebook();
  const survey = { ...quick.survey!, reminders: RULE, secondChannel: 'email' as const };
  const { cycle, appraisals } = await seedYear(database.transactions, {
    cycleId: `c${years}`,
    areaId: `a${years}`,
    workingDayMs: 1000,
    rulebook: { ...quick, survey },
    units: [{ id: 'u', people: 1 }],
  });
  const campaign: Campaign = {
    id: `campaign-${years}`,
    cycleId: `${cycle.id}-own`,
    unitId: appraisals[0]!.unitId,
    communityId: appraisals[0]!.communityId,
    state: 'open',
    opensAt: MORNING,
    closesAt: MORNING + 10 * 86_400_000,
    extensions: 0,
    questionnaireHash: null,
    panelReason: null,
    version: 1,
  };
  await database.transactions.run(async ({ cycles, surveys, invitations }) => {
    const [unit] = await cycles.units(cycle.id);
    const own = { ...cycle, id: campaign.cycleId, run: 'own', clock };
    await cycles.insert(own, [{ ...unit!, cycleId: campaign.cycleId }]);
    await surveys.insertCampaigns([campaign]);
    await invitations.replaceResidents(
      campaign.id,
      Array.from({ length: residents }, (_one, n) => ({
        campaignId: campaign.id,
        ref: `R-${String(n).padStart(4, '0')}`,
        stratum: 'ordinary' as const,
        drawn: true,
        sealed: contacts.seal(campaign.id, { phone: phoneOf(n), email: `demo${n}@example.com` }),
      })),
    );
  });
  return { campaign, key: { campaignId: campaign.id } };
}

/** The same, with everybody's SMS waiting to be sent. */
async function invited(residents: number, clock?: Cycle['clock']): Promise<Asked> {
  const asked = await asking(residents, clock);
  await database.transactions.run((stores) => queueInvitations(deps, stores, asked.campaign, 'sms'));
  return asked;
}

const phoneOf = (n: number): string => `+491700000${String(n).padStart(4, '0')}`;
const cursor = { report: () => undefined };
/** By resident, and of one resident the earlier first. */
const rowsOf = async ({ key }: Asked) => {
  const rows = await database.transactions.read(({ invitations }) => invitations.ofCampaign(key.campaignId));
  return [...rows].sort((one, other) => (one.ref < other.ref ? -1 : one.ref > other.ref ? 1 : 0));
};
const answer = async ({ key }: Asked, linkHash: string) =>
  fillBox(url, [envelopeRecord({ linkHash, digest: linkHash, campaignId: key.campaignId })]);

const deliver = ({ key }: Asked) => deliverInvitations(deps, key, cursor);
const remind = ({ key }: Asked, reminder: number) => remindResidents(deps, { ...key, reminder }, cursor);
const statesOf = async (asked: Asked) => (await rowsOf(asked)).map(({ state }) => state);

describe('deliverInvitations', () => {
  it('sends each drawn resident their own link, once', async () => {
    const asked = await invited(250);
    expect(await deliver(asked)).toEqual({ againAt: null });
    expect(new Set(sent.map(({ to }) => to))).toEqual(
      new Set(Array.from({ length: 250 }, (_one, n) => phoneOf(n))),
    );
    expect(sent).toHaveLength(250);
    expect(new Set(sent.map(({ link }) => link)).size).toBe(250);
    expect(new Set(sent.map(({ messageId }) => messageId)).size).toBe(250);
    expect(new Set(await statesOf(asked))).toEqual(new Set(['sent']));
    const [message] = sent;
    expect(message).toMatchObject({
      round: 0,
      communityName: expect.stringContaining('演示社区'),
      closesAt: asked.campaign.closesAt,
    });
    expect(deps.links.verify(message!.link.slice('https://survey.test/s/'.length))).toMatchObject({
      ok: true,
      ...asked.key,
    });

    await deliver(asked);
    expect(sent).toHaveLength(250);
  });

  it('says the same id when it is started again after a message whose answer got lost', async () => {
    const asked = await invited(3);
    const ids: string[] = [];
    says = ({ messageId }) => {
      ids.push(messageId);
      throw new Error('the process is killed here');
    };
    await expect(deliver(asked)).rejects.toThrow();
    const before = [...ids];
    ids.length = 0;
    says = ({ messageId }) => {
      ids.push(messageId);
      return { outcome: 'sent' };
    };
    await deliver(asked);
    expect(ids.sort()).toEqual(expect.arrayContaining(before.sort()));
  });

  it('keeps a code of what can never be sent, and comes back for what cannot be sent now', async () => {
    const asked = await invited(4);
    says = ({ to }) => {
      if (to === phoneOf(1)) return { outcome: 'failed', problem: 'GATEWAY_400' };
      return to === phoneOf(2) ? { outcome: 'try_later', afterMs: 30_000 } : { outcome: 'sent' };
    };
    expect(await deliver(asked)).toEqual({ againAt: MORNING + 30_000 });
    expect(await statesOf(asked)).toEqual(['sent', 'failed', 'waiting', 'sent']);
    expect((await rowsOf(asked))[1]?.problem).toBe('GATEWAY_400');
    says = () => ({ outcome: 'sent' });
    expect(await deliver(asked)).toEqual({ againAt: null });
    expect(await statesOf(asked)).toEqual(['sent', 'failed', 'sent', 'sent']);
  });

  it('stops asking a gateway that is away after a few', async () => {
    const asked = await invited(300);
    let tries = 0;
    says = () => {
      tries += 1;
      return { outcome: 'try_later', afterMs: 60_000 };
    };
    expect(await deliver(asked)).toEqual({ againAt: MORNING + 60_000 });
    expect(tries).toBeLessThan(20);
    expect(new Set(await statesOf(asked))).toEqual(new Set(['waiting']));
  });

  it('leaves what waits on a channel that this process is not configured for', async () => {
    const asked = await asking(1);
    await database.transactions.run((stores) => queueInvitations(deps, stores, asked.campaign, 'wechat'));
    expect(await rowsOf(asked)).toEqual([]); // nobody has an openid
    await database.transactions.run((stores) => queueInvitations(deps, stores, asked.campaign, 'email'));
    const without = { ...deps, channels: new Map() };
    expect(await deliverInvitations(without, asked.key, cursor)).toEqual({ againAt: MORNING + 600_000 });
  });

  it('sends nobody a revoked link', async () => {
    const asked = await invited(2);
    const [first] = await rowsOf(asked);
    await database.transactions.run(({ surveys }) => surveys.revokeLink(first!.linkHash));
    await deliver(asked);
    expect(await statesOf(asked)).toEqual(['failed', 'sent']);
    expect(sent).toHaveLength(1);
  });

  it('lets a delivery report that was quicker stand', async () => {
    const asked = await invited(1);
    const [row] = await rowsOf(asked);
    const reported = database.transactions.run.bind(database.transactions);
    deps = {
      ...deps,
      channels: new Map([
        [
          'sms',
          {
            channel: 'sms',
            send: async () => {
              await reported(({ invitations }) => invitations.advance(row!.id, { state: 'delivered' }));
              return { outcome: 'sent' };
            },
          },
        ],
      ]),
    };
    await deliver(asked);
    expect(await statesOf(asked)).toEqual(['delivered']);
    deps = { ...deps, channels };
  });

  it('sends at civil hours only, by the calendar; in a rehearsal at any hour', async () => {
    const asked = await invited(2, { kind: 'calendar' });
    now = NIGHT;
    expect(await deliver(asked)).toEqual({ againAt: MORNING });
    expect(sent).toEqual([]);
    now = MORNING;
    expect(await deliver(asked)).toEqual({ againAt: null });
    expect(sent).toHaveLength(2);

    now = NIGHT;
    await deliver(await invited(1));
    expect(sent).toHaveLength(3);
  });

  it('stops in the middle when residents are asked no more', async () => {
    const asked = await invited(250);
    says = () => {
      if (sent.length === 50) now = asked.campaign.closesAt!;
      return { outcome: 'sent' };
    };
    expect(await deliver(asked)).toEqual({ againAt: null });
    expect(sent).toHaveLength(100); // the page under way is finished
  });
});

describe('remindResidents', () => {
  it('writes to whoever has not answered, and nothing shows who that was', async () => {
    const asked = await invited(6);
    await deliver(asked);
    const rows = await rowsOf(asked);
    for (const { linkHash } of rows.slice(0, 2)) await answer(asked, linkHash);
    sent = [];
    expect(await remind(asked, 1)).toEqual({ againAt: null });
    expect(sent.map(({ to, round }) => `${to} ${round}`).sort()).toEqual(
      [2, 3, 4, 5].map((n) => `${phoneOf(n)} 1`),
    );
    const counts = await database.transactions.read(({ invitations }) =>
      invitations.counts(asked.key.campaignId),
    );
    expect(counts).toEqual([{ channel: 'sms', state: 'sent', count: 6 }]);
  });

  it('reminds each once however often a reminder is repeated, and at most as often as the rulebook says', async () => {
    const asked = await invited(2);
    await deliver(asked);
    sent = [];
    for (const reminder of [1, 1, 2, 2, 3]) await remind(asked, reminder);
    expect(sent.map(({ to, round }) => `${to} ${round}`).sort()).toEqual(
      [0, 1].flatMap((n) => [1, 2].map((round) => `${phoneOf(n)} ${round}`)).sort(),
    );
    expect(new Set(sent.map(({ messageId }) => messageId)).size).toBe(4);
  });

  it('comes back for whom it could not reach, and only for them', async () => {
    const asked = await invited(3);
    await deliver(asked);
    sent = [];
    says = ({ to }) => (to === phoneOf(1) ? { outcome: 'try_later', afterMs: 5_000 } : { outcome: 'sent' });
    expect(await remind(asked, 1)).toEqual({ againAt: MORNING + 5_000 });
    says = () => ({ outcome: 'sent' });
    await remind(asked, 1);
    expect(sent.map(({ to }) => to).sort()).toEqual([0, 1, 2].map(phoneOf));
  });

  it('waits for the morning', async () => {
    const asked = await invited(1, { kind: 'calendar' });
    await deliver(asked);
    now = NIGHT;
    expect(await remind(asked, 1)).toEqual({ againAt: MORNING });
    expect(sent).toHaveLength(1);
  });
});

describe('openSecondChannel', () => {
  it('writes to those who have not answered, with the link they have; everybody is reminded on one channel', async () => {
    const asked = await invited(4);
    await deliver(asked);
    const bySms = await rowsOf(asked);
    const linkOf = new Map(sent.map(({ to, link }) => [to, link]));
    await answer(asked, bySms[0]!.linkHash);
    sent = [];
    await openSecondChannel(deps, asked.key);
    await openSecondChannel(deps, asked.key);
    expect(await rowsOf(asked)).toHaveLength(8);
    await deliver(asked);
    expect(sent.map(({ to, link }) => `${to} ${link}`).sort()).toEqual(
      [1, 2, 3].map((n) => `demo${n}@example.com ${linkOf.get(phoneOf(n)) ?? ''}`),
    );
    const counts = await database.transactions.read(({ invitations }) =>
      invitations.counts(asked.key.campaignId),
    );
    expect(counts).toEqual([
      { channel: 'email', state: 'sent', count: 4 }, // whom it passed over is not told apart
      { channel: 'sms', state: 'sent', count: 4 },
    ]);
    sent = [];
    await remind(asked, 1);
    expect(sent.map(({ channel, to }) => `${channel} ${to}`).sort()).toEqual(
      [1, 2, 3].map((n) => `email demo${n}@example.com`),
    );
  });
});
