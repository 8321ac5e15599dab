import { defineQuery, defineUpdate } from '@temporalio/workflow';
import type { ResultStatus } from '@kaoji/domain';

/** Where a person stands: a grade, or the reason there is none. */
export type Outcome = ResultStatus;

export type AppraisalInput = {
  readonly cycleId: string;
  readonly appraisalId: string;
  readonly eligibility: Outcome;
};

/** Evidence frozen and computed: hashes and results, no marks and no text. */
export type SealInput = {
  readonly round: number;
  readonly evidenceHash: string;
  readonly composite: string | null;
  readonly provisional: string | null; // grade code, or null with the outcome saying why
  readonly outcome: Outcome;
  readonly derivationHash: string;
};

/**
 * The result as approved and notified. `after` says what it follows from: the approved list of the unit, or
 * the end of a hold (2023 rules Art 42). `adverse` counts the consequences that need a named person's confirmation.
 */
export type GradeInput = {
  readonly after: 'list' | 'hold';
  readonly outcome: Outcome;
  readonly grade: string | null;
  readonly resultHash: string;
  readonly approvedBy: string; // account id
  readonly notifiedAt: number;
  readonly contestUntil: number; // absolute instant; not after notifiedAt: no window
  readonly adverse: number;
};

export type ContestInput = { readonly contestId: string };
/** The end of a contest: the result that stands from now on, the same as before or another one. */
export type ContestDecidedInput = Pick<
  GradeInput,
  'outcome' | 'grade' | 'resultHash' | 'approvedBy' | 'adverse'
> & { readonly contestId: string };
export type ConfirmInput = { readonly by: string; readonly confirmed: readonly string[] };

export type AppraisalEnd = 'recorded' | 'frozen_by_contest' | 'left';
export type AppraisalResult = {
  readonly end: AppraisalEnd;
  readonly outcome: Outcome | null;
  readonly grade: string | null;
};

export type AppraisalState = {
  readonly stage: 'open' | 'sealed' | 'held' | 'graded' | 'contested' | 'awaiting_confirmation' | 'closed';
  readonly round: number;
  readonly composite: string | null;
  readonly outcome: Outcome | null;
  readonly grade: string | null;
};

/** A later round replaces an earlier one. Refuses STAGE_NOT_OPEN, ROUND_STALE. */
export const sealUpdate = defineUpdate<void, [SealInput]>('seal');
/** Refuses STAGE_NOT_OPEN before the seal, ALREADY_DECIDED, and after a hold NOT_HELD. */
export const gradeUpdate = defineUpdate<void, [GradeInput]>('grade');
/** Refuses STAGE_NOT_OPEN before the result, CONTEST_WINDOW_CLOSED after the window, ALREADY_DECIDED a second time. */
export const contestUpdate = defineUpdate<void, [ContestInput]>('contest');
/** Ends what a contest froze. Refuses STAGE_NOT_OPEN where this contest is not open. */
export const contestDecidedUpdate = defineUpdate<void, [ContestDecidedInput]>('contestDecided');
/** Refuses STAGE_NOT_OPEN while the result can be contested, NOTHING_TO_CONFIRM, ALREADY_DECIDED. */
export const confirmConsequencesUpdate = defineUpdate<void, [ConfirmInput]>('confirmConsequences');
/** The appraisee has left. Refuses STAGE_NOT_OPEN once the appraisal is recorded or frozen. */
export const departUpdate = defineUpdate<void, []>('depart');
export const appraisalStateQuery = defineQuery<AppraisalState>('state');

/** Local activities of one appraisal: one short database transaction each, idempotent by business key. */
export type AppraisalActivities = {
  /** Writes the recorded decision: favourable consequences confirmed by whoever approved the list enter the ledger. */
  recordDecision(input: {
    readonly cycleId: string;
    readonly appraisalId: string;
    readonly approvedBy: string;
    readonly outcome: Outcome;
    readonly grade: string | null;
  }): Promise<void>;
  /** Shows that the adverse consequences now wait for a named person; nothing is decided. */
  openConfirmation(input: { readonly cycleId: string; readonly appraisalId: string }): Promise<void>;
  /** Freezes the consequences of a contested appraisal. */
  freezeForContest(input: {
    readonly cycleId: string;
    readonly appraisalId: string;
    readonly contestId: string;
  }): Promise<void>;
  /** Closes the appraisal of someone who left. */
  recordDeparture(input: { readonly cycleId: string; readonly appraisalId: string }): Promise<void>;
};
