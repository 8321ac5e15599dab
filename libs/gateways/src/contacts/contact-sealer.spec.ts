import { describe, expect, it } from '@jest/globals';
import { Refusal } from '@kaoji/domain';
import fc from 'fast-check';
import { createContactSealer } from './contact-sealer.js';

const key = (id: string, letter = id) => ({ id, secret: Buffer.alloc(32, letter).toString('base64url') });
const campaign = '0b6f3c52-9a53-4a6a-8f0e-6c2f7a1d9e10';
const contact = { phone: '演示电话', name: '演示居民', link: 'https://survey.example/s/abc' };
const sealer = createContactSealer([key('a')]);
const wrong = expect.objectContaining({ code: 'CONTACT_SEALED_WRONG' });

describe('createContactSealer', () => {
  it('gives back what JSON can write, in its own campaign only', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), fc.string(), (value, campaignId, other) => {
        const sealed = sealer.seal(campaignId, value);
        expect(JSON.stringify(sealer.open(campaignId, sealed))).toBe(JSON.stringify(value));
        if (other !== campaignId) expect(() => sealer.open(other, sealed)).toThrow(wrong);
      }),
    );
  });

  it('never seals the same contact twice alike', () => {
    expect(sealer.seal(campaign, contact)).not.toBe(sealer.seal(campaign, contact));
  });

  it('tells no name by its length: contacts are padded to the next 64 bytes', () => {
    const lengths = ['甲', '甲乙', '甲乙丙丁戊己'].map(
      (name) => sealer.seal(campaign, { ...contact, name }).length,
    );
    expect(new Set(lengths).size).toBe(1);
  });

  it('opens with every key it holds and seals with the first', () => {
    const old = sealer.seal(campaign, contact);
    const rotated = createContactSealer([key('b'), key('a')]);
    expect(rotated.open(campaign, old)).toEqual(contact);
    const fresh = rotated.seal(campaign, contact);
    expect(rotated.open(campaign, fresh)).toEqual(contact);
    expect(() => sealer.open(campaign, fresh)).toThrow(wrong);
  });

  it('does not open under another key of the same id', () => {
    const other = createContactSealer([key('a', 'z')]);
    expect(() => other.open(campaign, sealer.seal(campaign, contact))).toThrow(wrong);
  });

  it('refuses CONTACT_SEALED_WRONG with any bit flipped, and says nothing of the contact', () => {
    const sealed = Buffer.from(sealer.seal(campaign, contact), 'base64url');
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const flipped = Buffer.from(sealed);
      flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      const fault = refusalOf(() => sealer.open(campaign, flipped.toString('base64url')));
      expect([fault.code, `${fault.message}${JSON.stringify(fault.details)}`.includes('演示')]).toEqual([
        'CONTACT_SEALED_WRONG',
        false,
      ]);
    }
  });

  it('refuses CONTACT_SEALED_WRONG for every other text', () => {
    const sealed = sealer.seal(campaign, contact);
    for (let length = 0; length < sealed.length; length += 1) {
      expect(() => sealer.open(campaign, sealed.slice(0, length))).toThrow(wrong);
    }
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(() => sealer.open(campaign, text)).toThrow(wrong);
      }),
    );
  });

  it('throws on what JSON cannot write', () => {
    expect(() => sealer.seal(campaign, undefined)).toThrow(TypeError);
  });
});

function refusalOf(act: () => unknown): Refusal {
  try {
    act();
  } catch (fault) {
    if (fault instanceof Refusal) return fault;
  }
  throw new Error('This should have been refused.');
}
