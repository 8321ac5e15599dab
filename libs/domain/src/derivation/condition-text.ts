import type { Comparison, Condition } from '../rulebook/schema/condition.js';
import type { Wording } from './wording.js';

const SYMBOLS: Readonly<Record<Comparison['op'], string>> = {
  eq: '=',
  ne: '≠',
  lt: '<',
  le: '≤',
  ge: '≥',
  gt: '>',
  in: '∈',
  not_in: '∉',
  known: '',
  unknown: '',
};

function comparisonText({ fact, op, value }: Comparison, wording: Wording): string {
  const name = wording.fact(fact);
  if (op === 'known' || op === 'unknown') {
    const words = { known: wording.say('已知', 'is known'), unknown: wording.say('未知', 'is unknown') };
    return `${name} ${words[op]}`;
  }
  const shown = Array.isArray(value)
    ? `{${value.map((one) => wording.value(String(one))).join(', ')}}`
    : wording.value(String(value ?? ''));
  return `${name} ${SYMBOLS[op]} ${shown}`;
}

/** A condition as a person reads it. */
export function conditionText(condition: Condition, wording: Wording): string {
  const joined = (conditions: readonly Condition[], word: string) =>
    conditions
      .map((one) => ('fact' in one ? conditionText(one, wording) : `(${conditionText(one, wording)})`))
      .join(word);
  if ('all' in condition) return joined(condition.all, wording.say(' 且 ', ' and '));
  if ('any' in condition) return joined(condition.any, wording.say(' 或 ', ' or '));
  if ('not' in condition) return `${wording.say('非', 'not ')}(${conditionText(condition.not, wording)})`;
  return comparisonText(condition, wording);
}
