import type { ApprovalAct, ApprovalVerb } from '../approval/approval-act.js';
import type { ApprovalPlan, HowMany, PlannedStep } from '../approval/approval-plan.js';
import type { ApprovalState } from '../approval/approval-state.js';
import { applyAct, escalateStep, openApproval } from '../approval/apply-act.js';

/** More than half of everybody seated, two thirds taking part. */
export const MAJORITY: HowMany = {
  mode: 'vote',
  threshold: '1/2',
  inclusive: false,
  of: 'seated',
  quorum: '2/3',
};

/** A step of the people named, one superior above; returns go to the collection. */
export function stepWith(
  mode: HowMany['mode'] | HowMany,
  holders: readonly string[],
  more: Partial<PlannedStep> = {},
): PlannedStep {
  const many = typeof mode === 'string' ? (mode === 'vote' ? MAJORITY : { mode }) : mode;
  return {
    id: 'step',
    many,
    seats: holders.map((holder) => ({ holder, weight: 1 })),
    superiors: ['boss'],
    returnTo: ['collection'],
    reasonFor: [],
    batch: false,
    recused: [],
    ...more,
  };
}

export const planOf = (...steps: readonly PlannedStep[]): ApprovalPlan => ({ starter: 'starter', steps });

/** An act of somebody for themselves in the step that is open, with a reason; ids come from the caller. */
export function actOf(
  state: Pick<ApprovalState, 'step'>,
  id: string,
  by: string,
  verb: ApprovalVerb,
  more: Partial<ApprovalAct> = {},
): ApprovalAct {
  const back = verb === 'return' ? { returnTo: 'collection' } : {};
  return { id, verb, step: state.step, by, onBehalfOf: null, at: 0, reasonHash: 'reason', ...back, ...more };
}

/**
 * `a approve`, `a transfer>x`, `d approve@a` (deputy of a), `a withdraw#1` (the first act), `a return>s1`; then `batch`, `silent`
 * (without a reason) or `in=s2` (another step).
 */
export function actFrom(state: ApprovalState, line: string): ApprovalAct {
  const [by = '', what = '', ...how] = line.split(' ');
  const found = /^(\w+)(?:@(\w+))?(?:>([\w,]+))?(?:#(\d+))?$/.exec(what);
  if (found === null) throw new Error(`no act: ${line}`);
  const [, verb = '', onBehalfOf, targets, number] = found;
  const named = targets?.split(',');
  const step = how.find((each) => each.startsWith('in='))?.slice(3);
  return actOf(state, String(state.acts.length + 1), by, verb as ApprovalVerb, {
    ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
    ...(named === undefined ? {} : verb === 'return' ? { returnTo: named[0] ?? '' } : { to: named }),
    ...(number === undefined ? {} : { act: number }),
    ...(how.includes('batch') ? { batch: true } : {}),
    ...(how.includes('silent') ? { reasonHash: null } : {}),
    ...(step === undefined ? {} : { step }),
  });
}

/** The approval after these acts, each accepted; `escalate` is the deadline. */
export function after(plan: ApprovalPlan, lines: readonly string[]): ApprovalState {
  return lines.reduce(
    (state, line) => (line === 'escalate' ? escalateStep(state) : applyAct(state, actFrom(state, line))),
    openApproval(plan),
  );
}

/** A state in a line: status and step, who sits how, whose approvals count. */
export function inShort(state: ApprovalState): string {
  const seats = state.seats
    .filter((seat) => seat.state !== 'gone')
    .map(({ holder, state: is }) => `${holder} ${is}`);
  const back = state.returned === null ? '' : ` (back to ${state.returned.to})`;
  return `${state.status} ${state.step}${back}: ${seats.join(', ')}`;
}
