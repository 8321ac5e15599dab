import { randomUUID } from 'node:crypto';
import { NativeConnection, Runtime, DefaultLogger } from '@temporalio/worker';
import { benchCase, describeMachine, median, type BenchReport } from '../bench-report.js';
import type { BenchSetting } from '../bench-setting.js';
import { closedLoop, type Shot } from '../survey-load/run-load.js';
import { startOwnMariadb } from '../survey-load/own-mariadb.js';
import { rawAct, type WantedAct } from './act-requests.js';
import { withApprovals, type ApprovalsSetting } from './approvals-setting.js';
import { eachOf, startBareUpdates, type BareUpdates } from './bare-updates.js';
import { FIRST, type ShownList } from './shown-lists.js';

export type ApprovalsBenchOptions = {
  readonly lists?: number; // in each of the repeats; two acts on each
  readonly people?: number; // on each list
  readonly repeats?: number;
  readonly atOnce?: number; // people who act at the same time
};
type Run = { readonly perSecond: number; readonly p50: number; readonly p99: number };

const OTHER = 'a bare executeUpdate on the same server';
const LIMIT_S = 600;

/**
 * Acts on lists through the staff service, from the request to the answered Update with its rows written, next to the
 * same number of Updates to a flow that only counts; in turns on one server, once for each kind of database (aim: 0.8).
 */
export async function runApprovalsBench(
  { address, bundle, databaseUrl: sqlite }: BenchSetting,
  options: ApprovalsBenchOptions = {},
): Promise<BenchReport> {
  Runtime.install({
    shutdownSignals: [],
    logger: new DefaultLogger('ERROR'),
    telemetryOptions: { logging: { filter: 'ERROR', forward: {} } },
  });
  const cases = await compared('SQLite', { address, bundle, databaseUrl: sqlite }, options);
  const mariadb = await startOwnMariadb();
  try {
    const durable = { address, bundle, databaseUrl: mariadb.url };
    return {
      bench: 'approvals',
      machine: describeMachine(),
      cases: [...cases, ...(await compared('MariaDB, each commit synced', durable, options))],
    };
  } finally {
    await mariadb.close();
  }
}

async function compared(
  name: string,
  servers: { readonly address: string; readonly bundle: string; readonly databaseUrl: string },
  { lists = 150, people = 20, repeats = 3, atOnce = 32 }: ApprovalsBenchOptions,
) {
  return withApprovals(servers, async (setting) => {
    await setting.startWorker();
    const connection = await NativeConnection.connect({ address: servers.address });
    const bare = await startBareUpdates(setting.client, connection);
    try {
      const runs: Record<'ours' | 'other' | 'oursAlone' | 'otherAlone', Run[]> = {
        ...{ ours: [], other: [], oursAlone: [], otherAlone: [] },
      };
      for (let repeat = 0; repeat <= repeats; repeat += 1) {
        const few = Math.max(5, Math.round(lists / 10));
        const shown = await show(setting, { lists: lists + few, people });
        const ids = await bare.start(lists + few);
        const measured = {
          ours: await acts(setting, shown.slice(few), atOnce),
          other: await updates(bare, ids.slice(few), atOnce),
          oursAlone: await acts(setting, shown.slice(0, few), 1),
          otherAlone: await updates(bare, ids.slice(0, few), 1),
        };
        if (repeat === 0) continue; // the first warms up
        for (const key of ['ours', 'other', 'oursAlone', 'otherAlone'] as const)
          runs[key].push(measured[key]);
      }
      const of = (key: keyof typeof runs, read: (run: Run) => number) => median(runs[key].map(read));
      return [
        benchCase(
          `${name}: acts, ${atOnce} at once`,
          '1/s',
          of('ours', perSecond),
          of('other', perSecond),
          OTHER,
        ),
        benchCase(
          `${name}: half answered within, ${atOnce} at once`,
          'ms',
          of('ours', p50),
          of('other', p50),
          OTHER,
        ),
        benchCase(`${name}: p99, ${atOnce} at once`, 'ms', of('ours', p99), of('other', p99), OTHER),
        benchCase(
          `${name}: half answered within, one at a time`,
          'ms',
          of('oursAlone', p50),
          of('otherAlone', p50),
          OTHER,
        ),
        benchCase(`${name}: p99, one at a time`, 'ms', of('oursAlone', p99), of('otherAlone', p99), OTHER),
      ];
    } finally {
      await bare.stop();
      await connection.close();
    }
  });
}
const perSecond = (run: Run): number => run.perSecond;
const p50 = (run: Run): number => run.p50;
const p99 = (run: Run): number => run.p99;

async function show(
  setting: ApprovalsSetting,
  plan: { readonly lists: number; readonly people: number },
): Promise<readonly ShownList[]> {
  const year = await setting.seed(plan);
  await year.begin();
  return year.shown();
}

/** Everybody claims, then everybody approves: two acts on each list, the second of which opens the next step. */
async function acts({ api }: ApprovalsSetting, lists: readonly ShownList[], atOnce: number): Promise<Run> {
  const run = { answered: 0, seconds: 0, waits: [] as number[] };
  for (const verb of ['claim', 'approve'] as const) {
    const requests = lists.map((list): Buffer => {
      const act: WantedAct = { list, by: 'supervisor', verb, step: FIRST, key: randomUUID() };
      return rawAct(act);
    });
    let at = 0;
    const from = performance.now();
    const next = (): Shot | null => {
      const request = requests[at];
      at += 1;
      if (request === undefined) return null;
      const sent = performance.now();
      return {
        request,
        done: (reply) => {
          if (reply?.status !== 200)
            throw new Error(`an act was answered with ${reply?.status ?? 'nothing'}`);
          run.waits.push(performance.now() - sent);
        },
      };
    };
    await closedLoop({ url: api.url, lanes: Math.min(atOnce, lists.length), seconds: LIMIT_S, next });
    run.seconds += (performance.now() - from) / 1_000;
  }
  return summary(run.waits, run.seconds);
}

async function updates(bare: BareUpdates, ids: readonly string[], atOnce: number): Promise<Run> {
  const waits: number[] = [];
  const text = 'x'.repeat(600); // about as long as an act with its clocks
  const from = performance.now();
  for (let turn = 0; turn < 2; turn += 1) {
    await eachOf(ids, atOnce, async (id) => {
      const sent = performance.now();
      await bare.ask(id, text);
      waits.push(performance.now() - sent);
    });
  }
  return summary(waits, (performance.now() - from) / 1_000);
}

function summary(waits: readonly number[], seconds: number): Run {
  const sorted = [...waits].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
  return { perSecond: waits.length / seconds, p50: at(0.5), p99: at(0.99) };
}
