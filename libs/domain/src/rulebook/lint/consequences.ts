import type { Rulebook } from '../schema/rulebook.js';
import { eachConsequence, type PlacedConsequence } from './each-consequence.js';
import { hurts, isElected, isExit, reachedCategories, restsOnMoreThanOneResult } from './exit-rules.js';
import type { LintContext } from './lint-context.js';

type Gate = Rulebook['gates'][number];

function requiredOf(gate: Gate, category: string): readonly string[] {
  if (gate.categories !== 'all' && !gate.categories.includes(category)) return [];
  return gate.requires
    .filter(({ categories }) => categories === undefined || categories.includes(category))
    .map(({ record }) => record);
}

/** Every grade leads somewhere, and so does every outcome that some rule gives. */
function lintCoverage({ rulebook, report }: LintContext): void {
  const answered = new Set(rulebook.consequences.flatMap(({ results }) => results));
  const effects = [
    ...rulebook.discipline.rows.flatMap(({ years }) => years),
    ...rulebook.vetoes.map((v) => v.effect),
  ];
  const outcomes = new Set<string>([
    ...rulebook.eligibility.map(({ outcome }) => outcome),
    ...effects.flatMap((effect) => ('outcome' in effect ? [effect.outcome] : [])),
  ]);
  const needed = [
    ...rulebook.grades.map(({ code }) => code),
    ...['ungraded', 'comment_only'].filter((outcome) => outcomes.has(outcome)),
  ];
  for (const result of needed) {
    if (answered.has(result)) continue;
    report('LINT_CONSEQUENCE_MISSING', ['consequences'], {
      en: `Nothing follows from the result "${result}".`,
      zh: `没有规定结果“${result}”如何运用。`,
    });
  }
}

function lintStreak({ report }: LintContext, { rule, path }: PlacedConsequence): void {
  const { streak } = rule;
  if (streak === undefined) return;
  const met = rule.results.some((result) => streak.of.includes(result));
  const window = streak.withinYears === undefined || streak.withinYears >= streak.years;
  if (met && window) return;
  report('LINT_STREAK', [...path, 'streak'], {
    en: 'This streak can never be reached: it counts none of the results of the rule, or too few years.',
    zh: '该连续（累计）条件永远达不到：不含本规则的结果，或计算年限太短。',
  });
}

function lintGate({ rulebook, report }: LintContext, { rule, path }: PlacedConsequence): void {
  const exit = isExit(rule);
  const needed = exit || (rule.adverse && rule.force !== 'inform');
  if (!needed) return;
  if (rule.gate === undefined) {
    report('LINT_NO_GATE', path, {
      en: `"${rule.effect.code}" hurts, but no gate says what must be on record first.`,
      zh: `“${rule.effect.code}”对本人不利，但没有写明须先具备哪些记录（gate）。`,
    });
    return;
  }
  const gate = rulebook.gates.find(({ id }) => id === rule.gate);
  if (gate === undefined) return;
  const reached = reachedCategories(rulebook, rule);
  const bare = reached.filter((category) => requiredOf(gate, category).length === 0);
  if (bare.length === 0) return;
  report('LINT_GATE_CATEGORY', [...path, 'gate'], {
    en: `The gate "${gate.id}" asks nothing for: ${bare.join(', ')}.`,
    zh: `前置条件“${gate.id}”没有覆盖：${bare.join('、')}。`,
  });
}

function lintExit({ rulebook, report }: LintContext, { rule, path }: PlacedConsequence): void {
  const { code } = rule.effect;
  if (!rule.adverse && hurts(rule)) {
    report('LINT_ADVERSE_UNMARKED', [...path, 'adverse'], {
      en: `"${code}" hurts the person: mark it adverse.`,
      zh: `“${code}”对本人不利，应标明 adverse: true。`,
    });
  }
  if (!isExit(rule)) return;
  if (rule.force === 'confirm' && !restsOnMoreThanOneResult(rulebook, rule)) {
    report('LINT_AUTOMATIC_TERMINATION', path, {
      en: 'One bad grade must not end employment by itself: ask for two years, or a refusal on record, or let an office decide (force: may).',
      zh: '不得因一次考核结果自动解除或者不再续聘：应写明连续两年、本人拒绝等条件，或改为由有权机关决定（force: may）。',
    });
  }
  const gate = rulebook.gates.find(({ id }) => id === rule.gate);
  const elected = reachedCategories(rulebook, rule).filter((category) => isElected(rulebook, category));
  const unvoted = elected.filter(
    (category) => !(gate && requiredOf(gate, category).some((each) => /(^|_)vote(_|$)/.test(each))),
  );
  if (unvoted.length === 0) return;
  report('LINT_ELECTED_REMOVAL', path, {
    en: "Only the residents' meeting can remove an elected member: the gate must ask for its vote.",
    zh: '选举产生的成员只能由居民会议罢免：前置条件中必须有居民会议表决记录。',
  });
}

/** Every result has consequences; those that hurt are marked, gated, and never end work on one bad grade. */
export function lintConsequences(context: LintContext): void {
  lintCoverage(context);
  for (const placed of eachConsequence(context.rulebook)) {
    if (!placed.ofTerm) lintStreak(context, placed);
    lintGate(context, placed);
    lintExit(context, placed);
  }
}
