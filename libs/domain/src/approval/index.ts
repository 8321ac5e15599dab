export { APPROVAL_REFUSALS, APPROVAL_VERBS } from './approval-act.js';
export type { ApprovalAct, ApprovalRefusal, ApprovalVerb } from './approval-act.js';
export type {
  ApprovalPlan,
  HowMany,
  PlannedSeat,
  PlannedStep,
  RecusalGround,
  StepRule,
} from './approval-plan.js';
export type { ApprovalState, ApprovalTask, KeptAct, Seat, SeatOrigin } from './approval-state.js';
export { applyAct, escalateStep, openApproval, refuseAct } from './apply-act.js';
export { approvedBy } from './approved-by.js';
export { ALWAYS_REASON, DEPUTY_VERBS } from './may-act.js';
export { planStep } from './plan-step.js';
export type { StepPeople } from './plan-step.js';
export { tasksOf } from './tasks-of.js';
