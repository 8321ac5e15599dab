import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { drawSample } from './draw-sample.js';
import { listHash } from './list-hash.js';

type Vector = {
  readonly seed: string;
  readonly strata: readonly {
    readonly stratum: string;
    readonly refs: readonly string[];
    readonly size: number;
    readonly drawn: readonly string[];
  }[];
  readonly listHash: string;
};
const file = new URL('../../../vectors/survey-draw.json', import.meta.url);
const vectors = (JSON.parse(readFileSync(file, 'utf8')) as { readonly cases: readonly Vector[] }).cases;

const refs = fc.uniqueArray(fc.stringMatching(/^[A-Za-z0-9一-龥-]{1,12}$/), { maxLength: 40 });
const refsOf = (count: number) => Array.from({ length: count }, (_, at) => `h-${at}`);
const drawn = (seed: string, list: readonly string[], size: number) =>
  drawSample({ seed, strata: [{ stratum: 'ordinary', refs: list, size }] })[0]?.drawn ?? [];

describe('drawSample', () => {
  it.each(vectors)('draws what Python drew: seed $seed', ({ seed, strata, listHash: hash }) => {
    const result = drawSample({ seed, strata });
    expect(result.map(({ drawn: all }) => all)).toEqual(strata.map(({ drawn: all }) => all));
    expect(listHash(strata)).toBe(hash);
  });

  it('draws exactly the size asked for, each once and all from the list', () => {
    fc.assert(
      fc.property(
        refs,
        fc.nat(60),
        fc.string({ minLength: 1, maxLength: 9, unit: 'grapheme-ascii' }),
        (list, size, seed) => {
          const all = drawn(seed, list, size);
          expect(all).toHaveLength(Math.min(size, list.length));
          expect(new Set(all).size).toBe(all.length);
          expect(all.every((ref) => list.includes(ref))).toBe(true);
        },
      ),
    );
  });

  it('does not depend on the order of the list, nor do the list’s hash', () => {
    fc.assert(
      fc.property(refs, fc.nat(40), (list, size) => {
        const turned = [...list].reverse();
        expect(drawn('s', turned, size)).toEqual(drawn('s', list, size));
        const strata = (all: readonly string[]) => [{ stratum: 'ordinary', refs: all }];
        expect(listHash(strata(turned))).toBe(listHash(strata(list)));
      }),
    );
  });

  it('a larger sample begins with the smaller one, so it can be drawn on', () => {
    expect(drawn('2026', refsOf(200), 80).slice(0, 30)).toEqual(drawn('2026', refsOf(200), 30));
  });

  it('another seed, and another stratum, draw otherwise', () => {
    const list = refsOf(200);
    expect(drawn('2026-b', list, 50)).not.toEqual(drawn('2026-a', list, 50));
    const [ordinary, representative] = drawSample({
      seed: '2026-a',
      strata: (['ordinary', 'representative'] as const).map((stratum) => ({ stratum, refs: list, size: 50 })),
    });
    expect(ordinary?.drawn).not.toEqual(representative?.drawn);
  });

  it('draws everyone equally often: chi-square over 2,000 seeds stays below its 99.9 % point', () => {
    const times = new Map(refsOf(50).map((ref) => [ref, 0]));
    const seeds = 2_000;
    const size = 10;
    for (let at = 0; at < seeds; at += 1) {
      for (const ref of drawn(`seed-${at}`, refsOf(50), size)) times.set(ref, (times.get(ref) ?? 0) + 1);
    }
    const expected = (seeds * size) / 50;
    const raw = [...times.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    // Drawn without replacement the counts vary less by (N - n) / (N - 1); 49 degrees of freedom.
    const chiSquare = (raw * 49) / 40;
    expect(chiSquare).toBeLessThan(85.35);
    expect(chiSquare).toBeGreaterThan(23.98); // nor suspiciously even (0.1 % point)
  });

  it.each([
    ['DRAW_TEXT_INVALID', { seed: '', strata: [] }],
    ['DRAW_TEXT_INVALID', { seed: 'a\nb', strata: [] }],
    ['DRAW_TEXT_INVALID', { seed: 's', strata: [{ stratum: 'x', refs: ['a\nb'], size: 1 }] }],
    ['DRAW_SIZE_INVALID', { seed: 's', strata: [{ stratum: 'x', refs: [], size: -1 }] }],
    ['DRAW_SIZE_INVALID', { seed: 's', strata: [{ stratum: 'x', refs: [], size: 1.5 }] }],
    ['DRAW_REF_TWICE', { seed: 's', strata: [{ stratum: 'x', refs: ['a', 'a'], size: 1 }] }],
    [
      'DRAW_STRATUM_TWICE',
      {
        seed: 's',
        strata: [
          { stratum: 'x', refs: [], size: 1 },
          { stratum: 'x', refs: [], size: 1 },
        ],
      },
    ],
  ])('refuses with %s: %j', (code, input) => {
    expect(() => drawSample(input)).toThrow(expect.objectContaining({ code }));
  });
});

describe('listHash', () => {
  it('changes when anybody is added, left out or moved to another stratum', () => {
    const hash = (ordinary: readonly string[], representative: readonly string[]) =>
      listHash([
        { stratum: 'ordinary', refs: ordinary },
        { stratum: 'representative', refs: representative },
      ]);
    expect(
      new Set([hash(['a', 'b'], []), hash(['a'], []), hash(['a'], ['b']), hash(['a', 'b', 'c'], [])]).size,
    ).toBe(4);
  });
});
