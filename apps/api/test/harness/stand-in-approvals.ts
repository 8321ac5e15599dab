import type { ActMessage, ActTold, ApprovalStand } from '@kaoji/application';
import { applyAct, openApproval, refuseAct, tasksOf } from '@kaoji/domain/approval';
import type { ApprovalPlan, ApprovalState } from '@kaoji/domain/approval';

/** Approvals without a flow around them: the algebra itself answers. By unit, the one opened last. */
export type StandInApprovals = {
  open(unitId: string, plan: ApprovalPlan): ApprovalStand;
  take(unitId: string, message: ActMessage): ActTold;
};

export function standInApprovals(): StandInApprovals {
  const states = new Map<string, ApprovalState>();
  const standOf = (state: ApprovalState): ApprovalStand => {
    const { version, status, step, seats, escalated, challenges, recused, returned } = state;
    const shown = { version, status, step, seats, escalated, challenges, recused, returned };
    return { ...shown, opening: 1, since: 0, remindAt: 1, escalateAt: 2, tasks: tasksOf(state) };
  };
  return {
    open: (unitId, plan) => {
      const state = openApproval(plan);
      states.set(unitId, state);
      return standOf(state);
    },
    take: (unitId, { act }) => {
      const before = states.get(unitId);
      if (before === undefined) throw new Error(`no list of ${unitId}`);
      const code = refuseAct(before, act);
      if (code !== null) return { ok: false, code };
      const state = applyAct(before, act);
      states.set(unitId, state);
      const decidedBy = state.status === 'open' ? null : act.by;
      return { ok: true, answer: { ...standOf(state), seq: state.acts.length, decidedBy } };
    },
  };
}
