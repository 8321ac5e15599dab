import type { ApprovalState } from './approval-state.js';

/** The natural persons whose approvals count, in the order they came; of a decided list, those it rests on. */
export function approvedBy({ acts }: Pick<ApprovalState, 'acts'>): readonly string[] {
  return [...new Set(acts.filter(({ verb, counts }) => verb === 'approve' && counts).map(({ by }) => by))];
}
