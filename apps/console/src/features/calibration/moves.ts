import type { Act, Approval } from '../../api/acts.js';
import type { Turn } from '../../parts/turns.js';

/** Over the quota line, or back under it. */
export type Side = 'in' | 'out';
/** Somebody whom a supervisor would like to see on the other side of the line. Nobody moves by hand: it is a request to look again. */
export type Move = { readonly appraisalId: string; readonly name: string; readonly to: Side };

/** Proposes somebody's move, or takes the proposal back. */
export function toggled(moves: readonly Move[], move: Move): readonly Move[] {
  const without = moves.filter(({ appraisalId }) => appraisalId !== move.appraisalId);
  return without.length < moves.length ? without : [...moves, move];
}

type Asked = {
  readonly approval: Pick<Approval, 'round' | 'listHash' | 'step'>;
  readonly turn: Turn;
  readonly moves: readonly Move[];
  readonly returnTo: string;
  /** What was typed, with the directions in front of it. No names: the act says by id whom it is about. */
  readonly reason: string;
};

/** The proposals as the one act the law knows: those people's part of the list goes back, with a reason. */
export function moveAct({ approval, turn, moves, returnTo, reason }: Asked): Act {
  const { round, listHash, step } = approval;
  return {
    ...{ round, listHash, step, verb: 'return', returnTo, reason },
    appraisals: moves.map(({ appraisalId }) => appraisalId),
    ...(turn.principal === null ? {} : { onBehalfOf: turn.principal }),
    ...(turn.seat === null ? {} : { seat: turn.seat }),
  };
}
