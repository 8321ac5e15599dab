import type { Cycle } from '../ports/records.js';

/** The key the workflows of a cycle go by: the same text as temporal-contract's `cycleKey`. */
export function cycleKeyOf(cycle: Pick<Cycle, 'year' | 'areaId' | 'run'>): string {
  const key = `${cycle.year}/${cycle.areaId}`;
  return cycle.run === 'live' ? key : `${key}/${cycle.run}`;
}
