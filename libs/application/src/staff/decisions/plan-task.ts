import { inboxTaskId } from '../../inbox-task-id.js';
import type { InboxTask } from '../../ports/inbox.js';
import type { ImprovementPlan, PlanAct } from '../../ports/plans.js';
import type { Instant } from '../../ports/records.js';
import type { Stores } from '../../ports/stores.js';

/** The end of a plan, beside its steps from 0. */
export const END = -1;

export function hasEnded(acts: readonly PlanAct[]): boolean {
  return acts.some(({ step }) => step === END);
}

/** Shows a plan in the inbox of whoever follows it, until it ends. */
export async function projectPlan(
  stores: Stores,
  plan: ImprovementPlan,
  acts: readonly PlanAct[],
  at: Instant,
): Promise<void> {
  const { id, cycleId, unitId, appraisalId, followedBy, dueAt, setAt } = plan;
  const source = `plan/${id}`;
  const version = acts.length + 1;
  const task: InboxTask = {
    id: inboxTaskId(source, followedBy),
    accountId: followedBy,
    kind: 'improvement_plan',
    as: 'self',
    onBehalfOf: null,
    ...{ source, version, cycleId, unitId, appraisalId },
    step: null,
    verbs: ['step', 'end'],
    since: setAt,
    dueAt,
    ifNothing: 'stays_open',
  };
  await stores.inbox.project(source, version, hasEnded(acts) ? [] : [task], at);
}
