import type { Rulebook } from '../rulebook/schema/rulebook.js';
import { diffEvaluations, type PersonDifference, type QuotaDifference } from './diff-evaluations.js';
import { evaluateUnit } from './evaluate-unit.js';
import type { Evaluation } from './evaluation.js';
import type { UnitCase } from './unit-case.js';

/** A rulebook with its content hash. */
export type Ruled = { readonly rulebook: Rulebook; readonly hash: string };
export type WhatIf = {
  /** Who of the unit would be graded otherwise, each with the first step that differs. */
  readonly graded: readonly PersonDifference[];
  /** How many of the unit keep their grade by another score or reason. */
  readonly scored: number;
  /** How many would be graded otherwise in units that share its seats. */
  readonly elsewhere: number;
  readonly people: number;
  /** How many of the unit have which result, best first, then those without a grade. */
  readonly results: readonly { readonly result: string; readonly before: number; readonly after: number }[];
  readonly quota: readonly QuotaDifference[];
};

/**
 * What a unit's people would be graded under another rulebook, on the same evidence. The case holds every unit the
 * seats are shared with. Refuses `CASE_INVALID` where one of the rulebooks cannot read it. Derivations are made for
 * those alone whose grade changes, so a large unit costs little more than four plain evaluations.
 */
export function whatIf(unitCase: UnitCase, unitId: string, before: Ruled, after: Ruled): WhatIf {
  const under = ({ rulebook, hash }: Ruled, derivations: boolean | ReadonlySet<string>): Evaluation =>
    evaluateUnit(rulebook, unitCase, { hash, derivations });
  const [plainBefore, plainAfter] = [under(before, false), under(after, false)];
  const plain = diffEvaluations(plainBefore, plainAfter);
  const own = new Set(plain.graded.filter(({ unit }) => unit === unitId).map(({ id }) => id));
  const graded =
    own.size === 0
      ? []
      : diffEvaluations(under(before, own), under(after, own)).graded.filter(({ id }) => own.has(id));
  return {
    graded,
    scored: plain.scored.filter(({ unit }) => unit === unitId).length,
    elsewhere: plain.graded.length - own.size,
    people: plainBefore.people.filter(({ unit }) => unit === unitId).length,
    results: counted(before.rulebook, unitId, plainBefore, plainAfter),
    quota: plain.quota.filter(({ unit }) => unit === unitId),
  };
}

function counted(
  { grades }: Rulebook,
  unitId: string,
  before: Evaluation,
  after: Evaluation,
): WhatIf['results'] {
  const count = ({ people }: Evaluation, result: string): number =>
    people.filter(({ unit, final }) => unit === unitId && (final.grade ?? final.status) === result).length;
  const all = [...grades.map(({ code }) => code), 'comment_only', 'ungraded', 'held', 'undecided'];
  return all
    .map((result) => ({ result, before: count(before, result), after: count(after, result) }))
    .filter((row) => row.before + row.after > 0);
}
