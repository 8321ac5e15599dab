import { compareExact, ONE, parseExact, ZERO } from '../../exact/exact.js';
import type { Path } from '../yaml-tree.js';
import { knownFacts } from './conditions.js';
import type { LintContext } from './lint-context.js';

function lintCaps({ rulebook, report }: LintContext): void {
  const { quota } = rulebook;
  const base = parseExact(quota.cap);
  const share = (cap: string, path: Path) => {
    const value = parseExact(cap);
    if (compareExact(value, ZERO) >= 0 && compareExact(value, ONE) <= 0) return;
    report('LINT_CAP', path, {
      en: `A cap is a share from 0 to 1, not ${cap}.`,
      zh: `比例应在 0 到 1 之间，不是 ${cap}。`,
    });
  };
  share(quota.cap, ['quota', 'cap']);
  for (const kind of ['raised', 'lowered'] as const) {
    quota[kind].forEach(({ cap }, i) => {
      const path = ['quota', kind, i, 'cap'];
      share(cap, path);
      const order = compareExact(parseExact(cap), base);
      if (kind === 'raised' ? order > 0 : order < 0) return;
      report('LINT_CAP', path, {
        en: `A ${kind} cap (${cap}) must be ${kind === 'raised' ? 'above' : 'below'} the ordinary one (${quota.cap}).`,
        zh: `${kind === 'raised' ? '上调' : '下调'}后的比例（${cap}）应${kind === 'raised' ? '高于' : '低于'}一般比例（${quota.cap}）。`,
      });
    });
  }
}

function lintGrades({ rulebook, report }: LintContext): void {
  const { quota, process } = rulebook;
  const best = rulebook.grades.slice(0, quota.grades.length).map(({ code }) => code);
  if (quota.grades.join() !== best.join() || best.length === rulebook.grades.length) {
    report('LINT_QUOTA_GRADES', ['quota', 'grades'], {
      en: 'The quota counts the best grades, in order, and leaves a grade to fall to.',
      zh: '名额应从最高档次起依次列出，并至少留一个可以落入的档次。',
    });
  }
  const hidden = quota.grades.filter((code) => !process.notice.grades.includes(code));
  if (hidden.length > 0) {
    report('LINT_NOTICE_GRADES', ['process', 'notice', 'grades'], {
      en: `The public notice does not show: ${hidden.join(', ')}.`,
      zh: `公示没有包括：${hidden.join('、')}。`,
    });
  }
}

function lintChain({ rulebook, report }: LintContext): void {
  const { tieBreaks } = rulebook.quota;
  const facts = knownFacts(rulebook);
  const draw = tieBreaks.findIndex((step) => 'draw' in step);
  if (draw !== tieBreaks.length - 1) {
    report('LINT_TIE_BREAK_NO_DRAW', ['quota', 'tieBreaks', ...(draw < 0 ? [] : [draw])], {
      en: 'The tie-break chain must end in a stated draw, with nothing after it.',
      zh: '同分处理办法的最后一步必须是写明的抽签，其后不得再有步骤。',
    });
  }
  tieBreaks.forEach((step, i) => {
    if (!('by' in step)) return;
    const path = ['quota', 'tieBreaks', i, 'by'];
    const fact = facts.get(step.by);
    if (fact === undefined) {
      report('LINT_UNKNOWN_FACT', path, {
        en: `The fact "${step.by}" is not declared.`,
        zh: `事实“${step.by}”未声明。`,
      });
    } else if (fact.known === 'result') {
      report('LINT_FACT_NOT_YET_KNOWN', path, {
        en: `"${step.by}" is known only after the quota.`,
        zh: `“${step.by}”在名额确定之后才知道。`,
      });
    } else if (fact.type === 'code') {
      report('LINT_FACT_TYPE', path, {
        en: `"${step.by}" has no order; use "prefer" with a condition.`,
        zh: `“${step.by}”没有大小之分，请改用 prefer 写条件。`,
      });
    }
  });
}

/** Caps are shares that move the right way, the quota counts the best grades, and ties end in a draw. */
export function lintQuota(context: LintContext): void {
  lintCaps(context);
  lintGrades(context);
  lintChain(context);
}
