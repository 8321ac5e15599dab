import {
  checkTreeHead,
  signKeyChange,
  signTreeHead,
  trustedKeysFrom,
  type LogKey,
  type SuiteId,
  type TrustedHead,
  type TrustedKeys,
} from '@kaoji/application';
import { merkleRoot } from '@kaoji/domain';
import { suiteOf } from '../../suites/suites.js';

/** A key with its private half, as the signing process holds it. */
export type HeldKey = LogKey & { readonly privateKey: string };

export const ORIGIN = 'kaoji/2025/area-1';
export const suite = (id: SuiteId) => {
  const found = suiteOf(id);
  if (found === null) throw new Error(`no suite ${id}`);
  return found;
};
export const newKey = (id: SuiteId, name = 'kaoji/log'): HeldKey => ({
  name,
  suite: id,
  ...suite(id).newSigningKeys(),
});
export const publicOf = ({ name, suite: id, publicKey }: LogKey): LogKey => ({ name, suite: id, publicKey });
/** The log of so many entries, always the same. */
export const leavesOf = (size: number) =>
  Array.from({ length: size }, (_, at) => Buffer.from(`entry ${at}`, 'utf8'));
export const rootOf = (id: SuiteId, size: number) => merkleRoot(leavesOf(size), suite(id).hash);

/** A head of the log of so many entries by this key; or of another root, or another log. */
export function headBy(
  key: HeldKey,
  size: number,
  changed: { origin?: string; root?: Uint8Array } = {},
): string {
  const { origin = ORIGIN, root = rootOf(key.suite, size) } = changed;
  return signTreeHead({ suite: suite(key.suite), origin, size, root, key });
}
/** A key change as both holders sign it; or as `signers` do in their place. */
export function change(oldKey: HeldKey, next: HeldKey, from: number, signers = { oldKey, next }): string {
  return signKeyChange(
    { origin: ORIGIN, from, oldKey: publicOf(oldKey), newKey: publicOf(next) },
    { oldPrivateKey: signers.oldKey.privateKey, newPrivateKey: signers.next.privateKey },
    suiteOf,
  );
}
/** The keys after these changes. Throws the code of what breaks the chain. */
export function trusting(first: HeldKey, ...changes: readonly string[]): TrustedKeys {
  const chain = trustedKeysFrom({ origin: ORIGIN, key: publicOf(first) }, changes, suiteOf);
  if (!chain.ok) throw new Error(chain.code);
  return chain.trusted;
}
/** `ok`, or the code of what is wrong. */
export const codeOf = (told: { readonly ok: boolean; readonly code?: string }) =>
  told.ok ? 'ok' : told.code;
export const checked = (note: string, trusted: TrustedKeys) => codeOf(checkTreeHead(note, trusted, suiteOf));
export const chained = (first: HeldKey, ...changes: readonly string[]) =>
  codeOf(trustedKeysFrom({ origin: ORIGIN, key: publicOf(first) }, changes, suiteOf));

/** The head in a note that is trusted. Throws why it is not. */
export function trustedHead(note: string, trusted: TrustedKeys): TrustedHead {
  const told = checkTreeHead(note, trusted, suiteOf);
  if (!told.ok) throw new Error(told.reason);
  return told.head;
}
