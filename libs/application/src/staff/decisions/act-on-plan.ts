import { Refusal } from '@kaoji/domain';
import type { PlanAct } from '../../ports/plans.js';
import type { Actor } from '../access/actor.js';
import { onceFor } from '../access/idempotency.js';
import { demand } from '../access/permissions.js';
import type { Done } from '../collect/close-collection.js';
import { findAppraisal, findCycle, notFound } from '../find.js';
import { END, hasEnded, projectPlan } from './plan-task.js';
import type { PlanDeps } from './set-plan.js';
import { demandImpartial } from './stand-aside.js';

type ActingDeps = Pick<PlanDeps, 'transactions' | 'clock'>;

/**
 * Whoever follows a plan records that a step was done. Refuses `PLAN_ENDED`, `DUPLICATE_PLAN_ACT`, `NOT_FOUND`,
 * `FORBIDDEN`.
 */
export async function recordPlanStep(
  deps: ActingDeps,
  actor: Actor,
  input: { readonly planId: string; readonly step: number; readonly note: string; readonly key: string },
): Promise<Done> {
  return act(deps, actor, { ...input, outcome: 'done' });
}

/**
 * Whoever follows a plan says how it ended. Met means every step was done. Refuses `PLAN_STEPS_OPEN`,
 * `PLAN_ENDED`, `NOT_FOUND`, `FORBIDDEN`.
 */
export async function endPlan(
  deps: ActingDeps,
  actor: Actor,
  input: {
    readonly planId: string;
    readonly outcome: 'met' | 'not_met';
    readonly note: string;
    readonly key: string;
  },
): Promise<Done> {
  return act(deps, actor, { ...input, step: END });
}

type Acting = Pick<PlanAct, 'planId' | 'step' | 'outcome' | 'note'> & { readonly key: string };

async function act(deps: ActingDeps, actor: Actor, { key, ...request }: Acting): Promise<Done> {
  return deps.transactions.run((stores) =>
    onceFor<Done>(stores, actor, { verb: 'plan-act', key, request }, async () => {
      const plan = await stores.plans.plan(request.planId);
      if (plan === null || request.step >= plan.steps.length) throw notFound('step of a plan');
      const { areaId } = await findCycle(stores, plan.cycleId);
      demand(actor, 'plan.follow', { areaId, unitId: plan.unitId });
      await demandImpartial(stores, actor, (await findAppraisal(stores, plan.appraisalId)).appraisal);
      const before = await stores.plans.actsOf(plan.id);
      if (hasEnded(before)) throw new Refusal('PLAN_ENDED', 'This plan has ended.');
      if (request.outcome === 'met' && before.length < plan.steps.length) {
        throw new Refusal('PLAN_STEPS_OPEN', 'A plan is met once every step is done.');
      }
      const actedAt = deps.clock.now();
      const done = { ...request, actedBy: actor.accountId, actedAt };
      await stores.plans.insertAct(done);
      await projectPlan(stores, plan, [...before, done], actedAt);
      return { done: true };
    }),
  );
}
