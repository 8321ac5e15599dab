import { Refusal } from '../refusal.js';
import type { ApprovalAct, ApprovalRefusal } from './approval-act.js';
import type { ApprovalPlan } from './approval-plan.js';
import type { ApprovalState } from './approval-state.js';
import { mayAct } from './may-act.js';
import { openWith } from './open-step.js';
import { escalated, perform } from './perform.js';
import { runAnew } from './run-anew.js';
import { mayWithdraw, withoutAct } from './withdraw.js';

/** An approval at its first step. Throws RangeError for a plan without steps or with a step id used twice. */
export const openApproval = (plan: ApprovalPlan): ApprovalState => openWith(plan, []);

/**
 * Why an act is not accepted now, or null. Looks at nothing but the state: whether the caller may see the list, is its appraisee
 * or personnel, and whether a deputy's dates hold, the caller has checked. docs/approvals.md has the conditions verb by verb.
 */
export function refuseAct(state: ApprovalState, act: ApprovalAct): ApprovalRefusal | null {
  const { verb } = act;
  return verb === 'withdraw' ? mayWithdraw(state, act) : mayAct(state, { ...act, verb });
}

/** The state after the act, one version on. Refuses what `refuseAct` refuses, with its code. */
export function applyAct(state: ApprovalState, act: ApprovalAct): ApprovalState {
  const code = refuseAct(state, act);
  if (code !== null) throw new Refusal(code, `The act ${act.verb} is refused: ${code}`, { act: act.id });
  return { ...accepted(state, act), version: state.version + 1 };
}

function accepted(state: ApprovalState, act: ApprovalAct): ApprovalState {
  switch (act.verb) {
    case 'withdraw':
      return perform(withoutAct(state, act.act ?? ''), act);
    case 'recuse':
      return asideFor(state, act, act.by);
    case 'grant_recusal':
      return asideFor(state, act, act.to?.[0] ?? '');
    default:
      return perform(state, act);
  }
}

/** As if the person had never taken part: their acts, and what rested on them, no longer count. */
function asideFor(state: ApprovalState, act: ApprovalAct, account: string): ApprovalState {
  const acts = [...state.acts, { ...act, counts: true, void: false }];
  return runAnew(state, acts, [...state.recused, account]);
}

/** The superiors of the open step may act too; one version on. Never approves. The same state when there is nothing to do. */
export function escalateStep(state: ApprovalState): ApprovalState {
  if (state.status !== 'open' || state.escalated) return state;
  return { ...escalated(state), version: state.version + 1 };
}
