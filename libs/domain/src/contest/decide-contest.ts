import { evaluateUnit } from '../evaluate/evaluate-unit.js';
import type { DifferingStep } from '../evaluate/diff-evaluations.js';
import type { Decision, Evaluation, PersonEvaluation } from '../evaluate/evaluation.js';
import type { UnitCase } from '../evaluate/unit-case.js';
import { Refusal } from '../refusal.js';
import type { Rulebook } from '../rulebook/schema/rulebook.js';
import { correctedCase, type Correction } from './corrections.js';
import { differingSteps } from './differing-steps.js';
import { isLower, isWorse } from './never-worse.js';

export type ContestedCase = {
  /** Everyone of the unit, and of the pool it shares seats with, on the evidence that counts today. */
  readonly unitCase: UnitCase;
  readonly personId: string;
  /** The result that is contested. */
  readonly standing: PersonEvaluation;
  readonly corrections: readonly Correction[];
};

/** Somebody else whose result would be another one if the whole list were made again. Nothing happens to them. */
export type Touched = {
  readonly id: string;
  readonly unit: string;
  readonly before: Decision;
  readonly recomputed: Decision;
  /** `kept`: would fall behind the line and keeps what they have; `may_rise`: would do better, for people to look at. */
  readonly effect: 'kept' | 'may_rise' | 'same_standing';
};

export type ContestedResult = {
  readonly before: PersonEvaluation;
  /** What the corrected evidence comes to. */
  readonly recomputed: PersonEvaluation;
  /** What holds from now on: the recomputed result, or the one before where that would be worse. */
  readonly after: PersonEvaluation;
  readonly spared: boolean;
  readonly changed: boolean;
  readonly steps: readonly DifferingStep[];
  readonly touched: readonly Touched[];
  /** Seats of the contestant's unit, and how many more people hold one once nobody is taken theirs. */
  readonly seats: { readonly seats: number; readonly held: number; readonly over: number };
};

/**
 * What a contest comes to on corrected evidence: the whole unit is evaluated again, the contestant is never worse off
 * than before, and nobody else's result is touched; who would have been is listed. Pure: a trial and the decision come
 * to the same. Refuses `CORRECTIONS_MISSING`, `CORRECTION_UNKNOWN`, `CASE_INVALID` (a correction off its scale).
 */
export function decideContest(rulebook: Rulebook, contested: ContestedCase, hash?: string): ContestedResult {
  const { unitCase, personId, standing: before, corrections } = contested;
  const sealed = unitCase.appraisees.find(({ id }) => id === personId);
  if (sealed === undefined) throw new Refusal('NOT_FOUND', 'There is no such appraisee in this unit.');
  const person = correctedCase(sealed, corrections);
  const options = hash === undefined ? {} : { hash };
  const baseline = evaluateUnit(rulebook, unitCase, { ...options, derivations: false });
  const again = evaluateUnit(
    rulebook,
    {
      ...unitCase,
      appraisees: unitCase.appraisees.map((one) => (one.id === personId ? person : one)),
    },
    options,
  );
  const recomputed = personIn(again, personId);
  const spared = isWorse(rulebook, before, recomputed);
  const after = spared ? before : recomputed;
  return {
    before,
    recomputed,
    after,
    spared,
    changed: !spared && differs(before, recomputed),
    steps: stepsBetween(before, recomputed),
    touched: touchedBy(rulebook, baseline, again, personId),
    seats: seatsHeld(rulebook, baseline, again, after),
  };
}

function personIn({ people }: Evaluation, personId: string): PersonEvaluation {
  const found = people.find(({ id }) => id === personId);
  if (found === undefined) throw new Refusal('NOT_FOUND', 'There is no such appraisee in this unit.');
  return found;
}

function differs(before: PersonEvaluation, after: PersonEvaluation): boolean {
  return (
    before.final.grade !== after.final.grade ||
    before.final.status !== after.final.status ||
    before.composite !== after.composite ||
    stepsBetween(before, after).length > 0
  );
}

function stepsBetween(before: PersonEvaluation, after: PersonEvaluation): readonly DifferingStep[] {
  if (before.derivation === undefined || after.derivation === undefined) return [];
  return differingSteps(before.derivation, after.derivation);
}

function touchedBy(
  rulebook: Rulebook,
  baseline: Evaluation,
  again: Evaluation,
  personId: string,
): readonly Touched[] {
  const recomputed = new Map(again.people.map((person) => [person.id, person.final]));
  return baseline.people.flatMap(({ id, unit, final }): readonly Touched[] => {
    const other = recomputed.get(id);
    if (id === personId || other === undefined) return [];
    if (other.status === final.status && other.grade === final.grade) return [];
    const effect = isLower(rulebook, final, other)
      ? 'kept'
      : isLower(rulebook, other, final)
        ? 'may_rise'
        : 'same_standing';
    return [{ id, unit, before: final, recomputed: other, effect }];
  });
}

function seatsHeld(
  { quota }: Rulebook,
  baseline: Evaluation,
  again: Evaluation,
  after: PersonEvaluation,
): ContestedResult['seats'] {
  const holds = ({ grade }: Decision) => grade !== null && quota.grades.includes(grade);
  const others = baseline.people.filter(({ id, unit }) => unit === after.unit && id !== after.id);
  const held = others.filter(({ final }) => holds(final)).length + (holds(after.final) ? 1 : 0);
  const seats = again.quota.find(({ unit }) => unit === after.unit)?.seats ?? 0;
  return { seats, held, over: Math.max(0, held - seats) };
}
