import { Refusal } from '@kaoji/domain';
import type { ContestStart } from '../../ports/gateways.js';
import type { OutboxRow } from '../../ports/records.js';
import { START_CONTEST } from '../contest/settle-contest.js';
import { deliverMessage, staffMessageOf, type DeliverDeps } from './deliver-message.js';

const AT_MOST = 500;
const SIDE_BY_SIDE = 50;

/**
 * Delivers what lies in the outbox, oldest first, and gives the number delivered. Every message carries its
 * own id, so two relays, or a relay and the request itself, may deliver the same one. One flow that does not
 * answer (its build has no worker any more) holds up nobody else's message. Throws when Temporal or the
 * database does not answer, or a message could not be delivered; the rows then wait for the next run.
 */
export async function relayOutbox(deps: DeliverDeps): Promise<number> {
  const rows = await deps.transactions.read((stores) => stores.effects.pendingOutbox(AT_MOST));
  const faults: unknown[] = [];
  let delivered = 0;
  for (let at = 0; at < rows.length; at += SIDE_BY_SIDE) {
    const told = await Promise.allSettled(
      rows.slice(at, at + SIDE_BY_SIDE).map(async (row) => deliverRow(deps, row)),
    );
    delivered += told.filter((one) => one.status === 'fulfilled' && one.value).length;
    const failed = told.flatMap((one): unknown[] => (one.status === 'rejected' ? [one.reason] : []));
    const unanswered = failed.find((fault) => fault instanceof Refusal);
    if (unanswered !== undefined && !(await deps.gateway.healthy())) throw unanswered;
    faults.push(...failed);
  }
  if (faults.length > 0) throw faults[0];
  return delivered;
}

async function deliverRow(deps: DeliverDeps, row: OutboxRow): Promise<boolean> {
  const message = staffMessageOf(row);
  if (message !== null) return (await deliverMessage(deps, row.id, message)) !== 'later';
  if (row.kind === START_CONTEST) {
    await deps.gateway.startContest(JSON.parse(row.payload) as ContestStart);
  } else if (row.kind === 'start_cycle') {
    await deps.gateway.startCycle(JSON.parse(row.payload) as { cycleId: string; cycleKey: string });
  } else return false;
  await deps.transactions.run((stores) => stores.effects.markDelivered(row.id, deps.clock.now()));
  return true;
}
