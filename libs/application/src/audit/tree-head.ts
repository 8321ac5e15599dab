import {
  checkpointText,
  formatNote,
  noteBytes,
  readCheckpoint,
  readNote,
  type Checkpoint,
} from '@kaoji/domain';
import type { Suite, SuiteId } from '../ports/suite.js';
import { logKeyId, signatureBy, type LogKey, type Suites } from './log-key.js';
import type { TrustedKey, TrustedKeys } from './trusted-keys.js';

export type HeadToSign = Checkpoint & {
  readonly suite: Suite;
  readonly key: Omit<LogKey, 'suite'> & { readonly privateKey: string };
};

/**
 * Signs the head of a log: a C2SP checkpoint as a signed note, one signature line. Throws RangeError on an origin, size,
 * root or key name the form cannot hold, TypeError on a key that is none of the suite.
 */
export function signTreeHead({ suite, key, ...checkpoint }: HeadToSign): string {
  const text = checkpointText(checkpoint);
  const signature = suite.sign(key.privateKey, noteBytes(text));
  return formatNote({ text, signatures: [{ name: key.name, keyId: logKeyId(suite, key), signature }] });
}

/** A head whose signature holds: `suite` is that of the key, and says by which hash the root was made. */
export type TrustedHead = Checkpoint & { readonly suite: SuiteId; readonly keyName: string };
export type HeadFault =
  | 'HEAD_UNREADABLE'
  | 'HEAD_OTHER_LOG'
  | 'HEAD_KEY_UNKNOWN'
  | 'HEAD_SIGNATURE_WRONG'
  | 'HEAD_KEY_REPLACED'
  | 'HEAD_KEY_TOO_EARLY';
export type CheckedHead =
  | { readonly ok: true; readonly head: TrustedHead }
  | { readonly ok: false; readonly code: HeadFault; readonly reason: string };

/**
 * Whether a note is a head of this log, signed by a key that may sign heads of its size. Signatures of keys nobody
 * named (witnesses) are left alone; one that a known key should have made and that does not hold refuses the note.
 */
export function checkTreeHead(note: string, trusted: TrustedKeys, suites: Suites): CheckedHead {
  const signed = readNote(note);
  const head = signed === null ? null : readCheckpoint(signed.text);
  if (signed === null || head === null) return refused('HEAD_UNREADABLE', 'This is no signed tree head.');
  if (head.origin !== trusted.origin) {
    return refused('HEAD_OTHER_LOG', `This is a head of the log ${head.origin}, not of ${trusted.origin}.`);
  }
  const signers: TrustedKey[] = [];
  for (const one of trusted.keys) {
    const found = signatureBy(signed, one.key, suites);
    if (found === 'wrong') {
      return refused('HEAD_SIGNATURE_WRONG', `The signature under the name ${one.key.name} does not hold.`);
    }
    if (found === 'valid') signers.push(one);
  }
  const [first] = signers;
  if (first === undefined) return refused('HEAD_KEY_UNKNOWN', 'No key of this log signed this head.');
  const signer = signers.find(
    ({ from, until }) => head.size >= from && (until === null || head.size < until),
  );
  if (signer === undefined) return outOfTime(first, head.size);
  return { ok: true, head: { ...head, suite: signer.key.suite, keyName: signer.key.name } };
}

function outOfTime({ key, from, until }: TrustedKey, size: number): CheckedHead {
  return until !== null && size >= until
    ? refused(
        'HEAD_KEY_REPLACED',
        `The key ${key.name} signs heads below ${until} entries; it was replaced then, and this head has ${size}.`,
      )
    : refused(
        'HEAD_KEY_TOO_EARLY',
        `The key ${key.name} signs heads from ${from} entries on; this head has ${size}.`,
      );
}

function refused(code: HeadFault, reason: string): CheckedHead {
  return { ok: false, code, reason };
}
