import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { Refusal } from '../../refusal.js';

/** Everyone who could be asked in one stratum, by a reference that is not a name, and how many will be. */
export type DrawStratum<S extends string = string> = {
  readonly stratum: S;
  readonly refs: readonly string[];
  readonly size: number;
};
/** `drawn` in the order of the draw. Shorter than `size` only when the whole list is drawn. */
export type DrawnStratum<S extends string = string> = {
  readonly stratum: S;
  readonly listed: number;
  readonly size: number;
  readonly drawn: readonly string[];
};

/** The name under which this way of drawing is published (docs/survey-count.md); another way gets another. */
export const DRAW_ALGORITHM = 'kaoji-draw/1';

// Anything that could end a line: the parts of a rank are joined by line feeds.
const LINE_END = /[\n\r\u0085\u2028\u2029]/u;

function checkWord(what: string, word: string): void {
  if (word === '' || LINE_END.test(word)) {
    throw new Refusal('DRAW_TEXT_INVALID', `A ${what} must be one line of text and not empty.`, { what });
  }
}

/** The rank of one reference: SHA-256 in hex of the UTF-8 text `seed LF stratum LF ref`. */
export function drawRank(seed: string, stratum: string, ref: string): string {
  return bytesToHex(sha256(utf8ToBytes(`${seed}\n${stratum}\n${ref}`)));
}

function drawStratum<S extends string>(
  seed: string,
  { stratum, refs, size }: DrawStratum<S>,
): DrawnStratum<S> {
  checkWord('stratum', stratum);
  if (!Number.isSafeInteger(size) || size < 0) {
    throw new Refusal('DRAW_SIZE_INVALID', 'A sample size is a whole number from 0.', { stratum, size });
  }
  const ranks = new Map<string, string>();
  for (const ref of refs) {
    checkWord('reference', ref);
    if (ranks.has(ref)) {
      throw new Refusal('DRAW_REF_TWICE', `The list of "${stratum}" has ${ref} twice.`, { stratum, ref });
    }
    ranks.set(ref, drawRank(seed, stratum, ref));
  }
  const drawn = [...ranks].sort(([, a], [, b]) => (a < b ? -1 : 1)).slice(0, size);
  return { stratum, listed: refs.length, size, drawn: drawn.map(([ref]) => ref) };
}

/**
 * Draws a sample that anyone can draw again: in each stratum the `size` references with the lowest `drawRank`.
 * The order of the lists does not matter; a list not longer than its size is drawn whole. Refuses
 * `DRAW_TEXT_INVALID`, `DRAW_SIZE_INVALID`, `DRAW_REF_TWICE`, `DRAW_STRATUM_TWICE`.
 */
export function drawSample<S extends string>(input: {
  readonly seed: string;
  readonly strata: readonly DrawStratum<S>[];
}): readonly DrawnStratum<S>[] {
  const { seed, strata } = input;
  checkWord('seed', seed);
  const names = strata.map(({ stratum }) => stratum);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) {
    throw new Refusal('DRAW_STRATUM_TWICE', `The stratum "${twice}" is given twice.`, { stratum: twice });
  }
  return strata.map((one) => drawStratum(seed, one));
}
