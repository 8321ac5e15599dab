import { isCountedElsewhere } from '../quota/quota-base.js';
import { gradeBelow } from '../quota/solve-quota.js';
import { Refusal } from '../refusal.js';
import type { LocalText } from '../rulebook/schema/text.js';
import type { Rulebook } from '../rulebook/schema/rulebook.js';
import { collectBallots } from './ballot.js';
import { checkCase } from './check-case.js';
import { quotaPersonOf, standingOf, type PersonStanding } from './evaluate-person.js';
import type { Decision, QuotaSheet } from './evaluation.js';
import type { UnitCase } from './unit-case.js';

export type LaterGrade = {
  readonly standing: PersonStanding;
  readonly provisional: Decision;
  readonly final: Decision;
  /** Whether this grade takes one of the seats left. */
  readonly takesSeat: boolean;
};

function noSeat(rulebook: Rulebook, grade: string): Decision {
  const name = rulebook.grades.find(({ code }) => code === grade)?.title;
  const why: LocalText = {
    zh: `补定档次时本单位已无名额，确定为${name?.zh ?? grade}`,
    en: `graded later with no seat left in the unit: the grade is ${name?.en ?? grade}`,
  };
  const { id, clause } = rulebook.quota;
  return { status: 'graded', grade, by: 'quota', rule: id, clause: clause ?? null, why };
}

/** How many seats of a unit's sheet nobody has: later grades may still use them. */
export function seatsLeft(sheet: QuotaSheet, givenLater = 0): number {
  return sheet.toPeople === null ? Math.max(0, sheet.seats - sheet.awarded.length - givenLater) : 0;
}

/**
 * Grades one held person after the case has closed (N6 Art 42). `closedCase` is the unit's sealed case with
 * this person's facts as they now stand (no longer under investigation) and the punishment, if any: without
 * one, or with a mere warning, the discipline table leaves a grade; otherwise it says what follows. A quota
 * grade is given only while the unit's sheet has a seat left (`seats`, see `seatsLeft`); nobody loses a seat for it.
 * Whoever is still held comes back with the hold as the final decision. Refuses `CASE_INVALID` and
 * `APPRAISEE_UNKNOWN`.
 */
export function gradeAfterHold(
  rulebook: Rulebook,
  closedCase: UnitCase,
  personId: string,
  seats: number,
): LaterGrade {
  checkCase(rulebook, closedCase);
  const person = closedCase.appraisees.find(({ id }) => id === personId);
  const unit = closedCase.units.find(({ id }) => id === person?.unit);
  if (person === undefined || unit === undefined) {
    throw new Refusal('APPRAISEE_UNKNOWN', `The case has no appraisee ${personId}`, { appraisee: personId });
  }
  const ballots = collectBallots(rulebook, closedCase);
  const standing = standingOf(rulebook, closedCase.year, unit, person, ballots);
  const { provisional } = standing;
  const { quota } = rulebook;
  const wantsSeat = provisional.grade !== null && quota.grades.includes(provisional.grade);
  if (!wantsSeat || isCountedElsewhere(quota, quotaPersonOf(standing)))
    return { standing, provisional, final: provisional, takesSeat: false };
  if (seats > 0) return { standing, provisional, final: provisional, takesSeat: true };
  const final = noSeat(rulebook, gradeBelow(rulebook.grades, quota));
  return { standing, provisional, final, takesSeat: false };
}
