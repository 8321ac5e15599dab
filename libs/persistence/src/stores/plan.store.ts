import type { PlanStore } from '@kaoji/application';
import { planActTable, planTable, talkTable } from '../schema/decision.entities.js';
import type { Session } from '../session.js';
import { insertRows, taken } from '../statements.js';

/** Improvement plans, what was done of them, and talks. */
export function createPlanStore(session: Session): PlanStore {
  const { manager } = session;
  return {
    insertPlan: (plan) =>
      insertRows(session, planTable, [plan], taken('DUPLICATE_PLAN', 'This plan is set already.')),
    plan: (id) => manager.createQueryBuilder(planTable, 'p').where('p.id = :id', { id }).getOne(),
    plansOf: (appraisalId) =>
      manager
        .createQueryBuilder(planTable, 'p')
        .where('p.appraisalId = :appraisalId', { appraisalId })
        .orderBy({ 'p.setAt': 'ASC', 'p.id': 'ASC' })
        .getMany(),
    insertAct: (act) =>
      insertRows(session, planActTable, [act], taken('DUPLICATE_PLAN_ACT', 'This is recorded already.')),
    actsOf: (planId) =>
      manager
        .createQueryBuilder(planActTable, 'a')
        .where('a.planId = :planId', { planId })
        .orderBy({ 'a.step': 'ASC' })
        .getMany(),
    insertTalk: (talk) =>
      insertRows(session, talkTable, [talk], taken('DUPLICATE_TALK', 'This talk is recorded already.')),
    talksOf: (appraisalId) =>
      manager
        .createQueryBuilder(talkTable, 't')
        .where('t.appraisalId = :appraisalId', { appraisalId })
        .orderBy({ 't.heldOn': 'ASC', 't.id': 'ASC' })
        .getMany(),
  };
}
