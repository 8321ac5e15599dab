import { checkTreeHead, consistentHeads, logKeyId, type TrustedHead } from '@kaoji/application';
import {
  HASH_OF_SUITE,
  logLeaf,
  type AuditFinding,
  type AuditPlace,
  type BundleManifest,
  type BundleReader,
  type LogEntry,
} from '@kaoji/domain';
import { suiteOf } from '@kaoji/gateways/suites';
import { isVerifyCode, verifyFinding } from '../verify-words.js';
import { textOf } from './entry-text.js';
import { idOf, type LogKeys } from './log-keys.js';
import type { HeadSigner, OutsideText, PrintedRoot } from './order.js';

export type CheckedHeads = {
  readonly signer: HeadSigner | null; // of the head the bundle goes by
  readonly inside: number;
  readonly outside: number;
  readonly findings: readonly AuditFinding[];
  /** Heads from outside that a part of the log cannot be held against. */
  readonly open: readonly string[];
};

/** Signatures of the heads in the bundle, and every head from outside against the log. `keys.trusted` must be there. */
export function checkHeads(
  reader: BundleReader,
  manifest: BundleManifest,
  keys: LogKeys,
  given: readonly OutsideText[],
  printed: readonly PrintedRoot[] = [],
): CheckedHeads {
  const { trusted } = keys;
  if (trusted === null) return { signer: null, inside: 0, outside: 0, findings: [], open: [] };
  const findings: AuditFinding[] = [];
  const checked = (note: string, where: AuditPlace, says = ''): TrustedHead | null => {
    const head = checkTreeHead(note, trusted, suiteOf);
    if (head.ok) return head.head;
    const code = isVerifyCode(head.code) ? head.code : 'HEAD_NOT_READABLE';
    // A head of the bundle that cannot be read was named by the check of the log.
    if (says !== '' || head.code !== 'HEAD_UNREADABLE') {
      findings.push(verifyFinding(code, where, says === '' ? head.reason : `${says}: ${head.reason}`));
    }
    return null;
  };
  const inside = manifest.entries
    .filter(({ kind }) => kind === 'head')
    .flatMap(({ name }) => {
      const head = checked(textOf(reader, name), { entry: name });
      return head === null ? [] : [{ head, name }];
    });
  const outside = given.flatMap(({ file, text }) => {
    const head = checked(text, {}, file);
    return head === null ? [] : [{ head, file }];
  });
  const kept = [...outside, ...printed.map((one) => onPaper(manifest, one))];
  const against = compareOutside(reader, manifest, kept, findings);
  const last = inside.find(({ name }) => name === manifest.log.head)?.head;
  const signer = trusted.keys.find(({ key }) => key.name === last?.keyName)?.key;
  const proven =
    keys.outside.length > 0 &&
    keys.outside.every((key) => trusted.keys.some((one) => idOf(one.key) === idOf(key)));
  const suite = signer === undefined ? null : suiteOf(signer.suite);
  return {
    signer:
      signer === undefined || suite === null
        ? null
        : { name: signer.name, keyId: logKeyId(suite, signer), proven },
    inside: inside.length,
    outside: kept.length - against.length,
    findings,
    open: against,
  };
}

type Outside = { readonly head: TrustedHead; readonly file: string };

/** A printed root is trusted as the paper is: it stands where a signed head would. */
function onPaper({ log: { origin } }: BundleManifest, { size, root }: PrintedRoot): Outside {
  const [hash = '', hex = ''] = root.split(':');
  const suite = hash === HASH_OF_SUITE.sm ? 'sm' : 'intl';
  const head = { origin, size, root: Buffer.from(hex, 'hex'), suite, keyName: '' } as const;
  return { head, file: `${size}:${root}` };
}

function compareOutside(
  reader: BundleReader,
  manifest: BundleManifest,
  outside: readonly Outside[],
  findings: AuditFinding[],
): readonly string[] {
  if (outside.length === 0) return [];
  if (manifest.scope.kind === 'whole') {
    const leaves = wholeLog(reader, manifest).map(logLeaf);
    for (const { head, file } of outside) {
      const same = consistentHeads({ leaves, heads: [head] }, suiteOf);
      if (same.ok) continue;
      const code = same.code === 'HEAD_AHEAD_OF_LOG' ? 'OUTSIDE_HEAD_AHEAD' : 'OUTSIDE_HEAD_DIFFERS';
      findings.push(verifyFinding(code, { entry: manifest.log.head }, `${file}: ${same.reason}`));
    }
    return [];
  }
  const open: string[] = [];
  for (const { head, file } of outside) {
    const root = Buffer.from(head.root).toString('hex');
    if (head.size !== manifest.log.size) open.push(file);
    else if (!manifest.log.root.endsWith(root)) {
      findings.push(verifyFinding('OUTSIDE_HEAD_DIFFERS', { entry: manifest.log.head }, file));
    }
  }
  return open;
}

function wholeLog(reader: BundleReader, manifest: BundleManifest): readonly LogEntry[] {
  const entry = manifest.entries.find(({ kind }) => kind === 'log');
  const lines = entry === undefined ? [] : textOf(reader, entry.name).split('\n');
  return lines.flatMap((line) => {
    try {
      return line === '' ? [] : [JSON.parse(line) as LogEntry];
    } catch {
      return []; // said by the check of the log
    }
  });
}
