import {
  unitCaseSchema,
  type Columns,
  type CompiledScoring,
  type Rulebook,
  type Slot,
  type UnitCase,
} from '@kaoji/domain';
import { diceOf, dimensionWith, partWith, quotaWith, raterWith, rulebookWith } from '@kaoji/domain/testing';

export const SUPERVISORS = 3;
export const PEERS = 7;
export const PEOPLE_PER_UNIT = 200;
const YEAR = 2025;
const SEED = 'engine-bench';

/** Ten indicators in three dimensions, each marked by 3 supervisors (60 %) and 7 peers (40 %, one high and one low dropped). */
export function benchRulebook(): Rulebook {
  const indicator = (id: string, weight: string) =>
    partWith(id, weight, {
      source: {
        kind: 'marks',
        max: '100',
        raters: [
          raterWith('supervisor', '60'),
          raterWith('peer', '40', { trim: { dropHighest: 1, dropLowest: 1, whenMoreThan: 5 } }),
        ],
      },
    });
  const indicators = (id: string, weights: string[]) =>
    weights.map((weight, at) => indicator(`${id}-${at}`, weight));
  return rulebookWith({
    dimensions: [
      dimensionWith('political', '30', indicators('political', ['50', '50'])),
      dimensionWith('results', '40', indicators('results', ['25', '20', '20', '15', '10', '10'])),
      dimensionWith('satisfaction', '30', indicators('satisfaction', ['70', '30'])),
    ],
    vetoes: [
      {
        id: 'satisfaction-floor',
        clause: 'C1',
        when: { fact: 'score.satisfaction', op: 'lt', value: '60' },
        effect: { force: 'incompetent' },
      },
    ],
    quota: quotaWith(),
  });
}

function slotOf(count: number, perPerson: number, markOf: (person: number) => number): Slot {
  const marks = new Int32Array(count * perPerson);
  const offsets = new Uint32Array(count + 1);
  for (let person = 0; person < count; person += 1) {
    for (let at = 0; at < perPerson; at += 1) marks[person * perPerson + at] = markOf(person);
    offsets[person + 1] = (person + 1) * perPerson;
  }
  return { marks, offsets, scale: 1 };
}

/** A seeded year of `count` people in units of 200: good people and bad ones, raters who differ by a few points. */
export function benchYear(compiled: CompiledScoring, count: number, seed: number): Columns {
  const dice = diceOf(seed);
  const level = Uint8Array.from({ length: count }, () => 56 + dice.below(46));
  const markOf = (person: number) => Math.max(0, Math.min(100, (level[person] ?? 0) - 6 + dice.below(13)));
  const unitCount = Math.ceil(count / PEOPLE_PER_UNIT);
  const nothing = new Map();
  return {
    seed: SEED,
    units: Array.from({ length: unitCount }, (_, at) => ({ id: `u${at}`, facts: nothing })),
    ids: Array.from({ length: count }, (_, at) => `p${at}`),
    unitOf: Int32Array.from({ length: count }, (_, at) => Math.floor(at / PEOPLE_PER_UNIT)),
    rowPost: new Uint8Array(count),
    secondRow: new Int32Array(count).fill(-1),
    slots: compiled.slots.map(({ role }) => slotOf(count, role === 'peer' ? PEERS : SUPERVISORS, markOf)),
    survey: null,
    points: compiled.rulebook.dimensions.map(() => null),
    ruleSetOf: new Uint32Array(count),
    ruleSets: [
      {
        eligibility: 'graded',
        effects: compiled.rulebook.vetoes.map(({ when, effect }) => ({ when, effect })),
        countedElsewhere: false,
        refused: false,
      },
    ],
    factsOf: () => nothing,
  };
}

/** The same first `count` people as a case, for the engine that explains itself. */
export function caseOfYear(compiled: CompiledScoring, columns: Columns, count: number): UnitCase {
  return unitCaseSchema.parse({
    format: 'kaoji-case/1',
    year: YEAR,
    seed: SEED,
    units: columns.units.slice(0, Math.ceil(count / PEOPLE_PER_UNIT)).map(({ id }) => ({ id })),
    appraisees: columns.ids.slice(0, count).map((id, person) => ({
      id,
      unit: columns.units[columns.unitOf[person] ?? 0]?.id ?? '',
      posts: ['worker'],
      category: 'dedicated_staff',
      marks: columns.slots.flatMap(({ marks, offsets }, at) => {
        const { part, role } = compiled.slots[at] ?? { part: '', role: '' };
        return [...marks.subarray(offsets[person], offsets[person + 1])].map((value, rater) => ({
          part,
          role: role ?? '',
          rater: `r${rater}`,
          value,
        }));
      }),
    })),
  });
}
