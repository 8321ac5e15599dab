import type { PlanStore } from '@kaoji/application';
import { SEALED } from '../people/sealed-columns.js';
import { insertSealed, openRow, openRows } from '../people/seal-rows.js';
import { planActTable, planTable, talkTable } from '../schema/decision.entities.js';
import type { Session } from '../session.js';
import { taken } from '../statements.js';

/** Improvement plans, what was done of them, and talks. */
export function createPlanStore(session: Session): PlanStore {
  const { manager } = session;
  return {
    insertPlan: (plan) =>
      insertSealed(session, SEALED.plans, [plan], taken('DUPLICATE_PLAN', 'This plan is set already.')),
    plan: async (id) =>
      openRow(
        session,
        SEALED.plans,
        await manager.createQueryBuilder(planTable, 'p').where('p.id = :id', { id }).getOne(),
      ),
    plansOf: async (appraisalId) => {
      const rows = await manager
        .createQueryBuilder(planTable, 'p')
        .where('p.appraisalId = :appraisalId', { appraisalId })
        .orderBy({ 'p.setAt': 'ASC', 'p.id': 'ASC' })
        .getMany();
      return openRows(session, SEALED.plans, rows);
    },
    insertAct: (act) =>
      insertSealed(session, SEALED.planActs, [act], taken('DUPLICATE_PLAN_ACT', 'This is recorded already.')),
    actsOf: async (planId) => {
      const rows = await manager
        .createQueryBuilder(planActTable, 'a')
        .where('a.planId = :planId', { planId })
        .orderBy({ 'a.step': 'ASC' })
        .getMany();
      return openRows(session, SEALED.planActs, rows);
    },
    insertTalk: (talk) =>
      insertSealed(session, SEALED.talks, [talk], taken('DUPLICATE_TALK', 'This talk is recorded already.')),
    talksOf: async (appraisalId) => {
      const rows = await manager
        .createQueryBuilder(talkTable, 't')
        .where('t.appraisalId = :appraisalId', { appraisalId })
        .orderBy({ 't.heldOn': 'ASC', 't.id': 'ASC' })
        .getMany();
      return openRows(session, SEALED.talks, rows);
    },
  };
}
