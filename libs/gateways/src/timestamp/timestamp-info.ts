import type { Timestamp, TimestampDigest } from '@kaoji/application';
import { HASHES } from './algorithms.js';
import { context, DerFault, fieldsOf, readDer, TAGS, type Der } from './der.js';
import { readBoolean, readOid, readSmall, readTime, readUnsigned } from './der-values.js';
import { algorithmOf } from './signed-data.js';

/** Reads TSTInfo (RFC 3161 section 2.4.2). Throws `DerFault` on anything else, and on a hash of a kind we never ask for. */
export function readTimestampInfo(bytes: Uint8Array): Timestamp {
  const info = fieldsOf(readDer(bytes));
  if (readSmall(info.next(TAGS.integer)) !== 1) throw new DerFault('another version');
  const policy = readOid(info.next(TAGS.oid));
  const hash = readImprint(info.next(TAGS.sequence));
  const serial = readUnsigned(info.next(TAGS.integer)).toString('hex');
  const at = readTime(info.next(TAGS.generalizedTime));
  const accuracy = info.maybe(TAGS.sequence);
  const ordering = info.maybe(TAGS.boolean);
  if (ordering !== null) readBoolean(ordering);
  const nonce = info.maybe(TAGS.integer);
  info.maybe(context(0)); // the authority's name: its certificate says it
  if (info.maybe(context(1)) !== null) throw new DerFault('extensions that were not asked for');
  info.end();
  return {
    at,
    accuracyMs: accuracy === null ? null : readAccuracy(accuracy),
    hash,
    serial,
    policy,
    nonce: nonce === null ? null : Uint8Array.from(readUnsigned(nonce)),
  };
}

function readImprint(imprint: Der): TimestampDigest {
  const fields = fieldsOf(imprint);
  const oid = algorithmOf(fields.next(TAGS.sequence));
  const digest = Uint8Array.from(fields.next(TAGS.octetString).content);
  fields.end();
  const algorithm = (['SHA-256', 'SM3'] as const).find((name) => HASHES[name] === oid);
  if (algorithm === undefined || digest.length !== 32) throw new DerFault('a hash of another kind');
  return { algorithm, digest };
}

/** Seconds, [0] milliseconds, [1] microseconds; whole milliseconds, rounded up. */
function readAccuracy(accuracy: Der): number {
  const fields = fieldsOf(accuracy);
  const parts = [TAGS.integer, 0x80, 0x81].map((tag) => {
    const part = fields.maybe(tag);
    return part === null ? 0 : readSmall(part);
  });
  fields.end();
  const [seconds = 0, milliseconds = 0, microseconds = 0] = parts;
  return seconds * 1000 + milliseconds + Math.ceil(microseconds / 1000);
}
