import type { CivilDate } from '@kaoji/domain';
import type { Instant } from './records.js';

/** Append-only: what somebody is to improve by when, and who follows it. */
export type ImprovementPlan = {
  readonly id: string;
  readonly appraisalId: string;
  readonly cycleId: string;
  readonly unitId: string;
  readonly personId: string;
  readonly rule: string | null; // the consequence it carries out
  readonly steps: readonly string[];
  readonly followedBy: string; // account
  readonly dueAt: Instant;
  readonly setBy: string;
  readonly setAt: Instant;
};
/** Append-only: a step done, or (`step` -1) the end of the plan. */
export type PlanAct = {
  readonly planId: string;
  readonly step: number;
  readonly outcome: 'done' | 'met' | 'not_met';
  readonly note: string;
  readonly actedBy: string;
  readonly actedAt: Instant;
};
/** Append-only: a talk that took place (谈话), with what was said in return. */
export type Talk = {
  readonly id: string;
  readonly appraisalId: string;
  readonly kind: 'reminder' | 'admonition' | 'feedback';
  readonly heldOn: CivilDate;
  readonly heldBy: string; // account
  readonly summary: string;
  readonly reply: string | null; // the person's explanation
  readonly recordedBy: string;
  readonly recordedAt: Instant;
};

export type PlanStore = {
  insertPlan(plan: ImprovementPlan): Promise<void>;
  plan(id: string): Promise<ImprovementPlan | null>;
  plansOf(appraisalId: string): Promise<readonly ImprovementPlan[]>;
  insertAct(act: PlanAct): Promise<void>; // refuses DUPLICATE_PLAN_ACT (this step is done, the plan has ended)
  actsOf(planId: string): Promise<readonly PlanAct[]>;
  insertTalk(talk: Talk): Promise<void>;
  talksOf(appraisalId: string): Promise<readonly Talk[]>;
};
