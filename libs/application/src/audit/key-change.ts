import { formatNote, noteBytes, readNote } from '@kaoji/domain';
import { logKeyId, readVerifierKey, signatureBy, verifierKey, type LogKey, type Suites } from './log-key.js';

/** The new key signs the heads of `from` entries and more, the old one those below. */
export type KeyChange = {
  readonly origin: string; // which log
  readonly from: number;
  readonly oldKey: LogKey;
  readonly newKey: LogKey;
};
/** Both private keys, as `Suite` takes them. */
export type ChangingKeys = { readonly oldPrivateKey: string; readonly newPrivateKey: string };

const FORM = 'kaoji-key-change/1';
const WORD = /^[^\s+\p{Cc}]+$/u;
const SIZE = /^[1-9][0-9]{0,15}$/;

/**
 * The text both keys sign: five lines, the keys as verifier keys. Its second line is no number, so that no key change
 * can pass for a tree head. Throws RangeError on an origin or a size that form cannot hold.
 */
export function keyChangeText({ origin, from, oldKey, newKey }: KeyChange, suites: Suites): string {
  if (!WORD.test(origin) || !Number.isSafeInteger(from) || from < 1) {
    throw new RangeError('key change: no origin, or no size from 1');
  }
  const [before, after] = [oldKey, newKey].map((key) => verifierKey(knownSuite(key, suites), key));
  return `${FORM}\norigin ${origin}\nfrom ${from}\nold ${before}\nnew ${after}\n`;
}

/** States the change and signs it with both keys: a thief of one of them cannot. Throws as `keyChangeText`. */
export function signKeyChange(change: KeyChange, keys: ChangingKeys, suites: Suites): string {
  const text = keyChangeText(change, suites);
  const signatures = [
    { key: change.oldKey, privateKey: keys.oldPrivateKey },
    { key: change.newKey, privateKey: keys.newPrivateKey },
  ].map(({ key, privateKey }) => {
    const suite = knownSuite(key, suites);
    const signature = suite.sign(privateKey, noteBytes(text));
    return { name: key.name, keyId: logKeyId(suite, key), signature };
  });
  return formatNote({ text, signatures });
}

export type ReadKeyChange =
  | { readonly ok: true; readonly change: KeyChange }
  | {
      readonly ok: false;
      readonly code: 'KEY_CHANGE_UNREADABLE' | 'KEY_CHANGE_UNSIGNED';
      readonly reason: string;
    };

/** Reads a key change and checks both signatures; whether its old key was ever trusted is for `trustedKeysFrom`. */
export function readKeyChange(note: string, suites: Suites): ReadKeyChange {
  const signed = readNote(note);
  const change = signed === null ? null : parse(signed.text, suites);
  if (signed === null || change === null) {
    return { ok: false, code: 'KEY_CHANGE_UNREADABLE', reason: 'This is no statement of a key change.' };
  }
  for (const [which, key] of [['old', change.oldKey] as const, ['new', change.newKey] as const]) {
    if (signatureBy(signed, key, suites) !== 'valid') {
      const reason = `The ${which} key ${key.name} did not sign the change.`;
      return { ok: false, code: 'KEY_CHANGE_UNSIGNED', reason };
    }
  }
  return { ok: true, change };
}

/** Null for every text that `keyChangeText` would have written otherwise. */
function parse(text: string, suites: Suites): KeyChange | null {
  const values = ['origin', 'from', 'old', 'new'].map((label, at) => {
    const line = text.split('\n')[at + 1] ?? '';
    return line.startsWith(`${label} `) ? line.slice(label.length + 1) : '';
  });
  const [origin = '', from = '', before = '', after = ''] = values;
  const [oldKey, newKey] = [readVerifierKey(before, suites), readVerifierKey(after, suites)];
  if (!WORD.test(origin) || !SIZE.test(from) || !Number.isSafeInteger(Number(from))) return null;
  if (oldKey === null || newKey === null) return null;
  const change = { origin, from: Number(from), oldKey, newKey };
  return keyChangeText(change, suites) === text ? change : null;
}

function knownSuite({ suite }: LogKey, suites: Suites) {
  const found = suites(suite);
  if (found === null) throw new RangeError(`key change: no suite ${suite}`);
  return found;
}
