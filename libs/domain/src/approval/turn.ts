import type { ApprovalState, Seat } from './approval-state.js';
import { layoutOf, type Beginning, type Chain } from './layout.js';
import { isLive, stepOf, votes } from './people.js';

type Board = Pick<ApprovalState, 'plan' | 'seats' | 'vacant' | 'step'>;

const BY_PLAN: Beginning = { how: 'rule', of: null };

export const chainsOf = ({ seats }: Pick<Board, 'seats'>): readonly Chain[] => layoutOf(seats).chains;

export const beginning = ({ seats }: Pick<Board, 'seats'>, line: string): Beginning =>
  layoutOf(seats).beginnings.get(line) ?? BY_PLAN;

export const isApproved = ({ seats }: Chain): boolean => seats.every(({ state }) => state === 'approved');
export const isRejected = ({ seats }: Chain): boolean => seats.some(({ state }) => state === 'rejected');

/** Live seats that began from this seat's line in the given way. */
export const beganFrom = (
  board: Pick<Board, 'seats'>,
  { line }: Seat,
  how: Seat['origin'],
): readonly Seat[] =>
  board.seats.filter((seat) => {
    if (!isLive(seat)) return false;
    const begun = beginning(board, seat.line);
    return begun.how === how && begun.of === line;
  });

const orderOf = (line: string): number => Number(line.slice(line.lastIndexOf('/') + 1));

/** Whether every planned seat before this one has approved; a vacant one has not. */
function earlierDone(board: Board, root: string): boolean {
  const earlier = (line: string): boolean => orderOf(line) < orderOf(root);
  const chains = chainsOf(board).filter((chain) => earlier(chain.root));
  return chains.every(isApproved) && !board.vacant.some(({ line }) => earlier(line));
}

/** Whether the seat's vote is due, delegation and claims apart. */
export function isDue(board: Board, seat: Seat): boolean {
  if (seat.state !== 'waiting' || !votes(seat)) return false;
  const root = layoutOf(board.seats).roots.get(seat.line) ?? seat.line;
  if (chainsOf(board).some((chain) => chain.root === root && isRejected(chain))) return false;
  const inOrder = stepOf(board, board.step).many.mode === 'in_order';
  if (inOrder && !earlierDone(board, root)) return false;
  const first = beganFrom(board, seat, 'added_before');
  if (!first.every(({ state }) => state === 'approved')) return false;
  const { how, of } = beginning(board, seat.line);
  if (how !== 'added_after') return true;
  return board.seats
    .filter((other) => other.line === of && votes(other))
    .every(({ state }) => state === 'approved');
}

/** Whether the holder may use the seat's vote now: it is due and no delegate is looking at it. */
export const isInTurn = (board: Board, seat: Seat): boolean =>
  isDue(board, seat) && beganFrom(board, seat, 'delegated').length === 0;
