import { closeCorrection } from '../../engine/end-collection.js';
import type { ActTold, Clock, MessageAnswer, WorkflowGateway } from '../../ports/gateways.js';
import type { Instant, OutboxRow } from '../../ports/records.js';
import type { Stores, Transactions } from '../../ports/stores.js';
import { keepAppeal, keepContest } from '../contest/settle-contest.js';
import { settleAct } from './settle-act.js';
import { STAFF_MESSAGE_KINDS, tell, type StaffMessage } from './staff-message.js';

export type DeliverDeps = {
  readonly transactions: Transactions;
  readonly gateway: WorkflowGateway;
  readonly clock: Clock;
};

/** The row cannot be refused any more, only be early: it was written after checking that the stage is open. */
const RECORDED_FIRST: readonly StaffMessage['kind'][] = [
  'confirm_consequences',
  'grade_after_hold',
  'box_counted',
  'count_confirmed',
  'give_to_panel',
  'objection_answered',
  'deliver_results',
  'contest_outcome',
  'outcome_delivered',
  'withdraw_contest',
];

/**
 * Sends a message of the outbox and writes down its answer, once, whoever delivers it: the request that
 * asked for it, or the relay after a crash. `later`: the workflow has not caught up with the database yet.
 * Throws when Temporal or the database does not answer; the row then stays where it is.
 */
export async function deliverMessage(
  deps: DeliverDeps,
  outboxId: string,
  message: StaffMessage,
): Promise<MessageAnswer | ActTold | 'later'> {
  const told = await tell(deps.gateway, message);
  if (!told.ok && told.code === 'STAGE_NOT_OPEN' && RECORDED_FIRST.includes(message.kind)) return 'later';
  return deps.transactions.run(async (stores) => {
    const kept = await stores.effects.once(toldKey(outboxId), async () => {
      await settle(stores, message, told, deps.clock.now());
      return told;
    });
    await stores.effects.markDelivered(outboxId, deps.clock.now());
    return kept;
  });
}

/** The rest of what was asked, now that the workflow has answered. */
async function settle(
  stores: Stores,
  message: StaffMessage,
  told: MessageAnswer | ActTold,
  now: Instant,
): Promise<void> {
  if (message.kind === 'act' && told.ok && 'answer' in told)
    await settleAct(stores, message, told.answer, now);
  if (message.kind === 'resubmit' && told.ok) await closeCorrection(stores, message, now);
  if (message.kind === 'contest' && told.ok) await keepContest(stores, message.contest, now);
  if (message.kind === 'appeal' && told.ok) await keepAppeal(stores, message, now);
  if (message.kind === 'admit' && !told.ok) {
    const appraisal = await stores.appraisals.byId(message.appraisalId);
    // Came too late after all: stays on the roster as somebody who took no part.
    if (appraisal?.status === 'planned') {
      await stores.appraisals.advance(appraisal.id, appraisal.version, { status: 'left' });
    }
  }
}

/** The key under which the answer to an outbox row is kept. */
export function toldKey(outboxId: string): string {
  return `told/${outboxId}`;
}

/** The message of an outbox row, or `null` when the row is somebody else's kind. */
export function staffMessageOf(row: Pick<OutboxRow, 'kind' | 'payload'>): StaffMessage | null {
  const ours: readonly string[] = STAFF_MESSAGE_KINDS;
  return ours.includes(row.kind) ? (JSON.parse(row.payload) as StaffMessage) : null;
}
