import type { Client } from '@temporalio/client';
import { benchCase, describeMachine, median, type BenchCase, type BenchReport } from './bench-report.js';
import type { BenchSetting } from './bench-setting.js';
import { costOf } from './flow-cost.js';
import { NAIVE_STEPS } from './naive-run.js';
import { serverCpuSeconds } from './server-cpu.js';
import { withFlows, type Flows } from './with-flows.js';

export type CycleBenchOptions = {
  readonly appraisees?: number; // of ours, in each of the repeats
  readonly naive?: number; // appraisals of the naive design, in each
  readonly repeats?: number;
};

/** What one appraisal took: of the clock, of our processor, of the server's. */
type Measured = { readonly perSecond: number; readonly ownMs: number; readonly serverMs: number | null };

const OTHER = `a signal and an activity per step, ${NAIVE_STEPS} steps`;

/**
 * Whole appraisals, from the open cycle to the record, with evidence, evaluation, quota, rows and the flows of unit,
 * survey and cycle; next to the naive design, whose activities do nothing, in turns on the same server (aim: at
 * least six times its rate).
 */
export async function runCycleBench(
  setting: BenchSetting,
  options: CycleBenchOptions = {},
): Promise<BenchReport> {
  const { appraisees = 400, naive: naiveCount = 40, repeats = 3 } = options;
  const cases = await withFlows(setting, async ({ client, ours, naive }) => {
    await warmUp(ours, naive);
    const measured = { ours: [] as Measured[], naive: [] as Measured[] };
    let year = await ours.prepare(appraisees);
    let naiveIds: readonly string[] = [];
    for (let repeat = 0; repeat < repeats; repeat += 1) {
      if (repeat > 0) year = await ours.prepare(appraisees);
      const current = year;
      measured.ours.push(await measure(setting.address, appraisees, async () => ours.run(current)));
      measured.naive.push(
        await measure(setting.address, naiveCount, async () => {
          naiveIds = await naive.run(naiveCount);
        }),
      );
    }
    const flows = await ours.flowsOf(year);
    const costs = await countCosts(client, appraisees, flows, naiveIds);
    return [...speedCases(measured), ...costs];
  });
  return { bench: 'cycle', machine: describeMachine(), cases };
}

async function warmUp(ours: Flows['ours'], naive: Flows['naive']): Promise<void> {
  await ours.run(await ours.prepare(10));
  await naive.run(4);
}

async function measure(address: string, count: number, run: () => Promise<void>): Promise<Measured> {
  const server = serverCpuSeconds(address);
  const own = process.cpuUsage();
  const from = performance.now();
  await run();
  const seconds = (performance.now() - from) / 1_000;
  const { user, system } = process.cpuUsage(own);
  const serverAfter = serverCpuSeconds(address);
  return {
    perSecond: count / seconds,
    ownMs: (user + system) / 1_000 / count,
    serverMs: server === null || serverAfter === null ? null : ((serverAfter - server) * 1_000) / count,
  };
}

function speedCases({ ours, naive }: Record<'ours' | 'naive', readonly Measured[]>): readonly BenchCase[] {
  const of = (all: readonly Measured[], read: (one: Measured) => number | null) =>
    median(all.map((one) => read(one) ?? Number.NaN));
  const compare = (name: string, unit: string, read: (one: Measured) => number | null) =>
    benchCase(name, unit, of(ours, read), of(naive, read), OTHER);
  const cases = [
    compare('whole appraisals', '1/s', ({ perSecond }) => perSecond),
    compare('processor per appraisal: worker, client, database', 'ms', ({ ownMs }) => ownMs),
  ];
  const serverKnown = [...ours, ...naive].every(({ serverMs }) => serverMs !== null);
  if (!serverKnown) return cases;
  return [...cases, compare('processor per appraisal: Temporal server', 'ms', ({ serverMs }) => serverMs)];
}

async function countCosts(
  client: Client,
  appraisees: number,
  flows: { readonly appraisals: readonly string[]; readonly others: readonly string[] },
  naiveIds: readonly string[],
): Promise<readonly BenchCase[]> {
  const own = await costOf(client, flows.appraisals);
  const shared = await costOf(client, flows.others);
  const naive = await costOf(client, naiveIds);
  const compare = (name: string, key: 'transitions' | 'workflowTasks') =>
    benchCase(name, 'each', (own[key] + shared[key]) / appraisees, naive[key] / naiveIds.length, OTHER);
  return [
    compare('state transitions per appraisal, its share of unit, survey and cycle included', 'transitions'),
    compare('workflow tasks per appraisal, its share included', 'workflowTasks'),
  ];
}
