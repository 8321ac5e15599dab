import { describe, expect, it } from '@jest/globals';
import { Refusal } from '../refusal.js';
import {
  appraiseeWith,
  caseWith,
  dimensionWith,
  markedWith,
  partWith,
  quotaWith,
  rulebookWith,
  said,
  type AppraiseeInput,
  type CaseInput,
} from '../testing.js';
import { caseErrors, checkCase } from './check-case.js';
import { evaluateUnit } from './evaluate-unit.js';

const rulebook = rulebookWith({
  facts: [
    { id: 'leave_days', type: 'integer', scope: 'person', default: 0, title: said('leave') },
    { id: 'visits', type: 'decimal', scope: 'person', optional: true, title: said('visits') },
    { id: 'front_line', type: 'boolean', scope: 'person', default: false, title: said('front line') },
    { id: 'merit', type: 'boolean', scope: 'unit', default: false, title: said('merit') },
  ],
  dimensions: [
    dimensionWith(
      'work',
      '100',
      [
        partWith('work-marks', '50'),
        partWith('measured', '50', { source: { kind: 'fact', fact: 'visits', max: '40' } }),
      ],
      { adjustments: [{ id: 'award', clause: 'x', kind: 'bonus', pointsEach: '1', cap: '2' }] },
    ),
    dimensionWith('heads', '0', [], {
      sheets: [{ id: 'heads', posts: ['head'], parts: [partWith('head-marks', '100')] }],
    }),
  ],
});

const boss = { part: 'work-marks', role: 'supervisor', rater: 'boss', value: '80' };

describe('caseErrors', () => {
  it.each<[code: string, person: Partial<AppraiseeInput>, path: string]>([
    ['UNIT_UNKNOWN', { unit: 'u9' }, 'unit'],
    ['POST_UNKNOWN', { posts: ['mayor'] }, 'posts.0'],
    ['POST_DUPLICATE', { posts: ['worker', 'worker'] }, 'posts.1'],
    ['CATEGORY_UNKNOWN', { category: 'volunteer' }, 'category'],
    ['FACT_UNKNOWN', { facts: { shoe_size: 42 } }, 'facts.shoe_size'],
    ['FACT_UNKNOWN', { facts: { merit: true } }, 'facts.merit'],
    ['FACT_TYPE', { facts: { leave_days: 'many' } }, 'facts.leave_days'],
    ['FACT_OUT_OF_SCALE', { facts: { visits: 41 } }, 'facts.visits'],
    ['PUNISHMENT_UNKNOWN', { punishments: [{ kind: 'exile', year: 2025 }] }, 'punishments.0'],
    ['MARK_POST_UNKNOWN', { marks: [{ ...boss, post: 'head' }] }, 'marks.0'],
    ['PART_UNKNOWN', { marks: [{ ...boss, part: 'looks' }] }, 'marks.0'],
    ['PART_UNKNOWN', { evidence: { looks: ['e1'] } }, 'evidence.looks'],
    ['PART_NOT_ON_SHEET', { marks: [{ ...boss, part: 'head-marks' }] }, 'marks.0'],
    ['ROLE_UNKNOWN', { marks: [{ ...boss, role: 'oracle' }] }, 'marks.0'],
    ['ROLE_NOT_IN_PART', { marks: [{ ...boss, role: 'peer' }] }, 'marks.0'],
    ['MARK_OUT_OF_SCALE', { marks: [{ ...boss, value: '100.01' }] }, 'marks.0'],
    ['MARK_OUT_OF_SCALE', { marks: [{ ...boss, value: '-1' }] }, 'marks.0'],
    ['MARK_DUPLICATE', { marks: [boss, { ...boss, value: '81' }] }, 'marks.1'],
    ['MARK_DUPLICATE', { marks: [boss, { ...boss, post: 'worker' }] }, 'marks.1'],
    ['MARK_BY_APPRAISEE', { marks: [{ ...boss, rater: 'a' }] }, 'marks.0'],
    ['ITEM_UNKNOWN', { adjustments: [{ item: 'smile', times: 1 }] }, 'adjustments.0'],
    ['SURVEY_COUNTS_INCONSISTENT', { survey: { issued: 9, valid: 10, satisfied: 5, ordinary: 5 } }, 'survey'],
    [
      'SURVEY_COUNTS_INCONSISTENT',
      { survey: { issued: 20, valid: 10, satisfied: 11, ordinary: 5 } },
      'survey',
    ],
    ['ROUTINE_OUT_OF_SCALE', { routine: [{ period: 'q1', value: '101' }] }, 'routine.0'],
    [
      'ROUTINE_DUPLICATE',
      {
        routine: [
          { period: 'q1', value: '1' },
          { period: 'q1', value: '2' },
        ],
      },
      'routine.1',
    ],
    ['EARLIER_RESULT_UNKNOWN', { earlier: [{ year: 2024, result: 'brilliant' }] }, 'earlier.0'],
    ['EARLIER_YEAR_INVALID', { earlier: [{ year: 2025, result: 'competent' }] }, 'earlier.0'],
    [
      'EARLIER_YEAR_INVALID',
      {
        earlier: [
          { year: 2023, result: 'competent' },
          { year: 2023, result: 'competent' },
        ],
      },
      'earlier.1',
    ],
  ])('names %s for %j', (code, person, path) => {
    const errors = caseErrors(rulebook, caseWith([appraiseeWith('a', person)]));
    expect(errors.map((error) => [error.code, error.path])).toEqual([[code, `appraisees.0.${path}`]]);
  });

  it.each<[string, Partial<CaseInput>, string]>([
    ['UNIT_DUPLICATE', { units: [{ id: 'u1' }, { id: 'u1' }] }, 'units.1'],
    ['FACT_UNKNOWN', { units: [{ id: 'u1', facts: { leave_days: 3 } }] }, 'units.0.facts.leave_days'],
  ])('names %s in units', (code, overrides, path) => {
    const errors = caseErrors(rulebook, caseWith([], overrides));
    expect(errors.map((error) => [error.code, error.path])).toEqual([[code, path]]);
  });

  it('names APPRAISEE_DUPLICATE, FACT_MISSING and HEADCOUNT_MISSING', () => {
    const duplicate = caseErrors(rulebook, caseWith([markedWith('a', '80'), markedWith('a', '80')]));
    expect(duplicate.map(({ code }) => code)).toEqual(['APPRAISEE_DUPLICATE']);
    const strict = rulebookWith({
      facts: [{ id: 'leave_days', type: 'integer', scope: 'person', title: said('leave') }],
      quota: quotaWith({ base: 'headcount' }),
    });
    expect(caseErrors(strict, caseWith([markedWith('a', '80')])).map(({ code }) => code)).toEqual([
      'HEADCOUNT_MISSING',
      'FACT_MISSING',
    ]);
  });

  it('lets people mark themselves in the role self', () => {
    const self = rulebookWith({
      dimensions: [
        dimensionWith('work', '100', [
          partWith('p', '100', {
            source: {
              kind: 'marks',
              max: '100',
              raters: [{ role: 'self', weight: '100', minCount: 1, trim: 'none', missing: 'zero' }],
            },
          }),
        ]),
      ],
    });
    expect(
      caseErrors(
        self,
        caseWith([appraiseeWith('a', { marks: [{ part: 'p', role: 'self', rater: 'a', value: '90' }] })]),
      ),
    ).toEqual([]);
  });
});

describe('a faulty case', () => {
  const faulty = caseWith([
    markedWith('a', '101'),
    appraiseeWith('b', { posts: ['mayor'], facts: { shoe_size: 42 } }),
  ]);

  it('is refused with CASE_INVALID and all its faults at once', () => {
    const refused = (() => {
      try {
        checkCase(rulebook, faulty);
        return null;
      } catch (error) {
        return error;
      }
    })();
    expect(refused).toBeInstanceOf(Refusal);
    expect(refused).toMatchObject({
      code: 'CASE_INVALID',
      message: expect.stringContaining('(and 2 more)'),
      details: {
        errors: [{ code: 'MARK_OUT_OF_SCALE' }, { code: 'POST_UNKNOWN' }, { code: 'FACT_UNKNOWN' }],
      },
    });
  });

  it('is not evaluated in part', () => {
    expect(() => evaluateUnit(rulebook, faulty)).toThrow(expect.objectContaining({ code: 'CASE_INVALID' }));
  });
});

describe('a rulebook nobody can compute with', () => {
  const flat = partWith('p', '100', {
    source: { kind: 'fact', fact: 'visits', max: '0' },
  });
  const always = { fact: 'year', op: 'known' as const };

  it.each<[string, Parameters<typeof rulebookWith>[0]]>([
    ['a maximum of 0', { dimensions: [dimensionWith('work', '100', [flat])] }],
    ['a quota on the lowest grade', { quota: quotaWith({ grades: ['excellent', 'incompetent'] }) }],
    [
      'an effect on a grade it does not have',
      { vetoes: [{ id: 'v', clause: 'x', when: always, effect: { cap: 'fair' } }] },
    ],
  ])('is refused with RULEBOOK_UNUSABLE: %s', (_, overrides) => {
    expect(() => evaluateUnit(rulebookWith(overrides), caseWith([]))).toThrow(
      expect.objectContaining({ code: 'RULEBOOK_UNUSABLE' }),
    );
  });
});
