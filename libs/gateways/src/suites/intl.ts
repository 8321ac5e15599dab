import { createCipheriv, createDecipheriv, createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import type { Suite } from '@kaoji/application';
import { exported, signWith, verifyWith } from './signing.js';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const TAG = { authTagLength: TAG_BYTES };
// Ed25519 hashes by itself (RFC 8032); its identifier is 1.3.101.112.
const ED25519 = { digest: null, oid: Buffer.from('06032b6570', 'hex') };

/**
 * SHA-256 (FIPS 180-4), Ed25519 (RFC 8032), AES-256-GCM (SP 800-38D), all from Node's own crypto. Sealed bytes:
 * nonce (12) ‖ cipher text ‖ tag (16).
 */
export const intlSuite: Suite = {
  id: 'intl',
  algorithms: { hash: 'SHA-256', signature: 'Ed25519', cipher: 'AES-256-GCM' },
  hash: (data) => createHash('sha256').update(data).digest(),
  newSigningKeys: () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    return exported(privateKey, publicKey);
  },
  sign: (privateKey, data) => signWith(ED25519, privateKey, data),
  verify: (publicKey, data, signature) => verifyWith(ED25519, publicKey, { data, signature }),
  newKey: () => randomBytes(32),
  seal: (key, plaintext, context) => {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, key, nonce, TAG).setAAD(Buffer.from(context, 'utf8'));
    const body = Buffer.concat([cipher.update(plaintext), cipher.final()]);
    return Buffer.concat([nonce, body, cipher.getAuthTag()]);
  },
  open: (key, sealed, context) => {
    if (sealed.length < NONCE_BYTES + TAG_BYTES || key.length !== 32) return null;
    const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE_BYTES), TAG)
      .setAAD(Buffer.from(context, 'utf8'))
      .setAuthTag(sealed.subarray(-TAG_BYTES));
    const body = decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES));
    try {
      return Buffer.concat([body, decipher.final()]);
    } catch {
      return null;
    }
  },
};
