import type { PlanDraft } from './plan-draft.js';
import type { ChangeDraft } from './use-plan-draft.js';

/** What every step of a new plan is given. */
export type StepAsked = {
  readonly draft: PlanDraft;
  readonly change: ChangeDraft;
  readonly forget: () => void;
};
