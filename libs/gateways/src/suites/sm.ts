import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import type { Suite } from '@kaoji/application';
import { exported, signWith, verifyWith } from './signing.js';

const CIPHER = 'sm4-ctr'; // OpenSSL 3.0 has no SM4 in GCM
const NONCE_BYTES = 16;
const MAC_BYTES = 32;
// The curve's identifier is 1.2.156.10197.1.301.
const SM2 = { digest: 'sm3', oid: Buffer.from('06082a811ccf5501822d', 'hex') };

/**
 * The national algorithms: SM3 (GB/T 32905), SM2 (GB/T 32918), SM4 (GB/T 32907) in counter mode with HMAC-SM3 over
 * context, nonce and cipher text (encrypt, then MAC), for offices under GB/T 39786-2021; all from Node's own crypto.
 * Node gives no way to set the signer's id of GB/T 32918.2, so it is the empty one (ENTL = 0): another tool has to be
 * told so. Sealed bytes: nonce (16) ‖ cipher text ‖ MAC (32).
 */
export const smSuite: Suite = {
  id: 'sm',
  algorithms: { hash: 'SM3', signature: 'SM2-with-SM3', cipher: 'SM4-CTR+HMAC-SM3' },
  hash: (data) => createHash('sm3').update(data).digest(),
  newSigningKeys: () => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'SM2' });
    return exported(privateKey, publicKey);
  },
  sign: (privateKey, data) => signWith(SM2, privateKey, data),
  verify: (publicKey, data, signature) => verifyWith(SM2, publicKey, { data, signature }),
  newKey: () => randomBytes(32),
  seal: (key, plaintext, context) => {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, cipherKey(key), nonce);
    const body = Buffer.concat([nonce, cipher.update(plaintext), cipher.final()]);
    return Buffer.concat([body, macOf(key, body, context)]);
  },
  open: (key, sealed, context) => {
    if (sealed.length < NONCE_BYTES + MAC_BYTES || key.length !== 32) return null;
    const body = sealed.subarray(0, -MAC_BYTES);
    if (!timingSafeEqual(macOf(key, body, context), sealed.subarray(-MAC_BYTES))) return null;
    const decipher = createDecipheriv(CIPHER, cipherKey(key), body.subarray(0, NONCE_BYTES));
    return Buffer.concat([decipher.update(body.subarray(NONCE_BYTES)), decipher.final()]);
  },
};

/** One secret, two keys: what encrypts never authenticates. */
function cipherKey(key: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sm3', key, '', 'kaoji-sm/1 encrypt', 16));
}

/** The length before the context keeps context and body from flowing into one another. */
function macOf(key: Uint8Array, body: Uint8Array, context: string): Buffer {
  const bound = Buffer.from(context, 'utf8');
  const length = Buffer.alloc(8);
  length.writeBigUInt64BE(BigInt(bound.length));
  const macKey = Buffer.from(hkdfSync('sm3', key, '', 'kaoji-sm/1 authenticate', 32));
  return createHmac('sm3', macKey).update(length).update(bound).update(body).digest();
}
