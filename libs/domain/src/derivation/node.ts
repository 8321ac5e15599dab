import type { Condition } from '../rulebook/schema/condition.js';
import type { LocalText } from '../rulebook/schema/text.js';

/** An exact number as text: a decimal where it ends (`89.6`), else a fraction (`268/3`). Never rounded. */
export type ExactText = string;

/** A node without a number or without a say has the value `none`; what goes to people has `to_people`. */
export const NONE = 'none';
export const TO_PEOPLE = 'to_people';

/** How a node's value follows from its children; `checkDerivation` recomputes every one of them. */
export type Operation =
  /** A mark, a count, a fact, a constant of the rulebook. `from` is its address in the case or the rulebook. */
  | { readonly op: 'input'; readonly from: string; readonly kind?: 'boolean' | 'number' | 'text' | 'unknown' }
  /** The value of the node with this `id` in the same tree. */
  | { readonly op: 'refer'; readonly to: string }
  | { readonly op: 'sum' }
  | { readonly op: 'difference' } // first minus the others
  | { readonly op: 'product' }
  | { readonly op: 'minimum' }
  | { readonly op: 'mean'; readonly minCount: number }
  /** Children from small to large; `none` when there are fewer than `minCount` or nothing is left. */
  | {
      readonly op: 'trimmed_mean';
      readonly dropHighest: number;
      readonly dropLowest: number;
      readonly whenMoreThan: number;
      readonly minCount: number;
    }
  /** sum(w*x) / sum(w); `missing` says for each child what happens when it is `none`. */
  | {
      readonly op: 'weighted_mean';
      readonly weights: readonly ExactText[];
      readonly missing: readonly ('redistribute' | 'to_people' | 'zero')[];
    }
  | { readonly op: 'ratio'; readonly times: ExactText } // first / second x times
  /**
   * Children: satisfied, valid, ordinary, and assisted where its share is limited. Satisfied / valid x times,
   * `none` when the sample is not valid.
   */
  | {
      readonly op: 'survey_share';
      readonly minValid: number;
      readonly minOrdinaryShare: ExactText;
      readonly assistedMaxShare?: ExactText;
      readonly times: ExactText;
    }
  /** Children: satisfied, valid, population (`none`: not known). One end of the 95 % interval, rounded outwards. */
  | { readonly op: 'wilson'; readonly end: 'low' | 'high'; readonly places: number }
  | { readonly op: 'clamp'; readonly from: ExactText; readonly to: ExactText }
  | {
      readonly op: 'round';
      readonly places: number;
      readonly mode: 'half_up' | 'half_even' | 'floor' | 'ceil';
    }
  /** Two posts made one: both must be numbers. */
  | { readonly op: 'dual_posts'; readonly combine: 'mean' | 'lower' | 'to_people' }
  | {
      readonly op: 'band';
      readonly bands: readonly {
        readonly grade: string;
        readonly from: ExactText;
        readonly fromIncludes: boolean;
        readonly to: ExactText;
        readonly toIncludes: boolean;
      }[];
    }
  /** The worst of the children that are grades; `none` says nothing. An unknown grade only matters above the worst. */
  | { readonly op: 'worst'; readonly order: readonly string[] }
  /** The child that stands latest in `order` (light to heavy); `none` when no child speaks. */
  | { readonly op: 'heaviest'; readonly order: readonly string[] }
  | { readonly op: 'first' } // precedence: the first child that is not `none`
  /** A rule over the facts among its children: `then` when it holds and no exception does, else `none`. */
  | { readonly op: 'rule'; readonly when: Condition; readonly unless?: Condition; readonly then: string }
  /** The row of a table for the child's value; `none` when there is none. */
  | {
      readonly op: 'lookup';
      readonly table: readonly { readonly key: string; readonly value: string }[];
    }
  /** Children: the cap of the rulebook, then the raised ones that speak, then the lowered ones. */
  | {
      readonly op: 'quota_cap';
      readonly raised: number;
      readonly whenBoth: 'lowered' | 'base' | 'to_people';
    }
  /** Children: the exact seats of every unit in the pool. The value is the seats of `unit`. */
  | { readonly op: 'largest_remainder'; readonly units: readonly string[]; readonly unit: string }
  /** Children: the ends of an interval. Whether `line` lies between them, ends included. */
  | { readonly op: 'between'; readonly line: ExactText }
  /** Children: a grade and what it would be at both ends of an interval, then what they rest on. `says` when they differ. */
  | { readonly op: 'needs_people'; readonly says: string }
  /** Children: provisional grade, rank, seats. Whoever has no seat falls to `below`. */
  | { readonly op: 'seat'; readonly grades: readonly string[]; readonly below: string };

/** One step: a number or a grade, what it is, which clause it rests on, and what it came from. */
export type DerivationNode = {
  readonly what: LocalText;
  readonly value: string; // ExactText, a grade code, `true`/`false`, an outcome, or `none`
  readonly operation: Operation;
  /** A name other nodes of the same tree may refer to. */
  readonly id?: string;
  readonly rule?: string;
  readonly clause?: string;
  readonly note?: LocalText; // dropped marks, missing raters, why a weight moved
  readonly children: readonly DerivationNode[];
};
