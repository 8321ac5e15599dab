import { describe, expect, it } from '@jest/globals';
import { diceOf } from '@kaoji/domain/testing';
import { DAMAGE_CODES } from './damage-codes.js';
import { HEADER_DAMAGES } from './header-damages.js';
import { DAMAGES, falseAlarm, hashVerifier, honestBundle, tamper } from './tamper-run.js';
import { NOTHING } from './tampering.js';

const refused = Object.entries(DAMAGE_CODES).filter(([what]) => what in HEADER_DAMAGES);

describe('tampering with a bundle', () => {
  it('is found and placed 300 times of 300, every way of damage at least four times', async () => {
    expect(DAMAGES.length * 4).toBeLessThanOrEqual(300);
    expect(await tamper({ count: 300 })).toEqual([]);
  });

  it('is not seen in 100 honest bundles of different cycles', async () => {
    for (let seed = 0; seed < 100; seed += 1) expect(await falseAlarm(honestBundle(seed), seed)).toEqual([]);
  });

  it('says of every damage it knows a code for what it is', () => {
    const ways = DAMAGES.map(([what]) => what);
    expect(Object.keys(DAMAGE_CODES).filter((what) => !ways.includes(what))).toEqual([]);
  });

  it.each(refused)('%s is refused as %s', async (what, codes) => {
    const damage = HEADER_DAMAGES[what];
    for (let seed = 1; seed <= 3; seed++) {
      const made = damage?.(honestBundle(seed), diceOf(seed));
      const [first] = await hashVerifier(made?.bytes ?? Buffer.alloc(0), NOTHING);
      expect(codes).toContain(first?.code);
    }
  });
});
