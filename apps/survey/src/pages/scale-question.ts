import type { Markup } from './markup.js';
import { markup } from './markup.js';

export type ScaleQuestion = {
  readonly id: string;
  readonly name: string;
  readonly className: 'card' | 'person';
  readonly legend: Markup;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly required: boolean;
  /** The value chosen before; null when nothing was, which is not the same as choosing the empty one. */
  readonly chosen: string | null;
  readonly error: string | null;
};

/**
 * One question answered by choosing one of a few labels. The whole box of a label is the radio button, so
 * that a thumb cannot miss; what is chosen shows by a thick ring, a frame and bold type, not by colour alone.
 */
export function scaleQuestion(question: ScaleQuestion): Markup {
  const { id, legend, required, error } = question;
  const state = [
    required ? markup` aria-required="true"` : null,
    error === null ? null : markup` aria-invalid="true" aria-describedby="${id}-error"`,
  ];
  return markup`<div class="${question.className}${error === null ? '' : ' wrong'}">
<fieldset role="radiogroup" aria-labelledby="${id}-legend"${state}>
<legend id="${id}-legend">${legend}</legend>
${error === null ? null : markup`<p class="error" id="${id}-error">${error}</p>`}
<div class="scale of-${question.options.length}">
${question.options.map((option) => choice(question, option))}</div>
</fieldset>
</div>
`;
}

function choice(
  { id, name, chosen }: ScaleQuestion,
  { value, label }: ScaleQuestion['options'][number],
): Markup {
  const checked = value === chosen ? markup` checked` : null;
  return markup`<label><input type="radio" id="${id}-${value === '' ? 0 : value}" name="${name}" value="${value}"${checked}><span>${label}</span></label>
`;
}
