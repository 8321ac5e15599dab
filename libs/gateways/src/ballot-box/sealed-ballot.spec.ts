import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { openBallot, readSealed, sealBallot } from './sealed-ballot.js';

const key = { enc: randomBytes(32), key: randomBytes(32) };
const campaign = '0b6f3c52-9a53-4a6a-8f0e-6c2f7a1d9e10';
const ballots = fc.uint8Array({ maxLength: 600 });

function open(sealed: string, campaignId = campaign, under = key): Uint8Array | null {
  const parts = readSealed(sealed);
  return parts === null ? null : openBallot(under, campaignId, parts);
}

describe('sealBallot', () => {
  it('gives the ballot back under the same key and campaign, and to nobody else', () => {
    const other = { ...key, key: randomBytes(32) };
    fc.assert(
      fc.property(ballots, fc.string(), fc.string(), (ballot, campaignId, otherCampaign) => {
        const sealed = sealBallot(key, campaignId, ballot);
        expect(Buffer.from(open(sealed, campaignId) ?? 'null')).toEqual(Buffer.from(ballot));
        expect(open(sealed, campaignId, other)).toBeNull();
        expect(otherCampaign === campaignId || open(sealed, otherCampaign) === null).toBe(true);
      }),
    );
  });

  it('is as long as the ballot and 61 bytes, whatever the ballot says', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.infiniteStream(fc.integer({ min: 0, max: 255 })), (length, stream) => {
        const ballot = Uint8Array.from(stream.take(length));
        expect(Buffer.from(sealBallot(key, campaign, ballot), 'base64url')).toHaveLength(length + 61);
      }),
    );
  });

  it('never gives two ballots the same nonce, and counts nothing', () => {
    const sealed = Array.from({ length: 1000 }, () => readSealed(sealBallot(key, campaign, Buffer.alloc(8))));
    const nonces = sealed.map((parts) => parts?.nonce.toString('hex') ?? '');
    expect(new Set(nonces).size).toBe(1000);
    expect([...nonces].sort()).not.toEqual(nonces);
  });

  it('does not open with any bit flipped', () => {
    const sealed = Buffer.from(sealBallot(key, campaign, Buffer.from('演示')), 'base64url');
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const flipped = Buffer.from(sealed);
      flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(open(flipped.toString('base64url'))).toBeNull();
    }
  });

  it('does not open cut short, made longer, or written in another way', () => {
    const sealed = sealBallot(key, campaign, Buffer.from('演示答卷'));
    for (let length = 0; length < sealed.length; length += 1)
      expect(open(sealed.slice(0, length))).toBeNull();
    for (const changed of [
      `${sealed}A`,
      `${sealed}=`,
      ` ${sealed}`,
      `${sealed}\n`,
      sealed.replace('A', 'A='),
    ]) {
      expect(open(changed)).toBeNull();
    }
  });
});

describe('readSealed', () => {
  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.base64String({ maxLength: 300 })),
        (text) => {
          expect(open(text)).toBeNull();
        },
      ),
    );
  });
});
