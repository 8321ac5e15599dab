import { createHash } from 'node:crypto';
import { checkBundle, type Hashes } from '@kaoji/domain';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { SuiteId } from '../../ports/suite.js';
import { buildBundle } from './build-bundle.js';
import type { Bundle, BundleMaterial, BundleScope } from './bundle-material.js';
import { needsRow, ownLeaves } from './own-leaves.js';
import { HASHING_SUITES, PEOPLE, seededMaterial } from './seeded-material.js';
import { itemEntries } from './written-entries.js';

const hashes: Hashes = {
  sha256: (bytes) => createHash('sha256').update(bytes).digest(),
  sm3: (bytes) => createHash('sm3').update(bytes).digest(),
};
const WHOLE: BundleScope = { kind: 'whole' };
const seeds = fc.integer({ min: 0, max: 100_000 });
const suites = fc.constantFrom<SuiteId>('intl', 'sm');

const check = ({ files }: Bundle) =>
  checkBundle({ names: [...files.keys()], read: (name) => files.get(name) ?? new Uint8Array() }, hashes);
const bytesOf = ({ files }: Bundle) =>
  [...files].map(([name, bytes]) => [name, Buffer.from(bytes).toString('hex')]);
const text = ({ files }: Bundle) =>
  [...files.values()].map((bytes) => new TextDecoder().decode(bytes)).join('\n');

function own(material: BundleMaterial, appraisalId: string): Bundle {
  const ids = {
    appraisalId,
    personId: `p-${appraisalId}`,
    unitId: 'u1',
    workflowId: `cycle/${material.cycle.key}/appraisal/${appraisalId}`,
  };
  const leaves = ownLeaves(material.items, ids, (leaf) => material.histories.get(leaf)?.buildId);
  return buildBundle(material, { kind: 'appraisal', appraisal: appraisalId, leaves }, HASHING_SUITES);
}

describe('buildBundle', () => {
  it('makes bundles in which checking finds nothing, whole or of one appraisal, of either suite', () => {
    fc.assert(
      fc.property(seeds, suites, (seed, suite) => {
        const material = seededMaterial(seed, suite);
        expect(check(buildBundle(material, WHOLE, HASHING_SUITES)).findings).toEqual([]);
        expect(check(own(material, 'a2')).findings).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('makes the same bytes of the same material', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const [one, other] = [seededMaterial(seed), seededMaterial(seed)];
        expect(bytesOf(buildBundle(one, WHOLE, HASHING_SUITES))).toEqual(
          bytesOf(buildBundle(other, WHOLE, HASHING_SUITES)),
        );
        expect(bytesOf(own(one, 'a1'))).toEqual(bytesOf(own(other, 'a1')));
      }),
      { numRuns: 10 },
    );
  });

  it('does not hide that a row was changed or is gone since it went into the log', () => {
    const material = seededMaterial(3);
    const leaf = material.items.findIndex(({ ref }) => ref === 'evaluation/a1/1');
    const withValue = (value: unknown) => ({
      ...material,
      items: material.items.map((item) => (item.leaf === leaf ? { ...item, value } : item)),
    });
    const edited = check(buildBundle(withValue({ score: 100 }), WHOLE, HASHING_SUITES));
    expect(edited.findings).toMatchObject([{ code: 'LEAF_HASH', where: { leaf } }]);
    const gone = check(buildBundle(withValue(null), WHOLE, HASHING_SUITES));
    expect(gone.findings).toMatchObject([{ code: 'LEAF_WITHOUT_ITEM', where: { leaf } }]);
  });

  it('says in the README which cycle, log and root it is, in Chinese and in English', () => {
    const material = seededMaterial(5);
    const readme = new TextDecoder().decode(
      buildBundle(material, WHOLE, HASHING_SUITES).files.get('README.txt'),
    );
    for (const part of [material.cycle.key, material.origin, material.head.root, '核验', 'Verifying']) {
      expect(readme).toContain(part);
    }
  });
});

describe('itemEntries', () => {
  it('goes on in another entry where one would grow too long', () => {
    const { items, bodies } = seededMaterial(4);
    const [whole, parts] = [itemEntries(items, bodies), itemEntries(items, bodies, 200)];
    const linesIn = (entries: typeof whole) =>
      [...entries].flatMap(([name, { bytes }]) =>
        name.startsWith('decision') ? [Buffer.from(bytes).toString()] : [],
      );
    expect(linesIn(parts).length).toBeGreaterThan(2);
    expect(linesIn(parts).join('')).toBe(linesIn(whole).join(''));
    expect(Math.max(...linesIn(parts).map((lines) => lines.length))).toBeLessThan(400);
  });
});

describe('a bundle of one appraisal', () => {
  it('is the same when only the rows it takes were read', () => {
    const material = seededMaterial(9);
    const items = material.items.map((item) =>
      needsRow(item, { appraisalId: 'a2' }) ? item : { ...item, value: null },
    );
    expect(items.filter(({ value }) => value === null).length).toBeGreaterThan(10);
    expect(bytesOf(own({ ...material, items }, 'a2'))).toEqual(bytesOf(own(material, 'a2')));
  });

  it('is made also where entries are gone from the log, and does not verify then', () => {
    const material = seededMaterial(12);
    const poorer = { ...material, items: material.items.filter(({ leaf }) => leaf !== 1) };
    expect(check(own(poorer, 'a1')).findings.length).toBeGreaterThan(0);
    expect(check(buildBundle(poorer, WHOLE, HASHING_SUITES)).findings.length).toBeGreaterThan(0);
  });

  it('holds nothing of what is about others', () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom(...PEOPLE), (seed, whose) => {
        const told = text(own(seededMaterial(seed), whose));
        for (const other of PEOPLE.filter((one) => one !== whose)) {
          expect(told.match(new RegExp(`\\b(?:p-|k-|run-|d-)?${other}\\b`))).toBeNull();
        }
        expect(told.includes('somebody-else')).toBe(false);
        expect(told.includes('blind-rater')).toBe(false);
      }),
      { numRuns: 30 },
    );
  });

  it('proves what was decided together with others, and its blind marks, by hash alone', () => {
    const material = seededMaterial(11);
    const { manifest } = own(material, 'a1');
    const refOf = (leaf: number) => material.items[leaf]?.ref ?? '';
    const absent = (why: string) =>
      manifest.absent
        .filter((one) => one.why === why)
        .map(({ leaf }) => refOf(leaf))
        .sort();
    expect(absent('sealed')).toEqual(['a1/1']);
    expect(absent('redacted')).toEqual(['act-1', 'contest-event/k-a1/2', 'quota/u1/1', 'u1/1']);
    expect(manifest.histories.map(({ workflowId }) => workflowId)).toEqual([
      'cycle/2025/area-1/rehearsal-1/appraisal/a1',
    ]);
  });
});
