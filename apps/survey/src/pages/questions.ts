import type { RatedPerson } from '@kaoji/application';
import type { BallotProblem, GivenBallot } from '@kaoji/domain';
import { COMMENT_FIELD } from '@kaoji/domain';
import { choiceQuestion } from './choice-question.js';
import type { Language } from './language.js';
import type { Asked, Block, Screen } from './layout.js';
import type { Markup } from './markup.js';
import { markup } from './markup.js';
import { problemMessage } from './problem-message.js';
import type { Texts } from './texts.js';
import { TEXTS } from './texts.js';

export type QuestionParts = {
  readonly language: Language;
  readonly given: GivenBallot;
  readonly problems: readonly BallotProblem[];
};
type PersonBlock = Extract<Block, { kind: 'person' }>;

/** The questions of a screen as cards; people who stand together share one. */
export function questionsOf(parts: QuestionParts, screen: Screen): Markup {
  const texts = TEXTS[parts.language];
  const people = screen.filter((block) => block.kind === 'person');
  const firstPerson = people[0];
  return markup`${screen.map((block) => {
    if (block.kind === 'community') return communityQuestion(parts, texts, block.asked);
    if (block.kind === 'comment') return commentQuestion(parts, texts, block.comment);
    return block === firstPerson ? peopleCard(parts, texts, people) : null;
  })}`;
}

function communityQuestion(parts: QuestionParts, texts: Texts, asked: Asked): Markup {
  const title = asked.question.title[parts.language];
  return choiceQuestion({
    ...answered(parts, texts, asked),
    className: 'card',
    legend: asked.must ? markup`${title} <span class="must">${texts.required}</span>` : markup`${title}`,
    about: null,
    skip: asked.must ? null : texts.cannotTell,
  });
}

/** Asked one thing about each person, the people are the questions; asked more, each person has a heading. */
function peopleCard(parts: QuestionParts, texts: Texts, people: readonly PersonBlock[]): Markup {
  const only = people[0]?.asked.length === 1 ? people[0].asked[0] : undefined;
  const title = only?.question.title[parts.language] ?? texts.people;
  return markup`<section class="card" aria-labelledby="people-title">
<h2 id="people-title">${title}</h2>
<p class="hint">${texts.peopleHint}</p>
${people.map((block) => (only === undefined ? personPart(parts, texts, block) : personQuestion(parts, texts, block)))}</section>
`;
}

function personQuestion(
  parts: QuestionParts,
  texts: Texts,
  { person, asked }: PersonBlock,
): readonly Markup[] {
  return asked.map((one) =>
    choiceQuestion({
      ...answered(parts, texts, one),
      className: 'person',
      legend: nameOf(person, parts.language, texts),
      about: null,
      skip: texts.dontKnow,
    }),
  );
}

function personPart(parts: QuestionParts, texts: Texts, { id, person, asked }: PersonBlock): Markup {
  return markup`<div class="person" role="group" aria-labelledby="${id}-name">
<h3 id="${id}-name">${nameOf(person, parts.language, texts)}</h3>
${asked.map((one) =>
  choiceQuestion({
    ...answered(parts, texts, one),
    className: 'part',
    legend: markup`${one.question.title[parts.language]}`,
    about: `${id}-name`,
    skip: texts.dontKnow,
  }),
)}</div>
`;
}

function nameOf(person: RatedPerson, language: Language, texts: Texts): Markup {
  const posts = person.postTitles.map((title) => title[language]).join(texts.betweenPosts);
  return markup`${person.name}${posts === '' ? null : markup`<span class="post">${posts}</span>`}`;
}

function answered({ language, given, problems }: QuestionParts, texts: Texts, asked: Asked) {
  const problem = problems.find(({ field }) => field === asked.field);
  const error = problem === undefined ? null : problemMessage(problem, asked.question, texts);
  return { asked, language, texts, chosen: given.get(asked.field) ?? [], error };
}

function commentQuestion(
  { language, given, problems }: QuestionParts,
  texts: Texts,
  comment: Extract<Block, { kind: 'comment' }>['comment'],
): Markup {
  const problem = problems.find(({ field }) => field === COMMENT_FIELD);
  const error =
    problem === undefined
      ? null
      : markup`<p class="error" id="comment-error">${texts.commentTooLong(comment.maxLength)}</p>
`;
  const described = error === null ? 'comment-hint' : 'comment-error comment-hint';
  const state = error === null ? null : markup` aria-invalid="true"`;
  const hint = [comment.hint?.[language], texts.commentLimit(comment.maxLength)]
    .filter(Boolean)
    .join(texts.space);
  // A browser drops the first line end of a text area: it stands there for one of the resident's own.
  return markup`<div class="card${error === null ? '' : ' wrong'}">
<label class="question" for="comment">${comment.title[language]}</label>
<p class="hint" id="comment-hint">${hint}</p>
${error}<textarea id="comment" name="${COMMENT_FIELD}" rows="4" maxlength="${comment.maxLength}" aria-describedby="${described}"${state}>
${given.get(COMMENT_FIELD)?.[0] ?? ''}</textarea>
</div>
`;
}
