import type { GivenAnswers } from '@kaoji/application';
import type { Markup } from './markup.js';
import { markup } from './markup.js';
import type { Language } from './language.js';
import { languageButton, languageLink, renderPage } from './page.js';
import type { NoticeKind } from './texts.js';
import { TEXTS } from './texts.js';
import { instantInChina } from './when.js';

export type NoticeDetails = {
  /** Shown small, for whoever is asked for help. */
  readonly code?: string;
  readonly opensAt?: number | null;
};

/** A page that says what happened and what to do. */
export function noticePage(language: Language, kind: NoticeKind, details: NoticeDetails = {}): string {
  const { code = null, opensAt = null } = details;
  const opening = opensAt === null ? [] : [TEXTS[language].opensAt(instantInChina(opensAt, language))];
  return renderPage({
    language,
    title: TEXTS[language].notices[kind].title,
    languageSwitch: languageLink(language),
    main: card(language, kind, opening, null, code),
  });
}

/** After an answer that could not be stored: the page holds the answer and sends it again. */
export function retryPage(language: Language, given: GivenAnswers, code: string): string {
  const fields = [
    { name: 'overall', value: given.overall ?? '' },
    ...[...given.workers].map(([id, value]) => ({ name: `worker.${id}`, value })),
    { name: 'comment', value: given.comment ?? '' },
  ].filter(({ value }) => value !== '');
  const form = markup`<form id="answers" method="post" action="?lang=${language}">
<button class="go">${TEXTS[language].retry}</button>
${fields.map(({ name, value }) => markup`<input type="hidden" name="${name}" value="${value}">`)}
</form>`;
  return renderPage({
    language,
    title: TEXTS[language].notices.not_saved.title,
    languageSwitch: languageButton(language),
    main: card(language, 'not_saved', [], form, code),
  });
}

function card(
  language: Language,
  kind: NoticeKind,
  firstLines: readonly string[],
  form: Markup | null,
  code: string | null,
): Markup {
  const texts = TEXTS[language];
  const { title, lines } = texts.notices[kind];
  return markup`<div class="card notice">
<h1>${title}</h1>
${[...firstLines, ...lines].map((line) => markup`<p>${line}</p>`)}
${form}
${code === null ? null : markup`<p class="hint code">${texts.code(code)}</p>`}
</div>`;
}
