import type { ContestOutcome, ContestStage, ResultStatus } from '@kaoji/domain';
import type { ApprovalAct } from '@kaoji/domain/approval';
import type { ActAnswer, StepClocks } from './approvals.js';
import type { Instant } from './records.js';

export type Clock = { now(): Instant };
export type Ids = { next(): string };

/** argon2id behind a concurrency gate. */
export type Passwords = {
  hash(password: string): Promise<string>;
  verify(hash: string, password: string): Promise<boolean>;
};

/** Random secrets and their stored form. */
export type Secrets = { token(): string; hash(token: string): string };

/**
 * One-time survey links: 128-bit random id plus truncated HMAC-SHA-256 over campaign and expiry,
 * verifiable without a read; keys rotate with their ids.
 */
export type SurveyLinks = {
  issue(campaignId: string, expiresAt: Instant): { readonly token: string; readonly linkHash: string };
  verify(token: string):
    | {
        readonly ok: true;
        readonly campaignId: string;
        readonly expiresAt: Instant;
        readonly linkHash: string;
      }
    | { readonly ok: false; readonly code: 'LINK_FORGED' | 'LINK_MALFORMED' };
};

/** What the application asks of the running workflows. Every call is idempotent by id. */
export type WorkflowGateway = {
  startCycle(input: { readonly cycleId: string; readonly cycleKey: string }): Promise<void>;
  closeCollection(cycleKey: string, unitId: string, updateId: string): Promise<MessageAnswer>;
  /** One act on a unit's list; the flow answers where the approval stands since. */
  act(cycleKey: string, unitId: string, updateId: string, input: ActMessage): Promise<ActTold>;
  resubmit(
    cycleKey: string,
    unitId: string,
    updateId: string,
    input: { readonly round: number; readonly by: string },
  ): Promise<MessageAnswer>;
  /** Says that an objection to the unit's notice was answered. */
  objectionAnswered(
    cycleKey: string,
    unitId: string,
    updateId: string,
    input: { readonly objectionId: string },
  ): Promise<MessageAnswer>;
  admit(
    cycleKey: string,
    unitId: string,
    updateId: string,
    input: { readonly appraisalId: string },
  ): Promise<MessageAnswer>;
  closeSurvey(cycleKey: string, campaignId: string, updateId: string): Promise<MessageAnswer>;
  /** Says that invitations wait to be sent. */
  inviteResidents(cycleKey: string, campaignId: string, updateId: string): Promise<MessageAnswer>;
  /** Says that people have enrolled who hold keys: a campaign that waits for them looks again. */
  holdersEnrolled(cycleKey: string, campaignId: string, updateId: string): Promise<MessageAnswer>;
  boxCounted(
    cycleKey: string,
    campaignId: string,
    updateId: string,
    input: { readonly remindAt: Instant; readonly escalateAt: Instant },
  ): Promise<MessageAnswer>;
  countConfirmed(
    cycleKey: string,
    campaignId: string,
    updateId: string,
    input: { readonly by: string },
  ): Promise<MessageAnswer>;
  giveToPanel(
    cycleKey: string,
    campaignId: string,
    updateId: string,
    input: { readonly by: string },
  ): Promise<MessageAnswer>;
  contest(
    cycleKey: string,
    appraisalId: string,
    updateId: string,
    input: { readonly contestId: string },
  ): Promise<MessageAnswer>;
  confirmConsequences(
    cycleKey: string,
    appraisalId: string,
    updateId: string,
    input: { readonly by: string; readonly confirmed: readonly string[] },
  ): Promise<MessageAnswer>;
  gradeAfterHold(
    cycleKey: string,
    appraisalId: string,
    updateId: string,
    input: {
      readonly by: string;
      readonly status: ResultStatus;
      readonly grade: string | null;
      readonly resultHash: string;
      readonly notifiedAt: Instant;
      readonly contestUntil: Instant;
      readonly adverse: number;
    },
  ): Promise<MessageAnswer>;
  depart(cycleKey: string, appraisalId: string, updateId: string): Promise<MessageAnswer>;
  /** A result that has reached its person: from now on it can be contested. Delivered twice, it is delivered once. */
  deliverGrade(cycleKey: string, appraisalId: string, input: DeliveredGrade): Promise<MessageAnswer>;
  startContest(input: ContestStart): Promise<void>;
  contestOutcome(
    cycleKey: string,
    contestId: string,
    updateId: string,
    input: ContestOutcomeMessage,
  ): Promise<MessageAnswer>;
  outcomeDelivered(
    cycleKey: string,
    contestId: string,
    updateId: string,
    input: { readonly level: ContestStage; readonly appealUntil: Instant | null },
  ): Promise<MessageAnswer>;
  appeal(cycleKey: string, contestId: string, updateId: string): Promise<MessageAnswer>;
  withdrawContest(cycleKey: string, contestId: string, updateId: string): Promise<MessageAnswer>;
  /** The run's history as Temporal's JSON export, for auditors. */
  history(workflowId: string): Promise<string>;
  healthy(): Promise<boolean>;
};
/** An expected refusal is a value: `code` is one of temporal-contract's refusal codes, or WORKFLOW_CLOSED. */
export type MessageAnswer = { readonly ok: true } | { readonly ok: false; readonly code: string };
/** One act: ids and hashes, no text. `clocks`: until when each step would have time if it opened now. */
export type ActMessage = {
  readonly round: number;
  readonly listHash: string;
  readonly act: ApprovalAct;
  readonly clocks: StepClocks;
};
export type ActTold =
  { readonly ok: true; readonly answer: ActAnswer } | { readonly ok: false; readonly code: string };

/** The evidence of one appraisal, frozen and computed; hashes and results, no marks. */
export type SealMessage = {
  readonly round: number;
  readonly evidenceHash: string;
  readonly composite: string | null;
  readonly provisional: string | null;
  readonly outcome: ResultStatus;
  readonly derivationHash: string;
};
/** The approved result of one appraisal. */
export type GradeMessage = {
  readonly outcome: ResultStatus;
  readonly grade: string | null;
  readonly resultHash: string;
  readonly approvedBy: string;
  readonly notifiedAt: Instant;
  readonly contestUntil: Instant;
  readonly adverse: number;
};

/** `after`: the approved list, or the end of a hold. */
export type DeliveredGrade = GradeMessage & { readonly after: 'list' | 'hold' };
export type ContestStart = {
  readonly cycleId: string;
  readonly cycleKey: string;
  readonly unitId: string;
  readonly appraisalId: string;
  readonly contestId: string;
};
/** Until when the outcome should be delivered, or a case sent back decided again. */
export type ContestOutcomeMessage = {
  readonly level: ContestStage;
  readonly outcome: ContestOutcome;
  readonly by: string;
  readonly remindAt: Instant;
  readonly escalateAt: Instant;
};
/** The result that stands at the end of a contest. */
export type ContestDecidedMessage = Pick<
  GradeMessage,
  'outcome' | 'grade' | 'resultHash' | 'approvedBy' | 'adverse'
> & { readonly contestId: string };

/** Asked by activities: starts flows and delivers a stage to appraisals. A repeat by the same ids changes nothing. */
export type FlowMessenger = {
  startUnit(input: {
    readonly cycleId: string;
    readonly cycleKey: string;
    readonly unitId: string;
  }): Promise<void>;
  startSurvey(input: {
    readonly cycleId: string;
    readonly cycleKey: string;
    readonly unitId: string;
    readonly campaignId: string;
  }): Promise<void>;
  startAppraisal(
    cycleKey: string,
    input: { readonly cycleId: string; readonly appraisalId: string; readonly eligibility: ResultStatus },
  ): Promise<void>;
  seal(cycleKey: string, appraisalId: string, message: SealMessage): Promise<MessageAnswer>;
  grade(cycleKey: string, appraisalId: string, message: GradeMessage): Promise<MessageAnswer>;
  contestDecided(
    cycleKey: string,
    appraisalId: string,
    message: ContestDecidedMessage,
  ): Promise<MessageAnswer>;
  /** Starts what watches over the results a unit has written. */
  startDelivery(input: {
    readonly cycleId: string;
    readonly cycleKey: string;
    readonly unitId: string;
    readonly remindAt: Instant;
    readonly escalateAt: Instant;
  }): Promise<void>;
};
