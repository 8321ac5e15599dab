import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import type { SigningKeys } from '@kaoji/application';
import { readBase64url } from '../keys/base64url.js';

/** The digest a suite signs with (null: the algorithm has its own), and the object identifier its keys carry, as DER. */
export type SigningKind = { readonly digest: string | null; readonly oid: Buffer };

export function exported(privateKey: KeyObject, publicKey: KeyObject): SigningKeys {
  return {
    privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64url'),
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64url'),
  };
}

/** Throws on bytes that are no private key of this kind; the message holds nothing of the key. */
export function signWith({ digest, oid }: SigningKind, privateKey: string, data: Uint8Array): Uint8Array {
  const key = readKey(privateKey, oid, (der) => createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }));
  if (key === null) throw new TypeError('This is no signing key of this suite.');
  return sign(digest, data, key);
}

/** False for a key of another kind as well as for a wrong signature. */
export function verifyWith(
  { digest, oid }: SigningKind,
  publicKey: string,
  { data, signature }: { readonly data: Uint8Array; readonly signature: Uint8Array },
): boolean {
  const key = readKey(publicKey, oid, (der) => createPublicKey({ key: der, format: 'der', type: 'spki' }));
  return key !== null && verify(digest, data, key, signature);
}

/**
 * Node names the kind of an SM2 key it has made, not of one it has read: so the identifier in the bytes tells.
 * OpenSSL says "unreadable" by throwing, with details nobody needs.
 */
function readKey(text: string, oid: Buffer, read: (der: Buffer) => KeyObject): KeyObject | null {
  const der = readBase64url(text);
  if (!der?.includes(oid)) return null;
  try {
    return read(der);
  } catch {
    return null;
  }
}
