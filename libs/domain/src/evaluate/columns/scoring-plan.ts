import { exact, multiplyExact, parseExact, type Exact } from '../../exact/exact.js';
import type { Rulebook } from '../../rulebook/schema/rulebook.js';
import type { Part, RaterRule } from '../../rulebook/schema/scoring.js';
import type { MissingRule } from '../score.js';
import { sheetFor } from '../sheet.js';

/** A list of marks per person: one role in one part, the routine periods, or a measured fact. */
export type SlotPlan = {
  readonly slot: number; // index into the columns' slots
  readonly role: string | null; // null: routine or a fact
  readonly weight: number; // whole, within its part
  readonly minCount: number;
  readonly dropLowest: number;
  readonly dropHighest: number;
  readonly whenMoreThan: number;
  readonly missing: MissingRule;
};

export type PartPlan = {
  readonly part: Part;
  readonly weight: number; // whole, within its dimension
  readonly missing: MissingRule;
  readonly survey: boolean; // the survey counts first; its slot holds the marks that stand in
  readonly max: Exact;
  readonly slots: readonly SlotPlan[];
};

export type DimensionPlan = {
  readonly dimension: Rulebook['dimensions'][number];
  readonly weight: number; // whole, within the composite
  readonly parts: readonly PartPlan[];
  /** Adjustment points are whole numbers over this. */
  readonly pointScale: number;
};

export type PostPlan = { readonly post: string; readonly dimensions: readonly DimensionPlan[] };

/** A rulebook's scoring in whole numbers, ready for columns. Data only; see `compileScoring`. */
export type CompiledScoring = {
  readonly rulebook: Rulebook;
  readonly posts: readonly PostPlan[]; // in the order of the rulebook's posts
  readonly slots: readonly {
    readonly part: string;
    readonly role: string | null;
    readonly dimension: string;
    readonly sheet: string;
  }[];
};

/** Weights in the proportion of the decimals, as whole numbers. */
export function wholeWeights(weights: readonly string[]): number[] {
  const exacts = weights.map(parseExact);
  const scale = exacts.reduce((product, { d }) => (product % d === 0n ? product : product * d), 1n);
  return exacts.map((weight) => Number(multiplyExact(weight, exact(scale)).n));
}

const UNTRIMMED = { dropLowest: 0, dropHighest: 0, whenMoreThan: 0 };

/**
 * Turns the scoring rules into a plan of whole numbers: per post its dimensions, parts and roles, each role
 * (or routine, or measured fact) of a part with its own slot in the columns.
 */
export function compileScoring(rulebook: Rulebook): CompiledScoring {
  const slots: CompiledScoring['slots'][number][] = [];
  const known = new Map<string, number>();
  const slotOf = (dimension: string, sheet: string, part: string, role: string | null): number => {
    const key = JSON.stringify([dimension, sheet, part, role]);
    const found = known.get(key) ?? slots.push({ dimension, sheet, part, role }) - 1;
    known.set(key, found);
    return found;
  };
  const planPart = (dimension: string, sheet: string, part: Part, weight: number): PartPlan => {
    const slot = (
      role: string | null,
      roleWeight: number,
      minCount: number,
      missing: MissingRule,
      trim = UNTRIMMED,
    ): SlotPlan => ({
      slot: slotOf(dimension, sheet, part.id, role),
      role,
      weight: roleWeight,
      minCount,
      missing,
      ...trim,
    });
    const { source } = part;
    const plan = { part, weight, missing: part.missing, survey: false };
    switch (source.kind) {
      case 'marks': {
        const weights = wholeWeights(source.raters.map((rater) => rater.weight));
        const trimOf = ({ trim }: RaterRule) => (trim === 'none' ? UNTRIMMED : trim);
        const raters = source.raters.map((rater, at) =>
          slot(rater.role, weights[at] ?? 0, rater.minCount, rater.missing, trimOf(rater)),
        );
        return { ...plan, max: parseExact(source.max), slots: raters };
      }
      case 'survey': {
        const role = rulebook.survey?.fallbackRole;
        const standIn = role === undefined ? [] : [slot(role, 1, 1, 'redistribute')];
        return { ...plan, survey: true, max: exact(100n), slots: standIn };
      }
      case 'routine':
        return {
          ...plan,
          missing: source.missing,
          max: exact(100n),
          slots: [slot(null, 1, source.minPeriods, 'redistribute')],
        };
      case 'fact':
        return { ...plan, max: parseExact(source.max), slots: [slot(null, 1, 1, 'redistribute')] };
    }
  };
  const dimensionWeights = wholeWeights(rulebook.dimensions.map(({ weight }) => weight));
  const posts = rulebook.posts.map(({ code }): PostPlan => ({
    post: code,
    dimensions: rulebook.dimensions.map((dimension, at): DimensionPlan => {
      const sheet = sheetFor(dimension, code);
      const parts = sheet?.parts ?? [];
      const weights = wholeWeights(parts.map(({ weight }) => weight));
      return {
        dimension,
        weight: dimensionWeights[at] ?? 0,
        parts: parts.map((part, place) => planPart(dimension.id, sheet?.id ?? '', part, weights[place] ?? 0)),
        pointScale: pointScale(dimension),
      };
    }),
  }));
  return { rulebook, posts, slots };
}

/** The smallest power of ten that makes every adjustment's points and caps whole. */
function pointScale(dimension: Rulebook['dimensions'][number]): number {
  const texts = [
    ...dimension.adjustments.flatMap(({ pointsEach, cap }) => [pointsEach, cap]),
    ...[dimension.bonusCap, dimension.deductionCap].filter((cap) => cap !== undefined),
  ];
  return 10 ** Math.max(0, ...texts.map((text) => (text.split('.')[1] ?? '').length));
}
