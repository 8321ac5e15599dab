import type { ApprovalAct, ApprovalState, ApprovalTask } from '@kaoji/domain/approval';

export type { ApprovalPlan } from '@kaoji/domain/approval';

/** Instants of an open step: when its people are reminded, and when their superior may act too. Neither decides. */
export type StepClock = { readonly remindAt: number; readonly escalateAt: number };
/** By step: its instants if it opened at the same moment. Working days need the calendar, which no flow has. */
export type StepClocks = Readonly<Record<string, StepClock>>;

/** One act on one list. Ids and hashes: the reason itself stays in the database. */
export type ActInput = {
  readonly round: number;
  readonly listHash: string;
  readonly act: ApprovalAct;
  readonly clocks: StepClocks;
};

/**
 * Where an approval stands, for whoever shows it: the state without its plan and its acts. `opening` counts how
 * often a step was opened, so that a step that opens again is another wait; `since` is when the open one did.
 */
export type ApprovalStand = Pick<
  ApprovalState,
  'version' | 'status' | 'step' | 'seats' | 'escalated' | 'challenges' | 'recused' | 'returned'
> &
  StepClock & {
    readonly opening: number;
    readonly since: number;
    readonly tasks: readonly ApprovalTask[];
  };

/** What an accepted act comes to; `seq` is its place among the acts of its list, from 1. */
export type ActAnswer = ApprovalStand & {
  readonly seq: number;
  /** Of a list this act ended: whose approval completed it, or who ended it otherwise. */
  readonly decidedBy: string | null;
};
