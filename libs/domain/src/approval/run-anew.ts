import type { ApprovalAct, ApprovalVerb } from './approval-act.js';
import type { ApprovalState, KeptAct } from './approval-state.js';
import { mayAct } from './may-act.js';
import { openWith } from './open-step.js';
import { escalated, perform } from './perform.js';

/** Verbs that only tell, and a wish to stand aside: kept whatever happened to the acts around them. */
const TELLING: readonly ApprovalVerb[] = ['cc', 'urge', 'read', 'recuse', 'challenge'];
/** Decisions weighed when they were made; they fall only with the one who made them. */
const WEIGHED: readonly ApprovalVerb[] = ['withdraw', 'grant_recusal', 'refuse_recusal'];

const isAct = (act: ApprovalAct): act is ApprovalAct & { readonly verb: Exclude<ApprovalVerb, 'withdraw'> } =>
  act.verb !== 'withdraw';

function struck(state: ApprovalState, act: KeptAct): ApprovalState {
  return { ...state, acts: [...state.acts, { ...act, counts: false, void: true }] };
}

/**
 * Runs every act again on the same plan, without those that are void, with these people out from the start. What is refused now
 * rested on what is void: it is struck too, and stays in the list of acts. Escalations happen again where they did.
 */
export function runAnew(
  old: ApprovalState,
  acts: readonly KeptAct[],
  recused: readonly string[],
): ApprovalState {
  let state = openWith(old.plan, recused);
  acts.forEach((act, at) => {
    state = escalatedAt(state, old, at);
    const { counts: _counts, void: gone, ...given } = act;
    if (gone) state = struck(state, act);
    else if (TELLING.includes(act.verb) || (WEIGHED.includes(act.verb) && !recused.includes(act.by)))
      state = state.status === 'open' ? perform(state, given) : { ...state, acts: [...state.acts, act] };
    else if (isAct(given) && mayAct(state, given) === null) state = perform(state, given);
    else state = struck(state, act);
  });
  return { ...escalatedAt(state, old, acts.length), version: old.version, escalations: old.escalations };
}

function escalatedAt(state: ApprovalState, old: ApprovalState, at: number): ApprovalState {
  const due = old.escalations.some(({ step, after }) => after === at && step === state.step);
  return due && state.status === 'open' && !state.escalated ? escalated(state) : state;
}
