import type { Answer, Answers, Ballot } from './ballot.js';

type Plain = Readonly<Record<string, unknown>>;

/** The most bytes a ballot is read from; `ballotLength` stays far below. */
const MOST_BYTES = 1 << 20;

/**
 * A ballot from the bytes of an envelope, or null for what is none: bytes that are not UTF-8, not JSON, or not
 * of a ballot's shape. Never throws. Members a ballot does not have are dropped; which questions and values
 * count is judged by whoever counts (`isAnswerTo`).
 */
export function decodeBallot(bytes: Uint8Array): Ballot | null {
  const value = readJson(bytes);
  if (!isPlain(value)) return null;
  const community = readAnswers(own(value, 'community'));
  const people = readPeople(own(value, 'people'));
  if (community === null || people === null) return null;
  const comment = own(value, 'comment');
  if (comment === undefined) return { community, people };
  return typeof comment === 'string' ? { community, people, comment } : null;
}

function readJson(bytes: Uint8Array): unknown {
  if (bytes.length > MOST_BYTES) return null;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function readPeople(value: unknown): Ballot['people'] | null {
  if (!isPlain(value)) return null;
  const people: [string, Answers][] = [];
  for (const [appraisalId, each] of Object.entries(value)) {
    const answers = readAnswers(each);
    if (answers === null) return null;
    people.push([appraisalId, answers]);
  }
  return record(people);
}

function readAnswers(value: unknown): Answers | null {
  if (!isPlain(value)) return null;
  const answers: [string, Answer][] = [];
  for (const [questionId, answer] of Object.entries(value)) {
    if (!isAnswer(answer)) return null;
    answers.push([questionId, answer]);
  }
  return record(answers);
}

/** Without the names every object has: no question and no person is called so. */
function record<T>(entries: readonly (readonly [string, T])[]): Readonly<Record<string, T>> {
  return Object.fromEntries(entries.filter(([key]) => !(key in Object.prototype)));
}

function isAnswer(value: unknown): value is Answer {
  if (Array.isArray(value)) return value.every((each) => typeof each === 'string');
  return typeof value === 'string' || Number.isSafeInteger(value);
}

function own(value: Plain, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
