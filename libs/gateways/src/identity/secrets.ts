import { createHash, randomBytes } from 'node:crypto';
import type { Secrets } from '@kaoji/application';

/**
 * Random secrets of 256 bits (base64url) and their stored form. SHA-256 without salt is enough here:
 * nobody can guess 256 random bits, and a look-up needs the same hash every time.
 */
export function createSecrets(): Secrets {
  return {
    token: () => randomBytes(32).toString('base64url'),
    hash: (token) => createHash('sha256').update(token).digest('base64url'),
  };
}
