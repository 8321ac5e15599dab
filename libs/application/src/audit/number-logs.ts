import { readCycles } from '../archive/our-cycles.js';
import type { LogDeps } from './log-deps.js';
import { numberEntries } from './number-entries.js';

/**
 * Brings the logs of all cycles up to date; gives how many entries that were. A cycle whose log cannot be signed does not
 * keep the others from theirs: its fault is thrown at the end. Without a configured key there is nothing to do.
 */
export async function numberLogs(deps: LogDeps): Promise<number> {
  if (deps.keys.length === 0) return 0;
  const cycles = await readCycles(deps.transactions);
  const faults: unknown[] = [];
  let added = 0;
  for (const { id, state } of cycles.values()) {
    if (state === 'draft') continue; // nobody has decided anything in it
    try {
      added += (await numberEntries(deps, id)).added;
    } catch (fault) {
      faults.push(fault);
    }
  }
  if (faults.length > 0) throw faults[0];
  return added;
}
