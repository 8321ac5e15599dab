import { exact, multiplyExact, parseExact, type Exact } from '../../exact/exact.js';
import { adjustmentsOf } from '../adjustments.js';
import { collectBallots, type Ballots } from '../ballot.js';
import { decideEligibility } from '../eligibility.js';
import { disciplineEffect } from '../discipline.js';
import type { EligibilityOutcome } from '../evaluation.js';
import { personFacts, unitFacts, type Facts } from '../facts.js';
import type { AppraiseeCase, UnitCase } from '../unit-case.js';
import type { Columns, PointColumns, Slot } from './columns.js';
import { ruleSetOf, type RuleSet } from './rule-set.js';
import type { CompiledScoring, PartPlan, SlotPlan } from './scoring-plan.js';

type Row = { readonly person: AppraiseeCase; readonly post: string; readonly facts: Facts };

/** A slot from the marks of every row, over the smallest power of ten that makes them whole. */
function slotFrom(rows: readonly (readonly Exact[])[]): Slot {
  const places = (d: bigint): number => {
    let power = 0;
    for (let ten = 1n; ten % d !== 0n; ten *= 10n) power += 1;
    return power;
  };
  const all = rows.flat();
  const scale = 10 ** all.reduce((most, { d }) => Math.max(most, places(d)), 0);
  const offsets = new Uint32Array(rows.length + 1);
  for (const [at, marks] of rows.entries()) offsets[at + 1] = (offsets[at] ?? 0) + marks.length;
  const whole = all.map((mark) => Number(multiplyExact(mark, exact(BigInt(scale))).n));
  if (whole.some((mark) => mark > 2 ** 31 - 1))
    throw new RangeError('a mark has too many decimals for columns');
  return { marks: Int32Array.from(whole), offsets, scale };
}

function marksOf(
  { person, post, facts }: Row,
  ballots: Ballots,
  { part }: PartPlan,
  slot: SlotPlan,
): readonly Exact[] {
  const { source } = part;
  if (source.kind === 'routine') return person.routine.map(({ value }) => parseExact(value));
  if (source.kind === 'fact') {
    const value = facts.get(source.fact);
    return value === undefined || typeof value === 'boolean' ? [] : [parseExact(String(value))];
  }
  return slot.role === null ? [] : ballots.of(person.id, post, part.id, slot.role).marks;
}

function slotsFor(compiled: CompiledScoring, rows: readonly Row[], ballots: Ballots): Slot[] {
  const marks: (readonly Exact[])[][] = compiled.slots.map(() => rows.map(() => []));
  const plans = new Map(compiled.posts.map((plan) => [plan.post, plan]));
  for (const [at, row] of rows.entries()) {
    for (const { parts } of plans.get(row.post)?.dimensions ?? []) {
      for (const part of parts) {
        for (const slot of part.slots) {
          const column = marks[slot.slot];
          if (column !== undefined) column[at] = marksOf(row, ballots, part, slot);
        }
      }
    }
  }
  return marks.map(slotFrom);
}

function pointsFor(compiled: CompiledScoring, people: readonly AppraiseeCase[]): (PointColumns | null)[] {
  return (compiled.posts[0]?.dimensions ?? []).map(({ dimension, pointScale }) => {
    if (dimension.adjustments.length === 0) return null;
    const scaled = (points: Exact) => Number(multiplyExact(points, exact(BigInt(pointScale))).n);
    const all = people.map((person) => adjustmentsOf(dimension, person));
    return {
      bonus: Int32Array.from(all.map(({ items, bonus }) => (items.length === 0 ? -1 : scaled(bonus)))),
      deduction: Int32Array.from(all.map(({ deduction }) => scaled(deduction))),
    };
  });
}

/**
 * The columns of a case that has passed `checkCase`. Throws RangeError where a mark has more decimals than
 * 32 bits hold; `evaluateUnit` takes such a case.
 */
export function columnsOf(compiled: CompiledScoring, unitCase: UnitCase): Columns {
  const { rulebook } = compiled;
  const people = unitCase.appraisees;
  const unitAt = new Map(unitCase.units.map((unit, at) => [unit.id, at]));
  const facts = people.map((person) => {
    const unit = unitCase.units[unitAt.get(person.unit) ?? -1];
    if (unit === undefined) throw new Error(`unit not in the case: ${person.unit}`);
    return personFacts(rulebook, person, unit, unitCase.year);
  });
  const known = new Map<string, number>();
  const ruleSets: RuleSet[] = [];
  const ruleSetAt = people.map((person, at) => {
    const before = facts[at] ?? new Map();
    const outcome = decideEligibility(rulebook, before, person).status as EligibilityOutcome;
    const set = ruleSetOf(
      rulebook,
      before,
      outcome,
      disciplineEffect(rulebook, person.punishments, unitCase.year),
    );
    const key = JSON.stringify(set);
    const found = known.get(key) ?? ruleSets.push(set) - 1;
    known.set(key, found);
    return found;
  });
  const first = people.map((person, at): Row => ({
    person,
    post: person.posts[0] ?? '',
    facts: facts[at] ?? new Map(),
  }));
  const second = first
    .filter(({ person }) => person.posts.length > 1)
    .map((row) => ({ ...row, post: row.person.posts[1] ?? '' }));
  const rows = [...first, ...second];
  const secondAt = new Map(second.map(({ person }, at) => [person.id, people.length + at]));
  const surveyed = (count: (person: AppraiseeCase) => number) => Int32Array.from(people.map(count));
  return {
    seed: unitCase.seed,
    units: unitCase.units.map((unit) => ({ ...unit, facts: unitFacts(rulebook, unit, unitCase.year) })),
    ids: people.map(({ id }) => id),
    lots: people.map(({ lot }) => lot),
    unitOf: Int32Array.from(people.map(({ unit }) => unitAt.get(unit) ?? -1)),
    rowPost: Uint8Array.from(rows.map(({ post }) => compiled.posts.findIndex((plan) => plan.post === post))),
    secondRow: Int32Array.from(people.map(({ id }) => secondAt.get(id) ?? -1)),
    slots: slotsFor(compiled, rows, collectBallots(rulebook, unitCase)),
    survey: {
      valid: surveyed(({ survey }) => survey?.valid ?? -1),
      satisfied: surveyed(({ survey }) => survey?.satisfied ?? 0),
      ordinary: surveyed(({ survey }) => survey?.ordinary ?? 0),
      assisted: surveyed(({ survey }) => survey?.assisted ?? 0),
    },
    points: pointsFor(compiled, people),
    ruleSetOf: Uint32Array.from(ruleSetAt),
    ruleSets,
    factsOf: (person) => facts[person] ?? new Map(),
  };
}
