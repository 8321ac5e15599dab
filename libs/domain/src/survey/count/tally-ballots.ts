import type { Ballot } from '../ballot/ballot.js';
import { STRATA, type Stratum } from '../draw/stratum.js';
import type { CountPlan } from './ballot-plan.js';
import type { InvalidReason } from './campaign-count.js';
import { STRAIGHT_FROM } from './count-flags.js';
import { emptyMarks, readBallot } from './read-ballot.js';

/** A ballot out of the box; null: it could not be read. */
export type CountedBallot = {
  readonly ballot: Ballot | null;
  readonly stratum: Stratum;
  readonly assisted: boolean;
};

/** What was added up, still in the places of the plan. */
export type BallotTally = {
  readonly counters: Uint32Array;
  readonly received: readonly number[]; // per stratum, in the order of STRATA
  readonly valid: readonly number[];
  readonly assisted: number; // among the valid
  readonly invalid: Readonly<Record<InvalidReason, number>>;
  readonly comments: readonly string[]; // of valid ballots, in the order they were counted
  readonly straight: { readonly of: number; readonly straight: number };
};

function raise(counts: number[] | Uint32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}

/** Adds up ballots, each whole or not at all. Never throws for what a ballot holds. */
export function tallyBallots(plan: CountPlan, ballots: Iterable<CountedBallot>): BallotTally {
  const counters = new Uint32Array(plan.counters);
  const received = STRATA.map(() => 0);
  const valid = STRATA.map(() => 0);
  const invalid = { unreadable: 0, not_offered: 0, required_missing: 0, blank: 0 };
  const straight = { of: 0, straight: 0 };
  const comments: string[] = [];
  const marks = emptyMarks();
  let assistedValid = 0;
  for (const { ballot, stratum, assisted } of ballots) {
    const at = STRATA.indexOf(stratum);
    if (at < 0) throw new RangeError(`a ballot of no stratum: ${stratum}`);
    raise(received, at);
    const rating = at * 4 + (assisted ? 2 : 0);
    const reason = ballot === null ? 'unreadable' : readBallot(plan, ballot, rating, marks);
    if (reason !== null) {
      invalid[reason] += 1;
      continue;
    }
    raise(valid, at);
    if (assisted) assistedValid += 1;
    for (let place = 0; place < marks.count; place += 1) raise(counters, marks.places[place] ?? 0);
    if (marks.comment !== '') comments.push(marks.comment);
    if (marks.scales >= STRAIGHT_FROM) {
      straight.of += 1;
      if (marks.straight) straight.straight += 1;
    }
  }
  return { counters, received, valid, assisted: assistedValid, invalid, comments, straight };
}
