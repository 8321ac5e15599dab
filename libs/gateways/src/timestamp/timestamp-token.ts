import type { Timestamp, TimestampDigest, TimestampFault } from '@kaoji/application';
import { readPem } from './certificate.js';
import { DerFault } from './der.js';
import { readSignedData } from './signed-data.js';
import { readTimestampInfo } from './timestamp-info.js';
import { faultOfSignature } from './token-signature.js';

/** What a token says, unverified; null for bytes that are no token. */
export function readTimestamp(token: Uint8Array): Timestamp | null {
  return orUnreadable(() => readTimestampInfo(readSignedData(token).content));
}

export type CheckedTimestamp =
  | { readonly ok: true; readonly timestamp: Timestamp }
  | { readonly ok: false; readonly code: TimestampFault; readonly reason: string };

export type TimestampExpected = {
  readonly hash: TimestampDigest;
  /** The nonce of the request, where the token is fresh. */
  readonly nonce?: Uint8Array;
  /** The policy asked for, dotted; null and none let any pass. */
  readonly policy?: string | null;
  /** PEM of the authorities' certificates: roots, or the signer's own. */
  readonly trusted: string;
};

const REASONS: Readonly<Record<TimestampFault, string>> = {
  TOKEN_UNREADABLE: 'This is no timestamp token.',
  TOKEN_ALGORITHM_UNKNOWN: 'The token is signed by an algorithm that is not taken.',
  TOKEN_OTHER_HASH: 'The token stamps something else.',
  TOKEN_OTHER_NONCE: 'The token answers another request.',
  TOKEN_OTHER_POLICY: 'The token was made under another policy than was asked for.',
  TOKEN_SIGNATURE_WRONG: 'The signature of the token does not hold.',
  TOKEN_CERTIFICATE_WRONG: 'The token names no certificate that may sign timestamps.',
  TOKEN_AUTHORITY_UNKNOWN:
    'The certificate that signed the token does not lead to a trusted one that was in force at its time.',
};

/**
 * Verifies a token offline: that it stamps this hash (and answers this request), that its signature holds, and that its
 * certificate was in force then and leads to a trusted one. Throws RangeError on certificates that are no PEM.
 */
export function checkTimestamp(
  token: Uint8Array,
  { hash, nonce, policy = null, trusted }: TimestampExpected,
): CheckedTimestamp {
  const certificates = readPem(trusted);
  const found = orUnreadable(() => {
    const data = readSignedData(token);
    const timestamp = readTimestampInfo(data.content);
    return { timestamp, fault: faultOfSignature(data, { trusted: certificates, at: timestamp.at }) };
  });
  if (found === null) return refused('TOKEN_UNREADABLE');
  const { timestamp, fault } = found;
  if (fault !== null) return refused(fault);
  const isOurs = timestamp.hash.algorithm === hash.algorithm && same(timestamp.hash.digest, hash.digest);
  if (!isOurs) return refused('TOKEN_OTHER_HASH');
  const answers = nonce === undefined || (timestamp.nonce !== null && same(timestamp.nonce, nonce));
  if (!answers) return refused('TOKEN_OTHER_NONCE');
  if (policy !== null && policy !== timestamp.policy) return refused('TOKEN_OTHER_POLICY');
  return { ok: true, timestamp };
}

function refused(code: TimestampFault): CheckedTimestamp {
  return { ok: false, code, reason: REASONS[code] };
}

function same(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}

function orUnreadable<T>(read: () => T): T | null {
  try {
    return read();
  } catch (fault) {
    if (fault instanceof DerFault) return null;
    throw fault;
  }
}
