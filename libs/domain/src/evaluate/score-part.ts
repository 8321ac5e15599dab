import { HUNDRED, divideExact, multiplyExact, parseExact } from '../exact/exact.js';
import type { Exact } from '../exact/exact.js';
import type { Rulebook } from '../rulebook/schema/rulebook.js';
import type { Part } from '../rulebook/schema/scoring.js';
import type { Ballots, RoleMarks } from './ballot.js';
import type { FactValue } from './facts.js';
import { scoreRole, trimmedMean, type RoleScore } from './score-role.js';
import {
  NO_SCORE,
  combineWeighted,
  mapScore,
  missingToPeople,
  numberScore,
  type MissingRule,
  type Score,
} from './score.js';
import { titleOf } from './sheet.js';
import type { SurveyReading } from './survey.js';
import type { AppraiseeCase } from './unit-case.js';

/** How a part came to its number; one shape per kind of source, kept for the derivation. */
export type PartSource =
  | {
      readonly kind: 'marks';
      readonly max: Exact;
      readonly roles: readonly RoleScore[];
      readonly mean: Score;
    }
  | {
      readonly kind: 'survey';
      readonly reading: SurveyReading;
      readonly fallback: { readonly role: string; readonly marks: RoleMarks; readonly mean: Score } | null;
      /** The survey was held but gave no number, and nothing stands in for it. */
      readonly toPeople: boolean;
    }
  | { readonly kind: 'routine'; readonly values: readonly (readonly [period: string, value: Exact])[] }
  | { readonly kind: 'fact'; readonly fact: string; readonly value: Exact | null; readonly max: Exact };

/** A part's score from 0 to 100, and the rule that counts when there is none. */
export type PartScore = {
  readonly part: Part;
  readonly source: PartSource;
  readonly score: Score;
  readonly missing: MissingRule;
};

export type ScoringInput = {
  readonly rulebook: Rulebook;
  readonly person: AppraiseeCase;
  readonly ballots: Ballots;
  readonly facts: ReadonlyMap<string, FactValue>;
  /** What the person's survey says; scoring reads it from here and not from the counts. */
  readonly reading: SurveyReading;
};

function toHundred(score: Score, max: Exact): Score {
  return mapScore(score, (value) => multiplyExact(divideExact(value, max), HUNDRED));
}

function scoreMarks(
  input: ScoringInput,
  post: string,
  part: Part & { source: { kind: 'marks' } },
): PartScore {
  const { person, ballots } = input;
  const max = parseExact(part.source.max);
  const roles = part.source.raters.map((rater) =>
    scoreRole(rater, ballots.of(person.id, post, part.id, rater.role)),
  );
  const mean = combineWeighted(
    roles.map(({ rater, score }) => ({
      weight: parseExact(rater.weight),
      score,
      missing: rater.missing,
      rule: part.id,
      clause: part.clause ?? null,
      title: titleOf(part),
    })),
  );
  return {
    part,
    source: { kind: 'marks', max, roles, mean },
    score: toHundred(mean, max),
    missing: part.missing,
  };
}

function scoreSurvey(input: ScoringInput, post: string, part: Part): PartScore {
  const rule = input.rulebook.survey;
  const { reading } = input;
  if (reading.valid) {
    const score = numberScore(multiplyExact(reading.rate, HUNDRED));
    return {
      part,
      source: { kind: 'survey', reading, fallback: null, toPeople: false },
      score,
      missing: part.missing,
    };
  }
  const role = rule?.fallbackRole;
  const marks = role === undefined ? null : input.ballots.of(input.person.id, post, part.id, role);
  const mean = marks === null ? NO_SCORE : trimmedMean(marks.marks, 0, 0);
  // Nobody surveyed is a missing part; a survey that stayed too small is a matter for the panel or for people.
  const toPeople = mean.kind === 'none' && reading.reason !== 'no_survey';
  const score: Score = toPeople
    ? missingToPeople({
        rule: rule?.id ?? part.id,
        clause: rule?.clause ?? part.clause ?? null,
        title: titleOf(part),
      })
    : mean;
  return {
    part,
    source: {
      kind: 'survey',
      reading,
      fallback: role === undefined || marks === null ? null : { role, marks, mean },
      toPeople,
    },
    score,
    missing: part.missing,
  };
}

function scoreRoutine(input: ScoringInput, part: Part & { source: { kind: 'routine' } }): PartScore {
  const values = input.person.routine
    .map(({ period, value }) => [period, parseExact(value)] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const score =
    values.length < part.source.minPeriods
      ? NO_SCORE
      : trimmedMean(
          values.map(([, value]) => value),
          0,
          0,
        );
  return { part, source: { kind: 'routine', values }, score, missing: part.source.missing };
}

function scoreFact(input: ScoringInput, part: Part & { source: { kind: 'fact' } }): PartScore {
  const { fact } = part.source;
  const max = parseExact(part.source.max);
  const given = input.facts.get(fact);
  const value = given === undefined || typeof given === 'boolean' ? null : parseExact(String(given));
  const score = value === null ? NO_SCORE : toHundred(numberScore(value), max);
  return { part, source: { kind: 'fact', fact, value, max }, score, missing: part.missing };
}

/** A part's number from 0 to 100 by its source. Rounds nothing. */
export function scorePart(input: ScoringInput, post: string, part: Part): PartScore {
  const { source } = part;
  switch (source.kind) {
    case 'marks':
      return scoreMarks(input, post, { ...part, source });
    case 'survey':
      return scoreSurvey(input, post, part);
    case 'routine':
      return scoreRoutine(input, { ...part, source });
    case 'fact':
      return scoreFact(input, { ...part, source });
  }
}
