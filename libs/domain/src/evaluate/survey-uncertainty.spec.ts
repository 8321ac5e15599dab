import { describe, expect, it } from '@jest/globals';
import { checkDerivation } from '../derivation/check-derivation.js';
import { derivationInputs } from '../derivation/derivation-inputs.js';
import type { DerivationNode } from '../derivation/node.js';
import { renderDerivation } from '../derivation/render-derivation.js';
import {
  appraiseeWith,
  caseWith,
  dimensionWith,
  partWith,
  rulebookWith,
  type AppraiseeInput,
  type RulebookInput,
} from '../testing.js';
import { evaluateUnit } from './evaluate-unit.js';

const survey: NonNullable<RulebookInput['survey']> = {
  id: 'survey',
  clause: 'C3',
  minValid: 5,
  minOrdinaryShare: '0',
  satisfiedFrom: 4,
  scaleMax: 5,
  extensions: 1,
  extendWorkingDays: 3,
  uncertain: 'to_people',
};
const floor: RulebookInput['vetoes'] = [
  {
    id: 'floor',
    clause: 'C1',
    when: { fact: 'satisfaction_rate', op: 'lt', value: '0.6' },
    effect: { force: 'incompetent' },
  },
];
// Marks and survey weigh as many points as they can hold: 70 and 30.
const dimensions = [
  dimensionWith('work', '70', [partWith('m', '100')], { missing: 'redistribute' }),
  dimensionWith('satisfaction', '30', [partWith('p', '100', { source: { kind: 'survey' } })], {
    missing: 'redistribute',
  }),
];

function evaluated(
  [satisfied, valid, population]: readonly [number, number, number?],
  mark = '80',
  overrides: Partial<RulebookInput> = {},
  person: Partial<AppraiseeInput> = {},
) {
  const rulebook = rulebookWith({ dimensions, survey, vetoes: floor, ...overrides });
  const counts = { issued: 20_000, valid, satisfied, ordinary: valid, population: population ?? null };
  const marks = [{ part: 'm', role: 'supervisor', rater: 'boss', value: mark }];
  const unitCase = caseWith([appraiseeWith('a', { survey: counts, marks, ...person })]);
  const [result] = evaluateUnit(rulebook, unitCase).people;
  if (result?.derivation === undefined) throw new Error('nobody was evaluated');
  const inputs = derivationInputs(rulebook, unitCase)('a');
  return { ...result, derivation: result.derivation, inputs };
}

function nodeOf(root: DerivationNode, op: string): DerivationNode | undefined {
  if (root.operation.op === op) return root;
  for (const child of root.children) {
    const found = nodeOf(child, op);
    if (found !== undefined) return found;
  }
  return undefined;
}

describe('uncertain: to_people', () => {
  it.each([
    ['160 of 250 and a floor at 60 %', [160, 250], '80', ['survey_near_line']],
    ['140 of 250: chance could also have put it above', [140, 250], '80', ['survey_near_line']],
    ['180 of 250: far enough above the floor', [180, 250], '80', []],
    ['160 of 250 when the population is 251: nothing is left to chance', [160, 250, 251], '80', []],
    ['90 of 100 with marks that put the composite near a band', [90, 100], '89', ['survey_near_line']],
    ['90 of 100 in the middle of a band', [90, 100], '80', []],
    ['9,000 of 10,000 near the same band: the interval is narrow', [9_000, 10_000], '89.5', []],
  ] as const)('%s', (_rule, counts, mark, needs) => {
    const { needsPeople, flags } = evaluated(counts, mark);
    expect(needsPeople).toEqual(needs);
    expect(flags.some(({ code }) => code === 'SURVEY_GRADE_UNCERTAIN')).toBe(needs.length > 0);
  });

  it('keeps the grade of the exact comparison as the proposal', () => {
    expect(evaluated([150, 250])).toMatchObject({
      needsPeople: ['survey_near_line'],
      provisional: { grade: 'basically_competent' },
      final: { grade: 'basically_competent', by: 'band' },
    });
    expect(evaluated([149, 250])).toMatchObject({
      needsPeople: ['survey_near_line'],
      final: { grade: 'incompetent', by: 'veto' },
    });
  });

  it('shows n, rate, interval, line and population in the derivation, which proves itself', () => {
    const { derivation, inputs } = evaluated([160, 250, 3_000]);
    expect(checkDerivation(derivation, inputs)).toEqual({ ok: true });
    const text = renderDerivation(nodeOf(derivation, 'needs_people')!, 'zh').join('\n');
    for (const shown of [
      '由具名人员认定',
      '= 160',
      '= 250',
      '= 3000',
      '= 0.64',
      '0.5814',
      '0.6947',
      '界线0.6',
    ]) {
      expect(text).toContain(shown);
    }
  });

  it('a derivation that says otherwise is found out', () => {
    const { derivation, inputs } = evaluated([160, 250]);
    const lied: DerivationNode = JSON.parse(
      JSON.stringify(derivation).replace('"value":"survey_near_line"', '"value":"none"'),
    ) as DerivationNode;
    expect(checkDerivation(lied)).toMatchObject({ ok: false, expected: 'survey_near_line', found: 'none' });
    const moved: DerivationNode = JSON.parse(
      JSON.stringify(derivation)
        .replace('"value":"survey_near_line"', '"value":"none"')
        .replace(
          /"value":"[a-z_]+"(,"operation":\{"op":"input","from":"interval:low.grade"\})/,
          '"value":"competent"$1',
        ),
    ) as DerivationNode;
    expect(checkDerivation(moved)).toEqual({ ok: true }); // true to itself, but not to the case
    expect(checkDerivation(moved, inputs)).toMatchObject({ ok: false, expected: 'incompetent' });
  });

  it.each([
    ['the rulebook says flag', { survey: { ...survey, uncertain: 'flag' as const } }, {}],
    ['the sample is not valid', { survey: { ...survey, minValid: 251 } }, {}],
    [
      'no grade is given',
      {
        eligibility: [
          { id: 'left', clause: 'x', when: { fact: 'post', op: 'eq', value: 'worker' }, outcome: 'ungraded' },
        ] satisfies RulebookInput['eligibility'],
      },
      {},
    ],
    [
      'another rule forces the same grade anyway',
      {
        vetoes: [
          ...floor,
          {
            id: 'refused',
            clause: 'x',
            when: { fact: 'post', op: 'eq', value: 'worker' },
            effect: { force: 'incompetent' },
          },
        ] satisfies RulebookInput['vetoes'],
      },
      {},
    ],
    ['nobody was surveyed', {}, { survey: undefined }],
  ])('asks nobody where %s', (_rule, overrides, person) => {
    const { needsPeople, derivation, inputs } = evaluated([160, 250], '80', overrides, person);
    expect(needsPeople).toEqual([]);
    expect(checkDerivation(derivation, inputs)).toEqual({ ok: true });
  });
});

describe('assistedMaxShare', () => {
  it.each([
    [50, 'graded'],
    [51, 'undecided'],
  ])('%i of 250 filled in by staff, a fifth allowed: %s', (assisted, status) => {
    const person = {
      survey: { issued: 300, valid: 250, satisfied: 230, ordinary: 250, assisted },
    };
    const rule = { ...survey, assistedMaxShare: '0.2' };
    const { final, flags, derivation, inputs } = evaluated([230, 250], '80', { survey: rule }, person);
    expect(final.status).toBe(status);
    expect(flags.some(({ code }) => code === 'SURVEY_NOT_VALID')).toBe(status === 'undecided');
    expect(checkDerivation(derivation, inputs)).toEqual({ ok: true });
  });
});
