import { describe, expect, it } from '@jest/globals';
import { nationalRulebook } from '../testing/national-rulebook.js';
import { decideEligibility } from './eligibility.js';
import { personFacts } from './facts.js';
import { appraiseeCaseSchema } from './unit-case.js';

const rulebook = nationalRulebook();

function decide(facts: Record<string, unknown>, punishments: unknown[] = []) {
  const person = appraiseeCaseSchema.parse({
    id: 'a1',
    unit: 'u1',
    posts: ['grid_worker'],
    category: 'contract',
    facts,
    punishments,
  });
  return decideEligibility(rulebook, personFacts(rulebook, person, { id: 'u1', facts: {} }, 2026), person);
}

describe('decideEligibility', () => {
  it.each([
    ['an ordinary person is graded', {}, 'graded', 'eligibility', null],
    [
      'first job, five and a half months: comment only',
      { first_job: true, months_in_unit: '5.5' },
      'comment_only',
      'exclusion.first_job_under_half_year',
      '第三十七条第一款',
    ],
    [
      'first job, exactly half a year: graded',
      { first_job: true, months_in_unit: 6 },
      'graded',
      'eligibility',
      null,
    ],
    [
      'first job: other units are not counted in',
      { first_job: true, months_in_unit: 4, months_in_other_units: 8 },
      'comment_only',
      'exclusion.first_job_under_half_year',
      '第三十七条第一款',
    ],
    [
      'not a first job: three and two months, comment only',
      { months_in_unit: 3, months_in_other_units: 2 },
      'comment_only',
      'exclusion.service_under_half_year',
      '第三十七条第二款',
    ],
    [
      'not a first job: three and three months, graded here',
      { months_in_unit: 3, months_in_other_units: 3 },
      'graded',
      'graded.other_units_counted',
      '第三十七条第二款',
    ],
    [
      'leave of exactly half a year: graded',
      { sick_leave_months: 4, personal_leave_months: 2 },
      'graded',
      'eligibility',
      null,
    ],
    [
      'leave of over half a year together: no grade',
      { sick_leave_months: 4, personal_leave_months: '2.1' },
      'ungraded',
      'exclusion.leave_over_half_year',
      '第四十一条第一款',
    ],
    [
      'own study counts as leave',
      { own_study_months: 7 },
      'ungraded',
      'exclusion.leave_over_half_year',
      '第四十一条第一款',
    ],
    [
      'study the unit sent someone to does not',
      { secondment_kind: 'study', secondment_months: 9 },
      'graded',
      'graded.sent_by_unit',
      '第三十八条第二项',
    ],
    [
      'maternity leave of over half a year: graded',
      { maternity_leave_months: 7 },
      'graded',
      'graded.maternity_leave',
      '第四十一条第二款',
    ],
    [
      'maternity leave also entered as leave: graded all the same',
      { maternity_leave_months: 7, sick_leave_months: 7 },
      'graded',
      'graded.maternity_leave',
      '第四十一条第二款',
    ],
    [
      'maternity leave does not undo another exclusion',
      { maternity_leave_months: 7, first_job: true, months_in_unit: 3 },
      'comment_only',
      'exclusion.first_job_under_half_year',
      '第三十七条第一款',
    ],
    ['under investigation: held', { under_investigation: true }, 'held', 'hold.investigation', '第四十二条'],
    [
      'a hold counts before every exclusion',
      { under_investigation: true, sick_leave_months: 9, first_job: true, months_in_unit: 1 },
      'held',
      'hold.investigation',
      '第四十二条',
    ],
    [
      'a hold counts before maternity leave',
      { under_investigation: true, maternity_leave_months: 7 },
      'held',
      'hold.investigation',
      '第四十二条',
    ],
    [
      'of two exclusions "no grade" counts before "comment only"',
      { sick_leave_months: 7, first_job: true, months_in_unit: 5 },
      'ungraded',
      'exclusion.leave_over_half_year',
      '第四十一条第一款',
    ],
    [
      'the case closed without punishment: graded now',
      { investigation_closed: 'no_punishment' },
      'graded',
      'graded.after_investigation',
      '第四十二条',
    ],
    [
      'aid for over half a year: appraised by the host',
      { secondment_kind: 'aid', secondment_months: 8 },
      'graded',
      'graded.secondment_by_host',
      '第三十八条第一项',
    ],
    [
      'aid for half a year: appraised at home',
      { secondment_kind: 'aid', secondment_months: 6 },
      'graded',
      'graded.secondment_by_home',
      '第三十八条第一项',
    ],
  ])('%s', (_rule, facts, status, rule, clause) => {
    expect(decide(facts)).toMatchObject({ status, rule, clause, grade: null });
  });

  it('does not grade later after a heavier punishment, unless the discipline table speaks this year', () => {
    expect(decide({ investigation_closed: 'heavier' })).toMatchObject({
      status: 'ungraded',
      clause: '第四十二条',
    });
    const punished = [{ kind: 'party_post_removal', year: 2026 }];
    expect(decide({ investigation_closed: 'heavier' }, punished)).toMatchObject({ status: 'graded' });
  });

  it('says who decided: a hold or an exclusion, in Chinese and English', () => {
    expect(decide({ under_investigation: true }).by).toBe('hold');
    expect(decide({ sick_leave_months: 9 })).toMatchObject({
      by: 'exclusion',
      why: { zh: expect.stringContaining('累计超过考核年度半年'), en: expect.stringContaining('no grade') },
    });
    expect(decide({ secondment_kind: 'aid', secondment_months: 8 }).why.zh).toContain('听取派出单位意见');
  });

  it('lets the rule written first count among equals', () => {
    const swapped = { ...rulebook, eligibility: [...rulebook.eligibility].reverse() };
    const person = appraiseeCaseSchema.parse({
      id: 'a1',
      unit: 'u1',
      posts: ['grid_worker'],
      category: 'contract',
      facts: { sick_leave_months: 7, investigation_closed: 'heavier' },
    });
    const facts = personFacts(rulebook, person, { id: 'u1', facts: {} }, 2026);
    expect(decideEligibility(rulebook, facts, person).rule).toBe('exclusion.leave_over_half_year');
    expect(decideEligibility(swapped, facts, person).rule).toBe('exclusion.investigation_closed_heavier');
  });
});
