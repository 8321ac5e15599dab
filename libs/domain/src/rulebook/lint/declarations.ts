import { readFactValue } from '../../evaluate/facts.js';
import { builtinFacts } from '../../evaluate/builtin-facts.js';
import type { Path } from '../yaml-tree.js';
import type { LintContext } from './lint-context.js';

function repeated<T>(items: readonly T[], key: (item: T) => string): readonly number[] {
  const seen = new Set<string>();
  return items.flatMap((item, index) => (seen.has(key(item)) ? [index] : (seen.add(key(item)), [])));
}

function lintCodes({ rulebook, report }: LintContext): void {
  for (const list of ['grades', 'posts', 'categories', 'roles'] as const) {
    for (const index of repeated(rulebook[list], ({ code }) => code)) {
      const code = rulebook[list][index]?.code ?? '';
      report('LINT_DUPLICATE_ID', [list, index, 'code'], {
        en: `"${code}" is declared twice.`,
        zh: `“${code}”重复声明。`,
      });
    }
  }
}

/** Facts are declared once, with the values and the default their type allows. */
function lintFacts({ rulebook, report }: LintContext): void {
  const fault = (path: Path, en: string, zh: string) => report('LINT_FACT_DECLARATION', path, { en, zh });
  const builtin = new Set(builtinFacts(rulebook).map(({ id }) => id));
  for (const index of repeated(rulebook.facts, ({ id }) => id)) {
    const id = rulebook.facts[index]?.id ?? '';
    report('LINT_DUPLICATE_ID', ['facts', index, 'id'], {
      en: `The fact "${id}" is declared twice.`,
      zh: `事实“${id}”重复声明。`,
    });
  }
  rulebook.facts.forEach((fact, index) => {
    const path = ['facts', index];
    if (builtin.has(fact.id)) {
      fault(
        path,
        `"${fact.id}" is computed by the engine; choose another id.`,
        `“${fact.id}”由系统计算，请另取编号。`,
      );
    }
    const hasValues = (fact.values ?? []).length > 0;
    if (fact.type === 'code' && !hasValues) {
      fault(path, `List the values "${fact.id}" can have.`, `请列出“${fact.id}”的全部取值。`);
    }
    if (fact.type !== 'code' && fact.values !== undefined) {
      fault([...path, 'values'], `Only a fact of type code has values.`, `只有 code 类型的事实才有取值表。`);
    }
    if (fact.default !== undefined && readFactValue(fact, fact.default) === null) {
      fault(
        [...path, 'default'],
        `The default does not fit the type of "${fact.id}".`,
        `“${fact.id}”的默认值与类型不符。`,
      );
    }
    if (fact.default !== undefined && fact.optional) {
      fault(
        [...path, 'optional'],
        `A fact with a default is never unknown.`,
        `有默认值的事实不会“未知”，不能再写 optional。`,
      );
    }
  });
}

/** A sum adds declared numbers of its own scope, and its id is free. */
function lintComputed({ rulebook, report }: LintContext): void {
  const taken = new Set([...rulebook.facts, ...builtinFacts(rulebook)].map(({ id }) => id));
  rulebook.computedFacts.forEach(({ id, scope, sumOf }, index) => {
    const path = ['computedFacts', index];
    if (taken.has(id)) {
      report('LINT_FACT_DECLARATION', [...path, 'id'], {
        en: `The id "${id}" is taken by another fact.`,
        zh: `编号“${id}”已被其他事实使用。`,
      });
    }
    sumOf.forEach((part, i) => {
      const fact = rulebook.facts.find((each) => each.id === part);
      if (fact?.scope === scope && (fact.type === 'integer' || fact.type === 'decimal')) return;
      report('LINT_FACT_DECLARATION', [...path, 'sumOf', i], {
        en: `"${part}" is no declared ${scope} fact with a number.`,
        zh: `“${part}”不是已声明的${scope === 'person' ? '个人' : '单位'}数字类事实。`,
      });
    });
  });
}

/** Grades, posts, categories, roles and facts are each declared once and soundly. */
export function lintDeclarations(context: LintContext): void {
  lintCodes(context);
  lintFacts(context);
  lintComputed(context);
}
