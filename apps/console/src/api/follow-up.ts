import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client.js';
import type { operations } from './schema.gen.js';

/** Improvement plans and talks after a result. */
export const followUpQuery = (appraisalId: string) =>
  queryOptions({
    queryKey: ['follow-up', appraisalId],
    queryFn: () =>
      answerOf(api.GET('/api/appraisals/{appraisalId}/follow-up', { params: { path: { appraisalId } } })),
  });
export type FollowUp = Awaited<ReturnType<NonNullable<ReturnType<typeof followUpQuery>['queryFn']>>>;
export type ImprovementPlan = FollowUp['plans'][number];

type Of<Name extends 'DecisionController_setPlan' | 'DecisionController_talk' | 'DecisionController_end'> =
  NonNullable<operations[Name]['requestBody']>['content']['application/json'];
export type NewPlan = Of<'DecisionController_setPlan'>;
export type NewTalk = Of<'DecisionController_talk'>;
export type PlanEnd = Of<'DecisionController_end'>;

export const setPlan = (appraisalId: string, body: NewPlan, key: string) =>
  answerOf(
    api.POST('/api/appraisals/{appraisalId}/improvement-plans', {
      params: { path: { appraisalId }, header: { 'idempotency-key': key } },
      body,
    }),
  );
export const recordPlanStep = (planId: string, body: { step: number; note: string }, key: string) =>
  answerOf(
    api.POST('/api/improvement-plans/{planId}/steps', {
      params: { path: { planId }, header: { 'idempotency-key': key } },
      body,
    }),
  );
/** Refuses `PLAN_STEPS_OPEN` where it is called met and a step is open. */
export const endPlan = (planId: string, body: PlanEnd, key: string) =>
  answerOf(
    api.POST('/api/improvement-plans/{planId}/end', {
      params: { path: { planId }, header: { 'idempotency-key': key } },
      body,
    }),
  );
export const recordTalk = (appraisalId: string, body: NewTalk, key: string) =>
  answerOf(
    api.POST('/api/appraisals/{appraisalId}/talks', {
      params: { path: { appraisalId }, header: { 'idempotency-key': key } },
      body,
    }),
  );
