import { canonicalJson } from '@kaoji/domain';
import { manifestOf, relisted, withManifest, type BundleFiles } from '@kaoji/domain/testing';
import { itemsOf, linesIn } from './logged-items.js';
import { logOf } from './forged-log.js';
import type { Forgeable } from './tampering.js';

/**
 * The bundle as it would have been when an earlier head was signed: that head is honest, and whatever came later is
 * gone. Of a bundle with one head, the same bundle.
 */
export function rolledBack({ files, hashes }: Forgeable): BundleFiles {
  const manifest = manifestOf(files);
  const heads = manifest.entries.filter(({ kind }) => kind === 'head').map(({ name }) => name);
  const sizes = new Map(
    heads.map((name) => {
      const [, size = '0', root = ''] = new TextDecoder().decode(files.get(name)).split('\n');
      return [name, { size: Number(size), root: Buffer.from(root, 'base64').toString('hex') }];
    }),
  );
  const [earlier] = [...sizes].toSorted(([, one], [, other]) => one.size - other.size);
  if (earlier === undefined || earlier[1].size === manifest.log.size) return files;
  const [head, { size, root }] = earlier;
  const kept = new Map(files);
  for (const name of heads) if (name !== head) kept.delete(name);
  const late = itemsOf(files).filter(({ leaf }) => leaf >= size);
  for (const entry of new Set(late.map((item) => item.entry))) {
    const lines = new Set(late.filter((item) => item.entry === entry).map(({ line }) => line));
    const rest = linesIn(files, entry).filter((_line, at) => !lines.has(at));
    if (lines.has(null) || rest.length === 0) kept.delete(entry);
    else kept.set(entry, new TextEncoder().encode(rest.map((line) => `${line}\n`).join('')));
  }
  const log = logOf(files).slice(0, size);
  kept.set('log.jsonl', new TextEncoder().encode(log.map((entry) => `${canonicalJson(entry)}\n`).join('')));
  const algorithm = manifest.log.root.split(':')[0] ?? '';
  const told = {
    ...manifest,
    log: { ...manifest.log, size, root: `${algorithm}:${root}`, head },
    histories: manifest.histories.filter(({ entry }) => kept.has(entry)),
    builds: manifest.builds.filter(({ bundle }) => kept.has(bundle)),
    absent: manifest.absent.filter(({ leaf }) => leaf < size),
  };
  return relisted(withManifest(kept, told), hashes);
}
