import type { ApprovalAct, ApprovalRefusal, ApprovalVerb } from './approval-act.js';
import type { ApprovalState, KeptAct } from './approval-state.js';
import { mayAtAll } from './may-act.js';
import { runAnew } from './run-anew.js';

const WITHDRAWN: readonly ApprovalVerb[] = ['approve', 'reject', 'abstain', 'return', 'transfer', 'delegate'];

/** The acts with one of them void, and what the approval looks like then. */
export function withoutAct(state: ApprovalState, id: string): ApprovalState {
  const acts = state.acts.map((act): KeptAct =>
    act.id === id ? { ...act, counts: false, void: true } : act,
  );
  return runAnew(state, acts, state.recused);
}

/**
 * One's own act, or the one a deputy did for one, as long as nothing rests on it: every later act must stand without it. Not
 * once the approval is decided.
 */
export function mayWithdraw(state: ApprovalState, act: ApprovalAct): ApprovalRefusal | null {
  const refusal = mayAtAll(state, act);
  if (refusal !== null) return refusal;
  const mine = state.acts.find(
    ({ id, by, onBehalfOf }) => id === act.act && (by === act.by || onBehalfOf === act.by),
  );
  if (mine === undefined || mine.void || !WITHDRAWN.includes(mine.verb)) return 'NOTHING_TO_WITHDRAW';
  if (act.onBehalfOf !== null && act.onBehalfOf !== mine.onBehalfOf) return 'VERB_NOT_ALLOWED';
  if (act.step !== state.step && act.step !== mine.step) return 'STAGE_NOT_OPEN';
  const fallen = withoutAct(state, mine.id).acts.filter((each) => each.void && each.id !== mine.id);
  const before = new Set(state.acts.filter((each) => each.void).map(({ id }) => id));
  return fallen.every(({ id }) => before.has(id)) ? null : 'ACT_RELIED_ON';
}
