import { applyAct, escalateStep, openApproval, refuseAct, tasksOf } from '@kaoji/domain/approval';
import type { ApprovalState } from '@kaoji/domain/approval';
import type {
  ActAnswer,
  ActInput,
  ApprovalStand,
  MessageRefusal,
  PlannedList,
  ReminderInput,
  StepClock,
} from '@kaoji/temporal-contract';
import { remindWhileWaiting } from '../remind-while-waiting.js';

/** The approval of one round's list while the unit waits for it. */
export type ListApproval = {
  state: ApprovalState;
  opening: number; // of a step, from 1
  since: number;
  clock: StepClock; // of the open step
};

/** The first step opens; `since` is the instant its clock counts from. */
export function openList({ plan, clocks }: PlannedList, since: number): ListApproval {
  const state = openApproval(plan);
  return { state, opening: 1, since, clock: clockOf(clocks, state.step) };
}

/** Why an act is refused on this list, by the approval itself. */
export function refuseListAct({ state }: ListApproval, { act }: ActInput): MessageRefusal | null {
  return refuseAct(state, act);
}

/** Takes an act that was not refused. A step that opens by it counts its time from the act. */
export function takeAct(approval: ListApproval, { act, clocks }: ActInput): ActAnswer {
  const before = approval.state;
  approval.state = applyAct(before, act);
  if (approval.state.status === 'open' && approval.state.step !== before.step) {
    approval.opening += 1;
    approval.since = act.at;
    approval.clock = clockOf(clocks, approval.state.step);
  }
  return { ...standOf(approval), seq: approval.state.acts.length, decidedBy: decidedBy(approval, act.by) };
}

/** Where the approval stands, as it is shown and answered. */
export function standOf({ state, opening, since, clock }: ListApproval): ApprovalStand {
  const { version, status, step, seats, escalated, challenges, recused, returned } = state;
  const shown = { version, status, step, seats, escalated, challenges, recused, returned };
  return { ...shown, ...clock, opening, since, tasks: tasksOf(state) };
}

/**
 * Waits until the list is decided, step by step: each open step is reminded of once, then its superiors may act
 * too. No instant decides anything.
 */
export async function untilDecided(
  approval: ListApproval,
  remind: (kind: ReminderInput['kind'], stand: ApprovalStand) => Promise<void>,
): Promise<void> {
  while (approval.state.status === 'open') {
    const { opening, clock } = approval;
    const over = (): boolean => approval.state.status !== 'open' || approval.opening !== opening;
    await remindWhileWaiting({
      done: over,
      ...clock,
      remind: async (kind) => {
        if (kind === 'escalate') approval.state = escalateStep(approval.state);
        await remind(kind, standOf(approval));
      },
    });
  }
}

/** The account whose approval completed an approved list. */
export function completedBy({ state }: ListApproval): string {
  const approvals = state.acts.filter(({ verb, counts }) => verb === 'approve' && counts);
  const last = approvals.at(-1);
  if (last === undefined) throw new Error('approved without an approval');
  return last.by;
}

function decidedBy(approval: ListApproval, actor: string): string | null {
  if (approval.state.status === 'open') return null;
  return approval.state.status === 'approved' ? completedBy(approval) : actor;
}

function clockOf(clocks: ActInput['clocks'], step: string): StepClock {
  const clock = clocks[step];
  if (clock === undefined) throw new Error(`no clock for step ${step}`);
  return clock;
}
