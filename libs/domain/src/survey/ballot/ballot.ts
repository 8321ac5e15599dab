import type { Question } from '../questionnaire/questionnaire.js';

/** The value of a scale, the id of one choice, or the ids of several in the order of the questionnaire. */
export type Answer = number | string | readonly string[];
export type Answers = Readonly<Record<string, Answer>>;

/**
 * What a resident answered. `people` holds only those they rated, by appraisal id; questions not answered are
 * absent. Nothing in it says who or when.
 */
export type Ballot = {
  readonly community: Answers;
  readonly people: Readonly<Record<string, Answers>>;
  readonly comment?: string;
};

/**
 * What a form held, not checked yet: all values of each field, by name. The names are `c.<question>`,
 * `p.<appraisal>.<question>` and `comment`.
 */
export type GivenBallot = ReadonlyMap<string, readonly string[]>;

export const COMMENT_FIELD = 'comment';

export function communityField(questionId: string): string {
  return `c.${questionId}`;
}

export function personField(appraisalId: string, questionId: string): string {
  return `p.${appraisalId}.${questionId}`;
}

/**
 * Whether a question can be answered so: a whole value on its scale, a choice it offers, or different choices,
 * at least one and no more than it allows. For the count, which opens ballots it did not check itself.
 */
export function isAnswerTo(question: Question, answer: unknown): boolean {
  switch (question.kind) {
    case 'scale':
      return Number.isInteger(answer) && Number(answer) >= 1 && Number(answer) <= question.labels.length;
    case 'single':
      return question.options.some(({ id }) => id === answer);
    case 'multiple': {
      if (!Array.isArray(answer) || answer.length === 0) return false;
      const offered = new Set<unknown>(question.options.map(({ id }) => id));
      return (
        answer.length <= (question.atMost ?? offered.size) &&
        new Set(answer).size === answer.length &&
        answer.every((id) => offered.has(id))
      );
    }
  }
}
