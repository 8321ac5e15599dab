import { compareExact, isExactText, parseExact } from '../exact/exact.js';
import type { Comparison, Condition, Scalar } from '../rulebook/schema/condition.js';
import type { Facts, FactValue } from './facts.js';

const SMALL_INTEGER = /^-?\d{1,15}$/;

/** Order of two numbers given as numbers or exact texts, or null when one of them is no number. */
function compareNumbers(a: FactValue, b: Scalar): -1 | 0 | 1 | null {
  if (typeof a === 'boolean' || typeof b === 'boolean') return null;
  const left = String(a);
  const right = String(b);
  if (SMALL_INTEGER.test(left) && SMALL_INTEGER.test(right)) {
    const difference = Number(left) - Number(right); // integers below 2^53: exact
    return difference < 0 ? -1 : difference > 0 ? 1 : 0;
  }
  if (!isExactText(left) || !isExactText(right)) return null;
  return compareExact(parseExact(left), parseExact(right));
}

function equals(fact: FactValue, value: Scalar): boolean {
  return fact === value || compareNumbers(fact, value) === 0;
}

function valuesOf(comparison: Comparison): readonly Scalar[] {
  const { value } = comparison;
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

function compares(comparison: Comparison, facts: Facts): boolean {
  const fact = facts.get(comparison.fact);
  if (comparison.op === 'known') return fact !== undefined;
  if (comparison.op === 'unknown') return fact === undefined;
  if (fact === undefined) return false;
  const values = valuesOf(comparison);
  const [first] = values;
  const order = () => (first === undefined ? null : compareNumbers(fact, first));
  switch (comparison.op) {
    case 'eq':
      return first !== undefined && equals(fact, first);
    case 'ne':
      return first !== undefined && !equals(fact, first);
    case 'in':
      return values.some((value) => equals(fact, value));
    case 'not_in':
      return !values.some((value) => equals(fact, value));
    case 'lt':
      return order() === -1;
    case 'le':
      return order() === -1 || order() === 0;
    case 'ge':
      return order() === 0 || order() === 1;
    case 'gt':
      return order() === 1;
  }
}

/**
 * Whether a condition holds for the facts. Numbers compare as exact rationals (`149/250` is below `0.6`,
 * `150/250` is not). A fact that is not known makes every comparison false, `ne` and `not_in` too, except
 * `unknown`; `not` turns that round, so write `known` beside a `not`.
 */
export function holds(condition: Condition, facts: Facts): boolean {
  if ('all' in condition) return condition.all.every((each) => holds(each, facts));
  if ('any' in condition) return condition.any.some((each) => holds(each, facts));
  if ('not' in condition) return !holds(condition.not, facts);
  return compares(condition, facts);
}

/** Every comparison of a condition, in the order written. */
export function comparisonsOf(condition: Condition): readonly Comparison[] {
  if ('all' in condition) return condition.all.flatMap(comparisonsOf);
  if ('any' in condition) return condition.any.flatMap(comparisonsOf);
  if ('not' in condition) return comparisonsOf(condition.not);
  return [condition];
}

/** The ids of the facts a condition reads, each once, in the order written. */
export function factIds(condition: Condition): readonly string[] {
  return [...new Set(comparisonsOf(condition).map(({ fact }) => fact))];
}

/** The facts a condition reads with their values, for a derivation; `null` where a fact is not known. */
export function factsRead(
  condition: Condition,
  facts: Facts,
): readonly { readonly fact: string; readonly value: FactValue | null }[] {
  return factIds(condition).map((fact) => ({ fact, value: facts.get(fact) ?? null }));
}
