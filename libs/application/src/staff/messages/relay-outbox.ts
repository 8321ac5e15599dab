import { Refusal } from '@kaoji/domain';
import type { OutboxRow } from '../../ports/records.js';
import { deliverMessage, staffMessageOf, type DeliverDeps } from './deliver-message.js';

const AT_ONCE = 50;

/**
 * Delivers what lies in the outbox, oldest first, and gives the number delivered. Every message carries its
 * own id, so two relays, or a relay and the request itself, may deliver the same one. Throws when Temporal or
 * the database does not answer; the rows then wait for the next run.
 */
export async function relayOutbox(deps: DeliverDeps): Promise<number> {
  const rows = await deps.transactions.read((stores) => stores.effects.pendingOutbox(AT_ONCE));
  const faults: unknown[] = [];
  let delivered = 0;
  for (const row of rows) {
    try {
      if (await deliverRow(deps, row)) delivered += 1;
    } catch (fault) {
      if (fault instanceof Refusal) throw fault; // nobody answers now: the rest waits too
      faults.push(fault); // one message that cannot be delivered does not hold up the others
    }
  }
  if (faults.length > 0) throw faults[0];
  return delivered;
}

async function deliverRow(deps: DeliverDeps, row: OutboxRow): Promise<boolean> {
  const message = staffMessageOf(row);
  if (message !== null) return (await deliverMessage(deps, row.id, message)) !== 'later';
  if (row.kind !== 'start_cycle') return false;
  await deps.gateway.startCycle(JSON.parse(row.payload) as { cycleId: string; cycleKey: string });
  await deps.transactions.run((stores) => stores.effects.markDelivered(row.id, deps.clock.now()));
  return true;
}
