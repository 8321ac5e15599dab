import { listSource, recordStand } from '../../engine/record-stand.js';
import type { ActAnswer, ApprovalActRow } from '../../ports/approvals.js';
import type { Acknowledgement, Instant } from '../../ports/records.js';
import type { Stores } from '../../ports/stores.js';
import type { StaffMessage } from './staff-message.js';

type ActTo = Extract<StaffMessage, { readonly kind: 'act' }>;

/**
 * Writes down an act the flow has accepted: the act with its text, where the approval stands since, and, once it is
 * over, the decision of the round. Acts may be settled in any order; the flow's own order is `seq`.
 */
export async function settleAct(
  stores: Stores,
  message: ActTo,
  { seq, decidedBy, ...stand }: ActAnswer,
  now: Instant,
): Promise<void> {
  const { cycleId, unitId, round, listHash, act } = message;
  await stores.approvals.insertAct(rowOf(message, seq));
  const newest = await recordStand(stores, message, stand, now);
  if (decidedBy !== null) {
    await stores.decisions.insertDeliberation({
      ...{ cycleId, unitId, round, listHash },
      verdict: stand.status === 'approved' ? 'approve' : 'return',
      reason: message.reason,
      decidedBy,
      decidedAt: act.at,
    });
  }
  // Only what came out of order has to look how it ended.
  if (!newest || stand.status === 'approved') await keepAcknowledged(stores, message);
}

function rowOf(message: ActTo, seq: number): ApprovalActRow {
  const { cycleId, unitId, round, listHash, act, reason, acknowledged } = message;
  const { to, returnTo, appraisals, act: withdrawn, seat, batch } = act;
  return {
    ...{ id: act.id, source: listSource(message), seq, cycleId, unitId, round, listHash, acknowledged },
    ...{ verb: act.verb, step: act.step, actBy: act.by, onBehalfOf: act.onBehalfOf, actAt: act.at },
    ...{
      target: { to, returnTo, appraisals, act: withdrawn, seat, batch },
      reason,
      reasonHash: act.reasonHash,
    },
  };
}

/**
 * The reasons of an approved list: each uncertain case once, as whoever approved last has put it. Looked for again
 * with every act that is settled after the list was approved, since that may be an earlier one.
 */
async function keepAcknowledged(stores: Stores, list: ActTo): Promise<void> {
  const { cycleId, unitId, round } = list;
  const snapshot = await stores.approvals.snapshot(listSource(list));
  if (snapshot?.stand.status !== 'approved') return;
  const kept = await stores.decisions.acknowledged(cycleId, unitId);
  const known = new Set(kept.filter((one) => one.round === round).map(({ appraisalId }) => appraisalId));
  const approvals = (await stores.approvals.actsOf(cycleId, unitId)).filter(
    (row) => row.round === round && row.verb === 'approve',
  );
  const last = approvals.at(-1);
  const missing = (last?.acknowledged ?? []).filter(
    ({ appraisalId }: Acknowledgement) => !known.has(appraisalId),
  );
  if (last === undefined || missing.length === 0) return;
  await stores.decisions.insertAcknowledged(
    missing.map((one) => ({ ...one, cycleId, unitId, round, acknowledgedBy: last.actBy })),
  );
}
