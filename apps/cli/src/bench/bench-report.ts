import { cpus, totalmem } from 'node:os';

/** One comparison: ours next to something else, in the same unit, measured in the same run. */
export type BenchCase = {
  readonly name: string;
  readonly unit: string;
  readonly ours: number;
  readonly other: number;
  readonly otherName: string;
  readonly ratio: number; // ours / other
};

/** What every bench prints, in words or as one line of JSON. */
export type BenchReport = {
  readonly bench: string;
  readonly machine: string;
  readonly cases: readonly BenchCase[];
};

/** A comparison with its ratio; numbers are kept to four significant digits, which is more than a bench knows. */
export function benchCase(
  name: string,
  unit: string,
  ours: number,
  other: number,
  otherName: string,
): BenchCase {
  const short = (value: number) => Number(value.toPrecision(4));
  return { name, unit, ours: short(ours), other: short(other), otherName, ratio: short(ours / other) };
}

/** The machine in one line: processor, cores, memory, Node. */
export function describeMachine(): string {
  const all = cpus();
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  return `${all[0]?.model.trim() ?? 'unknown processor'}, ${all.length} cores, ${gigabytes} GB, Node ${process.versions.node}`;
}

/** The middle of some measurements. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** A report for people, one line per case under the machine. */
export function benchText(report: BenchReport): string[] {
  const lines = report.cases.map(
    ({ name, unit, ours, other, otherName, ratio }) =>
      `  ${name}: ours ${ours} ${unit}, ${otherName} ${other} ${unit}, ratio ${ratio}`,
  );
  return [`bench ${report.bench} on ${report.machine}`, ...lines];
}

/** Writes a report: words, or one line of JSON. */
export function printBench(report: BenchReport, json: boolean, write: (line: string) => void): void {
  for (const line of json ? [JSON.stringify(report)] : benchText(report)) write(line);
}
