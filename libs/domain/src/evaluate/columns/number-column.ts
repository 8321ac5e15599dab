import { compareExact, exact, type Exact } from '../../exact/exact.js';

/**
 * A column of exact numbers as n/d in safe integers. `d` is 0 where there is no number, -1 where people
 * decide, and -2 where the number left the safe range and stands in `wide` instead.
 */
export type NumberColumn = {
  readonly n: Float64Array;
  readonly d: Float64Array;
  readonly wide: Map<number, Exact>;
};

export const NO_NUMBER = 0;
export const FOR_PEOPLE = -1;
export const WIDE = -2;

export function numberColumn(length: number): NumberColumn {
  return { n: new Float64Array(length), d: new Float64Array(length), wide: new Map() };
}

export function isNumber(column: NumberColumn, at: number): boolean {
  const d = column.d[at] ?? 0;
  return d > 0 || d === WIDE;
}

/** The number as a rational, or null where there is none. */
export function exactAt(column: NumberColumn, at: number): Exact | null {
  const d = column.d[at] ?? 0;
  if (d > 0) return exact(BigInt(column.n[at] ?? 0), BigInt(d));
  return d === WIDE ? (column.wide.get(at) ?? null) : null;
}

export function setExact(column: NumberColumn, at: number, value: Exact): void {
  column.d[at] = WIDE;
  column.wide.set(at, value);
}

export function copyNumber(from: NumberColumn, at: number, to: NumberColumn, place: number): void {
  const wide = from.wide.get(at);
  if (from.d[at] === WIDE && wide !== undefined) setExact(to, place, wide);
  else {
    to.n[place] = from.n[at] ?? 0;
    to.d[place] = from.d[at] ?? 0;
  }
}

/** A product or a sum of products of non-negative safe integers is exact unless it comes out above this. */
export const SAFE = Number.MAX_SAFE_INTEGER;

const SMALL = 64;

/** Divisors of small numbers, which is what counts of marks are. */
const SMALL_DIVISORS = Uint8Array.from({ length: SMALL * SMALL }, (_, at) =>
  euclid(Math.floor(at / SMALL), at % SMALL),
);

function euclid(a: number, b: number): number {
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}

export function greatestDivisor(a: number, b: number): number {
  return a < SMALL && b < SMALL ? (SMALL_DIVISORS[a * SMALL + b] ?? 1) : euclid(a, b);
}

function compareSafe(n: number, d: number, otherN: number, otherD: number): number {
  if (d === otherD) return n - otherN;
  const left = n * otherD;
  const right = otherN * d;
  if (left <= SAFE && right <= SAFE) return left - right;
  return compareExact(exact(BigInt(n), BigInt(d)), exact(BigInt(otherN), BigInt(otherD)));
}

/** Orders two numbers of a column; both must be numbers. */
export function compareAt(column: NumberColumn, a: number, b: number): number {
  const dA = column.d[a] ?? 0;
  const dB = column.d[b] ?? 0;
  if (dA > 0 && dB > 0) return compareSafe(column.n[a] ?? 0, dA, column.n[b] ?? 0, dB);
  return compareExact(exactAt(column, a) ?? exact(0n), exactAt(column, b) ?? exact(0n));
}

/** A fixed line to compare numbers with, in whole numbers where it fits. */
export type Line = { readonly n: number; readonly d: number; readonly value: Exact };

export function lineOf(value: Exact): Line {
  return { n: Number(value.n), d: Number(value.d), value };
}

/** Orders a number of the column and a line; negative: the number is below. */
export function compareWithLine(column: NumberColumn, at: number, line: Line): number {
  const d = column.d[at] ?? 0;
  const fits = d > 0 && line.n >= 0 && line.n <= SAFE && line.d <= SAFE;
  if (fits) return compareSafe(column.n[at] ?? 0, d, line.n, line.d);
  return compareExact(exactAt(column, at) ?? exact(0n), line.value);
}
