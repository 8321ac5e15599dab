import type { Instant } from '@kaoji/application';
import type { GivenBallot } from '@kaoji/domain';

/** What a form held when it was sent. */
export type PostedForm = {
  readonly given: GivenBallot;
  /** When the page was shown first, as it says itself. */
  readonly shownAt: Instant | null;
  /** The screen it stood on and the one asked for, from 1; null `go`: the answer itself. */
  readonly at: number | null;
  readonly go: number | null;
  /** Whether the other language was asked for. */
  readonly switches: boolean;
};

export const NO_ANSWERS: PostedForm = {
  given: new Map(),
  shownAt: null,
  at: null,
  go: null,
  switches: false,
};

const LONGEST_NAME = 160;
const ANSWER = /^(?:[cp]\..+|comment)$/s;

/**
 * Reads an urlencoded body. Only names of answers are taken, anything else is left where it lies; names never
 * become properties of an object.
 */
export function readPostedForm(body: string): PostedForm {
  const fields = new URLSearchParams(body);
  const given = new Map<string, string[]>();
  for (const [name, value] of fields) {
    if (name.length > LONGEST_NAME || !ANSWER.test(name)) continue;
    const values = given.get(name);
    if (values === undefined) given.set(name, [value]);
    else values.push(value);
  }
  const shown = wholeNumber(fields.get('t'));
  return {
    given,
    shownAt: shown === null ? null : shown * 1000,
    at: wholeNumber(fields.get('at')),
    go: wholeNumber(fields.get('go')),
    switches: fields.has('switch'),
  };
}

function wholeNumber(text: string | null): number | null {
  return text !== null && /^\d{1,10}$/.test(text) ? Number(text) : null;
}
