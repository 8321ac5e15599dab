import { fromBase64, noteBytes, noteKeyId, toBase64, type SignedNote } from '@kaoji/domain';
import { SUITE_IDS, type Suite, type SuiteId } from '../ports/suite.js';

/** A key that signs a log's heads, by the name its signature lines carry. `publicKey` is base64url of SPKI. */
export type LogKey = { readonly name: string; readonly suite: SuiteId; readonly publicKey: string };
/** The suite with this id, or null (`suiteOf` of libs/gateways). */
export type Suites = (id: string) => Suite | null;

const ED25519_SPKI = Buffer.from('302a300506032b6570032100', 'hex'); // the 32 bytes of the key follow (RFC 8410)
const ED25519_TYPE = 0x01;
const NAMED_TYPE = 0xff; // the kind's name follows (C2SP signed-note)
const NAME = /^[^\s+\p{Cc}]+$/u;
const LONGEST = 1_000;

/**
 * The id of a log's key in signature lines: four bytes, hex. An Ed25519 key counts as its 32 bytes, as other note tools
 * have it; a key of another kind as its SPKI after the kind's name. Throws RangeError on a key that is not of the suite.
 */
export function logKeyId(suite: Suite, { name, publicKey }: Pick<LogKey, 'name' | 'publicKey'>): string {
  return noteKeyId(name, noteFormOf(suite, publicKey), suite.algorithms.signature);
}

/** The key as one word, `<name>+<id>+<base64>`: the verifier key of C2SP signed-note. Throws RangeError as `logKeyId`. */
export function verifierKey(suite: Suite, key: Pick<LogKey, 'name' | 'publicKey'>): string {
  const kind = suite.algorithms.signature;
  const type = kind === 'Ed25519' ? [ED25519_TYPE] : [NAMED_TYPE, ...Buffer.from(`${kind}\n`, 'utf8')];
  const bytes = Buffer.concat([Uint8Array.from(type), noteFormOf(suite, key.publicKey)]);
  return `${key.name}+${logKeyId(suite, key)}+${toBase64(bytes)}`;
}

/** Reads a verifier key of any suite; null for what `verifierKey` would not have written so. */
export function readVerifierKey(word: string, suites: Suites): LogKey | null {
  const [name = '', , ...encoded] = word.length > LONGEST ? [] : word.split('+');
  const bytes = fromBase64(encoded.join('+')); // base64 may hold a plus itself
  if (bytes === null || !NAME.test(name)) return null;
  for (const suite of SUITE_IDS.map(suites)) {
    const publicKey = suite === null ? null : publicKeyIn(suite, bytes);
    if (suite !== null && publicKey !== null && verifierKey(suite, { name, publicKey }) === word) {
      return { name, suite: suite.id, publicKey };
    }
  }
  return null;
}

/** Whether a note carries the key's signature: `absent` where no line names the key, `wrong` where one does not hold. */
export function signatureBy(note: SignedNote, key: LogKey, suites: Suites): 'valid' | 'wrong' | 'absent' {
  const suite = suites(key.suite);
  if (suite === null) return 'absent';
  const keyId = logKeyId(suite, key);
  const lines = note.signatures.filter((line) => line.name === key.name && line.keyId === keyId);
  if (lines.length === 0) return 'absent';
  const text = noteBytes(note.text);
  return lines.every(({ signature }) => suite.verify(key.publicKey, text, signature)) ? 'valid' : 'wrong';
}

function noteFormOf(suite: Suite, publicKey: string): Uint8Array {
  const spki = Buffer.from(publicKey, 'base64url');
  if (spki.length === 0 || spki.toString('base64url') !== publicKey) {
    throw new RangeError('log key: a public key is base64url of SPKI');
  }
  if (suite.algorithms.signature !== 'Ed25519') return spki;
  const [head, key] = [spki.subarray(0, ED25519_SPKI.length), spki.subarray(ED25519_SPKI.length)];
  if (!head.equals(ED25519_SPKI) || key.length !== 32) throw new RangeError('log key: no Ed25519 key');
  return key;
}

/** The SPKI in the bytes of a verifier key of this suite, as base64url. */
function publicKeyIn(suite: Suite, bytes: Uint8Array): string | null {
  const kind = suite.algorithms.signature;
  if (kind === 'Ed25519') {
    if (bytes[0] !== ED25519_TYPE || bytes.length !== 33) return null;
    return Buffer.concat([ED25519_SPKI, bytes.subarray(1)]).toString('base64url');
  }
  const start = Buffer.concat([Uint8Array.of(NAMED_TYPE), Buffer.from(`${kind}\n`, 'utf8')]);
  const fits = bytes.length > start.length && start.equals(bytes.subarray(0, start.length));
  return fits ? Buffer.from(bytes.subarray(start.length)).toString('base64url') : null;
}
