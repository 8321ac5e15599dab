import { Refusal } from '@kaoji/domain';
import { cycleContext, deadlineIn } from '../../engine/cycle-context.js';
import type { Clock, Ids } from '../../ports/gateways.js';
import type { ImprovementPlan } from '../../ports/plans.js';
import type { Transactions } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { onceFor } from '../access/idempotency.js';
import { demand } from '../access/permissions.js';
import { findAppraisal } from '../find.js';
import type { RulebookShelf } from '../plan/rulebook-shelf.js';
import { civilDay } from './civil-today.js';
import { enterRecordedAct } from './enter-recorded-act.js';
import { projectPlan } from './plan-task.js';
import { demandImpartial } from './stand-aside.js';

export type PlanDeps = {
  readonly transactions: Transactions;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly rulebooks: RulebookShelf;
};
export type PlanInput = {
  readonly appraisalId: string;
  readonly steps: readonly string[];
  readonly workingDays: number;
  readonly rule?: string | undefined;
  readonly key: string;
};

/**
 * Sets somebody a plan to improve by a deadline in working days of the cycle's calendar; whoever sets it
 * follows it and finds it in their inbox. Refuses `STAGE_NOT_OPEN` (no delivered result),
 * `CONSEQUENCE_UNKNOWN`, `OWN_LIST`, `NOT_FOUND`, `FORBIDDEN`.
 */
export async function setImprovementPlan(
  deps: PlanDeps,
  actor: Actor,
  input: PlanInput,
): Promise<{ readonly planId: string }> {
  const { key, ...request } = input;
  return deps.transactions.run((stores) =>
    onceFor(stores, actor, { verb: 'plan', key, request }, async () => {
      const { appraisal, cycle } = await findAppraisal(stores, input.appraisalId);
      demand(actor, 'plan.follow', { areaId: cycle.areaId, unitId: appraisal.unitId });
      await demandImpartial(stores, actor, appraisal);
      if (appraisal.notifiedAt === null) {
        throw new Refusal('STAGE_NOT_OPEN', 'A plan follows a result that was notified.');
      }
      const rules = (await stores.decisions.currentConsequences([appraisal.id])).map(({ rule }) => rule);
      if (input.rule !== undefined && !rules.includes(input.rule)) {
        throw new Refusal('CONSEQUENCE_UNKNOWN', 'No such consequence of this result.');
      }
      const setAt = deps.clock.now();
      const { cycleId, unitId, personId } = appraisal;
      const plan: ImprovementPlan = {
        id: deps.ids.next(),
        appraisalId: appraisal.id,
        ...{ cycleId, unitId, personId },
        rule: input.rule ?? null,
        steps: input.steps,
        followedBy: actor.accountId,
        dueAt: deadlineIn(await cycleContext(deps, stores, cycleId), setAt, input.workingDays),
        setBy: actor.accountId,
        setAt,
      };
      await stores.plans.insertPlan(plan);
      await enterRecordedAct(
        stores,
        { cycle, appraisal, by: actor.accountId, at: setAt },
        {
          id: plan.id,
          effect: 'improvement_plan',
          params: { planId: plan.id, dueOn: civilDay(plan.dueAt) },
        },
      );
      await projectPlan(stores, plan, [], setAt);
      return { planId: plan.id };
    }),
  );
}
