import type { Path } from '../yaml-tree.js';
import type { LintContext } from './lint-context.js';

type Plain = Readonly<Record<string, unknown>>;
type Rule = { readonly id: string; readonly path: Path; readonly value: Plain };

/** Every rule with an id; the root and declared facts are none. */
function rulesIn(value: unknown, path: Path): readonly Rule[] {
  if (Array.isArray(value)) return value.flatMap((each, index) => rulesIn(each, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  const plain = value as Plain;
  const mine =
    path.length > 0 && typeof plain['id'] === 'string' ? [{ id: plain['id'], path, value: plain }] : [];
  return [...mine, ...Object.entries(plain).flatMap(([key, each]) => rulesIn(each, [...path, key]))];
}

function isSheet(path: Path): boolean {
  return path[0] === 'dimensions' && path.at(-2) === 'sheets';
}

/** Rule ids are unique, so that a decision names one rule; every rule says where it comes from. */
export function lintProvenance({ rulebook, report }: LintContext): void {
  const seen = new Set<string>();
  const { facts: _facts, ...rest } = rulebook;
  for (const { id, path, value } of rulesIn(rest, [])) {
    if (seen.has(id)) {
      report('LINT_DUPLICATE_ID', [...path, 'id'], {
        en: `The id "${id}" is used twice.`,
        zh: `编号“${id}”重复。`,
      });
    }
    seen.add(id);
    if (isSheet(path) || value['clause'] !== undefined || value['localChoice'] !== undefined) continue;
    report('LINT_NO_SOURCE', path, {
      en: `Rule "${id}" names no clause; if a local office decided it, say so with localChoice and the reason.`,
      zh: `规则“${id}”没有写条款依据；如属本地决定，请用 localChoice 写明理由。`,
    });
  }
}
