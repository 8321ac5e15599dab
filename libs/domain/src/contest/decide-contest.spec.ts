import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { evaluateUnit } from '../evaluate/evaluate-unit.js';
import type { PersonEvaluation } from '../evaluate/evaluation.js';
import type { AppraiseeCase, UnitCase } from '../evaluate/unit-case.js';
import { compareExact, parseExact } from '../exact/exact.js';
import type { Rulebook } from '../rulebook/schema/rulebook.js';
import { caseWith, markedWith, rulebookWith, seededCase, seededRulebook } from '../testing.js';
import type { Correction } from './corrections.js';
import { decideContest, type ContestedResult } from './decide-contest.js';

const reason = '演示：核对原始记录';
const mark = (value: string | null): Correction => ({
  kind: 'mark',
  part: 'work-marks',
  role: 'supervisor',
  rater: 'boss',
  value,
  reason,
});

/** Ten people and two seats: p1 and p2 hold them, p3 is next. */
const rulebook = rulebookWith();
const unit = caseWith(
  ['98', '96', '95', '93', '91', '88', '80', '78', '70', '55'].map((value, at) =>
    markedWith(`p${at + 1}`, value),
  ),
);
const contest = (personId: string, corrections: readonly Correction[]): ContestedResult => {
  const standing = evaluateUnit(rulebook, unit).people.find(({ id }) => id === personId);
  if (standing === undefined) throw new Error(personId);
  return decideContest(rulebook, { unitCase: unit, personId, standing, corrections });
};
const gradeOf = (id: string) => evaluateUnit(rulebook, unit).people.find((one) => one.id === id)?.final.grade;

describe('decideContest', () => {
  it('recomputes the result on corrected evidence and says every step that differs, causes first', () => {
    const { before, after, changed, spared, steps } = contest('p10', [mark('76')]);
    expect([before.final.grade, after.final.grade, changed, spared]).toEqual([
      'incompetent',
      'competent',
      true,
      false,
    ]);
    const at = (a: string) => steps.findIndex((step) => step.a === a);
    expect(steps[at('55')]).toMatchObject({ b: '76' });
    expect(at('55')).toBeLessThan(steps.length - 1);
    expect(steps.at(-1)).toMatchObject({ path: '', a: 'incompetent', b: 'competent' });
  });

  it('lists who else the line would move, and takes nothing from them', () => {
    const holders = ['p1', 'p2', 'p3', 'p4'].filter((id) => gradeOf(id) === 'excellent');
    const last = holders.at(-1) ?? '';
    const { after, touched, seats } = contest('p6', [mark('99')]);
    expect(after.final.grade).toBe('excellent');
    expect(touched).toEqual([
      expect.objectContaining({
        id: last,
        effect: 'kept',
        before: expect.objectContaining({ grade: 'excellent' }),
      }),
    ]);
    expect(seats).toEqual({ seats: holders.length, held: holders.length + 1, over: 1 });
  });

  it('says who might rise when the contestant needs no seat, and raises nobody by itself', () => {
    const { touched, spared, after, before } = contest('p1', [mark('80')]);
    expect(spared).toBe(true);
    expect(after).toBe(before);
    expect(touched).toEqual([expect.objectContaining({ effect: 'may_rise' })]);
  });

  it('leaves the same result where the correction changes no number', () => {
    expect(contest('p5', [mark('91')])).toMatchObject({
      changed: false,
      spared: false,
      steps: [],
      touched: [],
    });
  });

  it('a struck-out mark is one step, not a shift of all that follow', () => {
    const { steps } = contest('p10', [mark(null)]);
    expect(steps.filter(({ b }) => b === null)).toHaveLength(1);
  });

  it.each([
    { rule: 'refuses to change a result without a correction', corrections: [], code: 'CORRECTIONS_MISSING' },
    {
      rule: 'refuses to correct a mark nobody gave',
      corrections: [{ ...mark('80'), rater: 'nobody' } as Correction],
      code: 'CORRECTION_UNKNOWN',
    },
    { rule: 'refuses a correction off its scale', corrections: [mark('101')], code: 'CASE_INVALID' },
  ])('$rule', ({ corrections, code }) => {
    expect(() => contest('p6', corrections)).toThrow(expect.objectContaining({ code }));
  });
});

/** Told apart from the function it tests: grade by grade, then number by number. */
function lostSomething(rules: Rulebook, before: PersonEvaluation, after: PersonEvaluation): boolean {
  const order = rules.grades.map(({ code }) => code);
  const [a, b] = [before.final.grade, after.final.grade];
  if (a !== null && b !== null && order.indexOf(b) > order.indexOf(a)) return true;
  if (a !== null && b === null && a !== order.at(-1)) return true;
  const same = a === b && before.final.status === after.final.status;
  if (!same || before.composite === null) return false;
  return (
    after.composite === null || compareExact(parseExact(after.composite), parseExact(before.composite)) < 0
  );
}

const correctionsOf = ({ marks, routine, adjustments }: AppraiseeCase): fc.Arbitrary<Correction> => {
  const value = fc.option(fc.integer({ min: 0, max: 10 }).map(String));
  const choices: fc.Arbitrary<Correction>[] = [
    fc.boolean().map((front) => ({ kind: 'fact', fact: 'front_line', value: front, reason })),
    fc.boolean().map((refused) => ({ kind: 'fact', fact: 'refused', value: refused, reason })),
  ];
  if (marks.length > 0) {
    choices.push(
      fc.tuple(fc.constantFrom(...marks), value).map(([{ part, role, rater, post }, to]) => {
        return { kind: 'mark', part, role, rater, post, value: to, reason };
      }),
    );
  }
  if (routine.length > 0) {
    choices.push(
      fc
        .tuple(fc.constantFrom(...routine), fc.integer({ min: 60, max: 100 }))
        .map(([{ period }, to]) => ({ kind: 'routine', period, value: String(to), reason })),
    );
  }
  if (adjustments.length > 0) {
    choices.push(
      fc
        .tuple(fc.constantFrom(...adjustments), fc.nat(3))
        .map(([{ item, evidence }, times]) => ({ kind: 'adjustment', item, times, evidence, reason })),
    );
  }
  return fc.oneof(...choices);
};

const contests = fc.integer({ min: 1, max: 5_000 }).chain((seed) => {
  const rules = seededRulebook(seed);
  const unitCase: UnitCase = seededCase(seed, rules);
  return fc.constantFrom(...unitCase.appraisees).chain((person) =>
    fc.record({
      rules: fc.constant(rules),
      unitCase: fc.constant(unitCase),
      personId: fc.constant(person.id),
      corrections: fc.array(correctionsOf(person), { minLength: 1, maxLength: 1 }),
    }),
  );
});

describe('whatever a reviewer corrects', () => {
  it('the contestant is never worse off, nobody else loses anything, and a trial comes to the same', () => {
    fc.assert(
      fc.property(contests, ({ rules, unitCase, personId, corrections }) => {
        const baseline = evaluateUnit(rules, unitCase);
        const standing = baseline.people.find(({ id }) => id === personId);
        if (standing === undefined) throw new Error(personId);
        const frozen = JSON.stringify(unitCase);
        const contested = { unitCase, personId, standing, corrections };
        const result = decideContest(rules, contested);
        expect(lostSomething(rules, standing, result.after)).toBe(false);
        expect(result.after === standing).toBe(result.spared);
        // Others keep what they have: the outcome names them and carries no result of theirs.
        expect(result.touched.every(({ id }) => id !== personId)).toBe(true);
        const before = new Map(baseline.people.map((one) => [one.id, one.final]));
        expect(result.touched.every((one) => one.before.grade === before.get(one.id)?.grade)).toBe(true);
        expect(decideContest(rules, contested)).toEqual(result);
        expect(JSON.stringify(unitCase)).toBe(frozen);
      }),
      { numRuns: 60 },
    );
  });
});
