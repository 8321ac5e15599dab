import {
  checkTreeHead,
  consistentHeads,
  keyChangeText,
  readKeyChange,
  trustedKeysFrom,
  verifierKey,
} from '@kaoji/application';
import { formatNote, readNote } from '@kaoji/domain';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { suiteOf } from '../suites/suites.js';
import {
  change,
  chained,
  checked,
  codeOf,
  headBy,
  leavesOf,
  newKey,
  ORIGIN,
  publicOf,
  suite,
  trustedHead,
  trusting,
  type HeldKey,
} from './testing/held-keys.js';

describe('a key change', () => {
  const [first, second] = [newKey('intl'), newKey('intl')];
  const note = change(first, second, 10);

  it('is five lines that both keys sign', () => {
    const statement = { origin: ORIGIN, from: 10, oldKey: publicOf(first), newKey: publicOf(second) };
    expect(keyChangeText(statement, suiteOf)).toBe(
      `kaoji-key-change/1\norigin ${ORIGIN}\nfrom 10\nold ${verifierKey(suite('intl'), first)}\nnew ${verifierKey(suite('intl'), second)}\n`,
    );
    expect(readNote(note)?.signatures).toHaveLength(2);
    expect(readKeyChange(note, suiteOf)).toEqual({ ok: true, change: statement });
  });

  it('signed by one of the keys only is refused, whichever it is', () => {
    const thief = newKey('intl');
    expect(chained(first, change(first, second, 10, { oldKey: thief, next: second }))).toBe(
      'KEY_CHANGE_UNSIGNED',
    );
    expect(chained(first, change(first, second, 10, { oldKey: first, next: thief }))).toBe(
      'KEY_CHANGE_UNSIGNED',
    );
    const signed = readNote(note);
    if (signed === null) throw new Error('not read');
    for (const signature of signed.signatures) {
      const half = formatNote({ text: signed.text, signatures: [signature] });
      expect(chained(first, half)).toBe('KEY_CHANGE_UNSIGNED');
    }
  });

  it.each([
    ['another size', note.replace('from 10', 'from 11'), 'KEY_CHANGE_UNSIGNED'],
    ['a size with a leading zero', note.replace('from 10', 'from 010'), 'KEY_CHANGE_UNREADABLE'],
    ['a line more', note.replace('from 10\n', 'from 10\nfrom 10\n'), 'KEY_CHANGE_UNREADABLE'],
    ['a later form', note.replace('change/1', 'change/2'), 'KEY_CHANGE_UNREADABLE'],
    ['a tree head in its place', headBy(first, 10), 'KEY_CHANGE_UNREADABLE'],
    ['a key that is not the present one', change(newKey('intl'), second, 10), 'KEY_CHANGE_OUT_OF_CHAIN'],
    ['the key it replaces', change(first, first, 10), 'KEY_CHANGE_REUSES_KEY'],
  ])('is refused with %s', (_what, changed, code) => {
    expect(chained(first, changed)).toBe(code);
  });

  it('of another log is refused', () => {
    const chain = trustedKeysFrom({ origin: 'kaoji/2026/area-1', key: publicOf(first) }, [note], suiteOf);
    expect(codeOf(chain)).toBe('KEY_CHANGE_OTHER_LOG');
  });

  it('is no tree head, though its key is trusted', () => {
    expect(checked(note, trusting(first))).toBe('HEAD_UNREADABLE');
  });

  it('is followed once: twice, out of order, backwards, or back to an old key breaks the chain', () => {
    const third = newKey('sm');
    const next = change(second, third, 20);
    expect(chained(first, note, next)).toBe('ok');
    expect(chained(first, note, note)).toBe('KEY_CHANGE_OUT_OF_CHAIN');
    expect(chained(first, next, note)).toBe('KEY_CHANGE_OUT_OF_CHAIN');
    expect(chained(first, note, change(first, third, 20))).toBe('KEY_CHANGE_OUT_OF_CHAIN');
    expect(chained(first, note, change(second, third, 10))).toBe('KEY_CHANGE_NOT_LATER');
    expect(chained(first, note, change(second, first, 20))).toBe('KEY_CHANGE_REUSES_KEY');
  });

  it('says which change of a chain is wrong', () => {
    const chain = trustedKeysFrom({ origin: ORIGIN, key: publicOf(first) }, [note, note], suiteOf);
    expect(chain).toMatchObject({ ok: false, at: 1 });
  });
});

describe('keys over time', () => {
  const keys = [newKey('intl'), newKey('intl', 'kaoji/log-2'), newKey('sm'), newKey('sm')];
  const starts = [0, 10, 25, 26];
  const changes = keys.slice(1).map((key, at) => {
    const before = keys[at];
    if (before === undefined) throw new Error('no key');
    return change(before, key, starts[at + 1] ?? 0);
  });
  const [first, second, third] = keys as [HeldKey, HeldKey, HeldKey, HeldKey];
  const trusted = trusting(first, ...changes);

  it('give one key to each size, through three changes and from one suite to the other', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(3), (size, at) => {
        const key = keys[at];
        if (key === undefined) throw new Error('no key');
        const [from, until] = [starts[at] ?? 0, starts[at + 1] ?? Number.POSITIVE_INFINITY];
        const expected = size < from ? 'HEAD_KEY_TOO_EARLY' : size < until ? 'ok' : 'HEAD_KEY_REPLACED';
        expect(checked(headBy(key, size, { root: Buffer.alloc(32, 1) }), trusted)).toBe(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('refuse an old key that signs again after its change, and say so', () => {
    const told = checkTreeHead(headBy(first, 30), trusted, suiteOf);
    expect(told).toMatchObject({ ok: false, code: 'HEAD_KEY_REPLACED' });
    expect(told.ok ? '' : told.reason).toContain('below 10 entries');
  });

  it('lead to heads of both hashes, which the same entries prove', () => {
    const heads = [headBy(first, 9), headBy(second, 24), headBy(third, 25)].map((note) =>
      trustedHead(note, trusted),
    );
    expect(heads.map((head) => head.suite)).toEqual(['intl', 'intl', 'sm']);
    expect(consistentHeads({ leaves: leavesOf(30), heads }, suiteOf)).toEqual({ ok: true });
  });
});
