import type { Rulebook } from '../rulebook/schema/rulebook.js';
import {
  dimensionWith,
  partWith,
  quotaWith,
  raterWith,
  rulebookWith,
  said,
  type DimensionInput,
  type PartInput,
  type RaterInput,
  type RulebookInput,
} from './builders.js';
import { diceOf, type Dice } from './dice.js';

const MOSTLY_SHARED = ['redistribute', 'redistribute', 'redistribute', 'to_people', 'zero'] as const;

/** `count` weights that sum to 100. */
function weights(dice: Dice, count: number): string[] {
  const cuts = Array.from(
    { length: count - 1 },
    (_, at) => Math.floor((100 * (at + 1)) / count) + dice.below(5),
  );
  const ends = [0, ...cuts, 100];
  return cuts.concat(100).map((end, at) => String(end - (ends[at] ?? 0)));
}

function raters(dice: Dice): RaterInput[] {
  const roles = ['supervisor', 'peer', 'panel'].slice(0, 1 + dice.below(3));
  const shares = weights(dice, roles.length);
  return roles.map((role, at) =>
    raterWith(role, shares[at] ?? '0', {
      minCount: 1 + dice.below(2),
      missing: dice.pick(MOSTLY_SHARED),
      trim: dice.chance(40) ? { dropHighest: 1, dropLowest: dice.below(2), whenMoreThan: 2 } : 'none',
      ...(dice.chance(30)
        ? {
            ballot: {
              id: `ballot-${role}`,
              clause: 'ballots',
              voidWhenAllSame: dice.chance(50),
              voidWhenAllMaximum: dice.chance(50),
              ...(dice.chance(30) ? { highMarks: { atLeast: '9', atMostPeople: 3 } } : {}),
            },
          }
        : {}),
    }),
  );
}

function part(dice: Dice, id: string, weight: string): PartInput {
  const kind = dice.below(10);
  const missing = dice.pick(MOSTLY_SHARED);
  if (kind === 0) return partWith(id, weight, { missing, source: { kind: 'survey' } });
  if (kind === 1) {
    return partWith(id, weight, {
      missing,
      source: { kind: 'routine', minPeriods: 1 + dice.below(3), missing },
    });
  }
  if (kind === 2)
    return partWith(id, weight, { missing, source: { kind: 'fact', fact: 'measured', max: '7' } });
  return partWith(id, weight, {
    missing,
    evidenceRequired: dice.chance(20),
    source: { kind: 'marks', max: '10', raters: raters(dice) },
  });
}

function dimension(dice: Dice, id: string, weight: string): DimensionInput {
  const count = 1 + dice.below(3);
  const shares = weights(dice, count);
  const parts = Array.from({ length: count }, (_, at) => part(dice, `${id}-p${at}`, shares[at] ?? '0'));
  const adjusted = dice.chance(40);
  return dimensionWith(id, weight, parts, {
    missing: dice.pick(MOSTLY_SHARED),
    rounding: dice.chance(50)
      ? 'none'
      : { places: dice.below(3), mode: dice.pick(['half_up', 'half_even', 'floor', 'ceil']) },
    ...(adjusted
      ? {
          adjustments: [
            { id: `${id}-bonus`, clause: 'bonus', kind: 'bonus', pointsEach: '1.25', cap: '3' },
            {
              id: `${id}-cut`,
              clause: 'cut',
              kind: 'deduction',
              pointsEach: '2',
              cap: '5',
              evidenceRequired: false,
            },
          ],
          ...(dice.chance(50) ? { bonusCap: '2', deductionCap: '4' } : {}),
        }
      : {}),
  });
}

function vetoes(dice: Dice): RulebookInput['vetoes'] {
  const all: RulebookInput['vetoes'] = [
    {
      id: 'v-rate',
      clause: 'C1',
      when: { fact: 'satisfaction_rate', op: 'lt', value: '0.6' },
      effect: { force: 'incompetent' },
    },
    {
      id: 'v-score',
      clause: 'C2',
      when: { fact: 'score.d0', op: 'lt', value: '60' },
      effect: { cap: 'basically_competent' },
    },
    {
      id: 'v-total',
      clause: 'C3',
      when: {
        all: [
          { fact: 'composite', op: 'lt', value: '66' },
          { fact: 'refused', op: 'eq', value: true },
        ],
      },
      effect: { force: 'incompetent' },
    },
    {
      id: 'v-refused',
      clause: 'Art 44',
      when: { fact: 'refused', op: 'eq', value: true },
      effect: { force: 'incompetent' },
    },
    {
      id: 'v-hold',
      clause: 'hold',
      when: {
        all: [
          { fact: 'leave_days', op: 'gt', value: 9 },
          { not: { fact: 'front_line', op: 'eq', value: true } },
        ],
      },
      effect: { outcome: 'held' },
    },
    {
      id: 'v-strain',
      clause: 'strain',
      when: { fact: 'strain', op: 'gt', value: '12.5' },
      effect: { cap: 'competent' },
    },
    {
      id: 'v-cap',
      clause: 'cap',
      when: { fact: 'leave_days', op: 'eq', value: 7 },
      effect: { cap: 'competent' },
    },
  ];
  return all.filter(() => dice.chance(50));
}

function quota(dice: Dice): RulebookInput['quota'] {
  return quotaWith({
    grades: dice.chance(30) ? ['excellent', 'competent'] : ['excellent'],
    base: dice.pick(['should_appraise', 'took_part', 'headcount']),
    cap: dice.pick(['0.2', '0.3', '0.15', '0.5']),
    raised: dice.chance(50)
      ? [
          {
            id: 'raise',
            clause: 'Art 15(2)',
            when: { fact: 'unit_merit', op: 'eq', value: true },
            cap: '0.25',
          },
        ]
      : [],
    lowered: dice.chance(50)
      ? [
          {
            id: 'lower',
            clause: 'Art 15(3)',
            when: { fact: 'unit_grade', op: 'eq', value: 'poor' },
            cap: '0.15',
          },
        ]
      : [],
    whenBoth: dice.pick(['lowered', 'base', 'to_people']),
    rounding: dice.pick(['floor', 'half_up', 'ceil', 'largest_remainder', 'largest_remainder']),
    refusals: { id: 'refusals', clause: 'Art 44', when: { fact: 'refused', op: 'eq', value: true } },
    ...(dice.chance(40)
      ? { excludes: { id: 'heads', clause: 'heads', when: { fact: 'post', op: 'eq', value: 'head' } } }
      : {}),
    ...(dice.chance(30) ? { baseCounts: ['graded', 'held'] } : {}),
    tieBreaks: [
      { id: 'front', clause: 'Art 15', prefer: { fact: 'front_line', op: 'eq', value: true } },
      { id: 'work', clause: 'work first', by: 'score.d0', direction: 'higher_first' },
      { id: 'leave', clause: 'less leave', by: 'leave_days', direction: 'lower_first' },
      ...(dice.chance(80) ? [{ id: 'draw', clause: 'draw', draw: 'sha256' as const }] : []),
    ],
  });
}

function facts(): RulebookInput['facts'] {
  const base = { title: said('fact'), scope: 'person' as const };
  return [
    { ...base, id: 'front_line', type: 'boolean', default: false },
    { ...base, id: 'refused', type: 'boolean', default: false },
    { ...base, id: 'investigated', type: 'boolean', default: false },
    { ...base, id: 'maternity', type: 'boolean', default: false },
    { ...base, id: 'leave_days', type: 'integer', default: 0 },
    { ...base, id: 'measured', type: 'decimal', optional: true },
    { ...base, id: 'unit_merit', scope: 'unit', type: 'boolean', default: false },
    { ...base, id: 'unit_grade', scope: 'unit', type: 'code', values: ['good', 'poor'], default: 'good' },
  ];
}

/** A valid rulebook that uses most of the format, different for every seed. */
export function seededRulebook(seed: number): Rulebook {
  const dice = diceOf(seed);
  const count = 1 + dice.below(3);
  const shares = weights(dice, count);
  return rulebookWith({
    facts: facts(),
    computedFacts: [
      {
        id: 'strain',
        clause: 'sum',
        scope: 'person',
        sumOf: ['leave_days', 'measured'],
        title: said('strain'),
      },
    ],
    eligibility: [
      {
        id: 'hold',
        clause: 'Art 42',
        when: { fact: 'investigated', op: 'eq', value: true },
        outcome: 'held',
      },
      {
        id: 'leave',
        clause: 'Art 41',
        when: { fact: 'leave_days', op: 'ge', value: 10 },
        outcome: 'ungraded',
      },
      {
        id: 'new',
        clause: 'Art 37',
        when: { fact: 'leave_days', op: 'eq', value: 8 },
        outcome: 'comment_only',
      },
      {
        id: 'maternity',
        clause: 'Art 41(2)',
        when: { fact: 'maternity', op: 'eq', value: true },
        outcome: 'graded',
        setsAside: ['leave'],
      },
    ],
    discipline: {
      id: 'discipline',
      clause: 'Art 43',
      punishments: ['warning', 'demerit'].map((code) => ({ code, title: said(code) })),
      severity: [{ cap: 'competent' }, { outcome: 'comment_only' }, { force: 'incompetent' }],
      rows: [
        { id: 'row-warning', clause: 'N8', punishment: 'warning', years: [{ cap: 'competent' }] },
        {
          id: 'row-duty',
          clause: 'N8',
          punishment: 'demerit',
          linkedToDuty: true,
          years: [{ force: 'incompetent' }, { outcome: 'comment_only' }],
        },
        {
          id: 'row-demerit',
          clause: 'N8',
          punishment: 'demerit',
          linkedToDuty: false,
          years: [{ outcome: 'comment_only' }],
        },
      ],
    },
    dimensions: Array.from({ length: count }, (_, at) => dimension(dice, `d${at}`, shares[at] ?? '0')),
    ...(dice.chance(80)
      ? {
          survey: {
            id: 'survey',
            clause: 'C3',
            minValid: 5,
            minOrdinaryShare: '0.7',
            satisfiedFrom: 4,
            scaleMax: 5,
            extensions: 1,
            extendWorkingDays: 3,
            ...(dice.chance(50) ? { fallbackRole: 'panel' } : {}),
            ...(seed % 2 === 0 ? { uncertain: 'to_people' as const } : {}),
            ...(seed % 3 === 0 ? { assistedMaxShare: '0.3' } : {}),
          },
        }
      : {}),
    compositeRounding: dice.chance(50)
      ? 'none'
      : { places: dice.below(3), mode: dice.pick(['half_up', 'floor']) },
    dualPosts: { id: 'dual-posts', clause: 'Art 39', combine: dice.pick(['mean', 'lower', 'to_people']) },
    vetoes: vetoes(dice),
    quota: quota(dice),
  });
}
