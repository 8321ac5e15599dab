import type { ApprovalAct, ApprovalRefusal } from './approval-act.js';
import type { ApprovalState } from './approval-state.js';
import { isLive, seatOf, stepOf, superiorsOf } from './people.js';
import { seatForVote } from './seat-for-vote.js';
import { isInTurn } from './turn.js';

type Answer = ApprovalRefusal | null;

/** approve, reject, abstain, return. Abstaining belongs to a vote; a return names a place this step may return to. */
export function mayVote(state: ApprovalState, act: ApprovalAct): Answer {
  const { many, returnTo } = stepOf(state, state.step);
  if (act.verb === 'abstain' && many.mode !== 'vote') return 'VERB_NOT_ALLOWED';
  const seat = seatForVote(state, act);
  if (typeof seat === 'string') return seat;
  if (act.verb !== 'return') return null;
  if (act.returnTo === undefined || !returnTo.includes(act.returnTo)) return 'RETURN_TARGET_UNKNOWN';
  return act.appraisals?.length === 0 ? 'RETURN_TARGET_UNKNOWN' : null;
}

/** Taking the work where one of several suffices. */
export function mayClaim(state: ApprovalState, act: ApprovalAct): Answer {
  if (stepOf(state, state.step).many.mode !== 'one') return 'VERB_NOT_ALLOWED';
  const seat = seatForVote(state, { by: act.by, onBehalfOf: act.onBehalfOf });
  if (typeof seat === 'string') return seat;
  if (seat.holder !== (act.onBehalfOf ?? act.by)) return 'NOT_YOUR_TURN';
  return seat.claimedBy === null ? null : 'ALREADY_ACTED';
}

export function mayUnclaim(state: ApprovalState, act: ApprovalAct): Answer {
  return seatOf(state, act.onBehalfOf ?? act.by)?.claimedBy === act.by ? null : 'NOT_CLAIMED';
}

/** Copies go out from people who take part. */
export function mayCopy(state: ApprovalState, act: ApprovalAct): Answer {
  if ((act.to ?? []).length === 0) return 'VERB_NOT_ALLOWED';
  const takesPart =
    act.by === state.plan.starter ||
    superiorsOf(state).includes(act.by) ||
    state.seats.some((seat) => seat.holder === act.by && isLive(seat));
  return takesPart ? null : 'VERB_NOT_ALLOWED';
}

/** Urging needs somebody else who is waited for. */
export function mayUrge(state: ApprovalState, act: ApprovalAct): Answer {
  const waited = state.seats.some(
    (seat) =>
      seat.holder !== act.by &&
      seat.state === 'waiting' &&
      (seat.origin === 'delegated' || isInTurn(state, seat)),
  );
  return waited || state.challenges.length > 0 ? null : 'VERB_NOT_ALLOWED';
}

/** Once a person and opening of the step. */
export function mayRead(state: ApprovalState, act: ApprovalAct): Answer {
  const before = state.acts.slice(state.openedAfter);
  return before.some(({ verb, by }) => verb === 'read' && by === act.by) ? 'ALREADY_ACTED' : null;
}
