import { Refusal } from '@kaoji/domain';
import type { RefusedAttempt } from '../../ports/documents.js';
import type { Clock, Ids } from '../../ports/gateways.js';
import type { Transactions } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { demand } from '../access/permissions.js';
import { findAppraisal, findCycle, findCycleUnit } from '../find.js';

const GATES: ReadonlySet<string> = new Set(['GATE_RECORDS_MISSING', 'GATE_CLOSED_BY_LAW']);

type Deps = { readonly transactions: Transactions; readonly clock: Clock; readonly ids: Ids };
type Attempt = { readonly appraisalId: string; readonly confirm: readonly string[] };

/**
 * Runs what a gate may refuse. A refusal by a gate undoes everything else, so that it was wanted is written
 * in a transaction of its own before the answer leaves: who, when, what was missing.
 */
export async function keepingAttempts<T>(
  deps: Deps,
  actor: Actor,
  { appraisalId, confirm }: Attempt,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || !GATES.has(refusal.code)) throw refusal;
    const missing = missingIn(refusal);
    await deps.transactions.run(async (stores) => {
      const { appraisal } = await findAppraisal(stores, appraisalId);
      await stores.documents.insertAttempt({
        id: deps.ids.next(),
        cycleId: appraisal.cycleId,
        unitId: appraisal.unitId,
        appraisalId,
        rules: confirm,
        missing,
        code: refusal.code,
        attemptedBy: actor.accountId,
        attemptedAt: deps.clock.now(),
      });
    });
    throw refusal;
  }
}

function missingIn({ details }: Refusal): RefusedAttempt['missing'] {
  const errors = (details['errors'] ?? []) as readonly { readonly path: string; readonly code: string }[];
  return errors.map(({ path, code }) => ({ rule: path.slice(0, -code.length - 1), record: code }));
}

/** The attempts gates refused in a unit, oldest first. Refuses `NOT_FOUND`, `FORBIDDEN`. */
export async function refusedAttempts(
  deps: { readonly transactions: Transactions },
  actor: Actor,
  cycleId: string,
  unitId: string,
): Promise<readonly RefusedAttempt[]> {
  return deps.transactions.read(async (stores) => {
    const { areaId } = await findCycle(stores, cycleId);
    demand(actor, 'decision.read', { areaId, unitId });
    await findCycleUnit(stores, cycleId, unitId);
    return stores.documents.attemptsOf(cycleId, unitId);
  });
}
