import { cpus } from 'node:os';
import { performance } from 'node:perf_hooks';
import { describeMachine, median } from '../bench-report.js';
import type { LoadCount } from './load-count.js';
import type { LoadProcess } from './load-process.js';
import { machineCpuSeconds } from './process-facts.js';
import { closedLoop, type Load, type Shot } from './run-load.js';

export type Measured = {
  readonly count: LoadCount;
  /** Microseconds of processor time of the server's process for each answer. */
  readonly cpu: number;
  /** The same of the database server. */
  readonly databaseCpu: number;
  /** Which share of the machine was busy with things that have nothing to do with this. */
  readonly others: number;
};
type Database = { cpuSeconds(): number | null };
/** One way to serve the same load. */
export type Contender = {
  readonly process: LoadProcess;
  readonly next: () => Shot | null;
  readonly measured: Measured[];
};
export type Windows = { readonly seconds: number; readonly repeats: number; readonly connections: number };

const WARM_UP_SECONDS = 2;

export async function contender(starting: Promise<LoadProcess>, next: () => Shot | null): Promise<Contender> {
  return { process: await starting, next, measured: [] };
}

/** Measures them in turns, so that all meet the same machine: one warm-up and `repeats` windows each. */
export async function measureInTurns(
  all: readonly Contender[],
  windows: Windows,
  database: Database,
): Promise<void> {
  for (let repeat = 0; repeat <= windows.repeats; repeat += 1) {
    for (const one of all) {
      const seconds = repeat === 0 ? Math.min(WARM_UP_SECONDS, windows.seconds) : windows.seconds;
      one.measured.push(await measured(one, { ...windows, seconds }, database));
    }
  }
}

/** The median over the windows after the warm-up. */
export function medianOf({ measured: windows }: Contender, of: (one: Measured) => number): number {
  return median(windows.slice(1).map(of));
}

export const rateOf = ({ count }: Measured): number => count.donePerSecond;
export const cpuOf = ({ cpu }: Measured): number => cpu;
export const databaseCpuOf = ({ databaseCpu }: Measured): number => databaseCpu;

/** The load of a contender on so many connections. */
export function loadOf({ process: { url }, next }: Contender, seconds: number, lanes: number): Load {
  return { url, lanes, seconds, next };
}

async function measured(
  one: Contender,
  { seconds, connections }: Windows,
  database: Database,
): Promise<Measured> {
  const spent = () => {
    const own = process.cpuUsage();
    return {
      at: performance.now(),
      server: one.process.cpuSeconds() ?? Number.NaN,
      database: database.cpuSeconds() ?? Number.NaN,
      client: (own.user + own.system) / 1e6,
      machine: machineCpuSeconds() ?? Number.NaN,
    };
  };
  const from = spent();
  const count = await closedLoop(loadOf(one, seconds, connections));
  const to = spent();
  const answers = Object.values(count.byStatus).reduce((all, some) => all + some, 0);
  const used = (what: keyof typeof from) => to[what] - from[what];
  const each = (cpuSeconds: number) => (cpuSeconds * 1e6) / answers;
  const foreign = used('machine') - used('server') - used('database') - used('client');
  const others = foreign / ((used('at') / 1_000) * cpus().length);
  return { count, cpu: each(used('server')), databaseCpu: each(used('database')), others };
}

/** The machine in one line, with how much of it was not to be had while these were measured. */
export function machineShared(contenders: readonly Contender[]): string {
  const shares = contenders.flatMap(({ measured: windows }) => windows.map(({ others }) => others));
  const percent = Math.max(0, Math.round(median(shares) * 100));
  return `${describeMachine()}, ${percent} % of it busy with other things`;
}
