import { resultCodes } from '../../evaluate/builtin-facts.js';
import type { GradeEffect } from '../schema/scoring.js';
import type { Path } from '../yaml-tree.js';
import type { LintCode } from './codes.js';
import { eachConsequence } from './each-consequence.js';
import type { LintContext } from './lint-context.js';

type Check = (code: string, path: Path) => void;

function known(
  context: LintContext,
  codes: readonly string[],
  finding: LintCode,
  en: string,
  zh: string,
): Check {
  const set = new Set(codes);
  return (code, path) => {
    if (set.has(code)) return;
    context.report(finding, path, {
      en: `"${code}" is not among the declared ${en}: ${codes.join(', ')}.`,
      zh: `“${code}”不在已声明的${zh}中：${codes.join('、')}。`,
    });
  };
}

function lintGrades(context: LintContext): void {
  const { rulebook } = context;
  const grades = rulebook.grades.map(({ code }) => code);
  const grade = known(context, grades, 'LINT_UNKNOWN_GRADE', 'grades', '档次');
  const effect = (value: GradeEffect, path: Path) => {
    if ('cap' in value) grade(value.cap, [...path, 'cap']);
    if ('force' in value) grade(value.force, [...path, 'force']);
  };
  rulebook.bands.forEach((band, i) => grade(band.grade, ['bands', i, 'grade']));
  rulebook.quota.grades.forEach((code, i) => grade(code, ['quota', 'grades', i]));
  rulebook.process.notice.grades.forEach((code, i) => grade(code, ['process', 'notice', 'grades', i]));
  rulebook.vetoes.forEach((veto, i) => effect(veto.effect, ['vetoes', i, 'effect']));
  rulebook.discipline.severity.forEach((each, i) => effect(each, ['discipline', 'severity', i]));
  rulebook.discipline.rows.forEach((row, i) =>
    row.years.forEach((each, j) => effect(each, ['discipline', 'rows', i, 'years', j])),
  );
  if (rulebook.term?.span !== undefined) grade(rulebook.term.span.atLeast, ['term', 'span', 'atLeast']);
}

function lintResults(context: LintContext): void {
  const { rulebook } = context;
  const yearly = known(context, resultCodes(rulebook), 'LINT_UNKNOWN_RESULT', 'results', '结果');
  const termCodes = rulebook.term?.results.map(({ code }) => code) ?? [];
  const term = known(context, termCodes, 'LINT_UNKNOWN_RESULT', 'term results', '聘期考核结果');
  rulebook.process.contest.results.forEach((code, i) => yearly(code, ['process', 'contest', 'results', i]));
  rulebook.term?.rules.forEach((rule, i) => term(rule.result, ['term', 'rules', i, 'result']));
  for (const { rule, path, ofTerm } of eachConsequence(rulebook)) {
    rule.results.forEach((code, i) => (ofTerm ? term : yearly)(code, [...path, 'results', i]));
    rule.streak?.of.forEach((code, i) => yearly(code, [...path, 'streak', 'of', i]));
    rule.streak?.skips.forEach((code, i) => yearly(code, [...path, 'streak', 'skips', i]));
  }
}

function lintPeople(context: LintContext): void {
  const { rulebook } = context;
  const codes = (list: readonly { readonly code: string }[]) => list.map(({ code }) => code);
  const post = known(context, codes(rulebook.posts), 'LINT_UNKNOWN_POST', 'posts', '岗位');
  const category = known(
    context,
    codes(rulebook.categories),
    'LINT_UNKNOWN_CATEGORY',
    'categories',
    '人员类别',
  );
  const role = known(context, codes(rulebook.roles), 'LINT_UNKNOWN_ROLE', 'roles', '评价主体');
  rulebook.dimensions.forEach((dimension, i) =>
    dimension.sheets.forEach((sheet, j) => {
      const path = ['dimensions', i, 'sheets', j];
      if (sheet.posts !== 'all') sheet.posts.forEach((code, k) => post(code, [...path, 'posts', k]));
      sheet.parts.forEach((part, k) => {
        if (part.source.kind !== 'marks') return;
        part.source.raters.forEach((rater, l) =>
          role(rater.role, [...path, 'parts', k, 'source', 'raters', l, 'role']),
        );
      });
    }),
  );
  rulebook.gates.forEach((gate, i) => {
    if (gate.categories !== 'all')
      gate.categories.forEach((code, j) => category(code, ['gates', i, 'categories', j]));
    gate.requires.forEach((required, j) =>
      required.categories?.forEach((code, k) => category(code, ['gates', i, 'requires', j, 'categories', k])),
    );
  });
  if (rulebook.survey?.fallbackRole !== undefined)
    role(rulebook.survey.fallbackRole, ['survey', 'fallbackRole']);
  role(rulebook.process.deliberation.decidedBy, ['process', 'deliberation', 'decidedBy']);
  role(rulebook.process.deliberation.escalateTo, ['process', 'deliberation', 'escalateTo']);
  rulebook.process.deliberation.steps?.forEach(({ who, escalateTo }, i) => {
    const path: Path = ['process', 'deliberation', 'steps', i];
    if ('role' in who) role(who.role, [...path, 'who', 'role']);
    if ('panel' in who) role(who.panel, [...path, 'who', 'panel']);
    if ('role' in who)
      Object.keys(who.weights ?? {}).forEach((code) => role(code, [...path, 'who', 'weights', code]));
    if (escalateTo !== undefined) role(escalateTo, [...path, 'escalateTo']);
  });
}

function lintRules(context: LintContext): void {
  const { rulebook } = context;
  const gate = known(
    context,
    rulebook.gates.map(({ id }) => id),
    'LINT_UNKNOWN_GATE',
    'gates',
    '前置条件',
  );
  const exclusions = rulebook.eligibility.filter(({ outcome }) => outcome !== 'graded').map(({ id }) => id);
  const exclusion = known(context, exclusions, 'LINT_UNKNOWN_RULE', 'exclusions', '不确定档次的规则');
  rulebook.eligibility.forEach((rule, i) =>
    rule.setsAside.forEach((id, j) => exclusion(id, ['eligibility', i, 'setsAside', j])),
  );
  for (const { rule, path } of eachConsequence(rulebook)) {
    if (rule.gate !== undefined) gate(rule.gate, [...path, 'gate']);
  }
}

/** Every grade, result, post, category, role, gate and rule that is named is declared. */
export function lintReferences(context: LintContext): void {
  lintGrades(context);
  lintResults(context);
  lintPeople(context);
  lintRules(context);
}
