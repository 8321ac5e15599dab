import type { Rulebook } from '../rulebook/schema/rulebook.js';
import { conditionText } from './condition-text.js';
import type { DerivationNode, Operation } from './node.js';
import { wordingOf, type Wording } from './wording.js';

function ruleText(operation: Extract<Operation, { op: 'rule' }>, wording: Wording): string {
  const { when, unless, then } = operation;
  const but =
    unless === undefined ? '' : `${wording.say('，除非 ', ', unless ')}${conditionText(unless, wording)}`;
  return `${conditionText(when, wording)}${but} → ${wording.value(then)}`;
}

function roundText(operation: Extract<Operation, { op: 'round' }>, wording: Wording): string {
  const modes = {
    half_up: wording.say('四舍五入', 'half up'),
    half_even: wording.say('四舍六入五成双', 'half even'),
    floor: wording.say('舍去', 'down'),
    ceil: wording.say('进位', 'up'),
  };
  const mode = modes[operation.mode];
  return wording.say(
    `保留${operation.places}位小数，${mode}`,
    `rounded ${mode} to ${operation.places} places`,
  );
}

function shareText(operation: Extract<Operation, { op: 'survey_share' }>, { say }: Wording): string {
  const { minValid, minOrdinaryShare, assistedMaxShare } = operation;
  const limits = say(
    `有效票至少${minValid}张，普通居民占比至少${minOrdinaryShare}`,
    `at least ${minValid} valid ballots, ordinary share at least ${minOrdinaryShare}`,
  );
  if (assistedMaxShare === undefined) return limits;
  return `${limits}${say(`，代填占比至多${assistedMaxShare}`, `, share filled in by staff at most ${assistedMaxShare}`)}`;
}

/** The arithmetic of a step in a few words; leaves and mere groupings need none. */
function operationText(operation: Operation, wording: Wording): string {
  const { say } = wording;
  switch (operation.op) {
    case 'weighted_mean':
      return `${say('权重', 'weights')} ${operation.weights.join(' : ')}`;
    case 'ratio':
      return say(`第一项÷第二项×${operation.times}`, `first / second x ${operation.times}`);
    case 'survey_share':
      return shareText(operation, wording);
    case 'wilson':
      return say('威尔逊区间，向外取整', 'Wilson interval, rounded outwards');
    case 'rule':
      return ruleText(operation, wording);
    case 'round':
      return roundText(operation, wording);
    case 'band':
      return operation.bands
        .map(
          ({ grade, from, to, fromIncludes, toIncludes }) =>
            `${wording.value(grade)} ${fromIncludes ? '[' : '('}${from}, ${to}${toIncludes ? ']' : ')'}`,
        )
        .join('; ');
    case 'worst':
      return say('取较差', 'the worse counts');
    case 'heaviest':
      return say('取影响较重的', 'the heavier counts');
    case 'largest_remainder':
      return say('最大余数法', 'largest remainder');
    case 'clamp':
      return say(
        `限于${operation.from}至${operation.to}`,
        `held between ${operation.from} and ${operation.to}`,
      );
    case 'dual_posts':
      return { mean: say('取平均', 'mean'), lower: say('取较低', 'the lower'), to_people: '' }[
        operation.combine
      ];
    case 'difference':
      return say('相减', 'difference');
    case 'sum':
      return say('相加', 'sum');
    case 'product':
      return say('相乘', 'product');
    case 'minimum':
      return say('取较小', 'the smaller');
    case 'input':
    case 'refer':
    case 'mean':
    case 'trimmed_mean':
    case 'first':
    case 'lookup':
    case 'quota_cap':
    case 'between':
    case 'needs_people':
    case 'seat':
      return '';
  }
}

function isMark(node: DerivationNode): boolean {
  return node.operation.op === 'input' && node.operation.from.startsWith('mark:');
}

/** Runs of marks share a line: a hundred ballots are no story. */
function renderMarks(marks: readonly DerivationNode[], indent: string, wording: Wording): string[] {
  const groups: { readonly what: string; readonly values: string[] }[] = [];
  for (const mark of marks) {
    const what = wording.text(mark.what);
    const last = groups[groups.length - 1];
    if (last?.what === what) last.values.push(mark.value);
    else groups.push({ what, values: [mark.value] });
  }
  return groups.map(({ what, values }) => `${indent}${what}: ${values.join(', ')}`);
}

/** A grouping around a single step tells nothing of its own: the two are told as one. */
function merged(node: DerivationNode): DerivationNode {
  const [only] = node.children;
  if (node.operation.op !== 'first' || only === undefined || node.children.length > 1) return node;
  const inner = merged(only);
  if (inner.operation.op === 'input' || inner.operation.op === 'rule') return node;
  return { ...inner, ...node, operation: inner.operation, children: inner.children };
}

function render(given: DerivationNode, depth: number, wording: Wording): string[] {
  const node = merged(given);
  const indent = '  '.repeat(depth);
  const how = operationText(node.operation, wording);
  const line = [
    `${indent}${wording.text(node.what)} = ${wording.value(node.value)}`,
    how === '' ? '' : `  {${how}}`,
    node.clause === undefined ? '' : ` 〔${node.clause}〕`,
    node.note === undefined ? '' : ` — ${wording.text(node.note)}`,
  ].join('');
  return [
    line,
    ...renderMarks(node.children.filter(isMark), `${indent}  `, wording),
    ...node.children.filter((child) => !isMark(child)).flatMap((child) => render(child, depth + 1, wording)),
  ];
}

/**
 * The tree as indented lines, result first: what = value {how} 〔clause〕 — note. Marks of one role share a
 * line. With the rulebook, codes of grades and facts are said by their titles.
 */
export function renderDerivation(node: DerivationNode, language: 'zh' | 'en', rulebook?: Rulebook): string[] {
  return render(node, 0, wordingOf(language, rulebook));
}
