import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTimestampAuthority, type TimestampSettings } from './http-authority.js';
import { createLocalAuthority, POLICIES, type LocalAuthority } from './testing/local-authority.js';
import { timestampRequest } from './timestamp-request.js';
import { checkTimestamp } from './timestamp-token.js';

type Answer = (query: Buffer, response: ServerResponse) => void;

const hash = { algorithm: 'SHA-256', digest: createHash('sha256').update('tree head').digest() } as const;
const REPLY = { 'content-type': 'application/timestamp-reply' };

let scratch: string;
let local: LocalAuthority;
let server: Server;
let answer: Answer;
let asked: string | undefined;
let settings: TimestampSettings;

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'kaoji-authority-'));
  local = createLocalAuthority(join(scratch, 'local'));
  server = createServer((request, response) => {
    asked = request.headers['content-type'];
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => answer(Buffer.concat(parts), response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  settings = { url: `http://127.0.0.1:${port}/tsa`, trusted: local.root, policy: null, timeoutMs: 20_000 };
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(scratch, { recursive: true, force: true });
});

const honestly: Answer = (query, response) => response.writeHead(200, REPLY).end(local.reply(query));
const stamped = (how: Answer, changed: Partial<TimestampSettings> = {}) => {
  answer = how;
  return createTimestampAuthority({ ...settings, ...changed }).stamp(hash);
};

describe('stamp', () => {
  it('gives a token that verifies later, off line', async () => {
    const token = await stamped(honestly);
    expect(asked).toBe('application/timestamp-query');
    expect(checkTimestamp(token, { hash, trusted: local.root })).toMatchObject({ ok: true });
    expect(local.verifies(token, hash.digest, 'sha256')).toBe(true);
  });

  it('says what the authority said when it refuses', async () => {
    await expect(stamped(honestly, { policy: '1.3.6.1.4.1.99999.9' })).rejects.toMatchObject({
      code: 'TIMESTAMP_REFUSED',
      details: { text: 'Requested policy is not supported.', failures: ['unacceptedPolicy'] },
    });
  });

  it('takes no token for another nonce, hash or policy, or of another authority', async () => {
    const nonce = Buffer.from('41', 'hex');
    const other = { algorithm: 'SHA-256', digest: Buffer.alloc(32) } as const;
    const stranger = createLocalAuthority(join(scratch, 'stranger'));
    const replying =
      (reply: (query: Buffer) => Buffer): Answer =>
      (query, response) =>
        response.writeHead(200, REPLY).end(reply(query));
    const asking = (request: Buffer) => replying(() => local.reply(request));
    const reasonOf = async (stamping: Promise<Uint8Array>) =>
      stamping.then(
        () => 'ok',
        ({ code, details }: { code: string; details: { reason?: string } }) => [code, details.reason],
      );
    expect([
      await reasonOf(stamped(asking(timestampRequest({ hash, nonce, policy: null })))),
      await reasonOf(stamped(asking(timestampRequest({ hash: other, nonce, policy: null })))),
      await reasonOf(stamped(replying((query) => stranger.reply(query)))),
      await reasonOf(stamped(replying((query) => local.reply(query).subarray(0, -1)))),
      await reasonOf(stamped(replying(() => Buffer.from('token')))),
    ]).toEqual([
      ['TIMESTAMP_INVALID', 'TOKEN_OTHER_NONCE'],
      ['TIMESTAMP_INVALID', 'TOKEN_OTHER_HASH'],
      ['TIMESTAMP_INVALID', 'TOKEN_AUTHORITY_UNKNOWN'],
      ['TIMESTAMP_INVALID', 'TOKEN_UNREADABLE'],
      ['TIMESTAMP_INVALID', 'TOKEN_UNREADABLE'],
    ]);
    expect(await reasonOf(stamped(honestly, { policy: POLICIES.other }))).toBe('ok');
  });

  it('gives up on an authority that does not answer in time', async () => {
    await expect(stamped(() => undefined, { timeoutMs: 50 })).rejects.toMatchObject({
      code: 'TIMESTAMP_UNREACHABLE',
      details: { problem: 'no answer within 50 ms' },
    });
  });

  it('gives up on an answer that begins and does not end', async () => {
    const beginning: Answer = (_query, response) => response.writeHead(200, REPLY).write('3082');
    await expect(stamped(beginning, { timeoutMs: 200 })).rejects.toMatchObject({
      code: 'TIMESTAMP_UNREACHABLE',
      details: { problem: 'no answer within 200 ms' },
    });
  });

  it.each<[string, Answer]>([
    ['HTTP 503', (_query, response) => response.writeHead(503).end('busy')],
    ['HTTP 302', (_query, response) => response.writeHead(302, { location: '/elsewhere' }).end()],
    ['an answer of another kind', (_query, response) => response.writeHead(200).end('<html>')],
    ['too long an answer', (_query, response) => response.writeHead(200, REPLY).end(Buffer.alloc(70_000))],
    ['no answer', (_query, response) => response.destroy()],
  ])('is out of reach with %s', async (problem, how) => {
    await expect(stamped(how)).rejects.toMatchObject({
      code: 'TIMESTAMP_UNREACHABLE',
      details: { problem },
    });
  });

  it('is not set up without certificates to trust', () => {
    expect(() => createTimestampAuthority({ ...settings, trusted: 'none' })).toThrow(RangeError);
  });
});
