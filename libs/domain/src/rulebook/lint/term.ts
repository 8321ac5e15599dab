import { knownFacts } from './conditions.js';
import type { LintContext } from './lint-context.js';

/** The term appraisal looks at a known year, every result can be had, and something follows from each. */
export function lintTerm({ rulebook, report }: LintContext): void {
  const { term } = rulebook;
  if (term === undefined) return;
  const start = term.span?.startYear;
  if (start !== undefined && knownFacts(rulebook).get(start)?.type !== 'integer') {
    report('LINT_TERM', ['term', 'span', 'startYear'], {
      en: `"${start}" must be a declared fact of type integer: the year the term began.`,
      zh: `“${start}”应是已声明的 integer 类型事实：聘期开始的年份。`,
    });
  }
  term.results.forEach(({ code }, i) => {
    if (!term.rules.some(({ result }) => result === code)) {
      report('LINT_TERM', ['term', 'results', i], {
        en: `No rule gives the term result "${code}".`,
        zh: `没有规则给出聘期考核结果“${code}”。`,
      });
    }
    if (!term.consequences.some(({ results }) => results.includes(code))) {
      report('LINT_CONSEQUENCE_MISSING', ['term', 'results', i], {
        en: `Nothing follows from the term result "${code}".`,
        zh: `没有规定聘期考核结果“${code}”如何运用。`,
      });
    }
  });
  term.consequences.forEach(({ streak }, i) => {
    if (streak === undefined) return;
    report('LINT_STREAK', ['term', 'consequences', i, 'streak'], {
      en: 'Terms have no streaks; use a streak.<result> fact in `when`.',
      zh: '聘期考核没有连续年数；请在 when 中使用 streak.<结果> 事实。',
    });
  });
}
