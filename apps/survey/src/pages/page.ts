import type { Markup } from './markup.js';
import { markup } from './markup.js';
import type { Language } from './language.js';
import { LANGUAGES } from './language.js';
import { STYLE } from './style.js';
import { TEXTS } from './texts.js';

export type PageParts = {
  readonly language: Language;
  readonly title: string;
  /** The way to the other language: a link, or the button of a form that keeps what was filled in. */
  readonly languageSwitch: Markup;
  readonly main: Markup;
};

/** A whole page as text. It asks for nothing else: the style is inside, there is no script and no picture. */
export function renderPage({ language, title, languageSwitch, main }: PageParts): string {
  const style = { markup: `<style>${STYLE}</style>` };
  const page = markup`<!doctype html>
<html lang="${LANGUAGES[language].tag}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="format-detection" content="telephone=no">
<title>${title}</title>
${style}
</head>
<body>
<div class="page">
<header class="top"><p>${TEXTS[language].surveyName}</p>${languageSwitch}</header>
<main>
${main}
</main>
</div>
</body>
</html>
`;
  return page.markup;
}

/** A plain link to the same page in the other language. */
export function languageLink(language: Language): Markup {
  const { other } = LANGUAGES[language];
  const { tag, ownName } = LANGUAGES[other];
  return markup`<a class="switch" href="?lang=${other}" lang="${tag}" hreflang="${tag}">${ownName}</a>`;
}

/**
 * Posts the form of the page (`answers`) in the other language, so that nothing filled in is lost. The Enter
 * key presses the first submit button of a form, wherever it stands: a hidden one goes before the switch.
 */
export function languageButton(language: Language): Markup {
  const { other } = LANGUAGES[language];
  const { tag, ownName } = LANGUAGES[other];
  return markup`<button class="first" form="answers" tabindex="-1" aria-hidden="true">${TEXTS[language].submit}</button>
<button class="switch" form="answers" formaction="?lang=${other}" name="switch" value="${other}" lang="${tag}">${ownName}</button>`;
}
