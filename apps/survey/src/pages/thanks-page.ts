import type { Language } from './language.js';
import { markup } from './markup.js';
import { languageLink, renderPage } from './page.js';
import { receiptCodeLine } from './receipt-code.js';
import { TEXTS } from './texts.js';

/** Thanks, the receipt, and how to use it: whoever does not care may close the page. */
export function thanksPage(language: Language, receipt: string): string {
  const texts = TEXTS[language];
  const { title, lines, receiptLines } = texts.thanks;
  return renderPage({
    language,
    title,
    languageSwitch: languageLink(language),
    main: markup`<div class="card notice">
<h1>${title}</h1>
${lines.map((line) => markup`<p>${line}</p>`)}
</div>
<section class="card notice" aria-labelledby="receipt-title">
<h2 id="receipt-title">${texts.thanks.receiptTitle}</h2>
${receiptCodeLine(receipt, null)}
${receiptLines.map((line) => markup`<p>${line}</p>`)}
<p><a href="/receipt?lang=${language}">${texts.receipt.title}</a></p>
</section>`,
  });
}
