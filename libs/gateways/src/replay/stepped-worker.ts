import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import { Worker } from '@temporalio/worker';
import type { Workflow, WorkflowCreator } from '@temporalio/worker/lib/workflow/interface.js';

type Activation = Parameters<Workflow['activate']>[0];
type Completion = Awaited<ReturnType<Workflow['activate']>>;
/** One turn a replay went through: the event that began it, and the answer of the flow's own query after it. */
export type SteppedTurn = { readonly event: number; readonly state: unknown };
export type TurnListener = (turn: SteppedTurn) => void;

/** Every flow of ours answers where it stands to a query of this name. */
const STATE_QUERY = 'state';

/**
 * A replay worker that asks the flow where it stands after every activation. The question is an activation of its own,
 * as the server's queries are, put to the flow between two of the history's; Core never hears of it, so the replay
 * is the one it would be without. This way one replay tells the state at every step, under the bundle exactly as it
 * was archived: an interceptor would have to be bundled into it, and a replay of every prefix runs n times.
 */
export function steppedWorker(listener: TurnListener): typeof Worker {
  return class SteppedWorker extends Worker {
    protected static override async createWorkflowCreator(
      ...made: Parameters<typeof Worker.createWorkflowCreator>
    ): Promise<WorkflowCreator> {
      const creator = await super.createWorkflowCreator(...made);
      return {
        createWorkflow: async (options) => asking(await creator.createWorkflow(options), listener),
        destroy: async () => creator.destroy(),
      };
    }
  };
}

function asking(flow: Workflow, listener: TurnListener): Workflow {
  return {
    async activate(activation) {
      const completion = await flow.activate(activation);
      if (completion.failed == null && activation.historyLength != null) {
        listener({ event: activation.historyLength, state: await ask(flow, activation) });
      }
      return completion;
    },
    getAndResetSinkCalls: async () => flow.getAndResetSinkCalls(),
    dispose: async () => flow.dispose(),
  };
}

async function ask(flow: Workflow, { runId, constructor }: Activation): Promise<unknown> {
  const queryWorkflow = { queryId: STATE_QUERY, queryType: STATE_QUERY, arguments: [], headers: {} };
  const message = constructor as unknown as { fromObject(plain: object): Activation };
  const answer = await flow.activate(message.fromObject({ runId, jobs: [{ queryWorkflow }] }));
  const payload = answered(answer);
  // A flow of an earlier build may not know the question yet.
  return payload === null ? null : defaultPayloadConverter.fromPayload(payload);
}

function answered({ successful }: Completion): Payload | null {
  return successful?.commands?.[0]?.respondToQuery?.succeeded?.response ?? null;
}
