import type { ConsequenceRow, Instant } from '../ports/records.js';
import { enterLedger } from '../staff/decisions/enter-ledger.js';
import { findAppraisal } from '../staff/find.js';
import type { AppraisalKey, EngineDeps } from './engine-deps.js';

/**
 * Records the end of an appraisal. What the grade brings by law is confirmed by whoever approved the list; what
 * hurts stays as a named person left it; what is only said, or left to an office, stays proposed. Everything
 * confirmed enters the entitlement ledger, unless the cycle is a rehearsal.
 */
export async function recordDecision(
  { transactions, clock }: EngineDeps,
  { appraisalId, approvedBy }: AppraisalKey & { readonly approvedBy: string },
): Promise<void> {
  await transactions.run(async (stores) =>
    stores.effects.once(`decide/${appraisalId}`, async () => {
      const { appraisal, cycle } = await findAppraisal(stores, appraisalId);
      const at = clock.now();
      const rows = await stores.decisions.currentConsequences([appraisalId]);
      const confirmedNow = rows.filter(followsByLaw).map((row) => confirmed(row, approvedBy, at));
      if (confirmedNow.length > 0) await stores.decisions.appendConsequences(confirmedNow);
      await enterLedger(stores, { cycle, appraisal, by: approvedBy, at });
      await stores.appraisals.advance(appraisalId, appraisal.version, { status: 'recorded' });
    }),
  );
}

function followsByLaw({ adverse, force, state }: ConsequenceRow): boolean {
  return !adverse && force === 'confirm' && state === 'proposed';
}

function confirmed(row: ConsequenceRow, by: string, now: Instant): ConsequenceRow {
  return { ...row, state: 'confirmed', decidedBy: by, decidedAt: now, version: row.version + 1 };
}
