import {
  ZERO,
  addExact,
  clampExact,
  compareExact,
  divideExact,
  exact,
  exactFromInteger,
  formatExact,
  minExact,
  multiplyExact,
  parseExact,
  roundExact,
  subtractExact,
  sumExact,
  type Exact,
} from '../exact/exact.js';
import { wilson } from '../survey/count/wilson.js';
import { NONE, TO_PEOPLE, type Operation } from './node.js';

export type NumberOperation = Extract<
  Operation,
  {
    op:
      | 'sum'
      | 'difference'
      | 'product'
      | 'minimum'
      | 'mean'
      | 'trimmed_mean'
      | 'weighted_mean'
      | 'ratio'
      | 'survey_share'
      | 'wilson'
      | 'clamp'
      | 'round'
      | 'dual_posts';
  }
>;

function meanOf(values: readonly Exact[]): string {
  return formatExact(divideExact(sumExact(values), exactFromInteger(values.length)));
}

function trimmedMean(operation: Extract<Operation, { op: 'trimmed_mean' }>, marks: readonly Exact[]): string {
  if (marks.some((mark, at) => at > 0 && compareExact(marks[at - 1] ?? mark, mark) > 0)) return 'unsorted';
  if (marks.length < operation.minCount) return NONE;
  const trims = marks.length > operation.whenMoreThan;
  const kept = trims
    ? marks.slice(operation.dropLowest, Math.max(operation.dropLowest, marks.length - operation.dropHighest))
    : marks;
  return kept.length === 0 ? NONE : meanOf(kept);
}

function weightedMean(
  operation: Extract<Operation, { op: 'weighted_mean' }>,
  children: readonly string[],
): string {
  let weights = ZERO;
  let total = ZERO;
  for (const [at, child] of children.entries()) {
    const missing = operation.missing[at];
    const weight = parseExact(operation.weights[at] ?? '');
    if (child === TO_PEOPLE || (child === NONE && missing === 'to_people')) return TO_PEOPLE;
    if (child === NONE && missing === 'redistribute') continue;
    weights = addExact(weights, weight);
    total = addExact(total, multiplyExact(weight, child === NONE ? ZERO : parseExact(child)));
  }
  return weights.n === 0n ? NONE : formatExact(divideExact(total, weights));
}

function surveyShare(
  operation: Extract<Operation, { op: 'survey_share' }>,
  [satisfied = ZERO, valid = ZERO, ordinary = ZERO, assisted = ZERO]: readonly Exact[],
): string {
  if (compareExact(valid, exactFromInteger(Math.max(1, operation.minValid))) < 0) return NONE;
  if (compareExact(ordinary, multiplyExact(parseExact(operation.minOrdinaryShare), valid)) < 0) return NONE;
  const most = parseExact(operation.assistedMaxShare ?? '1');
  if (compareExact(assisted, multiplyExact(most, valid)) > 0) return NONE;
  return formatExact(multiplyExact(divideExact(satisfied, valid), parseExact(operation.times)));
}

function intervalEnd(operation: Extract<Operation, { op: 'wilson' }>, children: readonly string[]): string {
  const [satisfied = NONE, valid = NONE, population = NONE] = children;
  const interval = wilson(
    {
      satisfied: Number(satisfied),
      valid: Number(valid),
      population: population === NONE ? null : Number(population),
    },
    operation.places,
  );
  return interval?.[operation.end] ?? NONE;
}

function dualPosts(combine: 'mean' | 'lower' | 'to_people', children: readonly string[]): string {
  if (combine === 'to_people') return TO_PEOPLE;
  const silent = children.find((child) => child === NONE || child === TO_PEOPLE);
  if (silent !== undefined) return silent;
  const numbers = children.map(parseExact);
  return combine === 'mean' ? meanOf(numbers) : formatExact(numbers.reduce(minExact));
}

function arithmetic(operation: NumberOperation, numbers: readonly Exact[]): string {
  const [first = ZERO, ...others] = numbers;
  switch (operation.op) {
    case 'sum':
      return formatExact(sumExact(numbers));
    case 'difference':
      return formatExact(others.reduce(subtractExact, first));
    case 'product':
      return formatExact(numbers.reduce(multiplyExact, exact(1n)));
    case 'minimum':
      return formatExact(others.reduce(minExact, first));
    case 'mean':
      return numbers.length < Math.max(1, operation.minCount) ? NONE : meanOf(numbers);
    case 'trimmed_mean':
      return trimmedMean(operation, numbers);
    case 'ratio':
      return formatExact(multiplyExact(divideExact(first, others[0] ?? ZERO), parseExact(operation.times)));
    case 'survey_share':
      return surveyShare(operation, numbers);
    case 'clamp':
      return formatExact(clampExact(first, parseExact(operation.from), parseExact(operation.to)));
    case 'round':
      return formatExact(roundExact(first, operation.places, operation.mode));
    case 'weighted_mean':
    case 'wilson':
    case 'dual_posts':
      throw new Error(`${operation.op} takes children without a number`);
  }
}

/** What an operation on numbers gives. A child without a number passes through, save where a rule handles it. */
export function recomputeNumber(operation: NumberOperation, children: readonly string[]): string {
  if (operation.op === 'weighted_mean') return weightedMean(operation, children);
  if (operation.op === 'wilson') return intervalEnd(operation, children);
  if (operation.op === 'dual_posts') return dualPosts(operation.combine, children);
  const silent = children.find((child) => child === NONE || child === TO_PEOPLE);
  return silent ?? arithmetic(operation, children.map(parseExact));
}
