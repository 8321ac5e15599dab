import type { ConsequenceRow, Cycle, Instant, LedgerEntry } from '../ports/records.js';
import type { Stores } from '../ports/stores.js';
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
      const now = clock.now();
      const rows = await stores.decisions.currentConsequences([appraisalId]);
      const confirmedNow = rows.filter(followsByLaw).map((row) => confirmed(row, approvedBy, now));
      if (confirmedNow.length > 0) await stores.decisions.appendConsequences(confirmedNow);
      const all = [...rows.filter(({ state }) => state === 'confirmed'), ...confirmedNow];
      await enterLedger(stores, cycle, appraisal.personId, all, now);
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

async function enterLedger(
  stores: Stores,
  cycle: Cycle,
  personId: string,
  rows: readonly ConsequenceRow[],
  enteredAt: Instant,
): Promise<void> {
  if (cycle.run !== 'live') return;
  const entries = rows.flatMap(({ appraisalId, rule, effect, params, decidedBy }): LedgerEntry[] =>
    decidedBy === null
      ? []
      : [
          {
            key: `${appraisalId}/${rule}`,
            cycleId: cycle.id,
            appraisalId,
            personId,
            effect,
            params,
            rule,
            confirmedBy: decidedBy,
            enteredAt,
          },
        ],
  );
  if (entries.length > 0) await stores.decisions.insertLedger(entries);
}
