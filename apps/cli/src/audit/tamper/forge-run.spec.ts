import { describe, expect, it } from '@jest/globals';
import { diceOf } from '@kaoji/domain/testing';
import { FORGERIES, forge, outsideFor } from './forge-run.js';
import { signedBundle } from './signed-bundle.js';
import type { Verifier } from './tampering.js';
import { checkingVerifier } from './verifiers.js';

const ways = Object.entries(FORGERIES);
/** Seeded bundles hold nothing that could be computed again; what is said of that is not asked here. */
const NOT_COMPUTED = ['HISTORY_REF', 'RULEBOOK_UNREADABLE', 'CALENDAR_UNREADABLE'];
const verify: Verifier = async (bytes, outside) =>
  (await checkingVerifier(bytes, outside)).filter(({ code }) => !NOT_COMPUTED.includes(code));

describe('forging a bundle', () => {
  it('is found and placed under its own code, every way of forging', async () => {
    expect(await forge({ count: ways.length }, verify, signedBundle)).toEqual([]);
  });

  it('is not seen in honest bundles', async () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const { bytes, outside } = signedBundle(seed);
      expect(await verify(bytes, outside)).toEqual([]);
    }
  });

  it('by whoever has the database and the keys is seen only by a head that was kept outside', async () => {
    const forgery = FORGERIES['a consistent rewrite by whoever has the database and the keys'];
    for (let seed = 1; seed < 6; seed += 1) {
      const honest = signedBundle(seed);
      const { bytes } = forgery?.forge(honest, diceOf(seed)) ?? honest;
      expect(await verify(bytes, { ...honest.outside, heads: [] })).toEqual([]);
      expect(await verify(bytes, honest.outside)).toMatchObject([{ code: 'OUTSIDE_HEAD_DIFFERS' }]);
    }
  });

  it('tells each way what must be known outside', () => {
    const honest = signedBundle(1);
    for (const [, forgery] of ways) {
      const { keys, heads } = outsideFor(forgery, honest);
      expect([keys.length, heads.length]).toEqual(
        { nothing: [0, 0], key: [1, 0], heads: [1, 1] }[forgery.needs],
      );
    }
  });
});
