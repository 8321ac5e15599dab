import type { ApprovalRefusal } from '../../approval/approval-act.js';
import type { ApprovalPlan } from '../../approval/approval-plan.js';
import { planOf, stepWith } from '../approvals.js';

export const ALL = planOf(stepWith('all', ['a', 'b']));
export const ONE = planOf(stepWith('one', ['a', 'b']));
export const ORDER = planOf(stepWith('in_order', ['a', 'b']));
export const VOTE = planOf(stepWith('vote', ['a', 'b', 'c']));
const LEFT_OUT = { recused: [{ account: 'kin', why: 'relative' as const }] };
export const SIGNED = planOf(stepWith('all', ['a', 'b'], LEFT_OUT));
export const TALKING = planOf(stepWith('all', ['a', 'b'], { reasonFor: ['approve', 'transfer'] }));
export const BATCHED = planOf(stepWith('all', ['a', 'b'], { batch: true }));
export const NONE_ABOVE = planOf(stepWith('all', ['a', 'b'], { superiors: [] }));
export const NOBODY = planOf(stepWith('all', [], { superiors: [] }));
export const LEVELS = planOf(
  stepWith('one', ['a', 'b'], { id: 's1' }),
  stepWith('all', ['c', 'd'], { id: 's2', returnTo: ['s1', 'collection'], superiors: ['chief'] }),
);

/** One act after others: what it is refused with, or what the approval looks like then. */
export type ApprovalRow = {
  readonly rule: string;
  readonly plan: ApprovalPlan;
  readonly before: readonly string[];
  readonly act: string;
  readonly refused?: ApprovalRefusal;
  readonly then?: string;
};

export const no = (
  rule: string,
  plan: ApprovalPlan,
  before: readonly string[],
  act: string,
  refused: ApprovalRefusal,
): ApprovalRow => ({ rule, plan, before, act, refused });
export const ok = (
  rule: string,
  plan: ApprovalPlan,
  before: readonly string[],
  act: string,
  then: string,
): ApprovalRow => ({ rule, plan, before, act, then });
