import { replayFault, type ReplayFault } from '@kaoji/gateways/replay';
import type { History } from '@temporalio/common/lib/proto-utils.js';
import { DefaultLogger, makeTelemetryFilterString, Runtime, Worker } from '@temporalio/worker';

export type NamedHistory = { readonly workflowId: string; readonly runId: string; readonly history: History };

/** One replayed run: its type, how many events, and the first fault if it did not come out the same. */
export type ReplayOutcome = {
  readonly workflowId: string;
  readonly runId: string;
  readonly type: string;
  readonly events: number;
  readonly failure: ReplayFault | null;
};

/** Replays each history against a prebuilt workflow bundle, one by one, as the worker itself would. */
export async function* replayHistories(
  histories: AsyncIterable<NamedHistory>,
  bundlePath: string,
): AsyncIterable<ReplayOutcome> {
  quietRuntime();
  let current: NamedHistory | undefined;
  const pushed = async function* (): AsyncIterable<NamedHistory> {
    for await (const named of histories) {
      current = named;
      yield named;
    }
  };
  const results = Worker.runReplayHistories({ workflowBundle: { codePath: bundlePath } }, pushed());
  for await (const { error } of results) {
    // The SDK replays one history at a time: the result belongs to the one pushed last.
    if (current === undefined) throw new Error('a replay ended before a history was pushed');
    const { workflowId, runId, history } = current;
    yield {
      workflowId,
      runId,
      type: typeOf(history),
      events: history.events?.length ?? 0,
      failure: error === undefined ? null : replayFault(error),
    };
  }
}

/** The SDK would log every replay to standard error; what matters is in the outcomes. */
function quietRuntime(): void {
  Runtime.install({
    logger: new DefaultLogger('ERROR', () => undefined),
    telemetryOptions: { logging: { filter: makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' }) } },
    shutdownSignals: [],
  });
}

function typeOf(history: History): string {
  return history.events?.[0]?.workflowExecutionStartedEventAttributes?.workflowType?.name ?? 'unknown';
}
