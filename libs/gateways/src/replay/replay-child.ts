import { DefaultLogger, makeTelemetryFilterString, Runtime } from '@temporalio/worker';
import { readHistoryBytes } from '../temporal/archive/history-bytes.js';
import type { ReplayOrder } from './replay-message.js';
import { steppedReplay, type SteppedReplay } from './stepped-replay.js';

// The SDK would log every replay to standard error; what matters is in the report.
Runtime.install({
  logger: new DefaultLogger('ERROR', () => undefined),
  telemetryOptions: { logging: { filter: makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' }) } },
  shutdownSignals: [],
});

/** A process for one order: it answers and is gone, and so is whatever a bundle did in it. */
process.once('message', (order) => {
  void answer(order as ReplayOrder);
});

async function answer({ code, runs }: ReplayOrder): Promise<void> {
  const histories = runs.map(({ workflowId, bytes }) => ({ workflowId, history: readHistoryBytes(bytes) }));
  const report: SteppedReplay[] = [];
  for await (const replayed of steppedReplay(code, histories)) report.push(replayed);
  process.send?.(report, () => {
    process.disconnect();
  });
}
