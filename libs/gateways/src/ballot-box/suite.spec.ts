import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { keyPairOf, readPublicKey, suite } from './suite.js';

type Vector = Record<'info' | 'ikmE' | 'ikmR' | 'skRm' | 'pkRm' | 'enc', string> & {
  encryptions: Record<'aad' | 'pt' | 'ct', string>[];
  exports: Record<'context' | 'value', string>[];
};
const vector = JSON.parse(readFileSync(new URL('vectors/rfc-9180.json', import.meta.url), 'utf8')) as Vector;
const bytes = (hex: string) => Buffer.from(hex, 'hex');
const hex = (data: ArrayBuffer) => Buffer.from(data).toString('hex');

describe('the ciphersuite: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM (RFC 9180)', () => {
  it('derives the key pair of a seed', async () => {
    const { publicKey, keys } = await keyPairOf(bytes(vector.ikmR));
    expect(Buffer.from(publicKey, 'base64url').toString('hex')).toBe(vector.pkRm);
    expect(hex(await suite.kem.serializePrivateKey(keys.privateKey))).toBe(vector.skRm);
  });

  it('seals and exports what the vectors say, as a sender', async () => {
    const { keys } = await keyPairOf(bytes(vector.ikmR));
    const sender = await suite.createSenderContext({
      recipientPublicKey: keys.publicKey,
      info: bytes(vector.info),
      ekm: bytes(vector.ikmE),
    });
    expect(hex(sender.enc)).toBe(vector.enc);
    for (const { aad, pt, ct } of vector.encryptions) {
      expect(hex(await sender.seal(bytes(pt), bytes(aad)))).toBe(ct);
    }
    for (const { context, value } of vector.exports) {
      expect(hex(await sender.export(bytes(context), 32))).toBe(value);
    }
  });

  it('opens and exports what the vectors say, as a recipient', async () => {
    const recipient = await suite.createRecipientContext({
      recipientKey: await suite.kem.deserializePrivateKey(bytes(vector.skRm)),
      enc: bytes(vector.enc),
      info: bytes(vector.info),
    });
    for (const { aad, pt, ct } of vector.encryptions) {
      expect(hex(await recipient.open(bytes(ct), bytes(aad)))).toBe(pt);
    }
    for (const { context, value } of vector.exports) {
      expect(hex(await recipient.export(bytes(context), 32))).toBe(value);
    }
  });
});

describe('readPublicKey', () => {
  it.each(['', 'AAAA', 'A'.repeat(44), `${'A'.repeat(42)}B`, `${'A'.repeat(42)}=`])(
    'refuses %j',
    async (text) => {
      await expect(readPublicKey(text)).rejects.toThrow('32 bytes of base64url');
    },
  );
});
