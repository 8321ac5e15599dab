import { describe, expect, it } from '@jest/globals';
import { evaluateUnit } from '../evaluate/evaluate-unit.js';
import { nationalCase, nationalRulebook } from '../testing/national-rulebook.js';

const evaluation = evaluateUnit(nationalRulebook(), nationalCase());

function person(id: string) {
  const found = evaluation.people.find((each) => each.id === id);
  if (found === undefined) throw new Error(`nobody is ${id}`);
  return found;
}

describe('the national rulebook on its example unit', () => {
  it.each([
    ['a01', 'graded', 'excellent', 'band', 'band.excellent', '第十条', '96.8'],
    ['a02', 'graded', 'excellent', 'band', 'band.excellent', '第十条', '92'],
    ['a03', 'graded', 'competent', 'quota', 'quota.excellent', '第十五条第一款', '92'],
    ['a04', 'graded', 'incompetent', 'veto', 'veto.satisfaction_floor', '京民基发〔2012〕296号', '80.26'],
    [
      'a05',
      'comment_only',
      null,
      'exclusion',
      'exclusion.first_job_under_half_year',
      '第三十七条第一款',
      '85.75',
    ],
    ['a06', 'graded', 'competent', 'band', 'band.competent', '第十条', '84.09'],
    ['a07', 'ungraded', null, 'exclusion', 'exclusion.leave_over_half_year', '第四十一条第一款', '80.36'],
    ['a08', 'graded', 'competent', 'band', 'band.competent', '第十条', '6578/75'],
    ['a09', 'held', null, 'hold', 'hold.investigation', '第四十二条', '83.3'],
    [
      'a10',
      'comment_only',
      null,
      'discipline',
      'discipline.admin_demerit',
      '公务员考核规定第二十九条',
      '251/3',
    ],
    ['a11', 'graded', 'incompetent', 'veto', 'veto.refused_to_take_part', '第四十四条', null],
    ['a12', 'graded', 'competent', 'band', 'band.competent', '第十条', '83.78'],
    ['a13', 'graded', 'basically_competent', 'band', 'band.basically_competent', '第十条', '65.4'],
    ['a14', 'graded', 'excellent', 'band', 'band.excellent', '第十条', '93.94'],
    ['a15', 'graded', 'incompetent', 'band', 'band.incompetent', '第十条', '58.34'],
  ])('%s: %s %s by %s %s (%s)', (id, status, grade, by, rule, clause, composite) => {
    const { final, composite: score } = person(id);
    expect({ ...final, score }).toMatchObject({ status, grade, by, rule, clause, score: composite });
  });

  it('computes a02 as by hand: 0.3 x 90 + 0.4 x 92 + 0.3 x 94', () => {
    expect(person('a02').dimensions).toEqual({
      political_quality: '90',
      work_results: '92',
      resident_satisfaction: '94',
    });
  });

  it('gives three seats of fifteen, and says what put a02 before a03', () => {
    expect(evaluation.quota).toMatchObject([
      {
        base: 15,
        cap: '0.2',
        exactSeats: '3',
        seats: 3,
        awarded: ['a01', 'a14', 'a02'],
        displaced: ['a03'],
        drawSeed: null,
      },
    ]);
    expect(person('a02').line).toMatchObject({ side: 'in', decidedBy: 'tie.frontline' });
    expect(person('a03').line).toMatchObject({ side: 'out', decidedBy: 'tie.frontline' });
  });

  it.each([
    ['a07', 'adjust_post', '第三十一条第三项'],
    ['a11', 'may_terminate_contract', '第三十条第五项'],
    ['a13', 'organizational_adjustment', '第二十九条第五项'],
    ['a09', 'wait_for_case', '第四十二条'],
  ])('proposes for %s %s (%s)', (id, effect, clause) => {
    expect(person(id).consequences).toContainEqual(expect.objectContaining({ effect, clause }));
  });

  it('spares a15 a second move to a lower post', () => {
    expect(person('a15').consequences.map(({ effect }) => effect)).not.toContain('lower_post');
    expect(person('a04').consequences.map(({ effect }) => effect)).toContain('lower_post');
  });

  it('finds the term of a01 competent and nobody else due', () => {
    expect(
      evaluation.people.filter(({ term }) => term !== null).map(({ id, term }) => [id, term?.result]),
    ).toEqual([['a01', 'term_competent']]);
  });
});
