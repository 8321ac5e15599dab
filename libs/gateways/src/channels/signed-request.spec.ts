import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalRequest, isSignatureOf, signatureOf, type SignedParts } from './signed-request.js';

const secret = Buffer.alloc(32, 7).toString('base64url');
const parts: SignedParts = {
  method: 'POST',
  path: '/send?region=demo',
  date: '2026-03-11T01:00:00.000Z',
  body: '{"to":"演示"}',
  keyId: 'demo-1',
};

describe('canonicalRequest', () => {
  it('is what docs/message-gateways.md says', () => {
    expect(canonicalRequest(parts)).toBe(
      [
        'KAOJI-HMAC-SHA256',
        'POST',
        '/send?region=demo',
        '2026-03-11T01:00:00.000Z',
        // printf '{"to":"演示"}' | sha256sum
        '63c62f7ea4ea98f877a3aae3219136333c52eb2ef335288434ac1eecd0c71707',
        'demo-1',
      ].join('\n'),
    );
  });
});

describe('isSignatureOf', () => {
  it('knows its own signature, which openssl makes as well', () => {
    expect(signatureOf(secret, parts)).toBe('sXgsoKij6GOrJYf9wl-AYfrEvwgrW7wuvX0LD02l5Ng');
    expect(isSignatureOf(secret, parts, signatureOf(secret, parts))).toBe(true);
  });

  it('refuses a signature when any part is another one', () => {
    const change = fc.constantFrom<keyof SignedParts>('method', 'path', 'date', 'body', 'keyId');
    fc.assert(
      fc.property(change, fc.string({ minLength: 1 }), (part, more) => {
        const other = { ...parts, [part]: parts[part] + more };
        expect(isSignatureOf(secret, other, signatureOf(secret, parts))).toBe(false);
      }),
    );
  });

  it.each(['', 'A', 'A'.repeat(43), '签'])('refuses %p', (signature) => {
    expect(isSignatureOf(secret, parts, signature)).toBe(false);
  });
});
