import { exact, formatExact, isExactText, parseExact } from '../../exact/exact.js';
import type { Comparison, Condition } from '../../rulebook/schema/condition.js';
import { holds } from '../condition.js';
import type { Facts, FactValue } from '../facts.js';
import type { Columns } from './columns.js';
import { compareWithLine, exactAt, isNumber, lineOf, type NumberColumn } from './number-column.js';
import type { Settled } from './rule-set.js';
import { surveyIsValid } from './score-cells.js';
import type { ColumnScores } from './score-rows.js';
import type { CompiledScoring } from './scoring-plan.js';

export type Predicate = (person: number) => boolean;

export type ScoreReader = {
  readonly compiled: CompiledScoring;
  readonly columns: Columns;
  readonly scores: ColumnScores;
};

function columnOf({ compiled, scores }: ScoreReader, fact: string): NumberColumn | undefined {
  if (fact === 'composite') return scores.composite;
  const at = compiled.rulebook.dimensions.findIndex(({ id }) => `score.${id}` === fact);
  return scores.dimensions[at];
}

/** A score as `withScores` would state it; undefined while it is not known. */
export function scoredFact(reader: ScoreReader, fact: string, person: number): FactValue | undefined {
  const column = columnOf(reader, fact);
  if (column !== undefined) {
    const value = exactAt(column, person);
    return value === null ? undefined : formatExact(value);
  }
  const { survey } = reader.columns;
  const valid = survey?.valid[person] ?? -1;
  if (survey === null || valid < 0) return undefined;
  if (fact === 'survey_valid_count') return String(valid);
  const isValid = surveyIsValid(survey, person, reader.scores.bound.survey);
  if (fact === 'survey_is_valid') return isValid;
  if (fact !== 'satisfaction_rate' || !isValid) return undefined;
  return formatExact(exact(BigInt(survey.satisfied[person] ?? 0), BigInt(valid)));
}

/** What is known of a person with the scores added, for rules that need it all. */
export function factsWithScores(reader: ScoreReader, person: number): Facts {
  const names = ['composite', 'satisfaction_rate', 'survey_valid_count', 'survey_is_valid'];
  const dimensions = reader.compiled.rulebook.dimensions.map(({ id }) => `score.${id}`);
  const known = [...names, ...dimensions].flatMap((fact): [string, FactValue][] => {
    const value = scoredFact(reader, fact, person);
    return value === undefined ? [] : [[fact, value]];
  });
  return new Map([...reader.columns.factsOf(person), ...known]);
}

const ORDERS: Partial<Record<Comparison['op'], (order: number) => boolean>> = {
  lt: (order) => order < 0,
  le: (order) => order <= 0,
  ge: (order) => order >= 0,
  gt: (order) => order > 0,
};

function comparison(reader: ScoreReader, condition: Comparison): Predicate {
  const { fact, op, value } = condition;
  const fits = ORDERS[op];
  const text = String(value);
  if (fits === undefined || Array.isArray(value) || !isExactText(text)) {
    return (person) => {
      const known = scoredFact(reader, fact, person);
      return holds(condition, new Map(known === undefined ? [] : [[fact, known]]));
    };
  }
  const line = lineOf(parseExact(text));
  const column = columnOf(reader, fact);
  if (column !== undefined)
    return (person) => isNumber(column, person) && fits(compareWithLine(column, person, line));
  const { survey } = reader.columns;
  const rule = reader.scores.bound.survey;
  if (fact !== 'satisfaction_rate' || survey === null) {
    return (person) => holds(condition, factsWithScores(reader, person));
  }
  return (person) =>
    surveyIsValid(survey, person, rule) &&
    fits((survey.satisfied[person] ?? 0) * line.d - line.n * (survey.valid[person] ?? 0));
}

/** A condition over scores as a function of the person; the others are settled already. */
export function predicateOf(reader: ScoreReader, condition: Settled): Predicate {
  if (typeof condition === 'boolean') return () => condition;
  const build = (inner: Condition): Predicate => {
    if ('not' in inner) {
      const negated = build(inner.not);
      return (person) => !negated(person);
    }
    if ('all' in inner) {
      const all = inner.all.map(build);
      return (person) => all.every((each) => each(person));
    }
    if ('any' in inner) {
      const any = inner.any.map(build);
      return (person) => any.some((each) => each(person));
    }
    return comparison(reader, inner);
  };
  return build(condition);
}
