import { createHash } from 'node:crypto';
import type { Hashes } from '@kaoji/domain';

/** The hashes a bundle may be of, by Node's own crypto. */
export const BUNDLE_HASHES: Hashes = {
  sha256: (bytes) => createHash('sha256').update(bytes).digest(),
  sm3: (bytes) => createHash('sm3').update(bytes).digest(),
};
