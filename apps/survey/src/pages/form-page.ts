import type { AnswerProblem, GivenAnswers, Questionnaire, RatedPerson } from '@kaoji/application';
import { COMMENT_MAX } from '@kaoji/application';
import type { Markup } from './markup.js';
import { markup } from './markup.js';
import type { Language } from './language.js';
import { languageButton, renderPage } from './page.js';
import { scaleQuestion } from './scale-question.js';
import type { Texts } from './texts.js';
import { TEXTS } from './texts.js';
import { instantInChina } from './when.js';

export const NO_ANSWERS: GivenAnswers = { overall: null, workers: new Map(), comment: null };

export type FormPageParts = {
  readonly language: Language;
  readonly questionnaire: Questionnaire;
  readonly given: GivenAnswers;
  readonly problems: readonly AnswerProblem[];
};

/** The questionnaire, with what was filled in before and what is wrong with it. */
export function formPage(parts: FormPageParts): string {
  const { language, questionnaire, problems } = parts;
  const texts = TEXTS[language];
  const heading = texts.heading(questionnaire.communityName, questionnaire.year);
  const closesAt = questionnaire.campaign.closesAt;
  return renderPage({
    language,
    title: problems.length > 0 ? `${texts.errorTitle}${heading}` : heading,
    languageSwitch: languageButton(language),
    main: markup`${problems.length > 0 ? errorSummary(parts, texts) : null}
      <h1>${heading}</h1>
      <p>${texts.intro(numberOfQuestions(questionnaire))}</p>
      <p class="hint">${texts.privacy}</p>
      ${closesAt === null ? null : markup`<p class="hint">${texts.closes(instantInChina(closesAt, language))}</p>`}
      <form id="answers" method="post" action="?lang=${language}" novalidate>
        ${overallQuestion(parts, texts)}
        ${questionnaire.people.length > 0 ? peopleQuestion(parts, texts) : null}
        ${commentQuestion(parts, texts)}
        <button class="go">${texts.submit}</button>
        <p class="once hint">${texts.once}</p>
      </form>`,
  });
}

function numberOfQuestions(questionnaire: Questionnaire): number {
  return 2 + questionnaire.people.length;
}

function errorSummary({ questionnaire, problems }: FormPageParts, texts: Texts): Markup {
  const items = problems.map((problem) => {
    return markup`<li><a href="#${firstControlOf(problem, questionnaire)}">${messageOf(problem, questionnaire, texts)}</a></li>`;
  });
  return markup`<div class="errors" role="alert" tabindex="-1" autofocus aria-labelledby="errors-title">
    <h2 id="errors-title">${texts.errorTitle}</h2>
    <ul>
      ${items}
    </ul>
  </div>`;
}

function firstControlOf(problem: AnswerProblem, questionnaire: Questionnaire): string {
  if (problem.field === 'overall') return 'overall-5';
  if (problem.field === 'comment') return 'comment';
  return `p${personIndex(problem.appraisalId, questionnaire)}-5`;
}

function personIndex(appraisalId: string, questionnaire: Questionnaire): number {
  return questionnaire.people.findIndex((person) => person.appraisalId === appraisalId);
}

function messageOf(problem: AnswerProblem, questionnaire: Questionnaire, texts: Texts): string {
  switch (problem.field) {
    case 'overall':
      return problem.code === 'ANSWER_MISSING' ? texts.overallMissing : texts.outOfScale(texts.overall);
    case 'worker':
      return texts.outOfScale(
        questionnaire.people[personIndex(problem.appraisalId, questionnaire)]?.name ?? '',
      );
    case 'comment':
      return texts.commentTooLong(COMMENT_MAX);
  }
}

function overallQuestion({ questionnaire, given, problems }: FormPageParts, texts: Texts): Markup {
  const problem = problems.find(({ field }) => field === 'overall');
  return scaleQuestion({
    id: 'overall',
    name: 'overall',
    className: 'card',
    legend: markup`${texts.overall} <span class="must">${texts.required}</span>`,
    options: texts.scale,
    required: true,
    chosen: given.overall,
    error: problem === undefined ? null : messageOf(problem, questionnaire, texts),
  });
}

function peopleQuestion({ language, questionnaire, given, problems }: FormPageParts, texts: Texts): Markup {
  const people = questionnaire.people.map((person, index) => {
    const problem = problems.find((one) => one.field === 'worker' && one.appraisalId === person.appraisalId);
    return scaleQuestion({
      id: `p${index}`,
      name: `worker.${person.appraisalId}`,
      className: 'person',
      legend: markup`${person.name}<span class="post">${postsOf(person, language, texts)}</span>`,
      options: [...texts.scale, { value: '', label: texts.dontKnow }],
      required: false,
      chosen: given.workers.get(person.appraisalId) ?? null,
      error: problem === undefined ? null : messageOf(problem, questionnaire, texts),
    });
  });
  return markup`<section class="card" aria-labelledby="people-title">
    <h2 id="people-title">${texts.people}</h2>
    <p class="hint">${texts.peopleHint}</p>
    ${people}
  </section>`;
}

function postsOf(person: RatedPerson, language: Language, texts: Texts): string {
  return person.postTitles.map((title) => title[language]).join(texts.betweenPosts);
}

function commentQuestion({ questionnaire, given, problems }: FormPageParts, texts: Texts): Markup {
  const problem = problems.find(({ field }) => field === 'comment');
  const error =
    problem === undefined
      ? null
      : markup`<p class="error" id="comment-error">${messageOf(problem, questionnaire, texts)}</p>`;
  const described = error === null ? 'comment-hint' : 'comment-error comment-hint';
  const state = error === null ? null : markup` aria-invalid="true"`;
  // A browser drops the first line end of a text area: it stands there for one of the resident's own.
  return markup`<div class="card${error === null ? '' : ' wrong'}">
    <label class="question" for="comment">${texts.comment}</label>
    <p class="hint" id="comment-hint">${texts.commentHint(COMMENT_MAX)}</p>
    ${error}
    <textarea id="comment" name="comment" rows="4" maxlength="${COMMENT_MAX}" aria-describedby="${described}"${state}>
${given.comment ?? ''}</textarea>
  </div>`;
}
