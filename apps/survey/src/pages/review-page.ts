import type { Shown } from '@kaoji/application';
import type { GivenBallot } from '@kaoji/domain';
import { COMMENT_FIELD } from '@kaoji/domain';
import { valuesOf } from './choice-question.js';
import { assistedBanner, placeOf, progress } from './form-page.js';
import { hiddenFields } from './hidden-fields.js';
import type { Language } from './language.js';
import type { Asked, Block, Screen } from './layout.js';
import { layoutOf } from './layout.js';
import type { Markup } from './markup.js';
import { markup } from './markup.js';
import { languageButton, renderPage, submitButton } from './page.js';
import type { PostedForm } from './posted-form.js';
import type { Texts } from './texts.js';
import { TEXTS } from './texts.js';

/** The last screen where there are several: everything that was answered, to look over and send. */
export function reviewPage(parts: {
  readonly language: Language;
  readonly shown: Shown;
  readonly form: PostedForm;
}): string {
  const { language, shown, form } = parts;
  const texts = TEXTS[language];
  const { screens } = layoutOf(shown.sheet);
  const last = screens.length + 1;
  const step = texts.step(last, last);
  const send = { label: texts.submit };
  return renderPage({
    language,
    title: `${step} ${texts.review}`,
    place: placeOf(shown, texts),
    languageSwitch: languageButton(language, send),
    main: markup`<h1>${texts.review}</h1>
${shown.assisted ? assistedBanner(texts) : null}${progress(last, last, step)}<p>${texts.reviewHint}</p>
<form id="answers" method="post" action="?lang=${language}" novalidate>
${hiddenFields(form, { at: last, without: new Set() })}${screens.map((screen, at) => {
      return reviewed(screen, at + 1, language, form.given, texts);
    })}${submitButton(send, 'go')}
<p class="once hint">${texts.once}</p>
${submitButton({ label: texts.back, name: 'go', value: String(last - 1) }, 'back')}
</form>`,
  });
}

function reviewed(screen: Screen, at: number, language: Language, given: GivenBallot, texts: Texts): Markup {
  const change = { name: 'go', value: String(at) };
  return markup`<section class="card" aria-labelledby="s${at}">
<h2 id="s${at}">${texts.screen(at)}</h2>
<dl>
${screen.map((block) => answersTo(block, language, given, texts))}</dl>
<button class="switch" name="${change.name}" value="${change.value}">${texts.change(at)}</button>
</section>
`;
}

function answersTo(block: Block, language: Language, given: GivenBallot, texts: Texts): Markup {
  if (block.kind === 'comment') {
    const comment = given.get(COMMENT_FIELD)?.[0]?.trim() ?? '';
    return pair(block.comment.title[language], comment === '' ? texts.notAnswered : comment);
  }
  if (block.kind === 'community') {
    return pair(block.asked.question.title[language], labelOf(block.asked, language, given, texts));
  }
  const [only, ...more] = block.asked;
  if (only !== undefined && more.length === 0) {
    return pair(block.person.name, labelOf(only, language, given, texts));
  }
  return markup`${block.asked.map((asked) => {
    const question = `${block.person.name}${texts.colon}${asked.question.title[language]}`;
    return pair(question, labelOf(asked, language, given, texts));
  })}`;
}

function pair(question: string, answer: string): Markup {
  return markup`<dt>${question}</dt><dd>${answer}</dd>
`;
}

function labelOf({ field, question }: Asked, language: Language, given: GivenBallot, texts: Texts): string {
  const chosen = given.get(field) ?? [];
  const labels = valuesOf(question, language).filter(({ value }) => chosen.includes(value));
  return labels.length === 0 ? texts.notAnswered : labels.map(({ label }) => label).join(texts.betweenPosts);
}
