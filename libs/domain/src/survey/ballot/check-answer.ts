import type { Question } from '../questionnaire/questionnaire.js';
import type { Answer } from './ballot.js';

/** `ANSWERS_TOO_MANY`: more choices than the question's `atMost`. */
export type AnswerProblemCode = 'ANSWER_MISSING' | 'ANSWER_NOT_OFFERED' | 'ANSWERS_TOO_MANY';

/** `answer` null: not answered, and it need not be. */
export type CheckedAnswer =
  | { readonly ok: true; readonly answer: Answer | null }
  | { readonly ok: false; readonly code: AnswerProblemCode };

const fault = (code: AnswerProblemCode): CheckedAnswer => ({ ok: false, code });

/**
 * Reads the values of one field. Exactly the digits or ids the page offers count, nothing near them. Empty
 * values are answers not given; where one answer is asked for, two are none.
 */
export function checkAnswer(question: Question, values: readonly string[], required: boolean): CheckedAnswer {
  const filled = values.filter((value) => value !== '');
  if (filled.length === 0) return required ? fault('ANSWER_MISSING') : { ok: true, answer: null };
  if (question.kind === 'multiple') return checkChoices(question, filled);
  const [value = ''] = values;
  const offered = question.kind === 'scale' ? scaleValues(question) : question.options.map(({ id }) => id);
  if (values.length > 1 || !offered.includes(value)) return fault('ANSWER_NOT_OFFERED');
  return { ok: true, answer: question.kind === 'scale' ? Number(value) : value };
}

function scaleValues(question: Extract<Question, { kind: 'scale' }>): readonly string[] {
  return question.labels.map((_label, index) => String(index + 1));
}

/** Kept in the order of the questionnaire: in which order somebody ticked boxes is nobody's business. */
function checkChoices(
  { options, atMost }: Extract<Question, { kind: 'multiple' }>,
  chosen: readonly string[],
): CheckedAnswer {
  const ids = options.map(({ id }) => id);
  const different = new Set(chosen);
  if (different.size < chosen.length || chosen.some((id) => !ids.includes(id))) {
    return fault('ANSWER_NOT_OFFERED');
  }
  if (chosen.length > (atMost ?? ids.length)) return fault('ANSWERS_TOO_MANY');
  return { ok: true, answer: ids.filter((id) => different.has(id)) };
}
