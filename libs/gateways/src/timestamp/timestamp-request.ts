import type { TimestampDigest } from '@kaoji/application';
import { HASHES } from './algorithms.js';
import { der, TAGS } from './der.js';
import { writeOid } from './der-values.js';

export type TimestampRequest = {
  readonly hash: TimestampDigest;
  /** Positive, without a leading zero byte. */
  readonly nonce: Uint8Array;
  /** The policy asked for, dotted; null leaves it to the authority. */
  readonly policy: string | null;
};

const NULL = Buffer.from('0500', 'hex');
const VERSION_1 = Buffer.from('020101', 'hex');
const TRUE = Buffer.from('0101ff', 'hex');

/**
 * TimeStampReq (RFC 3161 section 2.4.1), which asks for the authority's certificate too, so that the token can be
 * checked years later. Throws RangeError on a digest that is not 32 bytes and on a policy that is none.
 */
export function timestampRequest({ hash, nonce, policy }: TimestampRequest): Buffer {
  if (hash.digest.length !== 32) throw new RangeError('timestamp: a digest is 32 bytes');
  const algorithm = der(TAGS.sequence, writeOid(HASHES[hash.algorithm]), NULL);
  return der(
    TAGS.sequence,
    VERSION_1,
    der(TAGS.sequence, algorithm, der(TAGS.octetString, hash.digest)),
    ...(policy === null ? [] : [writeOid(policy)]),
    der(TAGS.integer, nonce),
    TRUE,
  );
}
