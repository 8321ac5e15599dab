import { builtinFacts, builtinValues, type FactStage } from '../../evaluate/builtin-facts.js';
import { isExactText } from '../../exact/exact.js';
import type { Comparison, Condition, Scalar } from '../schema/condition.js';
import type { FactDeclaration, Rulebook } from '../schema/rulebook.js';
import type { Path } from '../yaml-tree.js';
import { eachConsequence } from './each-consequence.js';
import type { LintContext } from './lint-context.js';

type KnownFact = {
  readonly type: FactDeclaration['type'];
  readonly known: FactStage;
  readonly values: readonly string[];
};
type Placed = { readonly condition: Condition; readonly path: Path; readonly at: FactStage };

const STAGES: readonly FactStage[] = ['unit', 'person', 'scored', 'result'];

/** Every fact a condition may name, with its type and from when on it is known. */
export function knownFacts(rulebook: Rulebook): ReadonlyMap<string, KnownFact> {
  return new Map([
    ...rulebook.facts.map(
      ({ id, type, scope, values }) => [id, { type, known: scope, values: values ?? [] }] as const,
    ),
    ...rulebook.computedFacts.map(
      ({ id, scope }) => [id, { type: 'decimal', known: scope, values: [] }] as const,
    ),
    ...builtinFacts(rulebook).map(
      ({ id, type, known }) => [id, { type, known, values: builtinValues(rulebook, id) }] as const,
    ),
  ]);
}

/** Every condition of a rulebook with its place and what is known when it is asked. */
function conditionsOf(rulebook: Rulebook): readonly Placed[] {
  const { quota, term } = rulebook;
  const placed = (at: FactStage, path: Path, condition: Condition | undefined): Placed[] =>
    condition === undefined ? [] : [{ condition, path, at }];
  return [
    ...rulebook.eligibility.flatMap(({ when }, i) => placed('person', ['eligibility', i, 'when'], when)),
    ...rulebook.vetoes.flatMap(({ when }, i) => placed('scored', ['vetoes', i, 'when'], when)),
    ...quota.raised.flatMap(({ when }, i) => placed('unit', ['quota', 'raised', i, 'when'], when)),
    ...quota.lowered.flatMap(({ when }, i) => placed('unit', ['quota', 'lowered', i, 'when'], when)),
    ...placed('person', ['quota', 'excludes', 'when'], quota.excludes?.when),
    ...placed('person', ['quota', 'refusals', 'when'], quota.refusals?.when),
    ...quota.tieBreaks.flatMap((step, i) =>
      'prefer' in step ? placed('scored', ['quota', 'tieBreaks', i, 'prefer'], step.prefer) : [],
    ),
    ...eachConsequence(rulebook).flatMap(({ rule, path }) => [
      ...placed('result', [...path, 'when'], rule.when),
      ...placed('result', [...path, 'unless', 'when'], rule.unless?.when),
    ]),
    ...placed('result', ['term', 'when'], term?.when),
    ...(term?.rules ?? []).flatMap(({ when }, i) => placed('result', ['term', 'rules', i, 'when'], when)),
  ];
}

function leaves(condition: Condition, path: Path): readonly { comparison: Comparison; path: Path }[] {
  if ('all' in condition) return condition.all.flatMap((each, i) => leaves(each, [...path, 'all', i]));
  if ('any' in condition) return condition.any.flatMap((each, i) => leaves(each, [...path, 'any', i]));
  if ('not' in condition) return leaves(condition.not, [...path, 'not']);
  return [{ comparison: condition, path }];
}

const ORDERING = new Set(['lt', 'le', 'ge', 'gt']);
const MANY = new Set(['in', 'not_in']);
const VALUELESS = new Set(['known', 'unknown']);

/** Why an operator cannot be used like this, or null. */
function shapeFault({ op, value }: Comparison, type: KnownFact['type']): { en: string; zh: string } | null {
  if (VALUELESS.has(op)) {
    return value === undefined ? null : { en: `"${op}" takes no value.`, zh: `“${op}”不带数值。` };
  }
  if (value === undefined) return { en: `"${op}" needs a value.`, zh: `“${op}”缺少数值。` };
  if (MANY.has(op) !== Array.isArray(value)) {
    return MANY.has(op)
      ? { en: `"${op}" needs a list of values.`, zh: `“${op}”需要一个取值列表。` }
      : { en: `"${op}" takes one value, not a list.`, zh: `“${op}”只带一个数值，不能是列表。` };
  }
  if (ORDERING.has(op) && type !== 'integer' && type !== 'decimal') {
    return { en: `"${op}" compares numbers only.`, zh: `“${op}”只能比较数字。` };
  }
  return null;
}

function hasType(value: Scalar, type: KnownFact['type']): boolean {
  switch (type) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'code':
      return typeof value === 'string';
    case 'integer':
    case 'decimal':
      return typeof value !== 'boolean' && isExactText(String(value));
  }
}

function lintComparison(
  { report }: LintContext,
  facts: ReadonlyMap<string, KnownFact>,
  comparison: Comparison,
  path: Path,
  at: FactStage,
): void {
  const { fact: id } = comparison;
  const fact = facts.get(id);
  if (fact === undefined) {
    return report('LINT_UNKNOWN_FACT', path, {
      en: `The fact "${id}" is neither declared nor computed by the engine.`,
      zh: `事实“${id}”既未声明，也不是系统计算的事实。`,
    });
  }
  if (STAGES.indexOf(fact.known) > STAGES.indexOf(at)) {
    report('LINT_FACT_NOT_YET_KNOWN', path, {
      en: `The fact "${id}" is not known yet when this rule is asked.`,
      zh: `适用本规则时，事实“${id}”还不知道。`,
    });
  }
  const fault = shapeFault(comparison, fact.type);
  if (fault !== null) return report('LINT_FACT_TYPE', path, fault);
  const values = Array.isArray(comparison.value) ? comparison.value : [comparison.value];
  for (const value of values) {
    if (value === undefined) continue;
    if (!hasType(value, fact.type)) {
      report('LINT_FACT_TYPE', path, {
        en: `${JSON.stringify(value)} is no ${fact.type}, but "${id}" is.`,
        zh: `“${id}”的类型是 ${fact.type}，不能与 ${JSON.stringify(value)} 比较。`,
      });
    } else if (fact.type === 'code' && !fact.values.includes(String(value))) {
      report('LINT_FACT_VALUE', path, {
        en: `"${id}" never has the value "${value}"; it has: ${fact.values.join(', ')}.`,
        zh: `“${id}”不会取值“${value}”；取值为：${fact.values.join('、')}。`,
      });
    }
  }
}

/** Conditions read declared facts that are known by then, with operators and values of their type. */
export function lintConditions(context: LintContext): void {
  const facts = knownFacts(context.rulebook);
  for (const { condition, path, at } of conditionsOf(context.rulebook)) {
    for (const leaf of leaves(condition, path))
      lintComparison(context, facts, leaf.comparison, leaf.path, at);
  }
}
