import type { ApprovalAct } from './approval-act.js';
import type { ApprovalState, KeptAct, Seat } from './approval-state.js';
import { freshSeat, openStep } from './open-step.js';
import { outcomeOf, type ReturnOf } from './outcome.js';
import { isLive, seatOf } from './people.js';
import { seatForVote } from './seat-for-vote.js';
import { beganFrom } from './turn.js';

const changed = (state: ApprovalState, id: string, change: Partial<Seat>): ApprovalState => ({
  ...state,
  seats: state.seats.map((seat) => (seat.id === id ? { ...seat, ...change } : seat)),
});

const added = (state: ApprovalState, ...seats: readonly Seat[]): ApprovalState => ({
  ...state,
  seats: [...state.seats, ...seats],
});

/** Moves a seat to another holder: the old one is gone, the new one keeps line and weight. */
function moved(
  state: ApprovalState,
  seat: Seat,
  holder: string,
  origin: Seat['origin'],
  id: string,
): ApprovalState {
  const as = seat.origin === 'delegated' ? 'delegated' : origin; // whoever looks still only looks
  const next = freshSeat({ id, holder, weight: seat.weight, origin: as, from: seat.id, line: seat.line });
  return added(changed(state, seat.id, { state: 'gone', claimedBy: null }), next);
}

const VOTED = { approve: 'approved', reject: 'rejected', abstain: 'abstained', return: 'rejected' } as const;

function voted(
  state: ApprovalState,
  act: ApprovalAct & { readonly verb: keyof typeof VOTED },
): ApprovalState {
  const found = seatForVote(state, act);
  if (typeof found === 'string') return state;
  const verdict = { state: VOTED[act.verb], act: act.id, claimedBy: null };
  if (found.holder === (act.onBehalfOf ?? act.by)) return changed(state, found.id, verdict);
  // A superior after escalation: sits down on the late seat; a delegate still looking at it is let go.
  const id = `${act.id}/seat`;
  const letGo = beganFrom(state, found, 'delegated').reduce(
    (now, { id: delegate }) => changed(now, delegate, { state: 'gone' }),
    state,
  );
  return changed(moved(letGo, found, act.onBehalfOf ?? act.by, 'escalated', id), id, verdict);
}

/** Takes a seat out with everything that hangs on it. */
function without(state: ApprovalState, seat: Seat): ApprovalState {
  const hanging = (['delegated', 'added_before', 'added_after'] as const).flatMap((how) =>
    beganFrom(state, seat, how),
  );
  return hanging.reduce(without, changed(state, seat.id, { state: 'gone' }));
}

/** Moves the open seats of whoever leaves, and seats the successor where nobody could sit. */
function handedOver(state: ApprovalState, act: ApprovalAct): ApprovalState {
  const [leaver = '', successor = ''] = act.to ?? [];
  const open = state.seats.filter((seat) => seat.holder === leaver && seat.state === 'waiting');
  const after = open.reduce(
    (now, seat) => moved(now, seat, successor, 'handed_over', `${act.id}/${seat.line}`),
    state,
  );
  if (open.length > 0) return after;
  const empty = state.vacant.find(({ meantFor }) => meantFor === leaver);
  const nobody = state.vacant.length === 0 && !state.seats.some(isLive);
  if (empty === undefined && !nobody) return after;
  const { line, weight } = empty ?? { line: `${state.step}/1`, weight: 1 };
  const seat = freshSeat({ id: line, holder: successor, weight, origin: 'handed_over', from: null, line });
  return { ...added(after, seat), vacant: state.vacant.filter((each) => each !== empty) };
}

/** What an accepted act does to the seats; withdrawals and recusals are done by running the acts anew. */
function effect(state: ApprovalState, act: ApprovalAct): ApprovalState {
  const to = act.to ?? [];
  const own = seatOf(state, act.onBehalfOf ?? act.by);
  switch (act.verb) {
    case 'approve':
    case 'reject':
    case 'abstain':
    case 'return':
      return voted(state, { ...act, verb: act.verb });
    case 'claim':
      return own === undefined ? state : changed(state, own.id, { claimedBy: act.by });
    case 'unclaim':
      return own === undefined ? state : changed(state, own.id, { claimedBy: null });
    case 'transfer':
      return own === undefined ? state : moved(state, own, to[0] ?? '', 'transferred', `${act.id}/seat`);
    case 'delegate':
    case 'add_sign_before':
    case 'add_sign_after': {
      if (own === undefined) return state;
      const origin = (
        { delegate: 'delegated', add_sign_before: 'added_before', add_sign_after: 'added_after' } as const
      )[act.verb];
      const seats = to.map((holder, at) => {
        const id = `${act.id}/${at + 1}`;
        return freshSeat({ id, holder, weight: 1, origin, from: own.id, line: id });
      });
      return added(state, ...seats);
    }
    case 'give_back': {
      const seat = state.seats.find(
        ({ holder, origin, state: is }) => holder === act.by && origin === 'delegated' && is === 'waiting',
      );
      return seat === undefined ? state : changed(state, seat.id, { state: 'given_back', act: act.id });
    }
    case 'remove_sign': {
      const seat = seatOf(state, to[0] ?? '');
      return seat === undefined ? state : without(state, seat);
    }
    case 'challenge':
      if (state.recused.includes(to[0] ?? '')) return state; // run anew: meanwhile they stood aside
      return { ...state, challenges: [...state.challenges, { against: to[0] ?? '', act: act.id }] };
    case 'grant_recusal':
    case 'refuse_recusal':
      return { ...state, challenges: state.challenges.filter(({ against }) => against !== to[0]) };
    case 'recuse':
      return { ...state, challenges: state.challenges.filter(({ against }) => against !== act.by) };
    case 'hand_over':
      return handedOver(state, act);
    case 'cc':
    case 'urge':
    case 'read':
    case 'withdraw':
      return state;
  }
}

function sentBack(state: ApprovalState, back: ReturnOf): ApprovalState {
  if (back.to === 'collection') return { ...state, status: 'returned', returned: back };
  const steps = state.plan.steps.map(({ id }) => id);
  const from = steps.indexOf(back.to);
  const past = (act: KeptAct) => steps.indexOf(act.step) >= from && steps.includes(act.step);
  const acts = state.acts.map((act) => (past(act) ? { ...act, counts: false } : act));
  return { ...openStep({ ...state, acts }, back.to), returned: back };
}

/** Goes on where the votes say so. An open challenge holds everything until it is decided. */
function settled(state: ApprovalState): ApprovalState {
  if (state.challenges.length > 0) return state;
  const outcome = outcomeOf(state);
  if (outcome.is === 'waiting') return state;
  if (outcome.is === 'rejected') return { ...state, status: 'rejected' };
  if (outcome.is === 'returned') return sentBack(state, outcome.back);
  const steps = state.plan.steps.map(({ id }) => id);
  const returned = state.returned?.to === state.step ? null : state.returned;
  const next = steps[steps.indexOf(state.step) + 1];
  if (next === undefined) return { ...state, status: 'approved', returned: null };
  return openStep({ ...state, returned }, next);
}

/** The state after an act that `mayAct` lets through: kept, done, and on to the next step where that is due. */
export function perform(state: ApprovalState, act: ApprovalAct): ApprovalState {
  const kept: KeptAct = { ...named(state, act), counts: true, void: false };
  const after = effect(state, kept);
  return settled({ ...after, acts: [...state.acts, kept] });
}

/** A superior's act says on which seat it was used, so that running the acts anew gives the same. */
function named(state: ApprovalState, act: ApprovalAct): ApprovalAct {
  if (!(act.verb in VOTED)) return act;
  const seat = seatForVote(state, act);
  if (typeof seat === 'string' || seat.holder === (act.onBehalfOf ?? act.by)) return act;
  return { ...act, seat: seat.line };
}

/** The superiors of the open step may act too. */
export function escalated(state: ApprovalState): ApprovalState {
  const { step, acts } = state;
  return {
    ...state,
    escalated: true,
    seats: state.seats.map((seat) => ({ ...seat, claimedBy: null })),
    escalations: [...state.escalations, { step, after: acts.length }],
  };
}
