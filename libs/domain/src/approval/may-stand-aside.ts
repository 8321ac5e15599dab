import type { ApprovalAct, ApprovalRefusal } from './approval-act.js';
import type { ApprovalState } from './approval-state.js';
import { followed, isChallenged, isFree, isLive, isOut, stepOf, superiorsOf } from './people.js';

type Answer = ApprovalRefusal | null;

/** Everybody who has, had or could have a say in this approval. */
function takesPart(state: ApprovalState, account: string): boolean {
  const planned = state.plan.steps.flatMap(({ seats, superiors }) => [
    ...seats.map(({ holder }) => holder),
    ...superiors,
  ]);
  return (
    state.seats.some((seat) => seat.holder === account && isLive(seat)) ||
    planned.some((each) => followed(state, each) === account) ||
    state.acts.some((act) => act.counts && act.by === account && act.verb === 'approve')
  );
}

export function mayStandAside(state: ApprovalState, act: ApprovalAct): Answer {
  return takesPart(state, act.by) ? null : 'NOT_YOUR_TURN';
}

/** The appraisee's right; the caller has checked that the list is about them. */
export function mayChallenge(state: ApprovalState, act: ApprovalAct): Answer {
  const [against, ...more] = act.to ?? [];
  if (against === undefined || more.length > 0 || against === act.by) return 'VERB_NOT_ALLOWED';
  if (state.recused.includes(against)) return 'RECUSED';
  if (!takesPart(state, against)) return 'VERB_NOT_ALLOWED';
  const before = state.acts.some(
    ({ verb, by, to }) => verb === 'challenge' && by === act.by && to?.[0] === against,
  );
  return before || isChallenged(state, against) ? 'ALREADY_ACTED' : null;
}

/**
 * Who decides on a challenge: a superior of the open step; where there is none, the people of the later steps, then the others of
 * this one. Never the challenged, nor whoever challenged. Empty: whoever the caller's permissions name.
 */
export function decidersOf(state: ApprovalState, against: string): readonly string[] {
  const step = stepOf(state, state.step);
  const asked = state.challenges.find((each) => each.against === against)?.act;
  const challenger = state.acts.find(({ id }) => id === asked)?.by;
  const fit = (accounts: readonly string[], of = step): readonly string[] =>
    [...new Set(accounts.map((account) => followed(state, account)))].filter(
      (account) =>
        account !== against &&
        account !== challenger &&
        !isChallenged(state, account) &&
        !isOut(state, of, account),
    );
  const later = state.plan.steps.slice(state.plan.steps.indexOf(step) + 1);
  const ranks = [
    fit(superiorsOf(state)),
    later.flatMap((each) => fit([...each.superiors, ...each.seats.map(({ holder }) => holder)], each)),
    fit(state.seats.filter(isLive).map(({ holder }) => holder)),
  ];
  return ranks.find((rank) => rank.length > 0) ?? [];
}

export function mayDecideChallenge(state: ApprovalState, act: ApprovalAct): Answer {
  const [against, ...more] = act.to ?? [];
  if (against === undefined || more.length > 0 || !isChallenged(state, against)) return 'VERB_NOT_ALLOWED';
  const deciders = decidersOf(state, against);
  const asked = state.challenges.find((each) => each.against === against)?.act;
  const own = act.by === against || state.acts.some(({ id, by }) => id === asked && by === act.by);
  if (own) return 'VERB_NOT_ALLOWED';
  return deciders.length === 0 || deciders.includes(act.by) ? null : 'NOT_YOUR_TURN';
}

/** The caller has checked that the act comes from personnel (or whom the office names), and that somebody leaves. */
export function mayHandOver(state: ApprovalState, act: ApprovalAct): Answer {
  const [leaver, successor, ...more] = act.to ?? [];
  if (leaver === undefined || successor === undefined || more.length > 0) return 'VERB_NOT_ALLOWED';
  if (leaver === successor || successor === act.by) return 'VERB_NOT_ALLOWED';
  const step = stepOf(state, state.step);
  const at = state.plan.steps.indexOf(step);
  const waiting = state.seats.some((seat) => seat.holder === leaver && seat.state === 'waiting');
  const planned = state.plan.steps
    .slice(at)
    .flatMap(({ seats, superiors }) => [...seats.map(({ holder }) => holder), ...superiors]);
  const nobody = !state.seats.some(isLive); // a step without anybody: whoever is named as missing is followed
  const meant = state.vacant.some(({ meantFor }) => meantFor === leaver);
  if (!waiting && !nobody && !meant && !planned.some((account) => followed(state, account) === leaver))
    return 'NOT_YOUR_TURN';
  return isFree(state, successor) ? null : 'SEAT_TAKEN';
}
