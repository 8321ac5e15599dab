import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Refusal } from '../../refusal.js';
import { canonicalJson } from '../../rulebook/canonical-json.js';
import { MANIFEST_NAME, type BundleManifest } from '../manifest/manifest.js';
import type { Hashes } from '../manifest/suite-hash.js';
import {
  manifestOf,
  readerOf,
  relisted,
  seededBundle,
  withManifest,
  type BundleFiles,
} from '../testing/seeded-bundle.js';
import { checkBundle } from './check-bundle.js';

// Any other hash of 32 bytes will do for SM3 here: the suite's own is tested beside it.
const hashes: Hashes = { sha256, sm3: (bytes) => sha256(sha256(bytes)) };
const honest = seededBundle({ seed: 7, hashes });
const seeds = fc.integer({ min: 0, max: 100_000 });

const text = (files: BundleFiles, name: string) => new TextDecoder().decode(files.get(name));
const replaced = (files: BundleFiles, name: string, from: string | RegExp, to: string): BundleFiles => {
  const before = text(files, name);
  expect(before.replace(from, to)).not.toBe(before);
  return new Map([...files, [name, utf8ToBytes(before.replace(from, to))]]);
};
const without = (files: BundleFiles, name: string) => new Map([...files].filter(([other]) => other !== name));
const manifestWith = (files: BundleFiles, change: (manifest: BundleManifest) => object) =>
  withManifest(files, { ...manifestOf(files), ...change(manifestOf(files)) });
const check = (files: BundleFiles) => checkBundle(readerOf(files), hashes);
const codes = (files: BundleFiles) => check(files).findings.map(({ code }) => code);
const found = (files: BundleFiles) =>
  check(files).findings.map(({ code, where }) => `${code} ${where.entry ?? where.leaf ?? ''}`);

describe('checkBundle', () => {
  it('finds nothing in honest bundles, whole or of one appraisal, of either suite', () => {
    fc.assert(
      fc.property(
        seeds,
        fc.constantFrom('intl' as const, 'sm' as const),
        fc.constantFrom('whole' as const, 'appraisal' as const),
        (seed, suite, scope) => {
          expect(check(seededBundle({ seed, hashes, suite, scope })).findings).toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('finds one changed byte of any entry and names the entry', () => {
    fc.assert(
      fc.property(seeds, fc.nat(), fc.nat(), fc.integer({ min: 1, max: 255 }), (seed, which, at, by) => {
        const files = seededBundle({ seed, hashes });
        const names = [...files.keys()].filter((name) => (files.get(name) ?? '').length > 0);
        const name = names[which % names.length] ?? '';
        const bytes = Uint8Array.from(files.get(name) ?? []);
        bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ by;
        const { findings, bundleHash } = check(new Map([...files, [name, bytes]]));
        // What only the manifest says (a year, a version) has no hash elsewhere; the name of the bundle tells.
        if (name === MANIFEST_NAME) expect(bundleHash).not.toBe(check(files).bundleHash);
        else expect(findings[0]).toMatchObject({ code: 'ENTRY_HASH', where: { entry: name } });
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['a dropped entry', without(honest, 'rulebook.json'), 'ENTRY_MISSING rulebook.json'],
    ['an added entry', new Map([...honest, ['more.txt', new Uint8Array(1)]]), 'ENTRY_UNLISTED more.txt'],
    [
      'a shortened entry',
      new Map([...honest, ['rulebook.json', new Uint8Array(3)]]),
      'ENTRY_SIZE rulebook.json',
    ],
    ['no manifest', without(honest, MANIFEST_NAME), 'MANIFEST_MISSING manifest.json'],
    [
      'a manifest in other spacing',
      replaced(honest, MANIFEST_NAME, ',', ', '),
      'MANIFEST_UNREADABLE manifest.json',
    ],
    [
      'a manifest of ten thousand brackets',
      new Map([...honest, [MANIFEST_NAME, utf8ToBytes('['.repeat(100_000) + ']'.repeat(100_000))]]),
      'MANIFEST_UNREADABLE manifest.json',
    ],
    [
      'a manifest with a member more',
      manifestWith(honest, () => ({ more: 1 })),
      'MANIFEST_FORM manifest.json',
    ],
    [
      'an entry listed twice',
      manifestWith(honest, ({ entries }) => ({ entries: [...entries, ...entries.slice(0, 1)] })),
      'ENTRY_TWICE README.txt',
    ],
    [
      'a history of no build',
      manifestWith(honest, () => ({ builds: [] })),
      'MANIFEST_REFERENCE histories/1.pb.gz',
    ],
    [
      'a history the manifest does not tell of',
      manifestWith(honest, () => ({ histories: [] })),
      'MANIFEST_REFERENCE histories/1.pb.gz',
    ],
    ['no log', relisted(without(honest, 'log.jsonl'), hashes), 'LOG_MISSING manifest.json'],
    [
      'an edited rulebook, hash fixed up',
      relisted(replaced(honest, 'rulebook.json', /"pass":\d+/, '"pass":1'), hashes),
      'LEAF_HASH rulebook.json',
    ],
    [
      'an edited score, hash fixed up',
      relisted(replaced(honest, 'results.jsonl', /"score":"[^"]*"/, '"score":"99.9"'), hashes),
      'LEAF_HASH results.jsonl',
    ],
    [
      'an item under another id, hash fixed up',
      relisted(replaced(honest, 'results.jsonl', 'result-1', 'result-9'), hashes),
      'LEAF_REF results.jsonl',
    ],
    [
      'an item without its place in the log',
      relisted(replaced(honest, 'results.jsonl', /"leaf":\d+,/, ''), hashes),
      'ITEM_NOT_IN_LOG results.jsonl',
    ],
    [
      'a line of items that is none',
      relisted(replaced(honest, 'results.jsonl', '{', '{ '), hashes),
      'ITEM_UNREADABLE results.jsonl',
    ],
    [
      'a place beyond the log',
      relisted(replaced(honest, 'results.jsonl', /"leaf":\d+/, '"leaf":999'), hashes),
      'LEAF_MISSING results.jsonl',
    ],
    [
      'a fixed-up log without a new root',
      relisted(replaced(honest, 'log.jsonl', /:[0-9a-f]{64}/, `:${'0'.repeat(64)}`), hashes),
      'LOG_ROOT log.jsonl',
    ],
    [
      'a line of the log that is none',
      relisted(replaced(honest, 'log.jsonl', '"kind"', '"kin"'), hashes),
      'LOG_UNREADABLE log.jsonl',
    ],
    [
      'a log one leaf shorter',
      relisted(replaced(honest, 'log.jsonl', /[^\n]*\n$/, ''), hashes),
      'LOG_SIZE log.jsonl',
    ],
    [
      'a manifest with a root of its own',
      manifestWith(honest, ({ log }) => ({ log: { ...log, root: `sha256:${'0'.repeat(64)}` } })),
      `HEAD_DIFFERS ${manifestOf(honest).log.head}`,
    ],
    [
      'a head of another log',
      relisted(replaced(honest, manifestOf(honest).log.head, /^.*\n/, 'kaoji/other\n'), hashes),
      `HEAD_ORIGIN ${manifestOf(honest).log.head}`,
    ],
    [
      'a head that is no note',
      relisted(replaced(honest, manifestOf(honest).log.head, '\u2014', '-'), hashes),
      `HEAD_UNREADABLE ${manifestOf(honest).log.head}`,
    ],
    [
      'a head with another root',
      relisted(
        replaced(honest, manifestOf(honest).log.head, /\n[^\n]*\n\n/, `\n${'A'.repeat(43)}=\n\n`),
        hashes,
      ),
      `HEAD_ROOT ${manifestOf(honest).log.head}`,
    ],
    [
      'a result taken out with its line in the manifest',
      manifestWith(without(honest, 'results.jsonl'), ({ entries }) => ({
        entries: entries.filter(({ name }) => name !== 'results.jsonl'),
      })),
      'LEAF_WITHOUT_ITEM 11',
    ],
    [
      'two items of one leaf',
      relisted(replaced(honest, 'results.jsonl', /^(.*\n)/, '$1$1'), hashes),
      'LEAF_TWICE results.jsonl',
    ],
    [
      'items in another order',
      relisted(replaced(seededBundle({ seed: 1, hashes }), 'results.jsonl', /^(.*\n)(.*\n)/, '$2$1'), hashes),
      'ITEM_ORDER results.jsonl',
    ],
  ])('finds %s', (_what, files, expected) => {
    expect(found(files)).toContain(expected);
  });

  it('reads no head longer than a hundred witnesses make it', () => {
    const { head } = manifestOf(honest).log;
    const files = new Map([
      ...honest,
      [head, utf8ToBytes(`${text(honest, head)}\u2014 w ${'A'.repeat(900_000)}\n`)],
    ]);
    expect(found(relisted(files, hashes))).toContain(`HEAD_UNREADABLE ${head}`);
  });

  it('takes no id that would write over the screen of its reader', () => {
    const files = manifestWith(honest, ({ cycle }) => ({ cycle: { ...cycle, id: '\u001b[2J' } }));
    expect(codes(files)).toEqual(['MANIFEST_FORM']);
  });

  it('finds an item passed off as absent under another hash', () => {
    const files = manifestWith(without(honest, 'rulebook.json'), ({ entries }) => ({
      entries: entries.filter(({ name }) => name !== 'rulebook.json'),
      absent: [{ leaf: 0, hash: `sha256:${'0'.repeat(64)}`, why: 'redacted' }],
    }));
    expect(codes(files)).toContain('LEAF_HASH');
  });

  it('finds a proof of inclusion that does not hold, or that nobody can read', () => {
    const part = seededBundle({ seed: 7, hashes, scope: 'appraisal' });
    const forged = replaced(
      part,
      'inclusion.jsonl',
      /"proof":\["[0-9a-f]{64}/,
      `"proof":["${'0'.repeat(64)}`,
    );
    expect(found(relisted(forged, hashes))).toEqual(['INCLUSION_INVALID inclusion.jsonl']);
    const cut = replaced(part, 'inclusion.jsonl', '"proof"', '"pro0f"');
    expect(codes(relisted(cut, hashes))).toContain('INCLUSION_UNREADABLE');
  });

  it('an item of another that was slipped into the part of one appraisal lies under no proof', () => {
    const part = seededBundle({ seed: 7, hashes, scope: 'appraisal' });
    const more = `${canonicalJson({ leaf: 2, ref: 'result-2', value: { score: '1' } })}\n`;
    const files = new Map([...part, ['results.jsonl', utf8ToBytes(text(part, 'results.jsonl') + more)]]);
    expect(codes(relisted(files, hashes)).some((code) => code.startsWith('LEAF_'))).toBe(true);
  });

  it('tells what a damaged container would not give, and goes on', () => {
    const reader = readerOf(honest);
    const read = (name: string) => {
      if (name === 'rulebook.json')
        throw new Refusal('CONTAINER_CRC', 'changed', { offset: 40, entry: name });
      return reader.read(name);
    };
    expect(checkBundle({ ...reader, read }, hashes).findings).toMatchObject([
      { code: 'CONTAINER_CRC', where: { entry: 'rulebook.json', offset: 40 } },
    ]);
  });

  it('lists the most important first and speaks both languages', () => {
    const files = without(replaced(honest, 'results.jsonl', 'result-1', 'result-9'), 'calendar.json');
    const { findings } = check(files);
    expect(findings.map(({ code }) => code)).toEqual(['ENTRY_MISSING', 'ENTRY_HASH', 'LEAF_REF']);
    for (const { zh, en } of findings) expect([zh, en].every((words) => words.length > 5)).toBe(true);
  });

  it('says what it did not check', () => {
    const open = (files: BundleFiles) => check(files).notChecked.map(({ code }) => code);
    expect(open(honest)).toEqual(
      expect.arrayContaining(['SIGNATURES', 'OUTSIDE_HEADS', 'REPLAY', 'RECOMPUTE', 'UNLOGGED']),
    );
    expect(open(seededBundle({ seed: 7, hashes, scope: 'appraisal' }))).toContain('OTHERS');
  });
});
