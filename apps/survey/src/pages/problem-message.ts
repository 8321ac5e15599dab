import type { Sheet } from '@kaoji/application';
import type { BallotProblem, Question } from '@kaoji/domain';
import { firstControlOf } from './choice-question.js';
import type { Language } from './language.js';
import type { Asked, Screen } from './layout.js';
import type { Markup } from './markup.js';
import { markup } from './markup.js';
import type { Texts } from './texts.js';
import { TEXTS } from './texts.js';

/** What is wrong with one answer, in words. */
export function problemMessage(problem: BallotProblem, question: Question, texts: Texts): string {
  switch (problem.code) {
    case 'ANSWER_MISSING':
      return texts.answerMissing;
    case 'ANSWER_NOT_OFFERED':
      return texts.answerNotOffered;
    case 'ANSWERS_TOO_MANY':
      return texts.answersTooMany(question.kind === 'multiple' ? (question.atMost ?? 0) : 1);
    case 'COMMENT_TOO_LONG':
      return texts.commentTooLong(0);
  }
}

/** The list of what is wrong on a screen; each item leads to the answer it is about. */
export function problemSummary(parts: {
  readonly language: Language;
  readonly sheet: Sheet;
  readonly screen: Screen;
  readonly problems: readonly BallotProblem[];
}): Markup | null {
  const texts = TEXTS[parts.language];
  const items = parts.screen.flatMap((block) => {
    if (block.kind === 'comment') {
      const wrong = parts.problems.some(({ field }) => field === 'comment');
      const message = texts.commentTooLong(block.comment.maxLength);
      return wrong ? [markup`<li><a href="#comment">${message}</a></li>`] : [];
    }
    const about = block.kind === 'person' ? block.person.name : null;
    const asked = block.kind === 'person' ? block.asked : [block.asked];
    return asked.flatMap((one) => itemOf(one, about));
  });
  if (items.length === 0) return null;
  return markup`<div class="errors" role="alert" tabindex="-1" autofocus aria-labelledby="errors-title">
<h2 id="errors-title">${texts.errorTitle}</h2>
<ul>
${items}</ul>
</div>
`;

  function itemOf(asked: Asked, about: string | null): readonly Markup[] {
    const problem = parts.problems.find(({ field }) => field === asked.field);
    if (problem === undefined) return [];
    const what = about ?? asked.question.title[parts.language];
    return [
      markup`<li><a href="#${firstControlOf(asked)}">${lead(what, texts)}${problemMessage(problem, asked.question, texts)}</a></li>
`,
    ];
  }
}

/** What a fault is about, before its message: a question ends with a mark of its own. */
function lead(what: string, texts: Texts): string {
  return /[?？]$/.test(what) ? `${what}${texts.space}` : `${what}${texts.colon}`;
}
