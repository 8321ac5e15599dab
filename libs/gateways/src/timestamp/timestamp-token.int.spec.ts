import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TimestampDigest } from '@kaoji/application';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createLocalAuthority, POLICIES, type LocalAuthority } from './testing/local-authority.js';
import { readSignedData } from './signed-data.js';
import { timestampRequest } from './timestamp-request.js';
import { readTimestampResponse } from './timestamp-response.js';
import { checkTimestamp, readTimestamp, type TimestampExpected } from './timestamp-token.js';

const NONCE = Buffer.from('4102030405060708', 'hex');
const digestOf = (algorithm: TimestampDigest['algorithm'], text: string): TimestampDigest => ({
  algorithm,
  digest: createHash(algorithm === 'SM3' ? 'sm3' : 'sha256')
    .update(text)
    .digest(),
});
const hash = digestOf('SHA-256', 'tree head');

function tokenBy(authority: LocalAuthority, of = hash, policy: string | null = null): Uint8Array {
  const response = readTimestampResponse(
    authority.reply(timestampRequest({ hash: of, nonce: NONCE, policy })),
  );
  if (!response.granted) throw new Error(response.text);
  return response.token;
}
function codeOf(token: Uint8Array, expected: TimestampExpected): string {
  const checked = checkTimestamp(token, expected);
  return checked.ok ? 'ok' : checked.code;
}

let scratch: string;
let authority: LocalAuthority;
let token: Uint8Array;

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'kaoji-timestamp-'));
  authority = createLocalAuthority(join(scratch, 'usual'));
  token = tokenBy(authority);
});

afterAll(async () => {
  await rm(scratch, { recursive: true, force: true });
});

describe('a token of an OpenSSL authority', () => {
  it('says time, hash, serial, policy, nonce and accuracy', () => {
    expect(readTimestamp(token)).toMatchObject({
      hash: { algorithm: 'SHA-256', digest: Uint8Array.from(hash.digest) },
      policy: POLICIES.usual,
      nonce: Uint8Array.from(NONCE),
      accuracyMs: 1501,
    });
    expect(readTimestamp(token)?.serial).toMatch(/^[0-9a-f]{2}$/);
  });

  it('verifies here as it does in OpenSSL, through an intermediate authority', () => {
    const checked = checkTimestamp(token, {
      hash,
      nonce: NONCE,
      policy: POLICIES.usual,
      trusted: authority.root,
    });
    expect(checked).toEqual({ ok: true, timestamp: readTimestamp(token) });
    expect(authority.verifies(token, hash.digest, 'sha256')).toBe(true);
    expect(authority.verifies(token, digestOf('SHA-256', 'another').digest, 'sha256')).toBe(false);
  });

  it('stamps an SM3 hash, under the policy asked for', () => {
    const sm3 = digestOf('SM3', 'tree head');
    const other = tokenBy(authority, sm3, POLICIES.other);
    const expected = { hash: sm3, trusted: authority.root };
    expect(codeOf(other, { ...expected, policy: POLICIES.other })).toBe('ok');
    expect(codeOf(other, { ...expected, policy: POLICIES.usual })).toBe('TOKEN_OTHER_POLICY');
    expect(codeOf(other, { ...expected, hash: { ...sm3, algorithm: 'SHA-256' } })).toBe('TOKEN_OTHER_HASH');
    expect(authority.verifies(other, sm3.digest, 'sm3')).toBe(true);
  });

  it('verifies with RSA keys, and with a certificate named by SHA-1', () => {
    const rsa = createLocalAuthority(join(scratch, 'rsa'), { keys: 'rsa', names: 'sha1' });
    expect(codeOf(tokenBy(rsa), { hash, nonce: NONCE, trusted: rsa.root })).toBe('ok');
  });
});

describe('a token is refused', () => {
  it('for another hash or another nonce', () => {
    const trusted = authority.root;
    expect(codeOf(token, { hash: digestOf('SHA-256', 'another'), trusted })).toBe('TOKEN_OTHER_HASH');
    expect(codeOf(token, { hash, nonce: Buffer.alloc(8, 1), trusted })).toBe('TOKEN_OTHER_NONCE');
  });

  it('by an authority nobody trusts, though it has the same name', () => {
    const stranger = createLocalAuthority(join(scratch, 'stranger'));
    expect(codeOf(tokenBy(stranger), { hash, trusted: authority.root })).toBe('TOKEN_AUTHORITY_UNKNOWN');
    expect(codeOf(token, { hash, trusted: `${stranger.root}\n${authority.root}` })).toBe('ok');
  });

  it('when its certificate was not in force at its time', () => {
    const late = createLocalAuthority(join(scratch, 'late'), { days: -1 });
    expect(codeOf(tokenBy(late), { hash, trusted: late.root })).toBe('TOKEN_AUTHORITY_UNKNOWN');
  });

  it('by a certificate that may sign other things too, or does not insist on timestamps', () => {
    const info = readSignedData(token).content;
    expect(codeOf(authority.signs(info), { hash, trusted: authority.root })).toBe('ok');
    for (const usage of ['timeStamping', 'critical,timeStamping,codeSigning', 'critical,serverAuth']) {
      const other = createLocalAuthority(join(scratch, usage), { usage });
      expect(codeOf(other.signs(info), { hash, trusted: other.root })).toBe('TOKEN_CERTIFICATE_WRONG');
    }
  });

  it('by a certificate that the authority issued without being allowed to', () => {
    const forged = authority.signs(readSignedData(token).content, { by: 'forged' });
    expect(codeOf(forged, { hash, trusted: authority.root })).toBe('TOKEN_AUTHORITY_UNKNOWN');
  });

  it('signed over SHA-1', () => {
    const weak = authority.signs(readSignedData(token).content, { digest: 'sha1' });
    expect(codeOf(weak, { hash, trusted: authority.root })).toBe('TOKEN_ALGORITHM_UNKNOWN');
  });

  it('that says another time under an old signature', () => {
    const info = Buffer.from(readSignedData(token).content);
    const at = Buffer.from(token).indexOf(info);
    const year = info.indexOf('20', info.indexOf(0x18)); // in its GeneralizedTime
    const older = Buffer.from(token);
    older[at + year + 2] = 0x31;
    expect(readTimestamp(older)?.at).toBeLessThan(readTimestamp(token)?.at ?? 0);
    expect(codeOf(older, { hash, trusted: authority.root })).toBe('TOKEN_SIGNATURE_WRONG');
  });

  it('cut short anywhere, or with a byte more', () => {
    for (let length = 0; length < token.length; length += 1) {
      expect(codeOf(token.subarray(0, length), { hash, trusted: authority.root })).toBe('TOKEN_UNREADABLE');
    }
    const longer = Buffer.concat([token, Buffer.alloc(1)]);
    expect(codeOf(longer, { hash, trusted: authority.root })).toBe('TOKEN_UNREADABLE');
  });

  it('with any byte changed, unless it still says the same', () => {
    const said = readTimestamp(token);
    let refused = 0;
    for (let at = 0; at < token.length; at += 1) {
      const changed = Uint8Array.from(token);
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
      const checked = checkTimestamp(changed, { hash, nonce: NONCE, trusted: authority.root });
      if (checked.ok) expect(checked.timestamp).toEqual(said);
      else refused += 1;
    }
    // Not under the signature: the signer's name, versions, parameters.
    expect(refused).toBeGreaterThan(token.length * 0.9);
  });

  it('when it is something else, without a fault', () => {
    for (const bytes of [Buffer.alloc(0), Buffer.from('token'), Buffer.from('3000', 'hex')]) {
      expect(codeOf(bytes, { hash, trusted: authority.root })).toBe('TOKEN_UNREADABLE');
      expect(readTimestamp(bytes)).toBeNull();
    }
  });
});

it('refuses trusted certificates that are none, before it reads the token', () => {
  expect(() => checkTimestamp(token, { hash, trusted: '' })).toThrow(RangeError);
});
