import type { ExactText } from '../derivation/node.js';

/** How many of a step's people it takes: 会签 all, 或签 one, 依次 in order, 票签 weighted vote. */
export type HowMany =
  | { readonly mode: 'all' | 'one' | 'in_order' }
  | {
      readonly mode: 'vote';
      /** Exact share of the weight that must approve, such as `2/3`; `inclusive` says whether exactly that much is enough. */
      readonly threshold: ExactText;
      readonly inclusive: boolean;
      /** Of the weight of everybody seated, or of the approvals and rejections cast. */
      readonly of: 'seated' | 'cast';
      /** Exact share of the seated weight that must have acted (abstentions included) before anything is decided. */
      readonly quorum: ExactText;
    };

/** One person's seat in a step, as resolved when the step opened. Ids of accounts only. */
export type PlannedSeat = {
  readonly holder: string;
  readonly weight: number; // a whole number above 0; 1 outside a vote
  /**
   * `no_approver`: a superior sits here because nobody else could. `vacant`: whoever was meant is out and nobody was free; the seat
   * stays empty, and the step unfinished, until personnel hand it over. Absent: by rule.
   */
  readonly origin?: 'rule' | 'no_approver' | 'vacant';
};

/** A step with its people named; the rulebook said who, the office's accounts said which persons. */
export type PlannedStep = {
  readonly id: string;
  readonly many: HowMany;
  /** In order where the mode is `in_order`. Never the starter, never somebody recused by rule, but for `vacant`. */
  readonly seats: readonly PlannedSeat[];
  /** Who takes over when the step is late, when nobody else is left, or when its only person is the starter. */
  readonly superiors: readonly string[];
  /** Where this step may return to: ids of earlier steps, or `collection` (evidence is corrected, a new round). */
  readonly returnTo: readonly string[];
  /** Verbs that need a reason here, beside those that always do. */
  readonly reasonFor: readonly string[];
  readonly batch: boolean;
  /** Left out by rule, and why: kept so that everybody can see it. */
  readonly recused: readonly { readonly account: string; readonly why: RecusalGround }[];
};

export type RecusalGround = 'own_case' | 'relative' | 'competed_for_post' | 'took_part_before' | 'starter';

/** What the rulebook says of a step, without its people. */
export type StepRule = Pick<PlannedStep, 'id' | 'many' | 'returnTo' | 'reasonFor' | 'batch'>;

export type ApprovalPlan = { readonly starter: string | null; readonly steps: readonly PlannedStep[] };
