import type { Cycle } from '../ports/records.js';
import type { Transactions } from '../ports/stores.js';
import { cycleKeyOf } from '../staff/cycle-key.js';

/** Cycles by the key their flows are named by. */
export type OurCycles = ReadonlyMap<string, Cycle>;

const AT_A_TIME = 500;

/** Every cycle there is. */
export async function readCycles(transactions: Transactions): Promise<OurCycles> {
  const cycles = new Map<string, Cycle>();
  for (let after: string | null = null; ;) {
    const page: readonly Cycle[] = await transactions.read(async (stores) =>
      stores.cycles.list(null, { after, limit: AT_A_TIME }),
    );
    for (const cycle of page) cycles.set(cycleKeyOf(cycle), cycle);
    if (page.length < AT_A_TIME) return cycles;
    after = page.at(-1)?.id ?? null;
  }
}

/**
 * The cycle a flow belongs to by its id, `cycle/<year>/<area>[/<run>][/…]`. Undefined for a flow of another database or
 * another kind: a server may have several.
 */
export function cycleOfFlow(cycles: OurCycles, workflowId: string): Cycle | undefined {
  const [kind, year, area, run] = workflowId.split('/');
  if (kind !== 'cycle' || year === undefined || area === undefined) return undefined;
  return cycles.get(`${year}/${area}/${run}`) ?? cycles.get(`${year}/${area}`);
}
