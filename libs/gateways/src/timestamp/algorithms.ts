import type { TimestampDigest } from '@kaoji/application';

const SHA256 = '2.16.840.1.101.3.4.2.1';
const SM3 = '1.2.156.10197.1.401';

/** Identifiers of what a token may state the hash of, as `Suite` names them. */
export const HASHES: Readonly<Record<TimestampDigest['algorithm'], string>> = { 'SHA-256': SHA256, SM3 };

/** Digests inside a token, by identifier, as node:crypto names them. SHA-1 is not among them. */
const DIGESTS: ReadonlyMap<string, string> = new Map([
  [SHA256, 'sha256'],
  ['2.16.840.1.101.3.4.2.2', 'sha384'],
  ['2.16.840.1.101.3.4.2.3', 'sha512'],
  [SM3, 'sm3'],
]);

/** `digest` null: the signature's identifier leaves it to the token's digest algorithm. */
export type SignatureKind = { readonly keys: 'rsa' | 'ec' | 'ed25519'; readonly digest: string | null };

/**
 * Signatures by identifier: RSA (PKCS #1 v1.5), ECDSA, Ed25519. SM2 is not among them: authorities sign with the
 * signer id of GB/T 35276, and Node's own crypto cannot be told one.
 */
const SIGNATURES: ReadonlyMap<string, SignatureKind> = new Map([
  ['1.2.840.113549.1.1.1', { keys: 'rsa', digest: null }],
  ['1.2.840.113549.1.1.11', { keys: 'rsa', digest: 'sha256' }],
  ['1.2.840.113549.1.1.12', { keys: 'rsa', digest: 'sha384' }],
  ['1.2.840.113549.1.1.13', { keys: 'rsa', digest: 'sha512' }],
  ['1.2.840.10045.2.1', { keys: 'ec', digest: null }],
  ['1.2.840.10045.4.3.2', { keys: 'ec', digest: 'sha256' }],
  ['1.2.840.10045.4.3.3', { keys: 'ec', digest: 'sha384' }],
  ['1.2.840.10045.4.3.4', { keys: 'ec', digest: 'sha512' }],
  ['1.3.101.112', { keys: 'ed25519', digest: null }],
]);

/** Null for one that is not taken. */
export function digestNamed(oid: string): string | null {
  return DIGESTS.get(oid) ?? null;
}

/** Null for one that is not taken. */
export function signatureNamed(oid: string): SignatureKind | null {
  return SIGNATURES.get(oid) ?? null;
}
