import type { ApprovalAct, ApprovalVerb } from './approval-act.js';
import type { ApprovalState, ApprovalTask, Seat } from './approval-state.js';
import { mayAct } from './may-act.js';
import { decidersOf } from './may-stand-aside.js';
import { isChallenged, isFree, isLive, stepOf, superiorsOf } from './people.js';
import { lateSeats } from './seat-for-vote.js';
import { beginning, isInTurn } from './turn.js';

type Verb = Exclude<ApprovalVerb, 'withdraw'>;
const DECIDING: readonly Verb[] = ['approve', 'reject', 'abstain', 'return'];
const OF_A_SEAT: readonly Verb[] = [...DECIDING, 'claim', 'unclaim'];
const PASSING_ON: readonly Verb[] = ['transfer', 'delegate', 'add_sign_before', 'add_sign_after'];
/** Stands for anybody who is free: whether a verb is open must not depend on whom it would name. */
const SOMEBODY = '?';

function open(
  state: ApprovalState,
  by: string,
  verbs: readonly Verb[],
  seat?: string,
): readonly ApprovalVerb[] {
  const step = stepOf(state, state.step);
  return verbs.filter((verb) => {
    const [returnTo] = step.returnTo;
    const act: ApprovalAct & { readonly verb: Verb } = {
      id: '?',
      verb,
      step: step.id,
      by,
      onBehalfOf: null,
      at: 0,
      to: [SOMEBODY],
      reasonHash: '?',
      ...(verb === 'return' && returnTo !== undefined ? { returnTo } : {}),
      ...(seat === undefined ? {} : { seat }),
    };
    return mayAct(state, act) === null;
  });
}

function ofSeat(state: ApprovalState, seat: Seat): readonly ApprovalTask[] {
  const { holder: account, id } = seat;
  const task = { account, seat: id, step: state.step };
  if (isChallenged(state, account) || seat.state !== 'waiting') return [];
  if (seat.origin === 'delegated') {
    const { of } = beginning(state, seat.line);
    const onBehalfOf = state.seats.find((each) => each.line === of && isLive(each))?.holder ?? null;
    return [
      {
        ...task,
        as: 'delegate',
        onBehalfOf,
        verbs: [...open(state, account, ['give_back']), 'recuse', 'read'],
      },
    ];
  }
  if (!isInTurn(state, seat)) return [];
  const verbs = open(state, account, OF_A_SEAT);
  if (!verbs.includes('approve')) return []; // claimed by somebody else, or held
  const more = open(state, account, PASSING_ON);
  return [{ ...task, as: 'self', onBehalfOf: null, verbs: [...verbs, ...more, 'recuse', 'cc', 'read'] }];
}

/** After escalation every superior who is free may sit down on the first seat that waits. */
function ofSuperiors(state: ApprovalState): readonly ApprovalTask[] {
  const [late] = lateSeats(state);
  if (!state.escalated || late === undefined) return [];
  return superiorsOf(state)
    .filter((account) => isFree(state, account))
    .flatMap((account): readonly ApprovalTask[] => {
      const verbs = open(state, account, DECIDING, late.line);
      if (verbs.length === 0) return [];
      return [
        {
          account,
          seat: late.line,
          step: state.step,
          as: 'superior',
          onBehalfOf: null,
          verbs: [...verbs, 'recuse', 'cc', 'read'],
        },
      ];
    });
}

const ofChallenges = (state: ApprovalState): readonly ApprovalTask[] =>
  state.challenges.flatMap(({ against, act }) =>
    decidersOf(state, against).map((account) => ({
      account,
      seat: `challenge/${act}`,
      step: state.step,
      as: 'superior' as const,
      onBehalfOf: null,
      verbs: ['grant_recusal', 'refuse_recusal'] as const,
    })),
  );

/** Who is waited for now and what each may do; nobody once decided. `unclaim` and `withdraw` are no tasks by themselves. */
export function tasksOf(state: ApprovalState): readonly ApprovalTask[] {
  if (state.status !== 'open') return [];
  return [
    ...state.seats.flatMap((seat) => ofSeat(state, seat)),
    ...ofSuperiors(state),
    ...ofChallenges(state),
  ];
}
