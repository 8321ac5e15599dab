import type { ApprovalAct, ApprovalRefusal } from './approval-act.js';
import type { ApprovalState, Seat } from './approval-state.js';
import { hasVoted, seatOf, superiorsOf } from './people.js';
import { isDue, isInTurn } from './turn.js';

/** The late seats a superior may sit down on after escalation, in order. */
export const lateSeats = (state: ApprovalState): readonly Seat[] =>
  state.seats.filter((seat) => isDue(state, seat));

/** The seat whose vote this act would use, or why there is none. One person fills one seat's vote in a step. */
export function seatForVote(
  state: ApprovalState,
  act: Pick<ApprovalAct, 'by' | 'onBehalfOf' | 'seat'>,
): Seat | ApprovalRefusal {
  const holder = act.onBehalfOf ?? act.by;
  if (hasVoted(state, act.by)) return 'ALREADY_ACTED';
  if (act.onBehalfOf !== null) {
    if (act.onBehalfOf === act.by) return 'VERB_NOT_ALLOWED';
    if (act.by === state.plan.starter || seatOf(state, act.by) !== undefined) return 'SEAT_TAKEN';
  }
  const own = seatOf(state, holder);
  if (own !== undefined) {
    if (own.state !== 'waiting') return 'ALREADY_ACTED';
    if (act.seat !== undefined && act.seat !== own.line) return 'NOT_YOUR_TURN';
    const claimed = state.seats.find(({ claimedBy }) => claimedBy !== null)?.claimedBy ?? act.by;
    if (claimed !== act.by) return 'CLAIMED_BY_OTHER';
    return isInTurn(state, own) ? own : 'NOT_YOUR_TURN';
  }
  if (!state.escalated || !superiorsOf(state).includes(holder)) return 'NOT_YOUR_TURN';
  if (hasVoted(state, holder)) return 'ALREADY_ACTED';
  return lateSeats(state).find(({ line }) => act.seat === undefined || line === act.seat) ?? 'NOT_YOUR_TURN';
}
