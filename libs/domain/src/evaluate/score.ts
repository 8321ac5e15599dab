import type { Exact } from '../exact/exact.js';
import { ZERO, divideExact, multiplyExact, sumExact } from '../exact/exact.js';
import type { LocalText } from '../rulebook/schema/text.js';

/** Why a number cannot be made by the machine, and which rule says so. */
export type ToPeople = {
  readonly kind: 'to_people';
  readonly rule: string;
  readonly clause: string | null;
  readonly why: LocalText;
};

/** A number, nothing (the rule for missing things then decides), or a matter for named people. */
export type Score = { readonly kind: 'number'; readonly value: Exact } | { readonly kind: 'none' } | ToPeople;

export type MissingRule = 'redistribute' | 'to_people' | 'zero';

export const NO_SCORE: Score = { kind: 'none' };

export function numberScore(value: Exact): Score {
  return { kind: 'number', value };
}

/** Applies a function to the number, if there is one. */
export function mapScore(score: Score, change: (value: Exact) => Exact): Score {
  return score.kind === 'number' ? numberScore(change(score.value)) : score;
}

export type WeightedScore = {
  readonly weight: Exact;
  readonly score: Score;
  readonly missing: MissingRule;
  /** The rule the missing score belongs to, should it go to people. */
  readonly rule: string;
  readonly clause: string | null;
  readonly title: LocalText;
};

/**
 * Sum of weight x score over sum of weights. What is missing is left out (`redistribute`: the others share
 * its weight in proportion), counts nothing (`zero`), or sends the whole to people. All missing: no score.
 */
export function combineWeighted(items: readonly WeightedScore[]): Score {
  const weighted: Exact[] = [];
  const weights: Exact[] = [];
  for (const item of items) {
    if (item.score.kind === 'to_people') return item.score;
    if (item.score.kind === 'none' && item.missing === 'to_people') return missingToPeople(item);
    if (item.score.kind === 'none' && item.missing === 'redistribute') continue;
    weights.push(item.weight);
    weighted.push(item.score.kind === 'number' ? multiplyExact(item.weight, item.score.value) : ZERO);
  }
  const total = sumExact(weights);
  return total.n === 0n ? NO_SCORE : numberScore(divideExact(sumExact(weighted), total));
}

export function missingToPeople(item: Pick<WeightedScore, 'rule' | 'clause' | 'title'>): ToPeople {
  return {
    kind: 'to_people',
    rule: item.rule,
    clause: item.clause,
    why: {
      zh: `“${item.title.zh}”没有有效分数，规则手册规定交由人工研究决定`,
      en: `"${item.title.en}" has no valid score; the rulebook leaves it to people`,
    },
  };
}
