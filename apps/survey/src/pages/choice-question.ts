import type { Question } from '@kaoji/domain';
import type { Markup } from './markup.js';
import { markup } from './markup.js';
import type { Language } from './language.js';
import type { Asked } from './layout.js';
import type { Texts } from './texts.js';

export type ChoiceQuestion = {
  readonly asked: Asked;
  readonly language: Language;
  readonly texts: Texts;
  readonly className: 'card' | 'person' | 'part';
  readonly legend: Markup;
  /** The id of what names the group beside its legend, such as the person it is about. */
  readonly about: string | null;
  /** What not to answer is called; null where an answer must be given. */
  readonly skip: string | null;
  /** The values chosen before; empty when nothing was, which is not the same as choosing to skip. */
  readonly chosen: readonly string[];
  readonly error: string | null;
};
type Option = { readonly value: string; readonly label: string };

/**
 * One question answered by choosing among labels. The whole box of a label is the control, so that a thumb
 * cannot miss; what is chosen shows by a thick ring, a frame and bold type, not by colour alone.
 */
export function choiceQuestion(parts: ChoiceQuestion): Markup {
  const { asked, legend, about, error } = parts;
  const { id, question } = asked;
  const options = optionsOf(parts);
  const hint = hintOf(parts);
  const described = [error === null ? null : `${id}-error`, hint === null ? null : `${id}-hint`];
  const names = described.filter((name) => name !== null).join(' ');
  const state = [
    asked.must && question.kind !== 'multiple' ? markup` aria-required="true"` : null,
    error === null || question.kind === 'multiple' ? null : markup` aria-invalid="true"`,
    names === '' ? null : markup` aria-describedby="${names}"`,
  ];
  const role = question.kind === 'multiple' ? 'group' : 'radiogroup';
  return markup`<div class="${parts.className}${error === null ? '' : ' wrong'}">
<fieldset role="${role}" aria-labelledby="${about === null ? '' : `${about} `}${id}-legend"${state}>
<legend id="${id}-legend">${legend}</legend>
${hint === null ? null : markup`<p class="hint" id="${id}-hint">${hint}</p>`}${error === null ? null : markup`<p class="error" id="${id}-error">${error}</p>`}<div class="${question.kind === 'scale' ? `scale of-${options.length}` : 'list'}">
${options.map((option) => choice(parts, option))}</div>
</fieldset>
</div>
`;
}

function choice({ asked, chosen }: ChoiceQuestion, { value, label }: Option): Markup {
  const type = asked.question.kind === 'multiple' ? 'checkbox' : 'radio';
  const checked = chosen.includes(value) ? markup` checked` : null;
  return markup`<label><input type="${type}" id="${asked.id}-${value === '' ? 0 : value}" name="${asked.field}" value="${value}"${checked}><span>${label}</span></label>
`;
}

/** Best first on a scale. A radio button cannot be let go without script: whoever may skip gets a label for it. */
function optionsOf({ asked, language, skip }: ChoiceQuestion): readonly Option[] {
  const options = valuesOf(asked.question, language);
  return skip === null || asked.question.kind === 'multiple'
    ? options
    : [...options, { value: '', label: skip }];
}

/** What a question offers, in the order it is shown. */
export function valuesOf(question: Question, language: Language): readonly Option[] {
  if (question.kind !== 'scale') {
    return question.options.map(({ id, title }) => ({ value: id, label: title[language] }));
  }
  return question.labels.map((label, at) => ({ value: String(at + 1), label: label[language] })).reverse();
}

function hintOf({ asked: { question }, language, texts }: ChoiceQuestion): string | null {
  const most = question.kind === 'multiple' ? (question.atMost ?? question.options.length) : 0;
  const parts = [
    question.hint?.[language],
    question.kind === 'multiple'
      ? most < question.options.length
        ? texts.chooseAtMost(most)
        : texts.chooseAny
      : null,
  ].filter((part) => part !== null && part !== undefined);
  return parts.length === 0 ? null : parts.join(texts.space);
}

/** The id of the first control of a question, where a link to its fault leads. */
export function firstControlOf({ id, question }: Asked): string {
  return `${id}-${valuesOf(question, 'zh')[0]?.value ?? 0}`;
}
