import type { z } from 'zod';
import type { Finding } from './finding.js';
import type { LintCode } from './lint/codes.js';
import { provenanceAt, valueAt } from './provenance-at.js';
import { lineAt, type Path, type Positions } from './yaml-tree.js';

type Issue = z.core.$ZodIssue;
type Located = { readonly issue: Issue; readonly path: Path };

function pathOf(path: readonly PropertyKey[]): Path {
  return path.map((key) => (typeof key === 'number' ? key : String(key)));
}

/** Of a union's branches, the one the writer most likely meant: fewest wrong keys, then fewest issues. */
function likeliest(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  const distance = (issues: readonly Issue[]) =>
    issues.reduce(
      (sum, issue) => sum + (issue.code === 'unrecognized_keys' ? 10 * issue.keys.length : 1),
      0,
    ) + (issues.some((issue) => issue.path.length === 0 && issue.code === 'invalid_type') ? 100 : 0);
  return [...branches].sort((a, b) => distance(a) - distance(b))[0] ?? [];
}

function flatten(issue: Issue, above: Path): readonly Located[] {
  const path = [...above, ...pathOf(issue.path)];
  if (issue.code !== 'invalid_union') return [{ issue, path }];
  const inner = likeliest(issue.errors as readonly (readonly Issue[])[]).flatMap((each) =>
    flatten(each, path),
  );
  return inner.length === 0 ? [{ issue, path }] : inner;
}

type Wording = { readonly code: string; readonly en: string; readonly zh: string };
/** What a missing or odd value means in a format, where more can be said than its type; else null. */
export type Meaning = (path: Path, root: unknown) => Wording | null;

const EXPECTED_ZH: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: '是/否（true/false）',
  array: '列表',
  object: '一组键值',
};

function rulebookMeaning(path: Path, root: unknown): (Wording & { readonly code: LintCode }) | null {
  const last = path.at(-1);
  if (last === 'rounding' || last === 'compositeRounding') {
    return {
      code: 'LINT_ROUNDING_UNSTATED',
      en: 'State how this is rounded ("none" is an answer); there is no default.',
      zh: '必须写明取整（舍入）办法（可写 none），没有默认值。',
    };
  }
  const inBand = path[0] === 'bands' && path.some((key) => key === 'from' || key === 'to');
  if (inBand && (last === 'includes' || typeof valueAt(root, path) !== 'object')) {
    return {
      code: 'LINT_BOUNDARY_UNSTATED',
      en: 'State the boundary and whether it is included: { value: 90, includes: true }.',
      zh: '必须写明分数线及是否含本数：{ value: 90, includes: true }。',
    };
  }
  if (path.join('.') === 'process.consultation.required') {
    return {
      code: 'LINT_CONSULTATION',
      en: 'Staff must be consulted before a plan is published (Labour Contract Law Art 4).',
      zh: '方案发布前必须听取工作人员意见（劳动合同法第四条）。',
    };
  }
  if (path.join('.') === 'quota.tieBreaks') {
    return {
      code: 'LINT_TIE_BREAK_NO_DRAW',
      en: 'The tie-break chain must end in a stated draw.',
      zh: '同分处理办法的最后一步必须是写明的抽签。',
    };
  }
  if (last === 'years' && path.at(-2) === 'streak') {
    return {
      code: 'LINT_STREAK_TOO_SHORT',
      en: 'A streak is two years or more.',
      zh: '“连续（累计）”至少两年。',
    };
  }
  return null;
}

function words({ issue, path }: Located, root: unknown, meaning: Meaning): Wording {
  const found = meaning(path, root);
  if (found !== null) return found;
  const key = path.at(-1) ?? '';
  if (valueAt(root, path) === undefined) {
    return { code: 'LINT_KEY_MISSING', en: `"${key}" is missing.`, zh: `缺少“${key}”。` };
  }
  if (issue.code === 'invalid_type') {
    const zh = EXPECTED_ZH[issue.expected] ?? issue.expected;
    return { code: 'LINT_TYPE', en: `"${key}" must be a ${issue.expected}.`, zh: `“${key}”应为${zh}。` };
  }
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String).join(', ');
    return {
      code: 'LINT_VALUE',
      en: `"${key}" must be one of: ${values}.`,
      zh: `“${key}”只能是：${values}。`,
    };
  }
  if (issue.code === 'too_small' || issue.code === 'too_big') {
    const small = issue.code === 'too_small';
    const limit = String(small ? issue.minimum : issue.maximum);
    return {
      code: 'LINT_VALUE',
      en: `"${key}" must be ${small ? 'at least' : 'at most'} ${limit}.`,
      zh: `“${key}”${small ? '至少' : '至多'}为 ${limit}。`,
    };
  }
  return { code: 'LINT_VALUE', en: `"${key}": ${issue.message}.`, zh: `“${key}”的写法不符合格式。` };
}

/** Schema faults as findings with their lines, each path once. Another format than a rulebook's brings its `meaning`. */
export function schemaFindings(
  error: z.ZodError,
  root: unknown,
  positions: Positions,
  meaning: Meaning = rulebookMeaning,
): readonly Finding[] {
  const seen = new Set<string>();
  return error.issues
    .flatMap((issue) => flatten(issue as Issue, []))
    .flatMap(({ issue, path }): [Path, Wording][] =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => [
            [...path, key],
            { code: 'LINT_UNKNOWN_KEY', en: `Unknown key "${key}".`, zh: `未知的键“${key}”。` },
          ])
        : [[path, words({ issue, path }, root, meaning)]],
    )
    .filter(([path, { code }]) => {
      const key = `${path.join('.')} ${code}`;
      return !seen.has(key) && seen.add(key);
    })
    .map(([path, { code, en, zh }]) => ({
      code,
      line: lineAt(positions, path),
      path: path.join('.'),
      ...provenanceAt(root, path),
      message: en,
      messageZh: zh,
    }));
}
