import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { PersonKey, PersonSealer } from '@kaoji/application';

const MASTER = Buffer.alloc(32, 'm');

function seal(key: Uint8Array, plain: Uint8Array, context: string): Uint8Array {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function open(key: Uint8Array, sealed: Uint8Array, context: string): Uint8Array | null {
  const cipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12), { authTagLength: 16 })
    .setAAD(Buffer.from(context))
    .setAuthTag(sealed.subarray(-16));
  try {
    return Buffer.concat([cipher.update(sealed.subarray(12, -16)), cipher.final()]);
  } catch {
    return null;
  }
}

const personKey = (key: Uint8Array): PersonKey => ({
  suite: 'intl',
  seal: (text, context) => seal(key, Buffer.from(text), context),
  open: (sealed, context) => {
    const plain = open(key, sealed, context);
    return plain === null ? null : Buffer.from(plain).toString();
  },
});

/** What stands for the sealer of libs/gateways, which an adapter may not import: real ciphers, a known master key. */
export const standInSealer: PersonSealer = {
  newKey: (personId) =>
    Promise.resolve({
      ...{ personId, suite: 'intl', masterKeyId: 'm', wrapped: seal(MASTER, randomBytes(32), personId) },
      ...{ destroyedAt: null, destroyedBy: null, clause: null },
    }),
  openKey: ({ wrapped, personId }) => {
    const key = wrapped === null ? null : open(MASTER, wrapped, personId);
    return Promise.resolve(key === null ? null : personKey(key));
  },
};
