import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { History } from '@temporalio/common/lib/proto-utils.js';
import { bundleWorkflowCode, DefaultLogger, Worker } from '@temporalio/worker';
import { benchCase, describeMachine, median, type BenchReport } from './bench-report.js';
import type { BenchSetting } from './bench-setting.js';
import { NAIVE_STEPS } from './naive-run.js';
import { withFlows } from './with-flows.js';

export type ReplayBenchOptions = {
  readonly ours?: number; // histories in each of the repeats
  readonly naive?: number;
  readonly repeats?: number;
};

/**
 * Histories per second through the SDK's replay: an ordinary appraisal of ours next to one of the naive design, both
 * run just before on the same server, replayed in turns. A replay that finds a difference fails the bench.
 */
export async function runReplayBench(
  setting: BenchSetting,
  options: ReplayBenchOptions = {},
): Promise<BenchReport> {
  const { ours: ourCount = 200, naive: naiveCount = 40, repeats = 3 } = options;
  const histories = await recordBoth(setting);
  const { code: naiveBundle } = await bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL('./naive-flow/naive-appraisal.workflow.ts', import.meta.url)),
    logger: new DefaultLogger('WARN'),
  });
  const ourBundle = readFileSync(setting.bundle, 'utf8');
  const rates = { ours: [] as number[], naive: [] as number[] };
  for (let repeat = 0; repeat <= repeats; repeat += 1) {
    const ours = await replayRate(ourBundle, histories.ours, ourCount);
    const naive = await replayRate(naiveBundle, histories.naive, naiveCount);
    if (repeat === 0) continue; // the first turn warms up
    rates.ours.push(ours);
    rates.naive.push(naive);
  }
  const events = (history: History) => history.events?.length ?? 0;
  const other = `${NAIVE_STEPS} signals and activities, ${events(histories.naive)} events`;
  const name = `replay of one appraisal, ${events(histories.ours)} events`;
  return {
    bench: 'replay',
    machine: describeMachine(),
    cases: [benchCase(name, '1/s', median(rates.ours), median(rates.naive), other)],
  };
}

async function recordBoth(
  setting: BenchSetting,
): Promise<{ readonly ours: History; readonly naive: History }> {
  return withFlows(setting, async ({ client, ours, naive }) => {
    const year = await ours.prepare(5);
    await ours.run(year);
    const { appraisals } = await ours.flowsOf(year);
    const [naiveId] = await naive.run(1);
    const historyOf = async (workflowId: string | undefined) =>
      client.workflow.getHandle(workflowId ?? '').fetchHistory();
    return { ours: await historyOf(appraisals[0]), naive: await historyOf(naiveId) };
  });
}

/** Copies of one history replayed per second under a bundle. Throws where the replay finds a difference. */
export async function replayRate(code: string, history: History, count: number): Promise<number> {
  const copies = (function* () {
    for (let copy = 0; copy < count; copy += 1) yield { workflowId: `copy-${copy}`, history };
  })();
  const from = performance.now();
  for await (const { error } of Worker.runReplayHistories({ workflowBundle: { code } }, copies)) {
    if (error !== undefined) throw error;
  }
  return count / ((performance.now() - from) / 1_000);
}
