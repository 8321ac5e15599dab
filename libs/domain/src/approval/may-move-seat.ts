import type { ApprovalAct, ApprovalRefusal } from './approval-act.js';
import type { ApprovalState, Seat } from './approval-state.js';
import { isFree, isLive, seatOf, stepOf } from './people.js';
import { beganFrom, chainsOf, isRejected } from './turn.js';

type Answer = ApprovalRefusal | null;

/** The caller's own seat, still to be used and not being looked at by a delegate. */
function openSeat(state: ApprovalState, act: ApprovalAct): Seat | ApprovalRefusal {
  const seat = seatOf(state, act.by);
  if (seat === undefined) return 'NOT_YOUR_TURN';
  if (seat.state !== 'waiting') return 'ALREADY_ACTED';
  if (state.seats.some(({ claimedBy }) => claimedBy !== null && claimedBy !== act.by))
    return 'CLAIMED_BY_OTHER';
  if (beganFrom(state, seat, 'delegated').length > 0) return 'NOT_YOUR_TURN';
  const lost = chainsOf(state).some((chain) => chain.seats.includes(seat) && isRejected(chain));
  return lost ? 'NOT_YOUR_TURN' : seat;
}

function targets(state: ApprovalState, act: ApprovalAct, most: number): Answer {
  const to = act.to ?? [];
  if (to.length === 0 || to.length > most) return 'VERB_NOT_ALLOWED';
  const free =
    new Set(to).size === to.length && to.every((account) => account !== act.by && isFree(state, account));
  return free ? null : 'SEAT_TAKEN';
}

const isVote = (state: ApprovalState): boolean => stepOf(state, state.step).many.mode === 'vote';

/** A seat of a vote belongs to its member: only a hand-over moves it. */
export function mayTransfer(state: ApprovalState, act: ApprovalAct): Answer {
  if (isVote(state)) return 'VERB_NOT_ALLOWED';
  const seat = openSeat(state, act);
  return typeof seat === 'string' ? seat : targets(state, act, 1);
}

export function mayDelegate(state: ApprovalState, act: ApprovalAct): Answer {
  const seat = openSeat(state, act);
  return typeof seat === 'string' ? seat : targets(state, act, 1);
}

export function mayGiveBack(state: ApprovalState, act: ApprovalAct): Answer {
  const seat = state.seats.find(({ holder, origin }) => holder === act.by && origin === 'delegated');
  if (seat === undefined) return 'NOT_YOUR_TURN';
  const open = state.seats.some(
    ({ holder, origin, state: is }) => holder === act.by && origin === 'delegated' && is === 'waiting',
  );
  return open ? null : 'ALREADY_ACTED';
}

/** The weights of a vote are the rulebook's, so nobody is added to one. */
export function mayAddSign(state: ApprovalState, act: ApprovalAct): Answer {
  if (isVote(state)) return 'VERB_NOT_ALLOWED';
  const seat = openSeat(state, act);
  return typeof seat === 'string' ? seat : targets(state, act, Number.POSITIVE_INFINITY);
}

/** Only who added a seat takes it back, and only before it was used. */
export function mayRemoveSign(state: ApprovalState, act: ApprovalAct): Answer {
  const seat = act.to?.length === 1 ? seatOf(state, act.to[0] ?? '') : undefined;
  const first = state.seats.find(({ id }) => id === seat?.line);
  const added = first?.origin === 'added_before' || first?.origin === 'added_after';
  if (seat === undefined || first === undefined || !added) return 'SEAT_NOT_YOURS_TO_REMOVE';
  const from = state.seats.find(({ id }) => id === first.from);
  const adder = state.seats.find((each) => each.line === from?.line && isLive(each));
  if (adder?.holder !== act.by) return 'SEAT_NOT_YOURS_TO_REMOVE';
  return seat.state === 'waiting' ? null : 'ALREADY_ACTED';
}
