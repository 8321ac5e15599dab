import type { ApprovalAct, ApprovalRefusal, ApprovalVerb } from './approval-act.js';
import type { ApprovalState } from './approval-state.js';
import { outcomeOf } from './outcome.js';
import { isChallenged, isOut, stepOf } from './people.js';
import { mayChallenge, mayDecideChallenge, mayHandOver, mayStandAside } from './may-stand-aside.js';
import { mayAddSign, mayDelegate, mayGiveBack, mayRemoveSign, mayTransfer } from './may-move-seat.js';
import { mayClaim, mayCopy, mayRead, mayUnclaim, mayUrge, mayVote } from './may-vote.js';

/** Verbs that want a reason whatever the rulebook says. */
export const ALWAYS_REASON: readonly ApprovalVerb[] = [
  'reject',
  'return',
  'recuse',
  'challenge',
  'grant_recusal',
  'refuse_recusal',
  'hand_over',
];

/** Verbs a standing deputy may use for somebody else. A deputy passes nothing on. */
export const DEPUTY_VERBS: readonly ApprovalVerb[] = [
  'claim',
  'unclaim',
  'approve',
  'reject',
  'abstain',
  'return',
  'withdraw',
];

/** Verbs that say something about the list itself, so a batch of them is many judgements at once. */
const JUDGING: readonly ApprovalVerb[] = ['approve', 'reject', 'abstain', 'return'];

/** Verbs open to whoever the caller lets see the list, seat or none. */
const BESIDE: readonly ApprovalVerb[] = ['cc', 'urge', 'read', 'challenge'];

type Check = (state: ApprovalState, act: ApprovalAct) => ApprovalRefusal | null;

const CHECKS: Readonly<Record<Exclude<ApprovalVerb, 'withdraw'>, Check>> = {
  claim: mayClaim,
  unclaim: mayUnclaim,
  approve: mayVote,
  reject: mayVote,
  abstain: mayVote,
  return: mayVote,
  transfer: mayTransfer,
  delegate: mayDelegate,
  give_back: mayGiveBack,
  add_sign_before: mayAddSign,
  add_sign_after: mayAddSign,
  remove_sign: mayRemoveSign,
  cc: mayCopy,
  urge: mayUrge,
  read: mayRead,
  recuse: mayStandAside,
  challenge: mayChallenge,
  grant_recusal: mayDecideChallenge,
  refuse_recusal: mayDecideChallenge,
  hand_over: mayHandOver,
};

/** Who stood aside does not act, nor does anybody for them; whoever is challenged waits for the decision. */
function standsAside(state: ApprovalState, act: ApprovalAct): boolean {
  if (BESIDE.includes(act.verb)) return false;
  const step = stepOf(state, state.step);
  return [act.by, act.onBehalfOf].some((account) => {
    if (account === null) return false;
    if (state.recused.includes(account)) return true;
    if (account === state.plan.starter) return false; // sits nowhere anyway
    // Taking back looks at the step the act was done in, not at who may act in the open one.
    if (act.verb !== 'withdraw' && isOut(state, step, account)) return true;
    return act.verb !== 'recuse' && isChallenged(state, account);
  });
}

/** What every verb wants, before its own conditions. */
export function mayAtAll(state: ApprovalState, act: ApprovalAct): ApprovalRefusal | null {
  const step = stepOf(state, state.step);
  if (state.status !== 'open') return 'ALREADY_DECIDED';
  if (state.acts.some(({ id }) => id === act.id)) return 'ALREADY_ACTED';
  if (standsAside(state, act)) return 'RECUSED';
  if (act.onBehalfOf !== null && !DEPUTY_VERBS.includes(act.verb)) return 'VERB_NOT_ALLOWED';
  const wanted = ALWAYS_REASON.includes(act.verb) || step.reasonFor.includes(act.verb);
  if (wanted && act.reasonHash === null) return 'REASON_REQUIRED';
  if (act.batch === true && !step.batch && JUDGING.includes(act.verb)) return 'BATCH_REFUSED';
  return null;
}

/** Verbs that still mean something while the votes are in and only a challenge holds the step. */
const WHILE_HELD: readonly ApprovalVerb[] = [
  ...BESIDE,
  'hand_over',
  'recuse',
  'grant_recusal',
  'refuse_recusal',
];

/** Whether an act may be done now; a withdrawal is asked elsewhere. */
export function mayAct(
  state: ApprovalState,
  act: ApprovalAct & { readonly verb: Exclude<ApprovalVerb, 'withdraw'> },
): ApprovalRefusal | null {
  const refusal = mayAtAll(state, act);
  if (refusal !== null) return refusal;
  if (act.step !== state.step) return 'STAGE_NOT_OPEN';
  const held = state.challenges.length > 0 && outcomeOf(state).is !== 'waiting';
  if (held && !WHILE_HELD.includes(act.verb)) return 'ALREADY_DECIDED';
  return CHECKS[act.verb](state, act);
}
