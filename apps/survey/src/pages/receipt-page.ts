import type { CountedReceipt, ReceiptOutcome } from '@kaoji/application';
import type { Language } from './language.js';
import type { Markup } from './markup.js';
import { markup } from './markup.js';
import { languageButton, languageLink, renderPage } from './page.js';
import { receiptCodeLine } from './receipt-code.js';
import type { Texts } from './texts.js';
import { TEXTS } from './texts.js';
import { instantInChina } from './when.js';

/** Where anybody asks whether the envelope of a receipt is among the published ones. */
export function receiptPage(language: Language): string {
  const texts = TEXTS[language];
  return renderPage({
    language,
    title: texts.receipt.title,
    languageSwitch: languageLink(language),
    main: markup`<h1>${texts.receipt.title}</h1>
<p>${texts.receipt.intro}</p>
${askForm(language, '', null)}`,
  });
}

/** What became of the receipt; a code travels in forms only, never in an address. */
export function receiptOutcomePage(language: Language, typed: string, outcome: ReceiptOutcome): string {
  const texts = TEXTS[language];
  const { title, main } = contentOf(language, typed, outcome);
  return renderPage({
    language,
    title,
    languageSwitch: languageButton(language, { label: texts.receipt.check }, '/receipt'),
    main,
  });
}

function contentOf(
  language: Language,
  typed: string,
  outcome: ReceiptOutcome,
): { readonly title: string; readonly main: Markup } {
  const texts = TEXTS[language];
  const { receipt } = texts;
  switch (outcome.kind) {
    case 'unreadable':
      return {
        title: `${receipt.unreadable} ${receipt.title}`,
        main: markup`<h1>${receipt.title}</h1>
${askForm(language, typed, receipt.unreadable)}`,
      };
    case 'not_published':
      return {
        title: receipt.notPublished.title,
        main: markup`<div class="card notice">
<h1>${receipt.notPublished.title}</h1>
${receipt.notPublished.lines.map((line) => markup`<p>${line}</p>`)}
<p class="hint code">${texts.code('RECEIPT_NOT_PUBLISHED')}</p>
</div>
${askForm(language, typed, null)}`,
      };
    case 'counted':
      return { title: receipt.counted, main: counted(language, outcome, texts) };
  }
}

function counted(language: Language, outcome: CountedReceipt, texts: Texts): Markup {
  const { receipt } = texts;
  return markup`<div class="card notice">
<h1>${receipt.counted}</h1>
<p>${receipt.among(campaignOf(outcome, language, texts), outcome.envelopes)}</p>
${receiptCodeLine(outcome.code, receipt.label)}
<p>${receipt.saysNothing}</p>
</div>
<section class="card" aria-labelledby="proof-title">
<h2 id="proof-title">${receipt.proofTitle}</h2>
<p>${receipt.rootHint}</p>
<p><code>${outcome.root}</code></p>
<form id="answers" method="post" action="/receipt/proof?lang=${language}">
<input type="hidden" name="code" value="${outcome.code}">
<button class="back">${receipt.download}</button>
</form>
<p class="hint">${receipt.proofHint}</p>
</section>
<p><a href="/receipt?lang=${language}">${receipt.another}</a></p>`;
}

function campaignOf({ campaign }: CountedReceipt, language: Language, texts: Texts): string {
  const { communityName, year, closesAt, id } = campaign;
  if (communityName !== null && year !== null) return texts.place(communityName, year);
  return texts.receipt.campaign(id, closesAt === null ? null : instantInChina(closesAt, language));
}

function askForm(language: Language, typed: string, error: string | null): Markup {
  const { receipt } = TEXTS[language];
  const described = error === null ? 'code-hint' : 'code-error code-hint';
  const state = error === null ? null : markup` aria-invalid="true" autofocus`;
  return markup`<form id="answers" method="post" action="/receipt?lang=${language}" novalidate>
<div class="card${error === null ? '' : ' wrong'}">
<label class="question" for="code">${receipt.label}</label>
<p class="hint" id="code-hint">${receipt.hint}</p>
${
  error === null
    ? null
    : markup`<p class="error" id="code-error" role="alert">${error}</p>
`
}<input class="text" id="code" name="code" value="${typed}" maxlength="60" autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="${described}"${state}>
</div>
<button class="go">${receipt.check}</button>
</form>`;
}
