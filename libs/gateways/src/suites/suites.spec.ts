import { createCipheriv, createHmac, createPublicKey } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sm2Verifies } from './oracle/sm2-verify.js';
import { suiteOf } from './suites.js';

const [intl, sm] = [suiteOf('intl'), suiteOf('sm')].map((suite) => {
  if (suite === null) throw new Error('a suite is missing');
  return suite;
}) as [NonNullable<ReturnType<typeof suiteOf>>, NonNullable<ReturnType<typeof suiteOf>>];
const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex');
const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8');
const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

describe.each([intl, sm])('suite $id', (suite) => {
  it('opens what it sealed, under the same key and context only', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), fc.string(), (plain, context, other) => {
        const [key, sealed] = [suite.newKey(), Uint8Array.of()];
        const box = suite.seal(key, plain, context);
        expect(suite.open(key, box, context)).toEqual(Buffer.from(plain));
        expect(suite.open(suite.newKey(), box, context)).toBeNull();
        if (other !== context) expect(suite.open(key, box, other)).toBeNull();
        expect(suite.open(key, sealed, context)).toBeNull();
      }),
      { numRuns: 50 },
    );
  });

  it('opens nothing of which one bit changed, wherever it is', () => {
    const key = suite.newKey();
    const box = suite.seal(key, utf8('演示'), 'x');
    for (let bit = 0; bit < box.length * 8; bit += 1) {
      const changed = Uint8Array.from(box);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(suite.open(key, changed, 'x')).toBeNull();
    }
  });

  it('seals the same text twice to other bytes', () => {
    const key = suite.newKey();
    expect(suite.seal(key, utf8('a'), '')).not.toEqual(suite.seal(key, utf8('a'), ''));
  });

  it('verifies what it signed, and nothing else', () => {
    const keys = suite.newSigningKeys();
    const signature = suite.sign(keys.privateKey, utf8('root'));
    expect(suite.verify(keys.publicKey, utf8('root'), signature)).toBe(true);
    expect(suite.verify(keys.publicKey, utf8('Root'), signature)).toBe(false);
    expect(suite.verify(suite.newSigningKeys().publicKey, utf8('root'), signature)).toBe(false);
    expect(suite.verify(keys.publicKey, utf8('root'), Uint8Array.of(1, 2))).toBe(false);
    expect(suite.verify('no key', utf8('root'), signature)).toBe(false);
  });

  it('refuses to sign with a key of the other suite, and never verifies under one', () => {
    const other = suite.id === 'intl' ? sm : intl;
    const keys = other.newSigningKeys();
    expect(() => suite.sign(keys.privateKey, utf8('root'))).toThrow('no signing key of this suite');
    expect(suite.verify(keys.publicKey, utf8('root'), other.sign(keys.privateKey, utf8('root')))).toBe(false);
  });
});

describe('suite intl by published vectors', () => {
  it('hashes as FIPS 180-4', () => {
    expect(toHex(intl.hash(utf8('abc')))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  it.each([
    {
      publicKey: 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
      message: '',
      signature:
        'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
    },
    {
      publicKey: '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
      message: '72',
      signature:
        '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    },
  ])('verifies RFC 8032 section 7.1, message "$message"', ({ publicKey, message, signature }) => {
    const spki = hex(`302a300506032b6570032100${publicKey}`).toString('base64url');
    expect(intl.verify(spki, hex(message), hex(signature))).toBe(true);
  });

  it('opens test case 14 of the GCM specification', () => {
    const sealed = hex(
      `000000000000000000000000 cea7403d4d606b6e074ec5d3baf39d18 d0d1c8a799996bf0265b98b5d48ab919`,
    );
    expect(intl.open(Buffer.alloc(32), sealed, '')).toEqual(Buffer.alloc(16));
  });
});

describe('suite sm by published vectors', () => {
  it.each([
    ['abc', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
    ['abcd'.repeat(16), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'],
  ])('hashes as GB/T 32905 appendix A: "%s"', (text, digest) => {
    expect(toHex(sm.hash(utf8(text)))).toBe(digest);
  });

  it('has SM4 as GB/T 32907 appendix A', () => {
    const key = hex('0123456789abcdeffedcba9876543210');
    const cipher = createCipheriv('sm4-ecb', key, null).setAutoPadding(false);
    expect(toHex(cipher.update(key))).toBe('681edf34d206965e86b3e94f536e4246');
  });

  it('has SM4 in counter mode as draft-ribose-cfrg-sm4 A.2.5', () => {
    const key = hex('0123456789abcdeffedcba9876543210');
    const cipher = createCipheriv('sm4-ctr', key, hex('000102030405060708090a0b0c0d0e0f'));
    const plain = ['aa', 'bb', 'cc', 'dd', 'ee', 'ff', 'aa', 'bb'].map((byte) => byte.repeat(8)).join('');
    expect(toHex(cipher.update(hex(plain)))).toBe(
      'ac3236cb970cc20791364c395a1342d1a3cbc1878c6f30cd074cce385cdd70c7' +
        'f234bc0e24c11980fd1286310ce37b926e02fcd0faa0baf38b2933851d824514',
    );
  });

  it('authenticates by HMAC over SM3: H(K ^ opad, H(K ^ ipad, text)) of RFC 2104', () => {
    const key = Buffer.alloc(32, 7);
    const padded = Buffer.concat([key, Buffer.alloc(32)]);
    const xor = (byte: number) => padded.map((one) => one ^ byte);
    const inner = sm.hash(Buffer.concat([xor(0x36), utf8('text')]));
    const outer = sm.hash(Buffer.concat([xor(0x5c), inner]));
    expect(createHmac('sm3', key).update('text').digest()).toEqual(outer);
  });

  it('signs SM2: the equation of GB/T 32918.2 holds, with the empty signer id Node uses', () => {
    const keys = sm.newSigningKeys();
    const message = utf8('tree head');
    const signature = readDer(sm.sign(keys.privateKey, message));
    expect(sm2Verifies(pointOf(keys.publicKey), message, signature, '')).toBe(true);
    expect(sm2Verifies(pointOf(keys.publicKey), utf8('another'), signature, '')).toBe(false);
  });

  it('is checked by an equation that takes the example of GM/T 0003.5', () => {
    const key = {
      x: 0x09f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020n,
      y: 0xccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13n,
    };
    const signature = {
      r: 0xf5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3n,
      s: 0xb1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aan,
    };
    expect(sm2Verifies(key, utf8('message digest'), signature, '1234567812345678')).toBe(true);
    expect(sm2Verifies(key, utf8('message digest'), signature, '')).toBe(false);
  });
});

it('knows no third suite', () => {
  expect([suiteOf('md5'), suiteOf('toString'), suiteOf('')]).toEqual([null, null, null]);
});

function pointOf(publicKey: string): { x: bigint; y: bigint } {
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64url'), format: 'der', type: 'spki' });
  const point = key.export({ type: 'spki', format: 'der' }).subarray(-64);
  return { x: BigInt(`0x${toHex(point.subarray(0, 32))}`), y: BigInt(`0x${toHex(point.subarray(32))}`) };
}

/** SEQUENCE { INTEGER r, INTEGER s }, short lengths. */
function readDer(der: Uint8Array): { r: bigint; s: bigint } {
  const rLength = der[3] ?? 0;
  const r = der.subarray(4, 4 + rLength);
  const s = der.subarray(6 + rLength);
  return { r: BigInt(`0x${toHex(r)}`), s: BigInt(`0x${toHex(s)}`) };
}
