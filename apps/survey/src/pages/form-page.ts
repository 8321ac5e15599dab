import type { Shown } from '@kaoji/application';
import type { BallotProblem } from '@kaoji/domain';
import { hiddenFields } from './hidden-fields.js';
import type { Language } from './language.js';
import type { Layout } from './layout.js';
import { fieldsOf, layoutOf } from './layout.js';
import type { Markup } from './markup.js';
import { markup } from './markup.js';
import { languageButton, renderPage, submitButton } from './page.js';
import type { PostedForm } from './posted-form.js';
import { problemSummary } from './problem-message.js';
import { questionsOf } from './questions.js';
import type { Texts } from './texts.js';
import { TEXTS } from './texts.js';
import { instantInChina } from './when.js';

export type FormPageParts = {
  readonly language: Language;
  readonly shown: Shown;
  readonly form: PostedForm;
  /** Which screen, from 1; where there is more than one. */
  readonly screen: number;
  readonly problems: readonly BallotProblem[];
};

/**
 * A screen of the questionnaire, with what was filled in before and what is wrong with it. What was answered on
 * other screens travels in the form itself: nothing is kept on the server before the answer is sent.
 */
export function formPage(parts: FormPageParts): string {
  const { language, shown, form, screen, problems } = parts;
  const { sheet } = shown;
  const layout = layoutOf(sheet);
  const texts = TEXTS[language];
  const blocks = layout.screens[screen - 1] ?? [];
  const here = new Set(blocks.flatMap(fieldsOf));
  const summary = problemSummary({ language, sheet, screen: blocks, problems });
  const title = sheet.questionnaire.title[language];
  const several = layout.screens.length > 1;
  const step = several ? texts.step(screen, layout.screens.length + 1) : null;
  const next = several
    ? { label: texts.next, name: 'go', value: String(screen + 1) }
    : { label: texts.submit };
  return renderPage({
    language,
    title: `${summary === null ? '' : texts.errorTitle}${step === null ? '' : `${step} `}${title}`,
    place: placeOf(shown, texts),
    languageSwitch: languageButton(language, next),
    main: markup`${summary}<h1>${title}</h1>
${shown.assisted ? assistedBanner(texts) : null}${step === null ? null : progress(screen, layout.screens.length + 1, step)}${screen === 1 ? introduction(parts, layout, texts) : null}<form id="answers" method="post" action="?lang=${language}" novalidate>
${hiddenFields(form, { at: several ? screen : null, without: here })}${questionsOf({ language, given: form.given, problems }, blocks)}${submitButton(next, 'go')}
${several ? back(screen, texts) : markup`<p class="once hint">${texts.once}</p>`}
</form>`,
  });
}

export function placeOf({ sheet }: Shown, texts: Texts): string {
  return texts.place(sheet.communityName, sheet.year);
}

export function assistedBanner(texts: Texts): Markup {
  return markup`<p class="assisted"><strong>${texts.assisted}</strong> ${texts.assistedHint}</p>
`;
}

export function progress(step: number, steps: number, words: string): Markup {
  return markup`<p class="step" id="step">${words}</p>
<progress value="${step}" max="${steps}" aria-labelledby="step"></progress>
`;
}

function introduction({ language, shown }: FormPageParts, { questions }: Layout, texts: Texts): Markup {
  const { closesAt, sheet } = shown;
  return markup`<p>${sheet.questionnaire.intro[language]}${texts.space}${texts.intro(questions)}</p>
<p class="hint">${texts.privacy}</p>
${
  closesAt === null
    ? null
    : markup`<p class="hint">${texts.closes(instantInChina(closesAt, language))}</p>
`
}`;
}

function back(screen: number, texts: Texts): Markup | null {
  if (screen === 1) return null;
  return submitButton({ label: texts.back, name: 'go', value: String(screen - 1) }, 'back');
}
