import type { webcrypto } from 'node:crypto';
import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core';
import { readBase64url } from '../keys/base64url.js';

/** HPKE (RFC 9180) with DHKEM(X25519, HKDF-SHA256), HKDF-SHA256 and AES-256-GCM, in base mode. */
export const suite = new CipherSuite({
  kem: new DhkemX25519HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

/** Bytes of an encapsulated key, of a public key and of a seed. */
export const KEY_BYTES = 32;

export type KeyPair = webcrypto.CryptoKeyPair;
/** A key pair, and its public half as base64url. */
export type BoxKeyPair = { readonly publicKey: string; readonly keys: KeyPair };

/** The key pair a seed of 32 secret bytes stands for (DeriveKeyPair, section 7.1.3). The same seed, the same pair. */
export async function keyPairOf(seed: Uint8Array): Promise<BoxKeyPair> {
  const keys = await suite.kem.deriveKeyPair(seed);
  const raw = await suite.kem.serializePublicKey(keys.publicKey);
  return { publicKey: Buffer.from(raw).toString('base64url'), keys };
}

/** A public key from base64url; throws on anything but 32 bytes of it. */
export async function readPublicKey(text: string): Promise<webcrypto.CryptoKey> {
  const bytes = readBase64url(text, 64);
  if (bytes?.length !== KEY_BYTES) throw new Error('A public key is 32 bytes of base64url.');
  return suite.kem.deserializePublicKey(bytes);
}
