import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import { Worker } from '@temporalio/worker';
import type { Workflow, WorkflowCreator } from '@temporalio/worker/lib/workflow/interface.js';

type Activation = Parameters<Workflow['activate']>[0];
type Completion = Awaited<ReturnType<Workflow['activate']>>;

/** Where in its source a run stood when its replay ended; empty where it had come to its own end. */
export type PlaceListener = (runId: string, stack: string) => void;

/** The SDK's own query for it. */
const STACK_QUERY = '__stack_trace';

/**
 * A replay worker that asks each flow, before it is let go, where in its code it stands. After a replay that parted from
 * its history that is the place which asked for something else than the history holds.
 */
export function partingWorker(listener: PlaceListener): typeof Worker {
  return class PartingWorker extends Worker {
    protected static override async createWorkflowCreator(
      ...made: Parameters<typeof Worker.createWorkflowCreator>
    ): Promise<WorkflowCreator> {
      const creator = await super.createWorkflowCreator(...made);
      return {
        createWorkflow: async (options) => askedAtParting(await creator.createWorkflow(options), listener),
        destroy: async () => creator.destroy(),
      };
    }
  };
}

function askedAtParting(flow: Workflow, listener: PlaceListener): Workflow {
  let last: Activation | null = null;
  let ended = false;
  return {
    activate: async (activation) => {
      last = activation;
      const completion = await flow.activate(activation);
      ended ||= endsFlow(completion);
      return completion;
    },
    getAndResetSinkCalls: async () => flow.getAndResetSinkCalls(),
    dispose: async () => {
      // A flow that broke cannot say.
      if (last !== null) listener(last.runId ?? '', ended ? '' : await stackOf(flow, last).catch(() => ''));
      await flow.dispose();
    },
  };
}

function endsFlow({ successful }: Completion): boolean {
  return (successful?.commands ?? []).some(
    (command) =>
      command.completeWorkflowExecution != null ||
      command.failWorkflowExecution != null ||
      command.cancelWorkflowExecution != null ||
      command.continueAsNewWorkflowExecution != null,
  );
}

async function stackOf(flow: Workflow, { runId, constructor }: Activation): Promise<string> {
  const queryWorkflow = { queryId: STACK_QUERY, queryType: STACK_QUERY, arguments: [], headers: {} };
  const message = constructor as unknown as { fromObject(plain: object): Activation };
  const answer = await flow.activate(message.fromObject({ runId, jobs: [{ queryWorkflow }] }));
  const payload: Payload | null =
    answer.successful?.commands?.[0]?.respondToQuery?.succeeded?.response ?? null;
  return payload === null ? '' : String(defaultPayloadConverter.fromPayload(payload));
}
