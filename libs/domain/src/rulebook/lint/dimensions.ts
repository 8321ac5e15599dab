import { compareExact, parseExact, ZERO } from '../../exact/exact.js';
import type { Rulebook } from '../schema/rulebook.js';
import type { Dimension, Part } from '../schema/scoring.js';
import type { Path } from '../yaml-tree.js';
import { knownFacts } from './conditions.js';
import type { LintContext } from './lint-context.js';

/** The three the Opinions of 2024 (measure 10) ask for, with their ids. */
const MANDATORY = {
  political_quality: { zh: '政治素质', en: 'political quality' },
  work_results: { zh: '工作实绩', en: 'work results' },
  resident_satisfaction: { zh: '居民群众满意度', en: 'resident satisfaction' },
} as const;

/** Whether a role is the appraisee in person, by its code or its name. */
export function isAppraisee(rulebook: Rulebook, role: string): boolean {
  const title = rulebook.roles.find(({ code }) => code === role)?.title.zh ?? '';
  return /(^|[._-])(self|appraisee)([._-]|$)/.test(role) || /本人|自评|被考核人/.test(title);
}

function lintMandatory({ rulebook, report }: LintContext): void {
  for (const [id, { zh, en }] of Object.entries(MANDATORY)) {
    if (rulebook.dimensions.some((dimension) => dimension.id === id)) continue;
    report('LINT_DIMENSION_MISSING', ['dimensions'], {
      en: `The dimension "${id}" (${en}) is missing; the Opinions of 2024 ask for it.`,
      zh: `缺少维度“${id}”（${zh}），这是 2024 年《意见》要求考核的内容。`,
    });
  }
}

/** The machine never judges a person's politics: people mark on recorded evidence, the engine only adds. */
function lintPolitical({ rulebook, report }: LintContext): void {
  rulebook.dimensions.forEach((dimension, i) => {
    if (dimension.id !== 'political_quality') return;
    const fault = (path: Path) =>
      report('LINT_POLITICAL_BY_MACHINE', path, {
        en: 'Political quality is marked by people only: no survey, measured fact, routine score, bonus or deduction, and not by the appraisee.',
        zh: '政治素质只能由人评价：不得用调查、测量数据、平时分、加减分计算，也不得由本人评分。',
      });
    const nobodyMarked = (missing: string, path: Path) => {
      if (missing !== 'zero') return;
      report('LINT_POLITICAL_BY_MACHINE', [...path, 'missing'], {
        en: 'Where nobody marked political quality there is no number, not even zero: a zero nobody gave is a mark by the machine.',
        zh: '政治素质无人评价时不得计零分：没有人给出的零分就是机器评分。',
      });
    };
    if (dimension.adjustments.length > 0) fault(['dimensions', i, 'adjustments']);
    nobodyMarked(dimension.missing, ['dimensions', i]);
    dimension.sheets.forEach((sheet, j) =>
      sheet.parts.forEach(({ source, missing }, k) => {
        nobodyMarked(missing, ['dimensions', i, 'sheets', j, 'parts', k]);
        if (source.kind === 'marks') {
          source.raters.forEach((rater, l) =>
            nobodyMarked(rater.missing, ['dimensions', i, 'sheets', j, 'parts', k, 'source', 'raters', l]),
          );
        }
        const path = ['dimensions', i, 'sheets', j, 'parts', k, 'source'];
        const self = source.kind === 'marks' && source.raters.some(({ role }) => isAppraisee(rulebook, role));
        if (source.kind !== 'marks' || self) fault(path);
      }),
    );
  });
}

function lintSheets({ rulebook, report }: LintContext, dimension: Dimension, i: number): void {
  const all = rulebook.posts.map(({ code }) => code);
  const covered = new Set<string>();
  dimension.sheets.forEach((sheet, j) => {
    const posts = sheet.posts === 'all' ? all : sheet.posts;
    if (posts.every((post) => covered.has(post))) {
      report('LINT_SHEET_UNREACHABLE', ['dimensions', i, 'sheets', j], {
        en: `Sheet "${sheet.id}" is never used: earlier sheets take all its posts.`,
        zh: `评价表“${sheet.id}”永远用不到：前面的表已包含其全部岗位。`,
      });
    }
    posts.forEach((post) => covered.add(post));
  });
  const without = all.filter((post) => !covered.has(post));
  if (without.length === 0) return;
  report('LINT_POST_WITHOUT_SHEET', ['dimensions', i, 'sheets'], {
    en: `Dimension "${dimension.id}" has no sheet for: ${without.join(', ')}.`,
    zh: `维度“${dimension.id}”没有下列岗位的评价表：${without.join('、')}。`,
  });
}

function lintPart(context: LintContext, part: Part, path: Path): void {
  const { rulebook, report } = context;
  const { source } = part;
  if (source.kind === 'survey' && rulebook.survey === undefined) {
    report('LINT_SURVEY_RULE_MISSING', path, {
      en: `"${part.id}" comes from the survey, but the rulebook has no survey rule.`,
      zh: `“${part.id}”来自满意度调查，但没有写调查规则（survey）。`,
    });
  }
  if (source.kind === 'fact') {
    const type = knownFacts(rulebook).get(source.fact)?.type;
    const at = [...path, 'source', 'fact'];
    if (type === undefined) {
      report('LINT_UNKNOWN_FACT', at, {
        en: `The fact "${source.fact}" is not declared.`,
        zh: `事实“${source.fact}”未声明。`,
      });
    } else if (type !== 'integer' && type !== 'decimal') {
      report('LINT_FACT_TYPE', at, {
        en: `"${source.fact}" is no number.`,
        zh: `“${source.fact}”不是数字。`,
      });
    }
  }
  if (source.kind !== 'marks') return;
  source.raters.forEach((rater, i) => {
    const at = [...path, 'source', 'raters', i];
    if (source.raters.findIndex(({ role }) => role === rater.role) < i) {
      report('LINT_DUPLICATE_ID', [...at, 'role'], {
        en: `The role "${rater.role}" marks "${part.id}" twice.`,
        zh: `评价主体“${rater.role}”在“${part.id}”中重复。`,
      });
    }
    const { trim } = rater;
    if (trim !== 'none' && trim.dropHighest + trim.dropLowest > trim.whenMoreThan) {
      report('LINT_TRIM', [...at, 'trim'], {
        en: `With ${trim.whenMoreThan + 1} marks, dropping ${trim.dropHighest + trim.dropLowest} may leave none.`,
        zh: `收到 ${trim.whenMoreThan + 1} 个分数时去掉 ${trim.dropHighest + trim.dropLowest} 个，可能一个不剩。`,
      });
    }
    if (isAppraisee(rulebook, rater.role) && part.localChoice === undefined) {
      report('LINT_RATER_IS_APPRAISEE', at, {
        en: `The appraisee marks their own "${part.id}"; if that is meant, the part must say why (localChoice).`,
        zh: `被考核人给自己的“${part.id}”评分；如确有此意，须在该部分用 localChoice 写明理由。`,
      });
    }
  });
}

function lintAdjustments({ report }: LintContext, dimension: Dimension, i: number): void {
  dimension.adjustments.forEach((item, j) => {
    const path = ['dimensions', i, 'adjustments', j];
    const each = parseExact(item.pointsEach);
    if (compareExact(each, ZERO) <= 0) {
      report('LINT_WEIGHT_NOT_POSITIVE', [...path, 'pointsEach'], {
        en: 'Points are positive; `kind` says whether they are added or taken off.',
        zh: '分值应大于零，加分还是减分由 kind 决定。',
      });
    }
    if (compareExact(parseExact(item.cap), each) < 0) {
      report('LINT_ADJUSTMENT', [...path, 'cap'], {
        en: `The cap ${item.cap} is below one occurrence (${item.pointsEach}).`,
        zh: `封顶 ${item.cap} 低于单次分值 ${item.pointsEach}。`,
      });
    }
  });
  for (const cap of ['bonusCap', 'deductionCap'] as const) {
    const value = dimension[cap];
    if (value === undefined || compareExact(parseExact(value), ZERO) >= 0) continue;
    report('LINT_ADJUSTMENT', ['dimensions', i, cap], {
      en: `${cap} is negative.`,
      zh: `${cap} 不能为负数。`,
    });
  }
}

/** The mandatory dimensions are there and marked by the right people; every post has one sheet in use. */
export function lintDimensions(context: LintContext): void {
  lintMandatory(context);
  lintPolitical(context);
  context.rulebook.dimensions.forEach((dimension, i) => {
    lintSheets(context, dimension, i);
    lintAdjustments(context, dimension, i);
    dimension.sheets.forEach((sheet, j) =>
      sheet.parts.forEach((part, k) => lintPart(context, part, ['dimensions', i, 'sheets', j, 'parts', k])),
    );
  });
}
