import { utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '../../rulebook/canonical-json.js';
import type { Question, Questionnaire } from '../questionnaire/questionnaire.js';
import type { Answer, Answers, Ballot } from './ballot.js';

/** The longest id an appraisal has, in ASCII characters. */
export const APPRAISAL_ID_MAX = 64;
/** Ballots grow by whole blocks, so that one person who joins or leaves seldom changes their length. */
const BLOCK = 256;
const BLANK = 0x20;

/**
 * The bytes of every ballot of a questionnaire about so many people: enough for the fullest one, a multiple of
 * 256, and the same for all, so that the length of an envelope says nothing about the answer in it.
 */
export function ballotLength(questionnaire: Questionnaire, people: number): number {
  const frame = canonicalJson({ community: fullest(questionnaire.community), people: {} }).length;
  const person = `"${'x'.repeat(APPRAISAL_ID_MAX)}":${canonicalJson(fullest(questionnaire.appraisee))},`;
  // A character of a comment takes three bytes of UTF-8 at most (four for two), or two as an escape.
  const { comment } = questionnaire;
  const words = comment === undefined ? 0 : ',"comment":""'.length + 3 * comment.maxLength;
  return Math.ceil((frame + people * person.length + words) / BLOCK) * BLOCK;
}

/**
 * A ballot as canonical JSON in UTF-8, filled up with blanks to `length` bytes. Throws on a ballot that does
 * not fit: no ballot that was checked against its questionnaire does.
 */
export function encodeBallot(ballot: Ballot, length: number): Uint8Array {
  const text = utf8ToBytes(canonicalJson(ballot));
  if (text.length > length) {
    throw new RangeError(`encodeBallot: a ballot of ${text.length} bytes does not fit into ${length}`);
  }
  const bytes = new Uint8Array(length).fill(BLANK);
  bytes.set(text);
  return bytes;
}

/** For each question the answer that takes the most characters. */
function fullest(questions: readonly Question[]): Answers {
  return Object.fromEntries(questions.map((question) => [question.id, longest(question)]));
}

function longest(question: Question): Answer {
  if (question.kind === 'scale') return question.labels.length;
  const ids = question.options.map(({ id }) => id).sort((a, b) => b.length - a.length);
  if (question.kind === 'single') return ids[0] ?? '';
  return ids.slice(0, question.atMost ?? ids.length);
}
