import { describe, expect, it } from '@jest/globals';
import {
  appraiseeWith,
  caseWith,
  dimensionWith,
  partWith,
  rulebookWith,
  said,
  type AppraiseeInput,
  type DimensionInput,
  type PartInput,
  type RulebookInput,
} from '../testing.js';
import { evaluateUnit } from './evaluate-unit.js';

type Mark = NonNullable<AppraiseeInput['marks']>[number];

function marksBy(role: string, values: readonly string[], part = 'p'): Mark[] {
  return values.map((value, at) => ({ part, role, rater: `${role}${at}`, value }));
}

function evaluated(overrides: Partial<RulebookInput>, ...people: AppraiseeInput[]) {
  return evaluateUnit(rulebookWith(overrides), caseWith(people)).people;
}

function onePart(part: Partial<PartInput>, dimension: Partial<DimensionInput> = {}): Partial<RulebookInput> {
  return { dimensions: [dimensionWith('work', '100', [partWith('p', '100', part)], dimension)] };
}

describe('the survey', () => {
  const survey = {
    id: 'survey',
    clause: 'C3',
    minValid: 50,
    minOrdinaryShare: '0.7',
    satisfiedFrom: 4,
    scaleMax: 5,
    extensions: 1,
    extendWorkingDays: 3,
  };
  const part = onePart({ source: { kind: 'survey' }, missing: 'redistribute' }, { missing: 'redistribute' });
  const counts = (valid: number, ordinary: number) => ({
    issued: 200,
    valid,
    satisfied: valid - 5,
    ordinary,
  });

  it.each([
    ['50 valid, 35 ordinary: exactly enough', counts(50, 35), '90', 'graded'],
    ['49 valid: too few', counts(49, 49), null, 'undecided'],
    ['34 of 50 ordinary: too small a share', counts(50, 34), null, 'undecided'],
  ])('%s', (_, given, composite, status) => {
    const [person] = evaluated({ ...part, survey }, appraiseeWith('a', { survey: given }));
    expect(person).toMatchObject({ composite, final: { status } });
    expect(person?.flags.some(({ code }) => code === 'SURVEY_NOT_VALID')).toBe(composite === null);
  });

  it('is replaced by the fallback role’s marks while it is not valid, and only then', () => {
    const marks = [
      { part: 'p', role: 'panel', rater: 'x', value: '70' },
      { part: 'p', role: 'panel', rater: 'y', value: '80' },
    ];
    const people = evaluated(
      { ...part, survey: { ...survey, fallbackRole: 'panel' } },
      appraiseeWith('a', { survey: counts(49, 49), marks }),
      appraiseeWith('b', { survey: counts(50, 50), marks }),
      appraiseeWith('c', { survey: counts(49, 49) }),
    );
    expect(people.map(({ composite }) => composite)).toEqual(['75', '90', null]);
  });

  it('that was never held is a missing part and not a matter for people', () => {
    const dimensions = [
      dimensionWith('work', '100', [
        partWith('m', '40'),
        partWith('p', '60', { source: { kind: 'survey' }, missing: 'redistribute' }),
      ]),
    ];
    const [person] = evaluated(
      { dimensions, survey },
      appraiseeWith('a', { marks: marksBy('supervisor', ['80'], 'm') }),
    );
    expect(person?.composite).toBe('80');
  });

  it.each([
    [149, 250, true],
    [150, 250, true],
    [120, 250, false],
    [6, 10, true],
    [190, 250, false],
  ])('%i of %i against a veto at 60 %%: flagged as near the line: %s', (satisfied, valid, near) => {
    const vetoes: RulebookInput['vetoes'] = [
      {
        id: 'floor',
        clause: 'C1',
        when: { fact: 'satisfaction_rate', op: 'lt', value: '0.6' },
        effect: { force: 'incompetent' },
      },
    ];
    const [person] = evaluated(
      { ...part, vetoes },
      appraiseeWith('a', { survey: { issued: 300, valid, satisfied, ordinary: valid } }),
    );
    expect(person?.flags.some(({ code }) => code === 'SURVEY_NEAR_LINE')).toBe(near);
  });
});

describe('a routine part', () => {
  it.each([
    ['redistribute', '80'],
    ['zero', '40'],
    ['to_people', null],
  ] as const)('with fewer periods than its minimum, %s: %s', (missing, composite) => {
    const routine = partWith('r', '50', { source: { kind: 'routine', minPeriods: 3, missing } });
    const dimensions = [dimensionWith('work', '100', [partWith('p', '50'), routine])];
    const person = appraiseeWith('a', {
      marks: marksBy('supervisor', ['80']),
      routine: [{ period: 'q1', value: '90' }],
    });
    expect(evaluated({ dimensions }, person)[0]?.composite).toBe(composite);
  });
});

describe('a measured fact', () => {
  it('is taken over its maximum, and an unknown one is a missing part', () => {
    const facts = [
      {
        id: 'visits',
        type: 'integer' as const,
        scope: 'person' as const,
        optional: true,
        title: said('visits'),
      },
    ];
    const part = onePart({ source: { kind: 'fact', fact: 'visits', max: '40' } });
    const people = evaluated(
      { ...part, facts },
      appraiseeWith('a', { facts: { visits: 31 } }),
      appraiseeWith('b'),
    );
    expect(people.map(({ composite }) => composite)).toEqual(['77.5', null]);
  });
});
