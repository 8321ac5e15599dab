import { performance } from 'node:perf_hooks';
import { median } from './bench-report.js';

/** What a run gave and how long it took. */
export type Timed<T> = { readonly ms: number; readonly value: T };

function timed<T>(run: () => T): Timed<T> {
  const start = performance.now();
  const value = run();
  return { ms: performance.now() - start, value };
}

/** Runs two ways in turns, so that both meet the same machine; medians of `repeats` after one warm-up each. */
export function interleaved<A, B>(
  repeats: number,
  ours: () => A,
  other: () => B,
): { readonly ours: Timed<A>; readonly other: Timed<B> } {
  let first = timed(ours);
  let second = timed(other);
  const times = { ours: [] as number[], other: [] as number[] };
  for (let turn = 0; turn < repeats; turn += 1) {
    first = timed(ours);
    second = timed(other);
    times.ours.push(first.ms);
    times.other.push(second.ms);
  }
  return {
    ours: { ms: median(times.ours), value: first.value },
    other: { ms: median(times.other), value: second.value },
  };
}
