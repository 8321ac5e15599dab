import type { WorkflowGateway } from '../../ports/gateways.js';
import type { Transactions } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { demand } from '../access/permissions.js';
import { findAppraisal } from '../find.js';

/** Temporal's JSON export of one appraisal, for auditors. Refuses `NOT_FOUND`, `FORBIDDEN`. */
export async function readHistory(
  deps: { readonly transactions: Transactions; readonly gateway: WorkflowGateway },
  actor: Actor,
  appraisalId: string,
): Promise<unknown> {
  const { cycle } = await deps.transactions.read(async (stores) => {
    const found = await findAppraisal(stores, appraisalId);
    demand(actor, 'audit.history', { areaId: found.cycle.areaId, unitId: found.appraisal.unitId });
    return found;
  });
  return JSON.parse(await deps.gateway.history(`cycle/${cycle.key}/appraisal/${appraisalId}`)) as unknown;
}
