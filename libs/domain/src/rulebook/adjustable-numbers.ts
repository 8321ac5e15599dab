import { titleOf } from '../evaluate/sheet.js';
import type { Condition } from './schema/condition.js';
import type { Rulebook } from './schema/rulebook.js';
import type { Part } from './schema/scoring.js';
import type { LocalText } from './schema/text.js';

export type NumberGroup =
  'dimensions' | 'parts' | 'raters' | 'points' | 'survey' | 'lines' | 'bands' | 'quota';
/** One number of a rulebook that a what-if may try. */
export type AdjustableNumber = {
  readonly group: NumberGroup;
  /** Where it stands: several places that must agree are one number (the line between two bands). */
  readonly paths: readonly string[];
  readonly rule: string;
  readonly title: LocalText;
  readonly value: string;
};

/**
 * The numbers of a rulebook that decide who is graded how: weights, points, what makes a survey valid, lines of
 * vetoes and exclusions, score lines and the shares of the quota; in the order of the file within each group.
 */
export function adjustableNumbers(rulebook: Rulebook): readonly AdjustableNumber[] {
  return [
    ...rulebook.dimensions.flatMap((dimension, at) => {
      const path = `dimensions.${at}`;
      return [
        one('dimensions', `${path}.weight`, dimension.id, titleOf(dimension), dimension.weight),
        ...dimension.sheets.flatMap(({ parts }, sheet) =>
          parts.flatMap((part, index) =>
            ofPart(rulebook, `${path}.sheets.${sheet}.parts.${index}`, titleOf(dimension), part),
          ),
        ),
        ...dimension.adjustments.flatMap((item, index) => {
          const each = `${path}.adjustments.${index}`;
          const [title, most] = [titleOf(item), said(titleOf(item), '（一年上限）', ' (most in a year)')];
          return [
            one('points', `${each}.pointsEach`, item.id, title, item.pointsEach),
            one('points', `${each}.cap`, item.id, most, item.cap),
          ];
        }),
        ...(['bonusCap', 'deductionCap'] as const).flatMap((cap) => {
          const value = dimension[cap];
          if (value === undefined) return [];
          const words =
            cap === 'bonusCap' ? ['：加分合计上限', ': all bonuses'] : ['：扣分合计上限', ': all deductions'];
          const title = said(titleOf(dimension), words[0] ?? '', words[1] ?? '');
          return [one('points', `${path}.${cap}`, dimension.id, title, value)];
        }),
      ];
    }),
    ...surveyNumbers(rulebook),
    ...[...lineNumbers(rulebook, 'vetoes'), ...lineNumbers(rulebook, 'eligibility')],
    ...bandLines(rulebook),
    ...quotaShares(rulebook),
  ];
}

function one(
  group: NumberGroup,
  path: string,
  rule: string,
  title: LocalText,
  value: string,
): AdjustableNumber {
  return { group, paths: [path], rule, title, value };
}

function said({ zh, en }: LocalText, more: string, moreEn: string): LocalText {
  return { zh: zh + more, en: en + moreEn };
}

function ofPart(rulebook: Rulebook, path: string, dimension: LocalText, part: Part): AdjustableNumber[] {
  const { zh, en } = titleOf(part);
  const title = said(dimension, ` · ${zh}`, ` · ${en}`);
  const raters = part.source.kind === 'marks' ? part.source.raters : [];
  return [
    one('parts', `${path}.weight`, part.id, title, part.weight),
    ...raters.map(({ role, weight }, at) => {
      const name = rulebook.roles.find(({ code }) => code === role)?.title ?? { zh: role, en: role };
      const whose = said(title, ` · ${name.zh}`, ` · ${name.en}`);
      return one('raters', `${path}.source.raters.${at}.weight`, part.id, whose, weight);
    }),
  ];
}

function surveyNumbers({ survey }: Rulebook): AdjustableNumber[] {
  if (survey === undefined) return [];
  const [valid, share] = [
    { zh: '最少有效票', en: 'valid ballots, at least' },
    { zh: '普通居民最低比例', en: 'share of ordinary residents, at least' },
  ];
  return [
    one('survey', 'survey.minValid', survey.id, valid, String(survey.minValid)),
    one('survey', 'survey.minOrdinaryShare', survey.id, share, survey.minOrdinaryShare),
  ];
}

function lineNumbers(rulebook: Rulebook, list: 'vetoes' | 'eligibility'): AdjustableNumber[] {
  return rulebook[list].flatMap((rule, at) =>
    comparedNumbers(rule.when, `${list}.${at}.when`).map(({ path, value }) =>
      one('lines', path, rule.id, titleOf(rule), value),
    ),
  );
}

const ORDERED: readonly string[] = ['lt', 'le', 'gt', 'ge'];

function comparedNumbers(condition: Condition, path: string): { path: string; value: string }[] {
  if ('all' in condition)
    return condition.all.flatMap((part, at) => comparedNumbers(part, `${path}.all.${at}`));
  if ('any' in condition)
    return condition.any.flatMap((part, at) => comparedNumbers(part, `${path}.any.${at}`));
  if ('not' in condition) return comparedNumbers(condition.not, `${path}.not`);
  const { op, value } = condition;
  return ORDERED.includes(op) ? [{ path: `${path}.value`, value: String(value) }] : [];
}

/** The line between a band and the next worse one stands in both; the two ends of the scale are no lines. */
function bandLines({ bands, grades }: Rulebook): AdjustableNumber[] {
  const name = (code: string): LocalText =>
    grades.find((grade) => grade.code === code)?.title ?? { zh: code, en: code };
  return bands.flatMap((band, at) => {
    const below = bands.findIndex(({ to }, other) => other !== at && to.value === band.from.value);
    const worse = bands[below];
    if (worse === undefined) return [];
    const [upper, lower] = [name(band.grade), name(worse.grade)];
    const title = { zh: `${upper.zh}与${lower.zh}之间`, en: `between ${upper.en} and ${lower.en}` };
    const paths = [`bands.${at}.from.value`, `bands.${below}.to.value`];
    return [{ group: 'bands' as const, paths, rule: band.id, title, value: band.from.value }];
  });
}

function quotaShares({ quota }: Rulebook): AdjustableNumber[] {
  return [
    one('quota', 'quota.cap', quota.id, titleOf(quota), quota.cap),
    ...(['raised', 'lowered'] as const).flatMap((list) =>
      quota[list].map((rule, at) =>
        one('quota', `quota.${list}.${at}.cap`, rule.id, titleOf(rule), rule.cap),
      ),
    ),
  ];
}
