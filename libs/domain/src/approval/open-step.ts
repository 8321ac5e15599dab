import type { ApprovalPlan } from './approval-plan.js';
import type { ApprovalState, Seat } from './approval-state.js';
import { fillSeats } from './fill-seats.js';
import { followed, isOut, stepOf } from './people.js';

/** A seat nobody used yet. */
export const freshSeat = (
  seat: Pick<Seat, 'id' | 'holder' | 'weight' | 'origin' | 'from' | 'line'>,
): Seat => ({ ...seat, claimedBy: null, state: 'waiting', act: null });

/** Opens a step with the people as they are now: handed over, stood aside, their superiors. */
export function openStep(state: ApprovalState, id: string): ApprovalState {
  const step = stepOf(state, id);
  const named = step.seats.map((seat) => ({ ...seat, holder: followed(state, seat.holder) }));
  const superiors = step.superiors.map((account) => followed(state, account));
  const places = fillSeats(step.many.mode, named, superiors, (account) => isOut(state, step, account)).map(
    (place, at) => ({ ...place, line: `${id}/${at + 1}`, meantFor: step.seats[at]?.holder ?? place.holder }),
  );
  const seats = places.flatMap(({ holder, weight, origin = 'rule', line }): readonly Seat[] =>
    origin === 'vacant' ? [] : [freshSeat({ id: line, holder, weight, origin, from: null, line })],
  );
  const vacant = places.flatMap(({ meantFor, weight, origin, line }) =>
    origin === 'vacant' ? [{ line, meantFor, weight }] : [],
  );
  return { ...state, step: id, seats, vacant, escalated: false, openedAfter: state.acts.length };
}

/** An approval at its first step. Throws RangeError for a plan without steps or with an id used twice. */
export function openWith(plan: ApprovalPlan, recused: readonly string[]): ApprovalState {
  const [first] = plan.steps;
  if (first === undefined) throw new RangeError('approval: a plan without steps');
  if (new Set(plan.steps.map(({ id }) => id)).size < plan.steps.length)
    throw new RangeError('approval: a step id is used twice');
  const empty: ApprovalState = {
    version: 1,
    status: 'open',
    step: first.id,
    plan,
    seats: [],
    vacant: [],
    escalated: false,
    challenges: [],
    recused,
    acts: [],
    openedAfter: 0,
    escalations: [],
    returned: null,
  };
  return openStep(empty, first.id);
}
