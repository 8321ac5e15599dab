import type { Question, Questionnaire } from '../questionnaire/questionnaire.js';
import { COMMENT_FIELD, communityField, personField } from './ballot.js';
import type { Answer, Answers, Ballot, GivenBallot } from './ballot.js';
import { checkAnswer, type AnswerProblemCode } from './check-answer.js';
import { cleanComment } from './clean-comment.js';

/** What is wrong with one field of the form; `field` is its name. */
export type BallotProblem =
  | {
      readonly in: 'community';
      readonly field: string;
      readonly questionId: string;
      readonly code: AnswerProblemCode;
    }
  | {
      readonly in: 'appraisee';
      readonly field: string;
      readonly appraisalId: string;
      readonly questionId: string;
      readonly code: AnswerProblemCode;
    }
  | { readonly in: 'comment'; readonly field: typeof COMMENT_FIELD; readonly code: 'COMMENT_TOO_LONG' };

export type CheckedBallot =
  | { readonly ok: true; readonly ballot: Ballot }
  | { readonly ok: false; readonly problems: readonly BallotProblem[] };

/**
 * Checks what a form held against the questionnaire and the people on it, in the order of the page. People may
 * be skipped; of somebody who is rated at all, the required questions must be answered. Fields the page does
 * not have are left out, as of people who have left since: the resident saw an older page and loses nothing
 * else. Refuses with every problem at once, in page order.
 */
export function checkBallot(
  questionnaire: Questionnaire,
  appraisalIds: readonly string[],
  given: GivenBallot,
): CheckedBallot {
  const problems: BallotProblem[] = [];
  const community = checkBlock(questionnaire.community, {
    values: (id) => given.get(communityField(id)) ?? [],
    bound: true,
    fault: (id, code) => problems.push({ in: 'community', field: communityField(id), questionId: id, code }),
  });
  const people: [string, Answers][] = [];
  for (const appraisalId of new Set(appraisalIds)) {
    const values = (id: string) => given.get(personField(appraisalId, id)) ?? [];
    const answers = checkBlock(questionnaire.appraisee, {
      values,
      bound: questionnaire.appraisee.some(({ id }) => values(id).some((value) => value !== '')),
      fault: (id, code) =>
        problems.push({
          in: 'appraisee',
          field: personField(appraisalId, id),
          appraisalId,
          questionId: id,
          code,
        }),
    });
    if (Object.keys(answers).length > 0) people.push([appraisalId, answers]);
  }
  const comment = checkComment(questionnaire.comment, given);
  if (comment === null) problems.push({ in: 'comment', field: COMMENT_FIELD, code: 'COMMENT_TOO_LONG' });
  if (problems.length > 0) return { ok: false, problems };
  const ballot = { community, people: Object.fromEntries(people) };
  return { ok: true, ballot: comment ? { ...ballot, comment } : ballot };
}

type BlockReading = {
  readonly values: (questionId: string) => readonly string[];
  /** Whether required questions of the block must be answered. */
  readonly bound: boolean;
  readonly fault: (questionId: string, code: AnswerProblemCode) => void;
};

function checkBlock(questions: readonly Question[], { values, bound, fault }: BlockReading): Answers {
  const answers: [string, Answer][] = [];
  for (const question of questions) {
    const checked = checkAnswer(question, values(question.id), bound && question.required);
    if (!checked.ok) fault(question.id, checked.code);
    else if (checked.answer !== null) answers.push([question.id, checked.answer]);
  }
  return Object.fromEntries(answers);
}

/** The comment, cleaned; empty when there is none or none was asked for, null when it is too long. */
function checkComment(asked: Questionnaire['comment'], given: GivenBallot): string | null {
  if (asked === undefined) return '';
  const comment = cleanComment(given.get(COMMENT_FIELD)?.[0] ?? '');
  return comment.length > asked.maxLength ? null : comment;
}
