import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { effectiveOn } from './effective-on.js';
import { entitlementOf } from './entitlement-of.js';
import { entitlementState } from './entitlement-state.js';
import { mergeGrades, provenFailures, type PastGrade } from './grade-history.js';
import type { LedgerLine } from './ledger-line.js';
import { payrollSheet } from './payroll-sheet.js';
import { reconcile, type Decided } from './reconcile.js';

const line = (own: Partial<LedgerLine> = {}): LedgerLine => ({
  key: 'a/good.salary_step',
  personId: 'p',
  year: 2026,
  rule: 'good.salary_step',
  clause: null,
  effect: 'raise_salary_step',
  params: { steps: 1 },
  effectiveOn: '2027-01-01',
  reverses: null,
  because: null,
  ...own,
});
const undo = (undone: LedgerLine): LedgerLine => ({
  ...undone,
  key: `${undone.key}/reversed`,
  reverses: undone.key,
  because: 'contest',
});

const EFFECTS: readonly Pick<LedgerLine, 'effect' | 'params'>[] = [
  { effect: 'raise_salary_step', params: { steps: 1 } },
  { effect: 'raise_salary_step', params: { steps: 2 } },
  { effect: 'no_salary_step', params: {} },
  { effect: 'year_counts', params: { years: 1 } },
  { effect: 'performance_pay_full', params: {} },
  { effect: 'reduce_performance_pay', params: { coefficient: '0.8' } },
  { effect: 'reduce_performance_pay', params: {} },
  { effect: 'lower_post', params: { grades: 1 } },
  { effect: 'no_promotion_next_year', params: { years: 1 } },
  { effect: 'reminder_talk', params: { talkId: 't' } },
];
/** Lines with keys of their own, over a few years and days. */
const anyLines = fc
  .array(
    fc.record({
      what: fc.constantFrom(...EFFECTS),
      year: fc.integer({ min: 2024, max: 2026 }),
      day: fc.constantFrom('2025-01-01', '2026-01-01', '2027-01-01', '2027-03-05'),
    }),
    { maxLength: 8 },
  )
  .map((rows) =>
    rows.map(({ what, year, day }, index) =>
      line({ ...what, key: `k${index}`, rule: `rule-${index}`, year, effectiveOn: day }),
    ),
  );
const anyDay = fc.constantFrom('2024-12-31', '2025-06-01', '2026-01-01', '2027-02-01', '2028-01-01');

describe('entitlementState', () => {
  it('adds steps, years and lowered posts up, and keeps pay by year', () => {
    const lines = [
      line(),
      line({ key: 'b', effect: 'year_counts', params: { years: 1 } }),
      line({ key: 'c', effect: 'performance_pay_full', params: {} }),
      line({ key: 'd', year: 2025, effect: 'reduce_performance_pay', params: {}, effectiveOn: '2026-01-01' }),
      line({ key: 'e', effect: 'no_promotion_next_year', params: { years: 1 } }),
    ];
    expect(entitlementState(lines, '2027-01-01')).toEqual({
      paySteps: 1,
      countedYears: 1,
      performancePay: [
        { year: 2025, coefficient: null },
        { year: 2026, coefficient: '1' },
      ],
      postsLowered: 0,
      standing: [expect.objectContaining({ key: 'e' })],
    });
    expect(entitlementState(lines, '2026-12-31').paySteps).toBe(0);
  });

  it('does not depend on the order in which lines were written', () => {
    fc.assert(
      fc.property(
        anyLines.chain((lines) =>
          fc.tuple(fc.constant(lines), fc.shuffledSubarray(lines, { minLength: lines.length })),
        ),
        anyDay,
        ([lines, shuffled], day) => {
          expect(entitlementState(shuffled, day)).toEqual(entitlementState(lines, day));
        },
      ),
    );
  });

  it('a line that was undone is as if it had never been, at every date', () => {
    fc.assert(
      fc.property(anyLines, anyDay, fc.nat(), (lines, day, which) => {
        const undone = lines[which % Math.max(1, lines.length)];
        if (undone === undefined) return;
        const without = lines.filter((one) => one !== undone);
        expect(entitlementState([...lines, undo(undone)], day)).toEqual(entitlementState(without, day));
      }),
    );
  });

  it('undone and stated again is as if nothing had happened', () => {
    fc.assert(
      fc.property(anyLines, anyDay, fc.nat(), (lines, day, which) => {
        const undone = lines[which % Math.max(1, lines.length)];
        if (undone === undefined) return;
        const again = { ...undone, key: `${undone.key}/2` };
        const named = (state: ReturnType<typeof entitlementState>) => ({
          ...state,
          standing: state.standing.map(({ key: _key, ...rest }) => JSON.stringify(rest)).sort(),
        });
        expect(named(entitlementState([...lines, undo(undone), again], day))).toEqual(
          named(entitlementState(lines, day)),
        );
      }),
    );
  });
});

describe('reconcile', () => {
  const decidedOf = ({ rule, clause, effect, params, effectiveOn: day }: LedgerLine): Decided => {
    return { rule, clause, effect, params, effectiveOn: day };
  };
  /** What the ledger looks like once it was written. */
  const written = (lines: readonly LedgerLine[], decided: readonly Decided[], nth: string): LedgerLine[] => {
    const { undo: undone, enter } = reconcile(lines, decided);
    const entered = enter.map((one) => line({ ...one, key: `${one.rule}/${nth}` }));
    return [...lines, ...undone.map(undo), ...entered];
  };

  it('enters what is new, undoes what no longer follows, leaves what stands', () => {
    const [stays, goes] = [line(), line({ key: 'b', rule: 'good.year_counts', effect: 'year_counts' })];
    const comes = decidedOf(line({ rule: 'bad.pay', effect: 'reduce_performance_pay' }));
    expect(reconcile([stays, goes], [decidedOf(stays), comes])).toEqual({ undo: [goes], enter: [comes] });
  });

  it('leaves a ledger that adds up to what was decided last, whatever was decided before, and writes nothing twice', () => {
    const decisions = fc.array(
      anyLines.map((lines) =>
        lines.map((one) => decidedOf({ ...one, year: 2026, effectiveOn: '2027-01-01' })),
      ),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(decisions, anyDay, (rounds, day) => {
        const ledger = rounds.reduce<LedgerLine[]>((lines, one, n) => written(lines, one, `n${n}`), []);
        const last = rounds.at(-1) ?? [];
        const fresh = written([], last, 'fresh');
        const told = ({ standing, ...state }: ReturnType<typeof entitlementState>) => ({
          ...state,
          performancePay: state.performancePay.length,
          standing: standing.map(({ effect }) => effect).sort(),
        });
        expect(told(entitlementState(ledger, day))).toEqual(told(entitlementState(fresh, day)));
        expect(reconcile(ledger, last)).toEqual({ undo: [], enter: [] });
      }),
    );
  });
});

describe('effectiveOn', () => {
  it.each([
    ['raise_salary_step', '2027-01-01'],
    ['year_not_counted', '2027-01-01'],
    ['reduce_performance_pay', '2027-01-01'],
    ['no_promotion_next_year', '2027-01-01'],
    ['lower_post', '2027-03-05'],
    ['may_terminate_contract', '2027-03-05'],
    ['something_local', '2027-03-05'],
  ])('%s of 2026, decided on 5 March 2027, counts from %s', (effect, day) => {
    expect(effectiveOn({ effect, params: {} }, 2026, '2027-03-05')).toBe(day);
  });

  it('what is only referred is a referral, whatever it would have been', () => {
    const params = { referredTo: 'owning_organ' };
    expect(entitlementOf({ effect: 'may_terminate_appointment', params })).toBe('referral');
  });
});

describe('mergeGrades', () => {
  const grade = (year: number, result: string, source: PastGrade['source']): PastGrade => {
    return { year, result, source, reference: null, provenOn: `${year}-12-31` };
  };

  it('takes what sources agree on, from the one that proves most', () => {
    const { history, disagreements } = mergeGrades([
      grade(2025, 'incompetent', 'roster'),
      grade(2025, 'incompetent', 'own'),
      grade(2024, 'competent', 'imported'),
    ]);
    expect(history.map(({ year, source }) => `${year} ${source}`)).toEqual(['2024 imported', '2025 own']);
    expect(disagreements).toEqual([]);
  });

  it('chooses nothing where they disagree', () => {
    const own = grade(2025, 'competent', 'own');
    const imported = grade(2025, 'incompetent', 'imported');
    const { history, disagreements } = mergeGrades([imported, own]);
    expect(history).toEqual([]);
    expect(disagreements).toEqual([{ year: 2025, results: [own, imported] }]);
  });

  it('a failure that a roster merely states is not proven', () => {
    const history = [
      grade(2023, 'incompetent', 'own'),
      grade(2024, 'incompetent', 'imported'),
      grade(2025, 'incompetent', 'roster'),
    ];
    expect(provenFailures(history, 'incompetent').map(({ year }) => year)).toEqual([2023, 2024]);
  });
});

describe('payrollSheet', () => {
  const period = { areaId: 'area', from: '2027-01-01', to: '2027-01-31' };
  const entered = (own: Partial<LedgerLine> = {}) => ({
    ...line(own),
    enteredOn: '2027-01-20',
    confirmedBy: 'account',
  });

  it('has the same rows and hash in whatever order the lines are read', () => {
    const lines = [entered(), entered({ key: 'b', effect: 'year_counts', params: { years: 1 } })];
    const sheet = payrollSheet(period, lines);
    expect(payrollSheet(period, [...lines].reverse())).toEqual(sheet);
    expect(sheet.rows).toHaveLength(2);
    expect(sheet.contentHash).toMatch(/^sha256:/);
  });

  it('has another hash for another period or content, and says what a reversal undoes', () => {
    const one = payrollSheet(period, [entered()]);
    expect(payrollSheet({ ...period, to: '2027-02-01' }, [entered()]).contentHash).not.toBe(one.contentHash);
    const reversed = payrollSheet(period, [entered(), { ...entered(), ...undo(line()) }]);
    expect(reversed.contentHash).not.toBe(one.contentHash);
    expect(reversed.rows[1]).toEqual(expect.arrayContaining(['reversal', line().key]));
  });
});
