import type { GivenAnswers } from '@kaoji/application';

const LONGEST_ID = 64;

/** A posted form: what was answered, and whether the resident asked for the other language instead. */
export type PostedForm = { readonly given: GivenAnswers; readonly switches: boolean };

/**
 * Reads an urlencoded body. Only the page's own fields are taken, anything else is left where it lies; keys
 * never become properties of an object. A question answered twice is no answer on the scale.
 */
export function readAnswerForm(body: string): PostedForm {
  const fields = new URLSearchParams(body);
  const workers = new Map<string, string>();
  for (const name of new Set(fields.keys())) {
    const id = name.startsWith('worker.') ? name.slice('worker.'.length) : '';
    if (id !== '' && id.length <= LONGEST_ID) workers.set(id, only(fields, name) ?? '');
  }
  return {
    given: { overall: only(fields, 'overall'), workers, comment: fields.get('comment') },
    switches: fields.has('switch'),
  };
}

function only(fields: URLSearchParams, name: string): string | null {
  const values = fields.getAll(name);
  return values.length === 0 ? null : values.join('+');
}
