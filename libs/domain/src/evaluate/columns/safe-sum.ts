import { greatestDivisor } from './number-column.js';

/** What a step came to: a number in the cells, nothing, a matter for people, or too wide for safe integers. */
export const NUMBER = 0;
export const NOTHING = 1;
export const PEOPLE = 2;
export const TOO_WIDE = 3;

/**
 * A running sum of weight x n/d over one denominator, in cells: [sum, denominator, sum of weights]. All
 * parts are non-negative, so a cell that ever left the safe range stays above it and is seen at the end.
 */
export type Cells = Float64Array;

export function startSum(cells: Cells): void {
  cells[0] = 0;
  cells[1] = 1;
  cells[2] = 0;
}

export function addWeighted(cells: Cells, weight: number, n: number, d: number): void {
  const sum = cells[0] ?? 0;
  const common = cells[1] ?? 1;
  cells[2] = (cells[2] ?? 0) + weight;
  if (common === d) {
    cells[0] = sum + weight * n;
  } else if (sum === 0) {
    cells[0] = weight * n;
    cells[1] = d;
  } else {
    const widen = d / greatestDivisor(common, d);
    cells[0] = sum * widen + weight * n * ((common * widen) / d);
    cells[1] = common * widen;
  }
}

/** Divides the sum by its weights and multiplies by n/d: the number is then in cells 0 and 1. */
export function finishSum(cells: Cells, limit: number, factorN = 1, factorD = 1): number {
  const weights = cells[2] ?? 0;
  if (weights === 0) return NOTHING;
  const n = (cells[0] ?? 0) * factorN;
  const d = (cells[1] ?? 1) * weights * factorD;
  cells[0] = n;
  cells[1] = d;
  if (n > limit || d > limit) return TOO_WIDE;
  if (d > 1e9) {
    const common = greatestDivisor(n, d);
    cells[0] = n / common;
    cells[1] = d / common;
  }
  return NUMBER;
}
