import { bytesToHex } from '@noble/hashes/utils.js';
import { z } from 'zod';
import type { MerkleHash } from '../../merkle/merkle-tree.js';

/** The suites a bundle can be of, and the name each gives its hash. */
export const AUDIT_SUITES = ['intl', 'sm'] as const;
export type AuditSuite = (typeof AUDIT_SUITES)[number];
export const HASH_NAMES = ['sha256', 'sm3'] as const;
export type HashName = (typeof HASH_NAMES)[number];
export const HASH_OF_SUITE: Readonly<Record<AuditSuite, HashName>> = { intl: 'sha256', sm: 'sm3' };

/** `sha256:<hex>` or `sm3:<hex>`. */
export const hashTextSchema = z.string().regex(/^(?:sha256|sm3):[0-9a-f]{64}$/);

/** The hash functions a bundle may need, by name; both give 32 bytes. */
export type Hashes = Readonly<Record<HashName, MerkleHash>>;

/** The hash of bytes in the form it is written in: its name, a colon, hex. */
export function hashText(hashes: Hashes, name: HashName, bytes: Uint8Array): string {
  return `${name}:${bytesToHex(hashes[name](bytes))}`;
}

/** The name of the hash a text of `hashTextSchema` was made with. */
export function hashNameOf(text: string): HashName {
  return text.startsWith('sm3:') ? 'sm3' : 'sha256';
}
