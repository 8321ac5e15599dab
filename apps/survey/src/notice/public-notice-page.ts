import type { NoticeBody, PublicNoticePage } from '@kaoji/application';
import { percent } from '@kaoji/domain';
import type { Language } from '../pages/language.js';
import type { Markup } from '../pages/markup.js';
import { markup } from '../pages/markup.js';
import { languageButton, languageLink, renderPage } from '../pages/page.js';
import { TEXTS } from '../pages/texts.js';
import { instantInChina } from '../pages/when.js';
import { NOTICE_TEXTS } from './notice-texts.js';
import { objectionErrors, objectionForm, type FormState } from './objection-form.js';

/** The notice with its objection form; `state` holds what somebody has filled in, if it was posted. */
export function publicNoticePage(
  language: Language,
  { page, body }: { readonly page: PublicNoticePage; readonly body: NoticeBody },
  state: FormState & { readonly posted: boolean },
): string {
  const texts = NOTICE_TEXTS[language];
  const grades = gradesOf(language, body);
  const title = texts.title(body.unit, body.year, grades);
  const errors = objectionErrors(language, state);
  return renderPage({
    language,
    title:
      errors === null ? title : `${state.notTaken === true ? texts.notTaken : texts.errorTitle} ${title}`,
    place: texts.name,
    languageSwitch: state.posted ? languageButton(language, { label: texts.submit }) : languageLink(language),
    main: markup`${errors}
<h1>${title}</h1>
${body.rehearsal ? markup`<p class="assisted">${texts.rehearsal}</p>` : null}
<p>${texts.intro(body.workingDays, grades)}</p>
<dl><dt>${texts.period}</dt><dd>${texts.fromTo(
      instantInChina(page.startsAt, language),
      instantInChina(page.endsAt, language),
    )}</dd></dl>
${names(language, body)}
${surveys(language, body)}
${objectionForm(language, body, state)}
${address(language, body)}
${logRoot(language, body)}`,
  });
}

/** Most notices are about one grade. */
function gradesOf(language: Language, { entries }: NoticeBody): string {
  const titles = new Set(entries.map(({ gradeTitle }) => gradeTitle[language]));
  return [...titles].join(NOTICE_TEXTS[language].between);
}

function names(language: Language, { entries, unit }: NoticeBody): Markup {
  const texts = NOTICE_TEXTS[language];
  return markup`<section class="card" aria-labelledby="names-title">
<h2 id="names-title">${texts.names}</h2>
<ul class="names">
${entries.map(
  ({
    name,
    community,
    gradeTitle,
  }) => markup`<li><strong>${name}</strong> <span class="post">${community ?? unit}</span>
<span class="hint">${texts.proposed(gradeTitle[language])}</span></li>
`,
)}</ul>
</section>`;
}

function surveys(language: Language, { surveys: shown }: NoticeBody): Markup | null {
  const texts = NOTICE_TEXTS[language];
  if (shown.length === 0) return null;
  return markup`<section aria-labelledby="surveys-title">
<h2 id="surveys-title">${texts.surveys}</h2>
<p class="hint">${texts.surveysHint}</p>
${shown.map(
  ({ community, issued, received, valid, questions, root, countHash, chart }) => markup`<div class="card">
<h3>${community}</h3>
<p>${texts.survey(issued, received, valid)}</p>
<dl>${questions.map(
    ({ title, answered, satisfied }) =>
      markup`<dt>${title[language]}</dt><dd>${
        answered === null || satisfied === null
          ? texts.tooFew
          : texts.satisfied(
              satisfied.count,
              answered,
              percent(satisfied.rate),
              percent(satisfied.low, 'floor'),
              percent(satisfied.high, 'ceil'),
            )
      }</dd>`,
  )}</dl>
<div class="chart" role="region" tabindex="0" aria-label="${texts.chart(community)}">${drawn(chart[language])}</div>
<dl><dt>${texts.root}</dt><dd><code>${root}</code></dd><dt>${texts.countHash}</dt><dd><code>${countHash}</code></dd></dl>
</div>
`,
)}</section>`;
}

/** The page prints with its code: that is the paper notice. */
function address(language: Language, body: NoticeBody): Markup {
  const texts = NOTICE_TEXTS[language];
  return markup`<section class="card" aria-labelledby="code-title">
<h2 id="code-title">${texts.codeTitle}</h2>
<p>${texts.codeHint}</p>
<div class="qr">${drawn(body.code)}</div>
<p><code>${body.address}</code></p>
</section>`;
}

/** What was decided until then lies under this root; whoever keeps the page can hold us to it. */
function logRoot(language: Language, { log }: NoticeBody): Markup | null {
  const texts = NOTICE_TEXTS[language];
  if (log === undefined || log === null) return null;
  return markup`<section class="card" aria-labelledby="log-title">
<h2 id="log-title">${texts.logTitle}</h2>
<p>${texts.logHint(log.size)}</p>
<p><code>${log.origin}</code></p>
<p><code>${log.root}</code></p>
</section>`;
}

/** Made by our own engine from numbers and escaped texts; nothing else may stand in a page as it is. */
function drawn(svg: string): Markup {
  return { markup: svg.startsWith('<svg ') && !/<script|<foreignObject|\son\w+=/i.test(svg) ? svg : '' };
}

/** The objection is in; the number is what to ask by. */
export function objectionReceivedPage(language: Language, id: string): string {
  const texts = NOTICE_TEXTS[language];
  const { title, lines, number } = texts.received;
  return renderPage({
    language,
    title,
    place: texts.name,
    languageSwitch: markup``,
    main: markup`<div class="card notice">
<h1>${title}</h1>
${lines.map((line) => markup`<p>${line}</p>`)}
<dl><dt>${number}</dt><dd><code>${id.slice(0, 8)}</code></dd></dl>
<p><a href="?lang=${language}">${texts.back}</a></p>
</div>`,
  });
}

/** In place of a notice that is not shown: `over`, its period has passed; `unknown`, the link is of none. Names nobody. */
export function noticeAbsentPage(language: Language, kind: 'over' | 'unknown', code: string): string {
  const texts = NOTICE_TEXTS[language];
  const { title, lines } = texts[kind];
  return renderPage({
    language,
    title,
    place: texts.name,
    languageSwitch: languageLink(language),
    main: markup`<div class="card notice">
<h1>${title}</h1>
${lines.map((line) => markup`<p>${line}</p>`)}
<p class="hint code">${TEXTS[language].code(code)}</p>
</div>`,
  });
}
