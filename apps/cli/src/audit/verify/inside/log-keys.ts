import { readVerifierKey, trustedKeysFrom, type LogKey, type TrustedKeys } from '@kaoji/application';
import type { AuditFinding, BundleManifest, BundleReader } from '@kaoji/domain';
import { suiteOf } from '@kaoji/gateways/suites';
import { isVerifyCode, verifyFinding } from '../verify-words.js';
import type { OutsideText } from './order.js';
import { linesOfKind, textOf } from './entry-text.js';

/** The keys of the log over time, and which of them somebody outside vouches for. */
export type LogKeys = {
  readonly trusted: TrustedKeys | null;
  readonly outside: readonly LogKey[];
  readonly findings: readonly AuditFinding[];
};

/**
 * The chain of keys: the first from the bundle, every later one by a change both keys signed. What is given from outside
 * must be in the chain, so that nobody can put a log of their own in the place of this one.
 */
export function logKeys(
  reader: BundleReader,
  manifest: BundleManifest,
  given: readonly OutsideText[],
): LogKeys {
  const findings: AuditFinding[] = [];
  const inside: LogKey[] = [];
  for (const { name } of manifest.entries.filter(({ kind }) => kind === 'public_key')) {
    const key = readVerifierKey(textOf(reader, name).trim(), suiteOf);
    if (key === null) findings.push(verifyFinding('KEY_UNREADABLE', { entry: name }));
    else inside.push(key);
  }
  const outside = given.flatMap(({ file, text }) => keysIn(file, text, findings));
  const [first] = inside;
  if (first === undefined) {
    return { trusted: null, outside, findings: [...findings, verifyFinding('KEYS_MISSING', {})] };
  }
  const changes = changesIn(reader, manifest);
  const { origin } = manifest.log;
  const chain = trustedKeysFrom(
    { origin, key: first },
    changes.map(({ note }) => note),
    suiteOf,
  );
  if (!chain.ok) {
    const code = isVerifyCode(chain.code) ? chain.code : 'KEY_CHANGE_UNREADABLE';
    findings.push(verifyFinding(code, changes[chain.at]?.where ?? {}, chain.reason));
    return { trusted: null, outside, findings };
  }
  const words = new Set(chain.trusted.keys.map(({ key }) => idOf(key)));
  if (inside.length !== words.size || !inside.every((key) => words.has(idOf(key)))) {
    findings.push(verifyFinding('KEY_UNCHAINED', { entry: inside.length > 1 ? 'keys' : manifest.log.head }));
  }
  for (const key of outside) {
    if (!words.has(idOf(key))) findings.push(verifyFinding('KEY_NOT_OF_LOG', {}, key.name));
  }
  return { trusted: chain.trusted, outside, findings };
}

export const idOf = ({ suite, publicKey }: LogKey): string => `${suite} ${publicKey}`;

/** Verifier keys, one a line; empty lines and lines that begin with # are for people. */
function keysIn(file: string, text: string, findings: AuditFinding[]): readonly LogKey[] {
  const lines = text.split('\n').map((line) => line.trim());
  return lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .flatMap((line) => {
      const key = readVerifierKey(line, suiteOf);
      if (key === null) findings.push(verifyFinding('KEY_UNREADABLE', {}, file));
      return key === null ? [] : [key];
    });
}

function changesIn(reader: BundleReader, manifest: BundleManifest) {
  return linesOfKind(reader, manifest, 'key_change')
    .flatMap(({ value, where }) => {
      const { change, at } = value as { readonly change?: unknown; readonly at?: unknown };
      return typeof change === 'string' ? [{ note: change, at: Number(at ?? 0), where }] : [];
    })
    .sort((a, b) => (a.where.leaf ?? 0) - (b.where.leaf ?? 0) || a.at - b.at);
}
