import { defineQuery, defineUpdate } from '@temporalio/workflow';

export type ContestFlowInput = {
  readonly cycleId: string;
  readonly cycleKey: string;
  readonly unitId: string;
  readonly appraisalId: string;
  readonly contestId: string;
};
export type ContestLevel = 'review' | 'appeal';
export type ContestFlowStage =
  | 'opening'
  | 'hearing' // named reviewers are waited for
  | 'sent_back' // whoever decides lists is waited for
  | 'outcome_on_its_way' // the outcome is not delivered yet
  | 'appealable'
  | 'ended';
export type ContestFlowState = { readonly stage: ContestFlowStage; readonly level: ContestLevel };
export type ContestFlowResult = { readonly how: 'decided' | 'withdrawn'; readonly level: ContestLevel };

/** Instants of a wait for people, who alone can end it. */
export type ContestWait = { readonly remindAt: number; readonly escalateAt: number };
/** An outcome, written in the database before it is told; a case sent back is waited for again. */
export type OutcomeInput = ContestWait & {
  readonly level: ContestLevel;
  readonly outcome: 'upheld' | 'changed' | 'sent_back';
  readonly by: string; // account id
};
/** `appealUntil` null: the rulebook knows no appeal, or this was one. */
export type OutcomeDeliveredInput = { readonly level: ContestLevel; readonly appealUntil: number | null };

/** Refuses STAGE_NOT_OPEN unless this level waits for an outcome. */
export const contestOutcomeUpdate = defineUpdate<void, [OutcomeInput]>('outcome');
/** The outcome has reached the contestant: their time counts from now. Refuses STAGE_NOT_OPEN. */
export const outcomeDeliveredUpdate = defineUpdate<void, [OutcomeDeliveredInput]>('outcomeDelivered');
/** Refuses STAGE_NOT_OPEN before the outcome is delivered and where there is no appeal, CONTEST_WINDOW_CLOSED after its time. */
export const appealUpdate = defineUpdate<void, []>('appeal');
/** The contestant takes it back. Refuses ALREADY_DECIDED once an outcome is written. */
export const withdrawContestUpdate = defineUpdate<void, []>('withdraw');
export const contestStateQuery = defineQuery<ContestFlowState>('state');

/** Activities of a contest, idempotent by contest, level and step. */
export type ContestActivities = {
  /** Names who may hear it, shows it to them, and gives how long they have. */
  openHearing(input: ContestFlowInput & { readonly level: ContestLevel }): Promise<ContestWait>;
  /** Reminds whoever is late, or tells their superior, who may then hear it too; decides nothing. */
  remindContest(
    input: ContestFlowInput & {
      readonly level: ContestLevel;
      readonly stage: 'hearing' | 'sent_back' | 'delivery';
      readonly kind: 'remind' | 'escalate';
    },
  ): Promise<void>;
  /** The contest is over: what was frozen goes on, under the result that stands, and the appraisal is told. */
  endContest(input: ContestFlowInput): Promise<void>;
};
