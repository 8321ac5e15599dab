/** Every question is answered on this scale; 5 is best (很满意), 1 is worst (很不满意). */
export const SCALE = { min: 1, max: 5 } as const;
export const COMMENT_MAX = 500; // characters as a browser's maxlength counts them

/** What a resident answered. `workers` holds only the people they know. Nothing in it says who or when. */
export type SurveyAnswers = {
  readonly overall: number;
  readonly workers: Readonly<Record<string, number>>;
  readonly comment?: string;
};

/** What came in, not checked yet: null is an answer not given, any text may be nonsense. */
export type GivenAnswers = {
  readonly overall: string | null;
  readonly workers: ReadonlyMap<string, string>;
  readonly comment: string | null;
};

export type AnswerProblem =
  | { readonly field: 'overall'; readonly code: 'ANSWER_MISSING' | 'ANSWER_OUT_OF_SCALE' }
  | { readonly field: 'worker'; readonly appraisalId: string; readonly code: 'ANSWER_OUT_OF_SCALE' }
  | { readonly field: 'comment'; readonly code: 'COMMENT_TOO_LONG' };

export type CheckedAnswers =
  | { readonly ok: true; readonly answers: SurveyAnswers }
  | { readonly ok: false; readonly problems: readonly AnswerProblem[] };

/**
 * Checks what came in against the people on the questionnaire. The overall question must be answered with 1
 * to 5; people may be skipped. An answer about somebody who is not (or no longer) on it is left out: the
 * resident saw an older page and loses nothing else. Refuses with every problem at once, in page order.
 */
export function checkAnswers(given: GivenAnswers, appraisalIds: readonly string[]): CheckedAnswers {
  const problems: AnswerProblem[] = [];
  const overall = given.overall ?? '';
  if (overall === '') problems.push({ field: 'overall', code: 'ANSWER_MISSING' });
  else if (!isOnScale(overall)) problems.push({ field: 'overall', code: 'ANSWER_OUT_OF_SCALE' });

  const workers: [string, number][] = [];
  for (const appraisalId of [...appraisalIds].sort()) {
    const answer = given.workers.get(appraisalId) ?? '';
    if (answer === '') continue;
    if (isOnScale(answer)) workers.push([appraisalId, Number(answer)]);
    else problems.push({ field: 'worker', appraisalId, code: 'ANSWER_OUT_OF_SCALE' });
  }

  const comment = cleanComment(given.comment ?? '');
  if (comment.length > COMMENT_MAX) problems.push({ field: 'comment', code: 'COMMENT_TOO_LONG' });

  if (problems.length > 0) return { ok: false, problems };
  const answers = { overall: Number(overall), workers: Object.fromEntries(workers) };
  return { ok: true, answers: comment === '' ? answers : { ...answers, comment } };
}

function isOnScale(text: string): boolean {
  return /^[1-5]$/.test(text);
}

// Control characters, lone surrogates, and the marks that turn the direction of whatever stands beside them.
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** Line ends as one character, as `maxlength` counts them; nothing unprintable; no blanks at the ends. */
function cleanComment(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(UNPRINTABLE, (character) => (character === '\n' ? '\n' : ''))
    .trim();
}
