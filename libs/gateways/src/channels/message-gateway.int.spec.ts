import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { InvitationMessage, SendOutcome } from '@kaoji/application';
import { createMessageChannel, type MessageGateway } from './message-gateway.js';
import { isSignatureOf } from './signed-request.js';

const PHONE = '+8613000000000';
const LINK = 'https://survey.test/s/DEMO-LINK-NOBODY-MAY-SEE';
const secret = Buffer.alloc(32, 3).toString('base64url');
const message: InvitationMessage = {
  messageId: 'invitation-1.0',
  round: 0,
  to: PHONE,
  link: LINK,
  communityName: '演示社区',
  closesAt: Date.parse('2026-03-20T15:59:59.999Z'),
};

type Got = { readonly request: IncomingMessage; readonly body: string };
type Reply = (response: ServerResponse, turn: number) => void;

let server: Server;
let url: string;
let got: Got[];
let reply: Reply;
let waited: number[];
let printed: string[];

beforeAll(async () => {
  server = createServer((request, response) => {
    void (async () => {
      let body = '';
      for await (const piece of request) body += String(piece);
      got.push({ request, body });
      reply(response, got.length);
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/send?region=demo`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});
beforeEach(() => {
  got = [];
  waited = [];
  printed = [];
  const note = (...words: unknown[]) => void printed.push(words.map(String).join(' '));
  for (const name of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    jest.spyOn(console, name).mockImplementation(note);
  }
  for (const stream of [process.stdout, process.stderr]) {
    jest.spyOn(stream, 'write').mockImplementation((text) => {
      note(text);
      return true;
    });
  }
});
afterEach(() => {
  jest.restoreAllMocks();
});

const answer =
  (status: number, headers: Record<string, string> = {}): Reply =>
  (response) =>
    void response.writeHead(status, headers).end(`to ${PHONE} ${LINK}`);

/** Sends, and makes sure that neither the number nor the link got anywhere but into the request. */
async function send(over: Partial<MessageGateway> = {}, sent = message): Promise<SendOutcome> {
  const gateway: MessageGateway = {
    url,
    keyId: 'demo-1',
    secret,
    templates: { invitation: 'T1', reminder: 'T2' },
    perSecond: 1000,
    timeoutMs: 5_000,
    attempts: 4,
    ...over,
  };
  const channel = createMessageChannel('sms', gateway, {
    clock: { now: () => Date.parse('2026-03-11T01:00:00Z') },
    pace: { random: () => 0, wait: async (ms) => void (ms > 0 && waited.push(ms)) },
  });
  const outcome = await channel.send(sent);
  for (const text of [JSON.stringify(outcome), ...printed]) {
    expect(text).not.toContain(PHONE.slice(3));
    expect(text).not.toContain('NOBODY-MAY-SEE');
  }
  return outcome;
}

describe('a gateway that answers', () => {
  it('gets one signed request with the message in it', async () => {
    reply = answer(202);
    expect(await send()).toEqual({ outcome: 'sent' });
    const [{ request, body } = got[0]!] = got;
    expect(got).toHaveLength(1);
    expect(JSON.parse(body)).toMatchObject({
      messageId: 'invitation-1.0',
      template: 'T1',
      to: PHONE,
      params: { community: '演示社区', link: LINK, closes: '2026年3月20日' },
      text: expect.stringContaining(LINK),
    });
    expect(request.headers).toMatchObject({
      'content-type': 'application/json',
      'idempotency-key': 'invitation-1.0',
    });
    const signed = {
      method: 'POST',
      path: '/send?region=demo',
      date: String(request.headers['x-kaoji-date']),
      body,
      keyId: String(request.headers['x-kaoji-key']),
    };
    expect(isSignatureOf(secret, signed, String(request.headers['x-kaoji-signature']))).toBe(true);
    expect(signed.date).toBe('2026-03-11T01:00:00.000Z');
  });

  it('tells a reminder from the invitation: another key, another template', async () => {
    reply = answer(200);
    await send({}, { ...message, messageId: 'invitation-1.2', round: 2 });
    expect(got[0]?.request.headers['idempotency-key']).toBe('invitation-1.2');
    expect(JSON.parse(got[0]?.body ?? '{}')).toMatchObject({
      template: 'T2',
      text: expect.stringMatching(/^提醒/),
    });
  });

  it('that had the message already has it: 409 is sent', async () => {
    reply = answer(409);
    expect(await send()).toEqual({ outcome: 'sent' });
  });

  it('is sent no more than its rate allows', async () => {
    reply = answer(200);
    const channel = createMessageChannel(
      'wechat',
      {
        url,
        keyId: 'k',
        secret,
        templates: { invitation: '', reminder: '' },
        perSecond: 2,
        timeoutMs: 5000,
        attempts: 1,
      },
      { clock: { now: () => 0 }, pace: { random: () => 0, wait: async (ms) => void waited.push(ms) } },
    );
    for (let index = 0; index < 5; index += 1) await channel.send(message);
    expect(waited).toEqual([0, 0, 500, 1000, 1500]);
  });
});

describe('a gateway that refuses', () => {
  it.each([400, 410, 413, 422])('with %i does so for good: one try, and a code', async (status) => {
    reply = answer(status);
    expect(await send()).toEqual({ outcome: 'failed', problem: `GATEWAY_${status}` });
    expect(got).toHaveLength(1);
  });

  it.each([401, 403, 404, 302])('with %i refuses us, not the resident: later', async (status) => {
    reply = answer(status, { location: 'http://127.0.0.1:1/' });
    expect(await send()).toEqual({ outcome: 'try_later', afterMs: 600_000 });
    expect(got).toHaveLength(1); // a redirect is not followed
  });
});

describe('a gateway that fails', () => {
  it('is tried again with the same key, each time after a longer pause', async () => {
    reply = (response, turn) => answer(turn < 4 ? 503 : 200)(response, turn);
    expect(await send()).toEqual({ outcome: 'sent' });
    expect(waited).toEqual([125, 250, 500]);
    expect(new Set(got.map(({ request }) => request.headers['idempotency-key']))).toEqual(
      new Set(['invitation-1.0']),
    );
  });

  it('every time is left for later', async () => {
    reply = answer(500);
    expect(await send()).toEqual({ outcome: 'try_later', afterMs: 60_000 });
    expect(got).toHaveLength(4);
  });

  it.each([
    { how: 'hangs up', broken: ((response) => void response.destroy()) as Reply },
    { how: 'never answers', broken: (() => undefined) as Reply },
    { how: 'answers half', broken: ((response) => void response.write('HTTP')) as Reply },
  ])('because it $how is left for later', async ({ how, broken }) => {
    reply = broken;
    const outcome = await send({ timeoutMs: 80, attempts: 2 });
    if (how === 'answers half')
      expect(outcome).toEqual({ outcome: 'sent' }); // its status was there
    else expect(outcome).toEqual({ outcome: 'try_later', afterMs: 60_000 });
  });

  it('because nobody listens is left for later', async () => {
    expect(await send({ url: 'http://127.0.0.1:1/send' })).toEqual({ outcome: 'try_later', afterMs: 60_000 });
    expect(waited).toEqual([125, 250, 500]);
  });
});

describe('a gateway with a limit', () => {
  it('is waited for as long as it says', async () => {
    reply = (response, turn) => answer(turn === 1 ? 429 : 200, { 'retry-after': '2' })(response, turn);
    expect(await send()).toEqual({ outcome: 'sent' });
    expect(waited).toEqual([2000]);
  });

  it.each([
    ['600', 600_000],
    ['Wed, 11 Mar 2026 01:10:00 GMT', 600_000],
    ['999999999', 86_400_000],
  ])('that says %s is left until then, a day at most', async (retryAfter, afterMs) => {
    reply = answer(429, { 'retry-after': retryAfter });
    expect(await send()).toEqual({ outcome: 'try_later', afterMs });
    expect(got).toHaveLength(1);
  });
});
