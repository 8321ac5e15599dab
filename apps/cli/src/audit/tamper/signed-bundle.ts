import { verifierKey, signKeyChange, type SuiteId } from '@kaoji/application';
import { canonicalJson, HASH_OF_SUITE, hashText, type BundleEntry } from '@kaoji/domain';
import { manifestOf, seededBundle, withManifest, type BundleFiles } from '@kaoji/domain/testing';
import { suiteOf } from '@kaoji/gateways';
import { BUNDLE_HASHES } from '../container/bundle-hashes.js';
import { logOf, signedBy, withLog, type StolenKey } from './forged-log.js';
import { honestContainer, type Forgeable } from './tampering.js';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function newKey(id: SuiteId, name: string): StolenKey {
  const suite = suiteOf(id);
  if (suite === null) throw new RangeError(`no suite ${id}`);
  return { name, suite: id, ...suite.newSigningKeys() };
}

function wordOf(key: StolenKey): string {
  const suite = suiteOf(key.suite);
  return suite === null ? '' : verifierKey(suite, key);
}

/** One more entry, as an honest writer would list it. */
function withEntry(
  files: BundleFiles,
  { name, bytes, ...told }: Omit<BundleEntry, 'hash' | 'size'> & { readonly bytes: Uint8Array },
): BundleFiles {
  const manifest = manifestOf(files);
  const hash = hashText(BUNDLE_HASHES, HASH_OF_SUITE[manifest.suite], bytes);
  const entries = [...manifest.entries, { name, ...told, hash, size: bytes.length }];
  return withManifest(new Map([...files, [name, bytes]]), { ...manifest, entries });
}

/**
 * A small whole bundle whose heads are signed: the earlier one by a key that was replaced before the last, as the log
 * says itself. Another seed is another cycle; every third is of the national suite.
 */
export function signedBundle(seed: number): Forgeable {
  const suite = seed % 3 === 0 ? 'sm' : 'intl';
  const keys = { former: newKey(suite, `demo-${seed}-a`), present: newKey(suite, `demo-${seed}-b`) };
  const hashes = BUNDLE_HASHES;
  const bare = seededBundle({ seed, hashes, suite });
  const { log } = manifestOf(bare);
  const change = signKeyChange(
    { origin: log.origin, from: log.size + 1, oldKey: keys.former, newKey: keys.present },
    { oldPrivateKey: keys.former.privateKey, newPrivateKey: keys.present.privateKey },
    suiteOf,
  );
  const rows = [
    { key_id: 'k1', name: keys.former.name, suite, public_key: keys.former.publicKey, change: null },
    { key_id: 'k2', name: keys.present.name, suite, public_key: keys.present.publicKey, change },
  ];
  const leaves = rows.map((row) => {
    const hash = hashText(hashes, HASH_OF_SUITE[suite], bytesOf(canonicalJson(row)));
    return { suite, kind: 'key_change' as const, ref: row.key_id, hash };
  });
  const lines = rows.map(
    (value, at) => `${canonicalJson({ leaf: log.size + at, ref: value.key_id, value })}\n`,
  );
  const told = [
    {
      name: 'key-change.jsonl',
      kind: 'key_change' as const,
      form: 'lines' as const,
      bytes: bytesOf(lines.join('')),
    },
    {
      name: 'keys/1.vkey',
      kind: 'public_key' as const,
      form: 'file' as const,
      bytes: bytesOf(`${wordOf(keys.former)}\n`),
    },
    {
      name: 'keys/2.vkey',
      kind: 'public_key' as const,
      form: 'file' as const,
      bytes: bytesOf(`${wordOf(keys.present)}\n`),
    },
  ];
  const listed = told.reduce(withEntry, bare);
  const files = withLog(listed, [...logOf(listed), ...leaves], {
    hashes,
    all: true,
    sign: (head, before) => signedBy(head.size > log.size ? keys.present : keys.former)(head, before),
  });
  const heads = [new TextDecoder().decode(files.get(log.head))];
  return {
    ...honestContainer(files, hashes),
    keys: { ...keys, from: log.size + 1 },
    outside: { keys: [wordOf(keys.former)], heads },
  };
}
