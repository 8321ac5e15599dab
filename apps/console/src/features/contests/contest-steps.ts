import type { Contest } from '../../api/contests.js';

type Code = 'filed' | 'heard' | 'delivered' | 'appeal' | 'over';
export type ContestStep = { readonly code: Code; readonly state: 'done' | 'now' | 'to_come' };

const REVIEW: readonly Code[] = ['filed', 'heard', 'delivered', 'appeal', 'over'];
/** After the appeal there is no further one. */
const APPEAL: readonly Code[] = ['filed', 'heard', 'delivered', 'over'];
const NOW: Readonly<Record<Contest['status'], Code>> = {
  filed: 'filed',
  in_review: 'heard',
  sent_back: 'heard',
  decided: 'delivered',
  appealable: 'appeal',
  withdrawn: 'over',
  ended: 'over',
};

/** The steps of the level a contest is at, and which of them it is in. */
export function stepsOf({ stage, status }: Pick<Contest, 'stage' | 'status'>): readonly ContestStep[] {
  const codes = stage === 'appeal' ? APPEAL : REVIEW;
  const at = codes.indexOf(NOW[status] === 'appeal' && stage === 'appeal' ? 'over' : NOW[status]);
  const isOver = codes[at] === 'over';
  return codes.map((code, place) => ({
    code,
    state: place < at || isOver ? 'done' : place === at ? 'now' : 'to_come',
  }));
}
