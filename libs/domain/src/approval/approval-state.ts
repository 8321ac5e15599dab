import type { ApprovalAct, ApprovalVerb } from './approval-act.js';
import type { ApprovalPlan } from './approval-plan.js';

export type SeatOrigin =
  | 'rule'
  | 'transferred'
  | 'delegated'
  | 'added_before'
  | 'added_after'
  | 'escalated'
  | 'no_approver'
  | 'handed_over';
/** A seat of the open step. `gone`: transferred, removed, handed over. */
export type Seat = {
  readonly id: string;
  readonly holder: string;
  readonly weight: number;
  readonly origin: SeatOrigin;
  readonly from: string | null; // the seat it came from
  /** The first seat of a chain of transfers, hand-overs and stand-ins: what stays the same when the holder changes. */
  readonly line: string;
  readonly claimedBy: string | null;
  readonly state: 'waiting' | 'approved' | 'rejected' | 'abstained' | 'given_back' | 'recused' | 'gone';
  readonly act: string | null; // the act that counts for it
};

/**
 * An accepted act. `counts` is false once it was withdrawn, returned past, or struck because its author stood aside; `void` for the
 * first and the last of these: it never comes back.
 */
export type KeptAct = ApprovalAct & { readonly counts: boolean; readonly void: boolean };

/** Where an approval stands: plain data, owned by the flow that waits. */
export type ApprovalState = {
  /** Grows by one with every accepted act or event; whoever projects a state keeps the highest. */
  readonly version: number;
  readonly status: 'open' | 'approved' | 'rejected' | 'returned';
  readonly step: string;
  readonly plan: ApprovalPlan;
  readonly seats: readonly Seat[]; // of the open step
  /** Seats of the open step that count and nobody could take: empty until personnel hand them over. */
  readonly vacant: readonly { readonly line: string; readonly meantFor: string; readonly weight: number }[];
  readonly escalated: boolean; // the superiors of the open step may act too
  readonly challenges: readonly { readonly against: string; readonly act: string }[];
  /** Who stood aside in this approval, beside those left out by rule. */
  readonly recused: readonly string[];
  /** Every accepted act in order; nothing is ever taken out. */
  readonly acts: readonly KeptAct[];
  /** How many acts there were when the open step opened. */
  readonly openedAfter: number;
  /** Every escalation: of which step, after how many acts. */
  readonly escalations: readonly { readonly step: string; readonly after: number }[];
  /** The last return that still has effect. */
  readonly returned: { readonly to: string; readonly appraisals: readonly string[] | 'all' } | null;
};

/** Who may act now, for the inbox. */
export type ApprovalTask = {
  readonly account: string;
  readonly seat: string;
  readonly step: string;
  readonly as: 'self' | 'delegate' | 'superior';
  readonly onBehalfOf: string | null; // the delegator
  readonly verbs: readonly ApprovalVerb[];
};
