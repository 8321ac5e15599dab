import {
  compareExact,
  equalExact,
  formatExact,
  HUNDRED,
  parseExact,
  sumExact,
  ZERO,
} from '../../exact/exact.js';
import type { Part } from '../schema/scoring.js';
import type { Path } from '../yaml-tree.js';
import type { LintContext } from './lint-context.js';

function lintSum(context: LintContext, path: Path, weights: readonly string[], en: string, zh: string): void {
  const sum = sumExact(weights.map(parseExact));
  if (equalExact(sum, HUNDRED)) return;
  const text = formatExact(sum);
  context.report('LINT_WEIGHTS_NOT_100', path, {
    en: `The weights of ${en} sum to ${text}, not to exactly 100.`,
    zh: `${zh}的权重之和为 ${text}，应恰为 100。`,
  });
}

function lintPositive(context: LintContext, path: Path, value: string): void {
  if (compareExact(parseExact(value), ZERO) > 0) return;
  context.report('LINT_WEIGHT_NOT_POSITIVE', path, {
    en: `${value} must be greater than zero.`,
    zh: `${value} 必须大于零。`,
  });
}

function lintPart(context: LintContext, part: Part, path: Path): void {
  lintPositive(context, [...path, 'weight'], part.weight);
  const { source } = part;
  if (source.kind === 'marks' || source.kind === 'fact')
    lintPositive(context, [...path, 'source', 'max'], source.max);
  if (source.kind !== 'marks') return;
  const at = [...path, 'source', 'raters'];
  source.raters.forEach((rater, i) => lintPositive(context, [...at, i, 'weight'], rater.weight));
  const weights = source.raters.map(({ weight }) => weight);
  lintSum(context, at, weights, `the roles in "${part.id}"`, `“${part.id}”各评价主体`);
}

/** Weights of dimensions, of parts in a sheet and of roles in a part each sum to exactly 100. */
export function lintWeights(context: LintContext): void {
  const { dimensions } = context.rulebook;
  lintSum(
    context,
    ['dimensions'],
    dimensions.map(({ weight }) => weight),
    'the dimensions',
    '各维度',
  );
  dimensions.forEach((dimension, i) => {
    lintPositive(context, ['dimensions', i, 'weight'], dimension.weight);
    dimension.sheets.forEach((sheet, j) => {
      const path = ['dimensions', i, 'sheets', j, 'parts'];
      const weights = sheet.parts.map(({ weight }) => weight);
      lintSum(context, path, weights, `the parts of sheet "${sheet.id}"`, `评价表“${sheet.id}”各部分`);
      sheet.parts.forEach((part, k) => lintPart(context, part, [...path, k]));
    });
  });
}
