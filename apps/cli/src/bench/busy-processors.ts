import { cpus } from 'node:os';

/** How many processors the whole machine kept busy on average while something ran; on a quiet machine, how many it used. */
export async function busyProcessors<T>(
  run: () => Promise<T>,
): Promise<{ readonly value: T; readonly busy: number }> {
  const before = spent();
  const from = performance.now();
  const value = await run();
  return { value, busy: (spent() - before) / (performance.now() - from) };
}

/** Milliseconds of work of all processors since the machine began. */
function spent(): number {
  return cpus().reduce((sum, { times: { user, nice, sys, irq } }) => sum + user + nice + sys + irq, 0);
}
