import type { ApprovalState, KeptAct, Seat } from './approval-state.js';
import { stepOf, votes } from './people.js';
import { chainsOf, isApproved, isRejected } from './turn.js';
import { countVote } from './vote.js';

export type ReturnOf = { readonly to: string; readonly appraisals: readonly string[] | 'all' };
export type Outcome =
  { readonly is: 'waiting' | 'approved' | 'rejected' } | { readonly is: 'returned'; readonly back: ReturnOf };

type Board = Pick<ApprovalState, 'plan' | 'seats' | 'vacant' | 'step' | 'acts'>;

const total = (seats: readonly Seat[], ...states: readonly Seat['state'][]): number =>
  seats.filter(({ state }) => states.includes(state)).reduce((sum, { weight }) => sum + weight, 0);

/** What those who said no want: back to one and the same place, or plainly no. */
function refusal({ seats, acts }: Board): Outcome {
  const against = seats.filter((seat) => votes(seat) && seat.state === 'rejected');
  const said = against.flatMap(({ act }): readonly KeptAct[] => acts.filter(({ id }) => id === act));
  const targets = new Set(said.map(({ verb, returnTo }) => (verb === 'return' ? returnTo : undefined)));
  const [to] = targets;
  if (targets.size !== 1 || to === undefined) return { is: 'rejected' };
  const whole = said.some(({ appraisals }) => appraisals === undefined);
  const some = [...new Set(said.flatMap(({ appraisals }) => appraisals ?? []))].sort();
  return { is: 'returned', back: { to, appraisals: whole ? 'all' : some } };
}

function voteOutcome(board: Board): Outcome {
  const { many } = stepOf(board, board.step);
  if (many.mode !== 'vote') return { is: 'waiting' };
  const seats = board.seats.filter(votes);
  const open = total(seats, 'waiting');
  const is = countVote(many, {
    yes: total(seats, 'approved'),
    no: total(seats, 'rejected'),
    abstained: total(seats, 'abstained'),
    open,
    empty: board.vacant.reduce((sum, { weight }) => sum + weight, 0),
  });
  if (is !== 'rejected') return { is };
  const no = refusal(board);
  // Only a plain no is final before everybody voted: a vote still to come could name a place to return to, or other people.
  const final = no.is === 'rejected' && seats.some(({ state }) => state === 'rejected');
  return final || open === 0 ? no : { is: 'waiting' };
}

/**
 * What the votes of the open step say, whatever the order they came in (within `in_order` there is only one). All: everybody
 * approves, one no ends it. One: one approval suffices, it is refused when nobody is left who could approve; a return ends it.
 */
export function outcomeOf(board: Board): Outcome {
  const { many } = stepOf(board, board.step);
  if (many.mode === 'vote') return voteOutcome(board);
  const chains = chainsOf(board);
  if (chains.length === 0) return { is: 'waiting' }; // nobody: never passes
  if (many.mode === 'one') {
    if (chains.some(isApproved)) return { is: 'approved' };
    const returning = board.seats.some(
      ({ act, state }) =>
        state === 'rejected' && board.acts.some(({ id, verb }) => id === act && verb === 'return'),
    );
    if (returning) return oneReturned(board);
    return chains.every(isRejected) ? { is: 'rejected' } : { is: 'waiting' };
  }
  if (chains.some(isRejected)) return refusal(board);
  return board.vacant.length === 0 && chains.every(isApproved) ? { is: 'approved' } : { is: 'waiting' };
}

/** In `one` a return ends the step at once, so there is a single one among the seats. */
function oneReturned({ seats, acts }: Board): Outcome {
  const act = acts.find(
    ({ id, verb }) => verb === 'return' && seats.some((seat) => seat.act === id && votes(seat)),
  );
  if (act?.returnTo === undefined) return { is: 'rejected' };
  const back = { to: act.returnTo, appraisals: act.appraisals ?? ('all' as const) };
  return { is: 'returned', back };
}
