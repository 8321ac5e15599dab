import { median } from '../bench-report.js';
import type { LoadCount } from './load-count.js';
import type { LoadProcess } from './load-process.js';
import { closedLoop, type Load, type Shot } from './run-load.js';

export type Measured = {
  readonly count: LoadCount;
  /** Microseconds of processor time of the server's process for each answer. */
  readonly cpu: number;
  /** The same of the database server. */
  readonly databaseCpu: number;
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
  const spent = () => [one.process.cpuSeconds() ?? Number.NaN, database.cpuSeconds() ?? Number.NaN] as const;
  const [cpuBefore, databaseBefore] = spent();
  const count = await closedLoop(loadOf(one, seconds, connections));
  const [cpuAfter, databaseAfter] = spent();
  const answers = Object.values(count.byStatus).reduce((all, some) => all + some, 0);
  const each = (cpuSeconds: number) => (cpuSeconds * 1e6) / answers;
  return { count, cpu: each(cpuAfter - cpuBefore), databaseCpu: each(databaseAfter - databaseBefore) };
}
