import { HASH_OF_SUITE, Refusal } from '@kaoji/domain';
import type { ArchivedFile } from '../ports/archived-runs.js';
import type { Suite } from '../ports/suite.js';
import type { ArchiveDeps } from './archive-deps.js';

/** `sha256:<hex>` or `sm3:<hex>` of bytes, by the suite. */
export function hashTextOf(suite: Suite, bytes: Uint8Array): string {
  return `${HASH_OF_SUITE[suite.id]}:${Buffer.from(suite.hash(bytes)).toString('hex')}`;
}

/** Where bytes of this hash lie: `sha256/ab/<hex>`. */
export function objectNameOf(hash: string): string {
  const [algorithm = '', hex = ''] = hash.split(':');
  return `${algorithm}/${hex.slice(0, 2)}/${hex}`;
}

/**
 * Keeps bytes under their hash. The same bytes again change nothing. Refuses `ARCHIVE_CONFLICT`, and says so by an
 * alarm: other bytes under a hash were put there by nobody honest.
 */
export async function keepObject(
  { archive, alarm }: Pick<ArchiveDeps, 'archive' | 'alarm'>,
  suite: Suite,
  bytes: Uint8Array,
): Promise<ArchivedFile> {
  const hash = hashTextOf(suite, bytes);
  const objectName = objectNameOf(hash);
  try {
    await archive.put(objectName, bytes);
  } catch (fault) {
    if (fault instanceof Refusal && fault.code === 'ARCHIVE_CONFLICT')
      alarm({ kind: 'conflict', objectName });
    throw fault;
  }
  return { hash, objectName, size: bytes.length };
}
