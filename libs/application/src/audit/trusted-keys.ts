import { readKeyChange } from './key-change.js';
import { logKeyId, type LogKey, type Suites } from './log-key.js';

/** A key and the sizes of the heads it may sign: `from` and more, less than `until` (null: the present key). */
export type TrustedKey = { readonly key: LogKey; readonly from: number; readonly until: number | null };
/** The keys of one log over time, oldest first. */
export type TrustedKeys = { readonly origin: string; readonly keys: readonly TrustedKey[] };

export type KeyChangeFault =
  | 'KEY_CHANGE_UNREADABLE'
  | 'KEY_CHANGE_UNSIGNED'
  | 'KEY_CHANGE_OTHER_LOG'
  | 'KEY_CHANGE_OUT_OF_CHAIN'
  | 'KEY_CHANGE_NOT_LATER'
  | 'KEY_CHANGE_REUSES_KEY';
export type KeyChain =
  | { readonly ok: true; readonly trusted: TrustedKeys }
  /** `at` is the place of the change that broke the chain, from 0. */
  | { readonly ok: false; readonly code: KeyChangeFault; readonly reason: string; readonly at: number };

/**
 * Which key may sign heads of which sizes, from the first key (known from outside) and all key changes in their order.
 * One change that does not follow refuses the chain: a head cannot be trusted by half of it. A key never comes back.
 * Whoever stole an old key can still sign another chain from it, or a head of a size it once signed: heads kept outside
 * tell (`checkTreeHead` under this chain, `consistentHeads`).
 */
export function trustedKeysFrom(
  { origin, key }: { readonly origin: string; readonly key: LogKey },
  changes: readonly string[],
  suites: Suites,
): KeyChain {
  const keys: TrustedKey[] = [{ key, from: 0, until: null }];
  for (const [at, note] of changes.entries()) {
    const refuse = (code: KeyChangeFault, reason: string): KeyChain => ({ ok: false, code, reason, at });
    const read = readKeyChange(note, suites);
    if (!read.ok) return refuse(read.code, read.reason);
    const { change } = read;
    const present = keys.at(-1);
    if (change.origin !== origin) {
      return refuse('KEY_CHANGE_OTHER_LOG', `This is a key change of the log ${change.origin}.`);
    }
    if (present === undefined || !sameKey(present.key, change.oldKey)) {
      return refuse('KEY_CHANGE_OUT_OF_CHAIN', `The key ${change.oldKey.name} is not the key of that time.`);
    }
    if (change.from <= present.from) {
      return refuse(
        'KEY_CHANGE_NOT_LATER',
        `The change is said to hold from ${change.from} entries, but the key it replaces began at ${present.from}.`,
      );
    }
    if (keys.some((earlier) => sameLine(earlier.key, change.newKey, suites))) {
      return refuse('KEY_CHANGE_REUSES_KEY', `The key ${change.newKey.name} was a key of this log before.`);
    }
    keys[keys.length - 1] = { ...present, until: change.from };
    keys.push({ key: change.newKey, from: change.from, until: null });
  }
  return { ok: true, trusted: { origin, keys } };
}

function sameKey(one: LogKey, other: LogKey): boolean {
  return one.name === other.name && one.suite === other.suite && one.publicKey === other.publicKey;
}

/** The same key under any name, or another that signature lines could not tell from it. */
function sameLine(one: LogKey, other: LogKey, suites: Suites): boolean {
  const [first, second] = [suites(one.suite), suites(other.suite)];
  if (one.publicKey === other.publicKey || first === null || second === null) return true;
  return one.name === other.name && logKeyId(first, one) === logKeyId(second, other);
}
