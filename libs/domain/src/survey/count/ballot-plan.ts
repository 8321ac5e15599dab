import { Refusal } from '../../refusal.js';
import type { SurveyRule } from '../../rulebook/schema/scoring.js';
import type { LocalText } from '../../rulebook/schema/text.js';
import type { Question, Questionnaire, ScaleQuestion } from '../questionnaire/questionnaire.js';

/** A question made ready for counting: `first` is its place among the counters, one per answer it offers. */
export type QuestionPlan = {
  readonly question: Question;
  readonly first: number;
  readonly values: readonly string[];
  readonly titles: readonly LocalText[];
  /** Of choices: the place of each among the answers; empty for a scale. */
  readonly places: ReadonlyMap<unknown, number>;
  readonly most: number; // choices one may make
};

/** What is counted where; a person's counters are those of the questions and then twelve of the rating. */
export type CountPlan = {
  readonly community: readonly QuestionPlan[];
  readonly appraisee: readonly QuestionPlan[]; // `first` within a person's counters
  readonly satisfaction: string; // the question whose value rates a person
  readonly satisfiedFrom: number;
  readonly rating: number; // where the rating's counters begin within a person's
  readonly perPerson: number;
  readonly personOf: ReadonlyMap<string, number>; // where a person's counters begin
  readonly counters: number;
  readonly commentMax: number | null; // null: no comment is asked for
};

/** Counters of a rating: stratum x (filled in by staff or not) x (satisfied or not). */
export const RATING_COUNTERS = 12;

function planQuestions(
  questions: readonly Question[],
  from: number,
): { readonly plans: readonly QuestionPlan[]; readonly end: number } {
  let end = from;
  const plans = questions.map((question): QuestionPlan => {
    const scale = question.kind === 'scale';
    const values = scale
      ? question.labels.map((_, at) => String(at + 1))
      : question.options.map(({ id }) => id);
    const titles = scale ? question.labels : question.options.map(({ title }) => title);
    const first = end;
    end += values.length + 1; // the last counts who answered
    return {
      question,
      first,
      values,
      titles,
      places: new Map(scale ? [] : values.map((value, at) => [value, at])),
      most: question.kind === 'multiple' ? (question.atMost ?? values.length) : 1,
    };
  });
  return { plans, end };
}

/** The question that rates a person. Refuses `SURVEY_SCALE_MISMATCH` when it is not on the rulebook's scale. */
export function satisfactionQuestion(
  questionnaire: Questionnaire,
  { scaleMax }: Pick<SurveyRule, 'scaleMax'>,
): ScaleQuestion {
  const found = questionnaire.appraisee.find(
    (question): question is ScaleQuestion => question.kind === 'scale' && question.satisfaction === true,
  );
  if (found?.labels.length !== scaleMax) {
    throw new Refusal(
      'SURVEY_SCALE_MISMATCH',
      `The questionnaire must rate people on the rulebook's scale of 1 to ${scaleMax}.`,
      { questionnaire: questionnaire.id, scaleMax, found: found?.labels.length ?? null },
    );
  }
  return found;
}

/** Lays out the counters of a campaign. Refuses as `satisfactionQuestion`. */
export function planCount(
  questionnaire: Questionnaire,
  appraisalIds: readonly string[],
  rule: Pick<SurveyRule, 'satisfiedFrom' | 'scaleMax'>,
): CountPlan {
  const community = planQuestions(questionnaire.community, 0);
  const appraisee = planQuestions(questionnaire.appraisee, 0);
  const perPerson = appraisee.end + RATING_COUNTERS;
  const people = [...new Set(appraisalIds)];
  return {
    community: community.plans,
    appraisee: appraisee.plans,
    satisfaction: satisfactionQuestion(questionnaire, rule).id,
    satisfiedFrom: rule.satisfiedFrom,
    rating: appraisee.end,
    perPerson,
    personOf: new Map(people.map((id, at) => [id, community.end + at * perPerson])),
    counters: community.end + people.length * perPerson,
    commentMax: questionnaire.comment?.maxLength ?? null,
  };
}
