import type { Markup } from './markup.js';
import { markup } from './markup.js';
import type { Language } from './language.js';
import { LANGUAGES } from './language.js';
import { STYLE } from './style.js';
import { TEXTS } from './texts.js';

export type PageParts = {
  readonly language: Language;
  readonly title: string;
  /** What stands beside the way to the other language; absent: the name of the survey. */
  readonly place?: string;
  /** The way to the other language: a link, or the button of a form that keeps what was filled in. */
  readonly languageSwitch: Markup;
  readonly main: Markup;
};

/** A whole page as text. It asks for nothing else: the style is inside, there is no script and no picture. */
export function renderPage({ language, title, place, languageSwitch, main }: PageParts): string {
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
<header class="top"><p>${place ?? TEXTS[language].surveyName}</p>${languageSwitch}</header>
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

/** The button a form is sent with. Without a name it sends the answer itself. */
export type SubmitButton = { readonly label: string; readonly name?: string; readonly value?: string };

export function submitButton({ label, name, value = '' }: SubmitButton, className: 'go' | 'back'): Markup {
  const named = name === undefined ? null : markup` name="${name}" value="${value}"`;
  return markup`<button class="${className}"${named}>${label}</button>`;
}

/**
 * Posts the form of the page (`answers`) in the other language, so that nothing filled in is lost. The Enter
 * key presses the first submit button of a form, wherever it stands: a hidden one, which does what the main one
 * does, goes before the switch.
 */
export function languageButton(language: Language, main: SubmitButton, path = ''): Markup {
  const { other } = LANGUAGES[language];
  const { tag, ownName } = LANGUAGES[other];
  const named = main.name === undefined ? null : markup` name="${main.name}" value="${main.value ?? ''}"`;
  return markup`<button class="first" form="answers" tabindex="-1" aria-hidden="true"${named}>${main.label}</button>
<button class="switch" form="answers" formaction="${path}?lang=${other}" name="switch" value="${other}" lang="${tag}">${ownName}</button>`;
}
