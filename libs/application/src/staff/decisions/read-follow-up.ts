import type { ImprovementPlan, PlanAct, Talk } from '../../ports/plans.js';
import type { Transactions } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { forbidden, holds } from '../access/permissions.js';
import { isOwn } from '../collect/own-evidence.js';
import { findAppraisal } from '../find.js';
import { hasEnded } from './plan-task.js';

export type PlanView = ImprovementPlan & { readonly acts: readonly PlanAct[]; readonly ended: boolean };
export type FollowUp = { readonly plans: readonly PlanView[]; readonly talks: readonly Talk[] };

/** The plans and talks after a result: for the person, and for those who follow. Refuses `NOT_FOUND`, `FORBIDDEN`. */
export async function readFollowUp(
  deps: { readonly transactions: Transactions },
  actor: Actor,
  appraisalId: string,
): Promise<FollowUp> {
  return deps.transactions.read(async (stores) => {
    const { appraisal, cycle } = await findAppraisal(stores, appraisalId);
    const official = holds(actor, 'decision.read', { areaId: cycle.areaId, unitId: appraisal.unitId });
    if (!official && !isOwn(actor, appraisal)) throw forbidden();
    const plans: PlanView[] = [];
    for (const plan of await stores.plans.plansOf(appraisalId)) {
      const acts = await stores.plans.actsOf(plan.id);
      plans.push({ ...plan, acts, ended: hasEnded(acts) });
    }
    return { plans, talks: await stores.plans.talksOf(appraisalId) };
  });
}
