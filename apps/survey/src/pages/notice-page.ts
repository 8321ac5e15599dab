import { hiddenFields } from './hidden-fields.js';
import type { Language } from './language.js';
import type { Markup } from './markup.js';
import { markup } from './markup.js';
import { languageButton, languageLink, renderPage, submitButton } from './page.js';
import type { PostedForm } from './posted-form.js';
import { receiptCodeLine } from './receipt-code.js';
import type { NoticeKind, RetryKind } from './texts.js';
import { TEXTS } from './texts.js';
import { instantInChina } from './when.js';

export type NoticeDetails = {
  /** Shown small, for whoever is asked for help. */
  readonly code?: string;
  readonly opensAt?: number | null;
  /** The receipt of what was sent with this link. */
  readonly receipt?: string | null;
  /** Whether the way to the receipts is shown. */
  readonly receipts?: boolean;
};

/** A page that says what happened and what to do. */
export function noticePage(language: Language, kind: NoticeKind, details: NoticeDetails = {}): string {
  const texts = TEXTS[language];
  const { code = null, opensAt = null, receipt = null, receipts = false } = details;
  const opening = opensAt === null ? [] : [texts.opensAt(instantInChina(opensAt, language))];
  return renderPage({
    language,
    title: texts.notices[kind].title,
    // The link to the other language would make the browser forget the answer it can still send again.
    languageSwitch: kind === 'busy_unread' ? markup`` : languageLink(language),
    main: card(language, kind, {
      firstLines: opening,
      more: markup`${receipt === null ? null : receiptCodeLine(receipt, texts.receipt.label)}${
        receipts ? markup`<p><a href="/receipt?lang=${language}">${texts.receipt.title}</a></p>` : null
      }`,
      code,
    }),
  });
}

/** After an answer that could not be taken now: the page holds the answer and sends it again. */
export function retryPage(language: Language, kind: RetryKind, form: PostedForm, code: string): string {
  const texts = TEXTS[language];
  const again = { label: form.go === null ? texts.retry : texts.goOn };
  return renderPage({
    language,
    title: texts.notices[kind].title,
    languageSwitch: languageButton(language, again),
    main: card(language, kind, {
      firstLines: [],
      more: markup`<form id="answers" method="post" action="?lang=${language}">
${submitButton(again, 'go')}
${hiddenFields(form, { at: form.at, go: form.go, without: new Set() })}</form>`,
      code,
    }),
  });
}

function card(
  language: Language,
  kind: NoticeKind | RetryKind,
  parts: { readonly firstLines: readonly string[]; readonly more: Markup; readonly code: string | null },
): Markup {
  const texts = TEXTS[language];
  const { title, lines } = texts.notices[kind];
  return markup`<div class="card notice">
<h1>${title}</h1>
${[...parts.firstLines, ...lines].map((line) => markup`<p>${line}</p>`)}
${parts.more}
${parts.code === null ? null : markup`<p class="hint code">${texts.code(parts.code)}</p>`}
</div>`;
}
