import { derivePerson } from '../derivation/derive-person.js';
import { formatExact } from '../exact/exact.js';
import type { QuotaOutcome, QuotaResult } from '../quota/solve-quota.js';
import type { Rulebook } from '../rulebook/schema/rulebook.js';
import { consequencesOf } from './consequences.js';
import type { PersonEvaluation, QuotaSheet } from './evaluation.js';
import { gradeAfterHold, seatsLeft, type LaterGrade } from './later-grade.js';
import { personFlags } from './person-flags.js';
import type { Score } from './score.js';
import { needsPeople } from './survey-uncertainty.js';
import { evaluateTerm } from './term.js';
import type { UnitCase } from './unit-case.js';

export type AfterHoldInput = {
  readonly closedCase: UnitCase;
  readonly personId: string;
  /** The sheet of the person's unit first, then those of the units it pools its seats with. */
  readonly sheets: readonly [QuotaSheet, ...QuotaSheet[]];
  /** Quota grades given later in this unit, before this one. */
  readonly givenLater: number;
};

/**
 * The whole evaluation of somebody graded after a hold (N6 Art 42), as `gradeAfterHold` decides it: scores,
 * consequences and the derivation. Refuses as `gradeAfterHold` does.
 */
export function evaluateAfterHold(rulebook: Rulebook, input: AfterHoldInput): PersonEvaluation {
  const { closedCase, personId, sheets, givenLater } = input;
  const [sheet] = sheets;
  const later = gradeAfterHold(rulebook, closedCase, personId, seatsLeft(sheet, givenLater));
  const { standing, provisional, final } = later;
  const { person, facts, scores, eligibility } = standing;
  const result = final.grade ?? final.status;
  return {
    id: person.id,
    unit: person.unit,
    eligibility,
    dimensions: Object.fromEntries(
      Object.entries(scores.dimensions).map(([dimension, score]) => [dimension, textOf(score)]),
    ),
    composite: textOf(scores.composite),
    provisional,
    final,
    line: null,
    flags: personFlags(rulebook, standing),
    needsPeople: needsPeople(standing.uncertainty),
    consequences: consequencesOf(rulebook, result, facts, person.earlier),
    term: evaluateTerm(rulebook, facts, result, person.earlier),
    derivation: derivePerson(rulebook, standing, laterQuota(personId, later, sheets, givenLater)),
  };
}

function textOf(score: Score): string | null {
  return score.kind === 'number' ? formatExact(score.value) : null;
}

/** The seats as the later grade finds them: those given stay given, and whoever comes now comes last. */
function laterQuota(
  personId: string,
  later: LaterGrade,
  sheets: AfterHoldInput['sheets'],
  givenLater: number,
): QuotaResult {
  const [sheet] = sheets;
  const outcome = outcomeOf(later, sheet, givenLater);
  return {
    sheets: sheets.map((one) => ({ ...one, toPeople: null })),
    outcomes: new Map(outcome === null ? [] : [[personId, outcome]]),
    lines: new Map(),
    conflicts: new Set(),
  };
}

function outcomeOf(
  { takesSeat, provisional, final }: LaterGrade,
  sheet: QuotaSheet,
  givenLater: number,
): QuotaOutcome | null {
  if (final.grade === null) return null;
  if (takesSeat) {
    return { kind: 'seat', rank: sheet.awarded.length + givenLater + 1, grade: final.grade };
  }
  return final === provisional ? null : { kind: 'displaced', rank: sheet.seats + 1, grade: final.grade };
}
