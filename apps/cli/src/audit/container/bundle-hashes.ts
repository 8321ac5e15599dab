import { hash } from 'node:crypto';
import type { Hashes } from '@kaoji/domain';

/** The hashes a bundle may be of, by Node's own crypto. */
export const BUNDLE_HASHES: Hashes = {
  sha256: (bytes) => hash('sha256', bytes, 'buffer'),
  sm3: (bytes) => hash('sm3', bytes, 'buffer'),
};
