import { WorkflowExecutionAlreadyStartedError, type Client } from '@temporalio/client';
import { reachable } from './ask-flow.js';

export type Start = {
  readonly flow: string;
  readonly workflowId: string;
  readonly taskQueue: string;
  readonly input: unknown;
  readonly withinMs: number;
};

/** Starts a flow under its derived id; one that was ever started under it, running or ended, is left alone. */
export async function startOnce(
  client: Client,
  { flow, workflowId, taskQueue, input, withinMs }: Start,
): Promise<void> {
  try {
    await reachable(client, withinMs, async () =>
      client.workflow.start(flow, {
        workflowId,
        taskQueue,
        args: [input],
        workflowIdReusePolicy: 'REJECT_DUPLICATE',
      }),
    );
  } catch (fault) {
    if (!(fault instanceof WorkflowExecutionAlreadyStartedError)) throw fault;
  }
}
