import type { Question, Questionnaire, ScaleQuestion } from '../survey/questionnaire/questionnaire.js';

const LABELS = [
  { zh: '差', en: 'Bad' },
  { zh: '中', en: 'Fair' },
  { zh: '好', en: 'Good' },
];

/** An optional scale of three labels. */
export function scaleWith(id: string, overrides: Partial<Omit<ScaleQuestion, 'id'>> = {}): ScaleQuestion {
  return { id, kind: 'scale', title: asks(id), labels: LABELS, required: false, ...overrides };
}

/** An optional choice between `a`, `b`, `c`; `multiple` with `atMost` when that is given. */
export function choiceWith(
  id: string,
  kind: 'single' | 'multiple',
  overrides: { readonly required?: boolean; readonly atMost?: number } = {},
): Question {
  const options = ['a', 'b', 'c'].map((each) => ({
    id: each,
    title: { zh: `选${each}`, en: `Pick ${each}` },
  }));
  const { required = false, atMost } = overrides;
  if (kind === 'single') return { id, kind, title: asks(id), options, required };
  return { id, kind, title: asks(id), options, required, ...(atMost === undefined ? {} : { atMost }) };
}

/** Lint-clean: a required scale `overall` about the community, the satisfaction scale `rating` about people. */
export function questionnaireWith(overrides: Partial<Questionnaire> = {}): Questionnaire {
  return {
    id: 'demo',
    version: '1',
    title: { zh: '演示问卷', en: 'A demo questionnaire' },
    intro: { zh: '请选。', en: 'Please choose.' },
    community: [scaleWith('overall', { required: true })],
    appraisee: [scaleWith('rating', { required: true, satisfaction: true })],
    comment: { title: { zh: '还想说什么？', en: 'Anything else?' }, maxLength: 100 },
    ...overrides,
  };
}

function asks(id: string): Questionnaire['title'] {
  return { zh: `问${id}？`, en: `What of ${id}?` };
}
