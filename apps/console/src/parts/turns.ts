import type { Approval, Verb } from '../api/acts.js';
import { isVerb } from './verb-texts.js';

/** Whose seat is used: a late one that a superior takes, or that of somebody one stands in for. */
export type Turn = { readonly seat: string | null; readonly principal: string | null };
export type MyTurn = { readonly turn: Turn; readonly verbs: readonly Verb[] };

/** Seats that wait for me or for those I stand in for; a superior says which late seat is meant. */
export function turnsOf(
  { tasks }: Pick<Approval, 'tasks'>,
  me: string,
  principals: readonly string[],
): readonly MyTurn[] {
  return tasks.flatMap(({ account, seat, as, verbs }): readonly MyTurn[] => {
    const isMine = account === me;
    if (!isMine && !(as === 'self' && principals.includes(account))) return [];
    const isSeat = as === 'superior' && !seat.startsWith('challenge/');
    return [
      {
        turn: { seat: isSeat ? seat : null, principal: isMine ? null : account },
        verbs: verbs.filter(isVerb),
      },
    ];
  });
}
