import type { PlannedStep } from './approval-plan.js';
import type { ApprovalState, Seat } from './approval-state.js';

type Of<K extends keyof ApprovalState> = Pick<ApprovalState, K>;

/** A step of the plan; an unknown one is a bug of the caller. */
export function stepOf({ plan }: Of<'plan'>, id: string): PlannedStep {
  const step = plan.steps.find((each) => each.id === id);
  if (step === undefined) throw new RangeError(`approval: no step ${id}`);
  return step;
}

/** Who holds an account's seats now that people were handed over. */
export function followed({ acts }: Of<'acts'>, account: string): string {
  let now = account;
  for (const act of acts) {
    if (act.verb === 'hand_over' && !act.void && act.to?.[0] === now) now = act.to[1] ?? now;
  }
  return now;
}

/** Whether somebody stood aside, or is kept out of this step by rule or as its starter. */
export function isOut(state: Of<'plan' | 'recused'>, step: PlannedStep, account: string): boolean {
  return (
    account === state.plan.starter ||
    state.recused.includes(account) ||
    step.recused.some((each) => each.account === account)
  );
}

/** The superiors of the open step who may still take part. */
export function superiorsOf(state: Of<'plan' | 'recused' | 'acts' | 'step'>): readonly string[] {
  const step = stepOf(state, state.step);
  const now = step.superiors.map((account) => followed(state, account));
  return [...new Set(now)].filter((account) => !isOut(state, step, account));
}

export const isChallenged = ({ challenges }: Of<'challenges'>, account: string): boolean =>
  challenges.some(({ against }) => against === account);

const LEFT = new Set<Seat['state']>(['gone', 'recused', 'given_back']);
/** Seats that still mean something. */
export const isLive = (seat: Seat): boolean => !LEFT.has(seat.state);
/** Seats whose holder decides; a delegate only looks. */
export const votes = (seat: Seat): boolean => isLive(seat) && seat.origin !== 'delegated';

/** The voting seat of a person in the open step. */
export const seatOf = ({ seats }: Of<'seats'>, holder: string): Seat | undefined =>
  seats.find((seat) => seat.holder === holder && votes(seat));

/** Whether this natural person has filled a seat's vote in the open step, for whomever. */
export function hasVoted({ seats, acts }: Of<'seats' | 'acts'>, person: string): boolean {
  return seats.some(
    (seat) => votes(seat) && seat.act !== null && acts.some(({ id, by }) => id === seat.act && by === person),
  );
}

/** Whether somebody could be given a seat in the open step. */
export function isFree(state: ApprovalState, account: string): boolean {
  return (
    !isOut(state, stepOf(state, state.step), account) &&
    !isChallenged(state, account) &&
    !state.seats.some((seat) => seat.holder === account && isLive(seat)) &&
    !hasVoted(state, account)
  );
}
