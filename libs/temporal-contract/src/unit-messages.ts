import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { ActAnswer, ActInput, ApprovalPlan, ApprovalStand, StepClocks } from './approval-messages.js';

export type UnitInput = { readonly cycleId: string; readonly cycleKey: string; readonly unitId: string };

export type ResubmitInput = { readonly round: number; readonly by: string };
export type AdmitInput = { readonly appraisalId: string };

export type UnitStage =
  | 'opening'
  | 'collecting'
  | 'surveying' // the collection is over, a survey campaign is not
  | 'composing'
  | 'deliberating'
  | 'returned'
  | 'notice'
  | 'notifying'
  | 'finished';
export type UnitState = {
  readonly stage: UnitStage;
  readonly round: number;
  readonly appraisals: number;
  readonly step: string | null; // of the approval of this round's list
};
export type UnitResult = { readonly appraisals: number; readonly rounds: number };

/** HR closes the collection early, when everything is in. Refuses STAGE_NOT_OPEN once it is over. */
export const closeCollectionUpdate = defineUpdate<void, []>('closeCollection');
/**
 * A named person acts in the approval of the unit's list of one round; the answer is where it stands since.
 * Refuses STAGE_NOT_OPEN, ROUND_STALE, LIST_CHANGED, and whatever the approval itself refuses.
 */
export const actUpdate = defineUpdate<ActAnswer, [ActInput]>('act');
/** After a return: the corrected evidence is composed again as the next round. Refuses STAGE_NOT_OPEN, ROUND_STALE. */
export const resubmitUpdate = defineUpdate<void, [ResubmitInput]>('resubmit');
/** Someone joined mid-cycle; answered once their appraisal runs. Refuses STAGE_NOT_OPEN after the collection. */
export const admitUpdate = defineUpdate<void, [AdmitInput]>('admit');
/** A survey campaign of this unit has closed (valid, or handed to the panel). */
export const surveyClosedSignal = defineSignal<[{ readonly campaignId: string }]>('surveyClosed');
/** A unit of the same quota pool has sealed its evidence. */
export const unitSealedSignal = defineSignal<[{ readonly unitId: string }]>('unitSealed');
/** An objection to the public notice was answered by a named person. Refuses STAGE_NOT_OPEN. */
export const objectionAnsweredUpdate = defineUpdate<void, [{ readonly objectionId: string }]>(
  'objectionAnswered',
);
export const unitStateQuery = defineQuery<UnitState>('state');

/** Absolute instants, computed once from the working days of the rulebook and the pinned calendar. */
export type OpenedUnit = {
  readonly appraisals: number;
  readonly campaigns: number;
  readonly collectionClosesAt: number;
  readonly remindAt: number;
  readonly escalateAt: number;
};
export type ReminderInput = UnitInput & {
  readonly stage: 'collection' | 'deliberation';
  readonly kind: 'remind' | 'escalate';
  readonly round: number; // 0 while collecting
  /** Of a deliberation: where the approval stands; an escalation is in it. */
  readonly stand?: ApprovalStand;
};
type RoundInput = UnitInput & { readonly round: number };
/** `running`: not yet, so much is left. `answering`: objections wait. `reopened`: an upheld one touched these appraisals. */
export type ClosedNotice =
  | { readonly state: 'running'; readonly leftMs: number }
  | { readonly state: 'answering'; readonly open: number }
  | { readonly state: 'reopened'; readonly appraisals: readonly string[] }
  | { readonly state: 'final' };
/** The people of an approval, and how long each step has. */
export type PlannedList = { readonly plan: ApprovalPlan; readonly clocks: StepClocks };

/** Activities of a unit: set by set, idempotent by unit, step and round. */
export type UnitActivities = {
  /** Decides eligibility of everyone in the unit, writes it, starts every appraisal. */
  openUnit(input: UnitInput): Promise<OpenedUnit>;
  /** Decides eligibility of someone who joined, starts the appraisal; gives how many the unit has now. */
  admitAppraisee(input: UnitInput & AdmitInput): Promise<{ readonly appraisals: number }>;
  /** The collection is over, at its end or because HR closed it: no mark is taken any more. */
  endCollection(input: UnitInput): Promise<void>;
  /** Reminds whoever is late in a stage, or tells their superior; never decides anything. */
  remind(input: ReminderInput): Promise<void>;
  /** Freezes and hashes everyone's evidence; names the other units that share its quota pool. */
  sealEvidence(input: RoundInput): Promise<{ readonly poolMates: readonly string[] }>;
  /** Evaluates everyone on the sealed evidence, solves the quota, writes it all, delivers `seal` to every appraisal. */
  composeUnit(input: RoundInput): Promise<{ readonly listHash: string }>;
  /** Names the persons of every step of the approval, and until when each step has time if it opens now. */
  planDeliberation(input: RoundInput & { readonly starter: string | null }): Promise<PlannedList>;
  /** Shows the list to those who decide on it. */
  openDeliberation(
    input: RoundInput & { readonly plan: ApprovalPlan; readonly stand: ApprovalStand },
  ): Promise<void>;
  /** The list, or a part of it, came back with a reason: evidence may be corrected until it is submitted again. */
  reopenForCorrection(input: RoundInput & { readonly stand: ApprovalStand }): Promise<void>;
  /** Publishes the names that must be shown for the notice grades; `null` when there are none. `at` is the flow's own clock. */
  publishNotice(
    input: RoundInput & { readonly at?: number },
  ): Promise<{ readonly noticeId: string; readonly endsAt: number } | null>;
  /** Ends a notice if its end has passed by the activity's clock, too, and says what comes of it. */
  closeNotice(input: RoundInput & { readonly noticeId: string }): Promise<ClosedNotice>;
  /** Written notification, and the `grade` message to every appraisal. */
  notifyUnit(input: RoundInput & { readonly approvedBy: string }): Promise<void>;
};
