import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';

export type UnitInput = { readonly cycleId: string; readonly cycleKey: string; readonly unitId: string };

export type DeliberateInput = {
  readonly round: number;
  readonly verdict: 'approve' | 'return';
  readonly by: string;
  readonly listHash: string;
};
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
export type UnitState = { readonly stage: UnitStage; readonly round: number; readonly appraisals: number };
export type UnitResult = { readonly appraisals: number; readonly rounds: number };

/** HR closes the collection early, when everything is in. Refuses STAGE_NOT_OPEN once it is over. */
export const closeCollectionUpdate = defineUpdate<void, []>('closeCollection');
/**
 * A named person approves or returns the unit's list of one round. Refuses STAGE_NOT_OPEN, ROUND_STALE,
 * LIST_CHANGED, ALREADY_DECIDED.
 */
export const deliberateUpdate = defineUpdate<void, [DeliberateInput]>('deliberate');
/** After a return: the corrected evidence is composed again as the next round. Refuses STAGE_NOT_OPEN, ROUND_STALE. */
export const resubmitUpdate = defineUpdate<void, [ResubmitInput]>('resubmit');
/** Someone joined mid-cycle; answered once their appraisal runs. Refuses STAGE_NOT_OPEN after the collection. */
export const admitUpdate = defineUpdate<void, [AdmitInput]>('admit');
/** A survey campaign of this unit has closed (valid, or handed to the panel). */
export const surveyClosedSignal = defineSignal<[{ readonly campaignId: string }]>('surveyClosed');
/** A unit of the same quota pool has sealed its evidence. */
export const unitSealedSignal = defineSignal<[{ readonly unitId: string }]>('unitSealed');
export const unitStateQuery = defineQuery<UnitState>('state');

/** Absolute instants, computed once from the working days of the rulebook and the pinned calendar. */
export type OpenedUnit = {
  readonly appraisals: number;
  readonly campaigns: number;
  readonly collectionClosesAt: number;
  readonly remindAt: number;
  readonly escalateAt: number;
};
export type ComposedList = {
  readonly listHash: string;
  readonly remindAt: number;
  readonly escalateAt: number;
};
export type ReminderInput = UnitInput & {
  readonly stage: 'collection' | 'deliberation';
  readonly kind: 'remind' | 'escalate';
  readonly round: number; // 0 while collecting
};
type RoundInput = UnitInput & { readonly round: number };

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
  /** Shows the list to those who decide on it. */
  openDeliberation(input: RoundInput): Promise<{ readonly remindAt: number; readonly escalateAt: number }>;
  /** The list came back with a reason: evidence may be corrected until it is submitted again. */
  reopenForCorrection(input: RoundInput): Promise<void>;
  /** Publishes the names proposed for the notice grades; `null` when nobody is proposed. */
  publishNotice(input: RoundInput): Promise<{ readonly endsAt: number } | null>;
  /** Written notification, and the `grade` message to every appraisal. */
  notifyUnit(input: RoundInput & { readonly approvedBy: string }): Promise<void>;
};
