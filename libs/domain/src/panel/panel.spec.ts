import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isBlind, mayCompare } from './blindness.js';
import { conflictOf, type AppraiseeTies, type Sitter } from './conflict.js';
import { needsReason } from './extremes.js';
import { raterReport, type PanelMark } from './rater-report.js';
import { replacementFor, seatPanel } from './seating.js';

const sitter = (account: string, person: string | null = null): Sitter => ({ account, person });
const ties = (
  over: Partial<Record<'relatives' | 'competitors' | 'tookPart', readonly string[]>> = {},
): AppraiseeTies => ({
  person: 'appraisee',
  relatives: new Set(over.relatives),
  competitors: new Set(over.competitors),
  tookPart: new Set(over.tookPart),
});
const ABCD = ['a', 'b', 'c', 'd'].map((account) => sitter(account));

describe('who may judge an appraisee', () => {
  it.each([
    ['the appraisee in person', sitter('x', 'appraisee'), ties({ relatives: ['x'] }), 'oneself'],
    ['a relative', sitter('x'), ties({ relatives: ['x'], tookPart: ['x'] }), 'relative'],
    ['who competes for the same post', sitter('x'), ties({ competitors: ['x'] }), 'competing'],
    ['who had a part before', sitter('x'), ties({ tookPart: ['x'] }), 'took_part'],
    ['anybody else', sitter('x', 'another person'), ties({ relatives: ['y'] }), null],
    ['an account without a person', sitter('x'), ties(), null],
  ])('%s', (_who, one, on, conflict) => {
    expect(conflictOf(one, on)).toBe(conflict);
  });
});

describe('who sits for an appraisee', () => {
  it('members sit in their order, as many as there are seats', () => {
    const seating = seatPanel({ size: 3, members: ABCD, reserve: [], ties: ties() });
    expect(seating).toEqual({ seats: ['a', 'b', 'c'], stoodDown: [], empty: 0 });
  });

  it('whoever has a conflict is replaced by the next member, then by the reserve, and the record says by whom', () => {
    const on = { members: ABCD.slice(0, 3), reserve: [sitter('d')], ties: ties({ relatives: ['a', 'b'] }) };
    const stoodDown = [
      { account: 'a', cause: 'relative', replacedBy: 'c' },
      { account: 'b', cause: 'relative', replacedBy: 'd' },
    ];
    expect(seatPanel({ size: 2, ...on })).toEqual({ seats: ['c', 'd'], stoodDown, empty: 0 });
  });

  it('a seat nobody can take stays empty', () => {
    const on = { members: ABCD.slice(0, 2), reserve: [], ties: ties({ competitors: ['b'] }) };
    const stoodDown = [{ account: 'b', cause: 'competing', replacedBy: null }];
    expect(seatPanel({ size: 2, ...on })).toEqual({ seats: ['a'], stoodDown, empty: 1 });
  });

  it('where everybody with the role sits, the appraisee is simply no member', () => {
    const members = [sitter('a', 'appraisee'), sitter('b')];
    const seating = seatPanel({ size: null, members, reserve: [], ties: ties() });
    expect(seating).toEqual({ seats: ['b'], stoodDown: [], empty: 0 });
  });

  it('who leaves later is replaced by somebody who neither sits nor stood down before', () => {
    expect(replacementFor(ABCD, ties({ relatives: ['c'] }), new Set(['a', 'b']))).toBe('d');
    expect(replacementFor(ABCD, ties({ relatives: ['c'] }), new Set(['a', 'b', 'd']))).toBeNull();
  });

  const accounts = fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { maxLength: 8 });
  it('nobody with a conflict ever sits, nobody sits twice, and every seat is taken, empty or accounted for', () => {
    fc.assert(
      fc.property(
        accounts,
        accounts,
        accounts,
        accounts,
        fc.option(fc.integer({ min: 1, max: 6 })),
        (members, reserve, relatives, tookPart, size) => {
          const on = ties({ relatives, tookPart });
          const all = (ids: readonly string[]) => ids.map((id) => sitter(id));
          const seating = seatPanel({ size, members: all(members), reserve: all(reserve), ties: on });
          for (const seat of seating.seats) expect(conflictOf(sitter(seat), on)).toBeNull();
          expect(new Set(seating.seats).size).toBe(seating.seats.length);
          expect(seating.seats.length + seating.empty).toBe(size ?? members.length);
          for (const { replacedBy } of seating.stoodDown) {
            if (replacedBy !== null) expect(seating.seats).toContain(replacedBy);
          }
        },
      ),
    );
  });
});

describe('blindness', () => {
  it.each([
    ['marks missing, window open', { windowOpen: true, missing: 1, seats: 3 }, true],
    ['all marks in', { windowOpen: true, missing: 0, seats: 3 }, false],
    ['window closed with marks missing', { windowOpen: false, missing: 2, seats: 3 }, false],
    ['nobody sits yet', { windowOpen: true, missing: 0, seats: 0 }, true],
  ])('%s: blind is as stated', (_when, progress, blind) => {
    expect(isBlind(progress)).toBe(blind);
  });

  it('whoever can still change a mark compares nothing, even when all are in', () => {
    expect(mayCompare({ windowOpen: true, missing: 0, seats: 3 }, true)).toBe(false);
    expect(mayCompare({ windowOpen: true, missing: 0, seats: 3 }, false)).toBe(true);
    expect(mayCompare({ windowOpen: false, missing: 0, seats: 3 }, true)).toBe(true);
  });
});

describe('marks that need a reason', () => {
  const panel = { quorum: 1, blind: true, reasonForExtremes: { atLeast: '95', atMost: '40' } } as const;
  it.each([
    ['95', true],
    ['94.99', false],
    ['40', true],
    ['40.01', false],
    ['0', true],
    ['100', true],
  ])('%s: %s', (value, needed) => {
    expect(needsReason(panel, value)).toBe(needed);
  });
  it('none where the rulebook states no bounds', () => {
    expect(needsReason({ quorum: 1, blind: true }, '100')).toBe(false);
    expect(needsReason(undefined, '0')).toBe(false);
  });
});

describe('the report on raters', () => {
  const BOUNDS = { atLeast: '95', atMost: '40' } as const;
  const mark = (rater: string, about: string, value: string): PanelMark => ({ rater, about, value });

  it('says exactly how far somebody is from the panel, how spread their marks are, and how many are extreme', () => {
    const marks = [
      ...[mark('strict', 'one', '70'), mark('strict', 'two', '60')],
      ...[mark('mild', 'one', '96'), mark('mild', 'two', '90')],
      ...[mark('even', 'one', '80'), mark('even', 'two', '80'), mark('even', 'three', '80')],
    ];
    expect(raterReport(marks, BOUNDS)).toEqual([
      // 80 - 82, 80 - 230/3: mean 2/3; 'three' has nobody to compare with.
      {
        ...{ rater: 'even', marks: 3, compared: 2, leniency: '0.6667', spread: '0', lowest: '80' },
        ...{ highest: '80', extremes: '0', sameForAll: true },
      },
      {
        ...{ rater: 'mild', marks: 2, compared: 2, leniency: '13.6667', spread: '3', lowest: '90' },
        ...{ highest: '96', extremes: '0.5', sameForAll: false },
      },
      {
        ...{ rater: 'strict', marks: 2, compared: 2, leniency: '-14.3333', spread: '5', lowest: '60' },
        ...{ highest: '70', extremes: '0', sameForAll: false },
      },
    ]);
  });

  it('says nothing about leniency where nobody else marked, nor about extremes without bounds', () => {
    expect(raterReport([mark('a', 'one', '80')], undefined)).toMatchObject([
      { leniency: null, compared: 0, extremes: null, sameForAll: false },
    ]);
    expect(raterReport([], BOUNDS)).toEqual([]);
  });

  const marks = fc.uniqueArray(
    fc.record({
      rater: fc.constantFrom('a', 'b', 'c'),
      about: fc.constantFrom('one', 'two', 'three', 'four'),
      value: fc.integer({ min: 0, max: 1000 }).map((tenths) => (tenths / 10).toFixed(1)),
    }),
    { selector: ({ rater, about }) => `${rater}/${about}`, maxLength: 12 },
  );
  it('does not depend on the order of the marks', () => {
    fc.assert(
      fc.property(marks, fc.array(fc.nat(), { minLength: 12, maxLength: 12 }), (all, keys) => {
        const shuffled = all
          .map((one, at) => [keys[at] ?? 0, one] as const)
          .sort(([a], [b]) => a - b)
          .map(([, one]) => one);
        expect(raterReport(shuffled, BOUNDS)).toEqual(raterReport(all, BOUNDS));
      }),
    );
  });
});
