import type { Rulebook } from '../rulebook/schema/rulebook.js';
import type { QuotaPerson } from '../quota/quota-base.js';
import type { Ballots } from './ballot.js';
import { scoreComposite, type CompositeScore } from './composite.js';
import { disciplineEffect, type DisciplineEffect } from './discipline.js';
import { decideEligibility } from './eligibility.js';
import type { Decision } from './evaluation.js';
import { personFacts, type Facts } from './facts.js';
import { decideProvisional } from './provisional.js';
import { withScores } from './score-facts.js';
import { readSurvey, type SurveyReading } from './survey.js';
import { surveyUncertainty, type SurveyUncertainty } from './survey-uncertainty.js';
import type { AppraiseeCase, UnitCase } from './unit-case.js';
import { effectsThatSpeak, type SpokenEffect } from './veto.js';

/** Everything known of a person before the unit's seats are given. */
export type PersonStanding = {
  readonly person: AppraiseeCase;
  readonly facts: Facts; // with scores
  readonly eligibility: Decision;
  readonly discipline: DisciplineEffect | null;
  readonly effects: readonly SpokenEffect[];
  readonly scores: CompositeScore;
  readonly provisional: Decision;
  /** What the person's survey says, and how far chance reaches into the grade (null: not asked). */
  readonly reading: SurveyReading;
  readonly uncertainty: SurveyUncertainty | null;
};

/**
 * Eligibility, scores, vetoes and discipline, and the grade before the quota. Scores are also made for
 * people who get no grade: whoever is held needs them when the case closes.
 */
export function standingOf(
  rulebook: Rulebook,
  year: number,
  unit: UnitCase['units'][number],
  person: AppraiseeCase,
  ballots: Ballots,
): PersonStanding {
  const before = personFacts(rulebook, person, unit, year);
  const eligibility = decideEligibility(rulebook, before, person);
  const discipline = disciplineEffect(rulebook, person.punishments, year);
  const decide = (reading: SurveyReading) => {
    const scores = scoreComposite({ rulebook, person, ballots, facts: before, reading });
    const facts = withScores(before, scores, person.survey, reading);
    const effects = effectsThatSpeak(rulebook, facts, discipline);
    const provisional = decideProvisional(rulebook, eligibility, effects, scores.composite);
    return { scores, facts, effects, provisional };
  };
  const reading = readSurvey(rulebook.survey, person.survey);
  const decided = decide(reading);
  const uncertainty = surveyUncertainty(
    rulebook.survey,
    person.survey,
    reading,
    decided.provisional,
    (rate) => decide({ valid: true, rate }).provisional,
  );
  return { person, eligibility, discipline, reading, uncertainty, ...decided };
}

/** What the quota needs of a person; an undecided grade still counts as graded in the base. */
export function quotaPersonOf({ person, facts, provisional }: PersonStanding): QuotaPerson {
  const outcome = provisional.status === 'undecided' ? 'graded' : provisional.status;
  return { id: person.id, lot: person.lot, unit: person.unit, outcome, grade: provisional.grade, facts };
}
