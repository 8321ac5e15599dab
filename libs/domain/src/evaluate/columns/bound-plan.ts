import {
  exact,
  exactFromInteger,
  multiplyExact,
  divideExact,
  parseExact,
  HUNDRED,
} from '../../exact/exact.js';
import type { MissingRule } from '../score.js';
import type { Columns, Slot } from './columns.js';
import type { CompiledScoring, DimensionPlan, PartPlan, SlotPlan } from './scoring-plan.js';

/** A slot's plan with its marks: everything the inner loop reads. */
export type BoundSlot = SlotPlan & {
  readonly marks: Int32Array;
  readonly offsets: Uint32Array;
  readonly times: number; // brings the slot's marks to the part's scale
};

export type BoundPart = {
  readonly plan: PartPlan;
  readonly weight: number;
  readonly missing: MissingRule;
  readonly slots: readonly BoundSlot[];
  readonly scale: number; // marks are whole over this
  /** 100 / (max x scale), in lowest terms. */
  readonly factorN: number;
  readonly factorD: number;
};

export type BoundDimension = {
  readonly plan: DimensionPlan;
  readonly parts: readonly BoundPart[];
};

/** What makes a survey valid, in whole numbers. */
export type BoundSurvey = {
  readonly minValid: number;
  readonly ordinaryN: number; // at least so large a share of ordinary residents
  readonly ordinaryD: number;
  readonly assistedN: number; // at most so large a share filled in by staff
  readonly assistedD: number;
};

export type BoundPlan = {
  readonly posts: readonly (readonly BoundDimension[])[];
  readonly survey: BoundSurvey;
};

function bindPart(plan: PartPlan, slots: readonly Slot[]): BoundPart {
  const mine = plan.slots.map((slot) => ({ slot, column: slots[slot.slot] }));
  const scale = mine.reduce((largest, { column }) => Math.max(largest, column?.scale ?? 1), 1);
  const factor = divideExact(HUNDRED, multiplyExact(plan.max, exactFromInteger(scale)));
  return {
    plan,
    weight: plan.weight,
    missing: plan.missing,
    scale,
    factorN: Number(factor.n),
    factorD: Number(factor.d),
    slots: mine.map(({ slot, column }) => ({
      ...slot,
      marks: column?.marks ?? new Int32Array(0),
      offsets: column?.offsets ?? new Uint32Array(0),
      times: scale / (column?.scale ?? 1),
    })),
  };
}

/** Joins the plan of a rulebook and the columns of a year. */
export function bindPlan(compiled: CompiledScoring, columns: Columns): BoundPlan {
  const rule = compiled.rulebook.survey;
  const ordinary = rule === undefined ? exact(0n) : parseExact(rule.minOrdinaryShare);
  const assisted = rule?.assistedMaxShare === undefined ? exact(1n) : parseExact(rule.assistedMaxShare);
  return {
    posts: compiled.posts.map(({ dimensions }) =>
      dimensions.map((plan) => ({ plan, parts: plan.parts.map((part) => bindPart(part, columns.slots)) })),
    ),
    survey: {
      minValid: Math.max(1, rule?.minValid ?? 1),
      ordinaryN: Number(ordinary.n),
      ordinaryD: Number(ordinary.d),
      assistedN: Number(assisted.n),
      assistedD: Number(assisted.d),
    },
  };
}
