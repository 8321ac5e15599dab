import {
  addExact,
  compareExact,
  divideExact,
  exactFromInteger,
  multiplyExact,
  parseExact,
} from '../exact/exact.js';
import type { HowMany } from './approval-plan.js';

type Vote = Extract<HowMany, { mode: 'vote' }>;

/** Weights, all whole numbers. `empty` belongs to seats nobody sits on: it counts for the quorum alone. */
export type Ballot = {
  readonly yes: number;
  readonly no: number;
  readonly abstained: number;
  readonly open: number;
  readonly empty: number;
};

function passes(vote: Vote, { yes, no, abstained, open }: Omit<Ballot, 'empty'>): boolean {
  const of = vote.of === 'seated' ? yes + no + abstained + open : yes + no;
  if (of === 0) return false;
  const share = divideExact(exactFromInteger(yes), exactFromInteger(of));
  const order = compareExact(share, parseExact(vote.threshold));
  return order > 0 || (order === 0 && vote.inclusive);
}

/**
 * What a vote says already: decided only with the quorum, and only once no vote still to come could change it, so the order in
 * which votes arrive never matters. Exact numbers throughout.
 */
export function countVote(vote: Vote, ballot: Ballot): 'approved' | 'rejected' | 'waiting' {
  const { yes, no, abstained, open, empty } = ballot;
  const acted = exactFromInteger(yes + no + abstained);
  const all = addExact(acted, exactFromInteger(open + empty));
  if (compareExact(acted, multiplyExact(all, parseExact(vote.quorum))) < 0) return 'waiting';
  if (yes + no + abstained === 0) return 'waiting'; // a quorum of nothing decides nothing
  if (passes(vote, { yes, no: no + open, abstained, open: 0 })) return 'approved';
  return passes(vote, { yes: yes + open, no, abstained, open: 0 }) ? 'waiting' : 'rejected';
}
