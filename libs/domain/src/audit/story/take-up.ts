import type { FlowEvent, FlowTurn } from './flow-event.js';

/** What reaches a flow from outside: it answers in its next turn. Everything else is the answer of a turn. */
const ARRIVES: ReadonlySet<string> = new Set([
  'WORKFLOW_EXECUTION_STARTED',
  'WORKFLOW_EXECUTION_SIGNALED',
  'WORKFLOW_EXECUTION_CANCEL_REQUESTED',
  'WORKFLOW_EXECUTION_UPDATE_ADMITTED',
  'TIMER_FIRED',
  'ACTIVITY_TASK_COMPLETED',
  'ACTIVITY_TASK_FAILED',
  'ACTIVITY_TASK_TIMED_OUT',
  'ACTIVITY_TASK_CANCELED',
]);

/**
 * For each event the turn in which the flow took it up: what arrives is taken up in the next turn, what a turn decided
 * belongs to that turn, and no event goes back behind one before it. The end of a turn is no step of anybody's: what the
 * turn decided follows it. `null` where no turn was replayed.
 */
export function takenUp(
  events: readonly FlowEvent[],
  turns: readonly FlowTurn[],
): readonly (FlowTurn | null)[] {
  const inOrder = [...turns].sort((a, b) => a.event - b.event);
  let at = -1;
  return events.map(({ id, type }) => {
    const begun = inOrder.findLastIndex(({ event }) => event < id);
    const next = ARRIVES.has(type) ? Math.min(begun + 1, inOrder.length - 1) : begun;
    if (type !== 'WORKFLOW_TASK_COMPLETED') at = Math.max(at, next);
    return inOrder[at] ?? null;
  });
}
