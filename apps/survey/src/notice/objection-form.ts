import type { NoticeBody } from '@kaoji/application';
import type { GivenObjection, ObjectionProblem } from '@kaoji/domain';
import { OBJECTION_LIMITS } from '@kaoji/domain';
import type { Language } from '../pages/language.js';
import type { Markup } from '../pages/markup.js';
import { markup } from '../pages/markup.js';
import type { NoticeTexts } from './notice-texts.js';
import { NOTICE_TEXTS } from './notice-texts.js';

/** What a form holds: an id of its own, so that sending it twice is sending it once. */
export type ObjectionForm = { readonly id: string; readonly given: GivenObjection };
export type FormState = {
  readonly form: ObjectionForm;
  readonly problems: readonly ObjectionProblem[];
  /** It was right and could not be taken now. */
  readonly notTaken?: boolean;
};

const FIRST_CONTROL = { about: 'about-0', text: 'text', name: 'name', contact: 'contact' } as const;
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads an urlencoded body; a field that is not there is empty. Null where the form's id is none of ours. */
export function readObjectionForm(
  body: string,
): { readonly form: ObjectionForm; readonly switches: boolean } | null {
  const fields = new URLSearchParams(body);
  const id = fields.get('id') ?? '';
  if (!ID.test(id)) return null;
  const field = (name: string) => (fields.get(name) ?? '').replaceAll('\r\n', '\n');
  const given = {
    about: field('about'),
    text: field('text'),
    name: field('name'),
    contact: field('contact'),
  };
  return { form: { id, given }, switches: fields.has('switch') };
}

export function emptyForm(id: string): ObjectionForm {
  return { id, given: { about: '', text: '', name: '', contact: '' } };
}

/** The form, with what was filled in and what is wrong. It needs no script. */
export function objectionForm(language: Language, body: NoticeBody, state: FormState): Markup {
  const texts = NOTICE_TEXTS[language];
  const { id, given } = state.form;
  const wrong = (field: keyof GivenObjection) => problemText(state.problems, field, texts);
  return markup`<section aria-labelledby="object-title">
<h2 id="object-title">${texts.objectTitle}</h2>
${texts.objectIntro(body.anonymous).map((line) => markup`<p>${line}</p>`)}
<form id="answers" method="post" action="?lang=${language}" novalidate>
<input type="hidden" name="id" value="${id}">
${aboutField(texts, body, given.about, wrong('about'))}
${textField(texts, given.text, wrong('text'))}
${lineField({
  name: 'name',
  label: texts.yourName,
  hint: texts.nameHint(body.anonymous),
  mark: body.anonymous ? texts.optional : texts.required,
  must: !body.anonymous,
  value: given.name,
  problem: wrong('name'),
})}
${lineField({
  name: 'contact',
  label: texts.contact,
  hint: texts.contactHint,
  mark: texts.optional,
  must: false,
  value: given.contact,
  problem: wrong('contact'),
})}
<button class="go">${texts.submit}</button>
</form>
<p class="hint">${texts.inPerson}</p>
</section>`;
}

/** What is wrong, above everything; each item leads to its field. */
export function objectionErrors(
  language: Language,
  { problems, notTaken = false }: FormState,
): Markup | null {
  const texts = NOTICE_TEXTS[language];
  if (problems.length === 0 && !notTaken) return null;
  const items = problems.map(({ field }) => {
    return markup`<li><a href="#${FIRST_CONTROL[field]}">${problemText(problems, field, texts)}</a></li>`;
  });
  return markup`<div class="errors" role="alert" tabindex="-1" autofocus aria-labelledby="errors-title">
<h2 id="errors-title">${notTaken ? texts.notTaken : texts.errorTitle}</h2>
${items.length === 0 ? null : markup`<ul>${items}</ul>`}
</div>`;
}

function problemText(
  problems: readonly ObjectionProblem[],
  field: keyof GivenObjection,
  texts: NoticeTexts,
): string | null {
  const problem = problems.find((one) => one.field === field);
  if (problem === undefined) return null;
  if (problem.code === 'NOT_SHOWN') return texts.notShown;
  if (problem.code === 'MISSING') return field === 'name' ? texts.missingName : texts.missingText;
  return texts.tooLong(field === 'about' ? 0 : OBJECTION_LIMITS[field]);
}

function aboutField(
  texts: NoticeTexts,
  { entries }: NoticeBody,
  chosen: string,
  problem: string | null,
): Markup {
  const options = [
    ...entries.map(({ appraisalId, name }) => ({ value: appraisalId, label: name })),
    { value: '', label: texts.aboutList },
  ];
  return markup`<div class="card${problem === null ? '' : ' wrong'}"><fieldset>
<legend>${texts.about}</legend>
${errorLine('about', problem)}<div class="list">
${options.map(
  ({ value, label }, at) => markup`<label><input type="radio" id="about-${at}" name="about" value="${value}"${
    value === chosen ? markup` checked` : null
  }><span>${label}</span></label>
`,
)}</div>
</fieldset></div>`;
}

function textField(texts: NoticeTexts, value: string, problem: string | null): Markup {
  return markup`<div class="card${problem === null ? '' : ' wrong'}">
<label class="question" for="text">${texts.text} <span class="must">${texts.required}</span></label>
<p class="hint" id="text-hint">${texts.textHint(OBJECTION_LIMITS.text)}</p>
${errorLine('text', problem)}<textarea id="text" name="text" required${described('text', problem)}>
${value}</textarea>
</div>`;
}

function lineField(field: {
  readonly name: 'name' | 'contact';
  readonly label: string;
  readonly hint: string;
  readonly mark: string;
  readonly must: boolean;
  readonly value: string;
  readonly problem: string | null;
}): Markup {
  const { name, label, hint, mark, must, value, problem } = field;
  return markup`<div class="card${problem === null ? '' : ' wrong'}">
<label class="question" for="${name}">${label} <span class="${must ? 'must' : 'post'}">${mark}</span></label>
<p class="hint" id="${name}-hint">${hint}</p>
${errorLine(name, problem)}<input class="text" id="${name}" name="${name}" value="${value}" autocomplete="off"${described(name, problem)}>
</div>`;
}

function errorLine(name: string, problem: string | null): Markup | null {
  if (problem === null) return null;
  return markup`<p class="error" id="${name}-error">${problem}</p>
`;
}

function described(name: string, problem: string | null): Markup {
  return problem === null
    ? markup` aria-describedby="${name}-hint"`
    : markup` aria-invalid="true" aria-describedby="${name}-error ${name}-hint"`;
}
