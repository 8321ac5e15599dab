import type { Facts } from '../facts.js';
import type { QuotaUnit } from '../../quota/solve-quota.js';
import type { RuleSet } from './rule-set.js';

/** Marks of one slot, row after row: row r has those from `offsets[r]` up to `offsets[r + 1]`. */
export type Slot = {
  readonly marks: Int32Array; // valid marks x scale, whole; any order
  readonly offsets: Uint32Array;
  readonly scale: number; // a power of ten
};

/** Survey counts per person; `valid` is -1 where no survey was held. */
export type SurveyColumns = {
  readonly valid: Int32Array;
  readonly satisfied: Int32Array;
  readonly ordinary: Int32Array;
  readonly assisted: Int32Array;
};

/** Bonus and deduction points of one dimension per person, whole over the plan's `pointScale`; -1 bonus: no item. */
export type PointColumns = { readonly bonus: Int32Array; readonly deduction: Int32Array };

/**
 * A year of many units as columns. Row p is person p under the first post; second posts have rows of their
 * own after them. Void ballots and unproven adjustments are already left out.
 */
export type Columns = {
  readonly seed: string;
  readonly units: readonly QuotaUnit[];
  readonly ids: readonly string[]; // per person
  readonly lots?: readonly (string | undefined)[]; // per person, where a draw hashes something else than the id
  readonly unitOf: Int32Array; // per person, index into units
  readonly rowPost: Uint8Array; // per row, index into the plan's posts
  readonly secondRow: Int32Array; // per person, -1 with one post
  readonly slots: readonly Slot[];
  readonly survey: SurveyColumns | null;
  readonly points: readonly (PointColumns | null)[]; // per dimension
  readonly ruleSetOf: Uint32Array; // per person
  readonly ruleSets: readonly RuleSet[];
  /** What is known of a person before scoring; asked only where a tie must be broken. */
  readonly factsOf: (person: number) => Facts;
};
