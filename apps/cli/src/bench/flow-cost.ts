import type { Client } from '@temporalio/client';

/** What flows cost, as the server counts them. */
export type FlowCost = { readonly transitions: number; readonly workflowTasks: number };

/** The sum over some flows that have ended. */
export async function costOf(client: Client, workflowIds: readonly string[]): Promise<FlowCost> {
  let transitions = 0;
  let workflowTasks = 0;
  for (const workflowId of workflowIds) {
    const handle = client.workflow.getHandle(workflowId);
    const { raw } = await handle.describe();
    const { events } = await handle.fetchHistory();
    transitions += Number(raw.workflowExecutionInfo?.stateTransitionCount ?? 0);
    workflowTasks += (events ?? []).filter(
      (event) => event.workflowTaskCompletedEventAttributes != null,
    ).length;
  }
  return { transitions, workflowTasks };
}
