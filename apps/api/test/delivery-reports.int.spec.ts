import { createHash, createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Person, TestApi } from './harness/api.js';
import { GATEWAY, phoneOf, startAsking, type Asking, type Refused } from './harness/asking.js';

let asking: Asking;
let api: TestApi;
let hr: Person;
let campaignId: string;
beforeAll(async () => {
  asking = await startAsking();
  ({ api, hr } = asking);
});
afterAll(() => asking.close());
beforeEach(async () => {
  campaignId = await asking.campaign();
});
const at = (path: string, of = campaignId): string => `/api/surveys/${of}/${path}`;

describe('POST /api/delivery-reports/:gateway', () => {
  const report = async (
    json: unknown,
    over: { gateway?: string; secret?: string; date?: string; keyId?: string; body?: string } = {},
  ) => {
    const body = JSON.stringify(json);
    const path = `/api/delivery-reports/${over.gateway ?? 'sms'}`;
    const date = over.date ?? new Date().toISOString();
    const keyId = over.keyId ?? 'demo-1';
    const secret = Buffer.from(over.secret ?? GATEWAY.secret, 'base64url');
    const bodyHash = createHash('sha256').update(body).digest('hex');
    const text = ['KAOJI-HMAC-SHA256', 'POST', path, date, bodyHash, keyId].join('\n');
    return api.stranger.send<Refused>(path, {
      method: 'POST',
      raw: over.body ?? body,
      headers: {
        'content-type': 'application/json',
        'x-kaoji-date': date,
        'x-kaoji-key': keyId,
        'x-kaoji-signature': createHmac('sha256', secret).update(text).digest('base64url'),
      },
    });
  };
  const stateOf = async (id: string) => {
    const found = await asking.read(({ invitations }) => invitations.byId(id));
    return found === null ? null : { state: found.state, problem: found.problem };
  };
  const sent = async () => {
    await asking.drawn(campaignId);
    await hr.post(at('invitations'), { channel: 'sms' });
    const [row] = await asking.read(({ invitations }) => invitations.ofCampaign(campaignId));
    await api.database.transactions.run(({ invitations }) => invitations.advance(row!.id, { state: 'sent' }));
    const mark = createHash('sha256').update(row!.sealed).digest('hex').slice(0, 8);
    return { id: row!.id, messageId: `${row!.id}.${mark}.0` };
  };

  it('writes down what became of a message, once', async () => {
    const { id, messageId } = await sent();
    expect((await report({ messageId, status: 'delivered', anything: 'else' })).body).toEqual({ done: true });
    expect(await stateOf(id)).toEqual({ state: 'delivered', problem: null });
    await report({ messageId, status: 'failed' });
    expect(await stateOf(id)).toEqual({ state: 'delivered', problem: null });
  });

  it.each([
    ['NUMBER_UNKNOWN', 'NUMBER_UNKNOWN'],
    [`no such number ${phoneOf(1)}`, 'NOT_DELIVERED'],
    [undefined, 'NOT_DELIVERED'],
  ])('keeps a code of a failure and no words: %s', async (problem, kept) => {
    const { id, messageId } = await sent();
    await report({ messageId, status: 'failed', problem });
    expect(await stateOf(id)).toEqual({ state: 'failed', problem: kept });
  });

  it('answers the same for a message nobody knows, one of another channel, and one that was sealed anew', async () => {
    const { id, messageId } = await sent();
    for (const unknown of ['none', `${id}.00000000.0`, id, messageId.replace('.0', '.x')]) {
      expect((await report({ messageId: unknown, status: 'delivered' })).body).toEqual({ done: true });
    }
    expect(await stateOf(id)).toEqual({ state: 'sent', problem: null });
  });

  it.each([
    { how: 'another secret', over: { secret: 'A'.repeat(43) } },
    { how: 'another key', over: { keyId: 'demo-2' } },
    { how: 'another body', over: { body: '{"messageId":"none","status":"failed"}' } },
    { how: 'a date of yesterday', over: { date: new Date(Date.now() - 86_400_000).toISOString() } },
    { how: 'no date', over: { date: 'now' } },
    { how: 'a gateway that is not set up', over: { gateway: 'wechat' } },
    { how: 'no gateway at all', over: { gateway: 'email' } },
  ])('refuses SIGNATURE_WRONG for $how, all in the same words', async ({ over }) => {
    const { status, body } = await report({ messageId: 'none', status: 'delivered' }, over);
    const { requestId: _requestId, ...said } = body as Refused & { requestId: string };
    expect({ status, said }).toMatchObject({
      status: 401,
      said: { code: 'SIGNATURE_WRONG', detail: 'Sign the report as docs/message-gateways.md says.' },
    });
  });

  it('refuses REQUEST_INVALID when what is signed is no report', async () => {
    expect((await report({ status: 'delivered' })).body.code).toBe('REQUEST_INVALID');
  });
});
