import type {
  AppraisalState,
  ConfirmInput,
  ContestDecidedInput,
  GradeInput,
  MessageRefusal,
  SealInput,
} from '@kaoji/temporal-contract';

/** Where one appraisal stands, as plain data of one workflow run. */
export type AppraisalProgress = {
  stage: AppraisalState['stage'];
  seal: SealInput | null;
  grade: GradeInput | null;
  contestId: string | null;
  decided: ContestDecidedInput | null;
  confirmation: ConfirmInput | null;
  left: boolean;
};

/** A fresh appraisal, its evidence still being collected. */
export function openAppraisal(): AppraisalProgress {
  return {
    stage: 'open',
    seal: null,
    grade: null,
    contestId: null,
    decided: null,
    confirmation: null,
    left: false,
  };
}

/** Evidence is sealed once per round, until a result is notified. */
export function refuseSeal({ stage, seal }: AppraisalProgress, next: SealInput): MessageRefusal | null {
  if (stage !== 'open' && stage !== 'sealed') return 'STAGE_NOT_OPEN';
  return seal !== null && next.round <= seal.round ? 'ROUND_STALE' : null;
}

/** The approved list grades what is sealed; the end of a hold grades what was held (2023 rules Art 42). */
export function refuseGrade({ stage }: AppraisalProgress, { after }: GradeInput): MessageRefusal | null {
  if (after === 'hold') return stage === 'held' ? null : 'NOT_HELD';
  if (stage === 'open') return 'STAGE_NOT_OPEN';
  return stage === 'sealed' ? null : 'ALREADY_DECIDED';
}

/** `now` beside the stage: a contest that arrives with the timer of the window is late all the same. */
export function refuseContest(
  { stage, grade, contestId }: AppraisalProgress,
  now: number,
): MessageRefusal | null {
  if (stage === 'contested' || contestId !== null) return 'ALREADY_DECIDED';
  if (stage === 'graded' && grade !== null) return now > grade.contestUntil ? 'CONTEST_WINDOW_CLOSED' : null;
  return stage === 'awaiting_confirmation' || stage === 'closed' ? 'CONTEST_WINDOW_CLOSED' : 'STAGE_NOT_OPEN';
}

/** Only the contest that froze this appraisal lets it go on. */
export function refuseContestDecided(
  { stage, contestId }: AppraisalProgress,
  decided: ContestDecidedInput,
): MessageRefusal | null {
  return stage === 'contested' && contestId === decided.contestId ? null : 'STAGE_NOT_OPEN';
}

/** What hurts is confirmed by a named person, and only once it can no longer be contested. */
export function refuseConfirmation({ stage, grade }: AppraisalProgress): MessageRefusal | null {
  if (stage === 'awaiting_confirmation') return null;
  if (grade?.adverse === 0) return 'NOTHING_TO_CONFIRM';
  return stage === 'closed' ? 'ALREADY_DECIDED' : 'STAGE_NOT_OPEN';
}

/** Whoever leaves, leaves at any time before the appraisal is recorded or frozen. */
export function refuseDeparture({ stage }: AppraisalProgress): MessageRefusal | null {
  return stage === 'closed' || stage === 'contested' ? 'STAGE_NOT_OPEN' : null;
}

/** What a query answers. */
export function describeAppraisal({ stage, seal, grade }: AppraisalProgress): AppraisalState {
  return {
    stage,
    round: seal?.round ?? 0,
    composite: seal?.composite ?? null,
    outcome: grade?.outcome ?? seal?.outcome ?? null,
    grade: grade?.grade ?? null,
  };
}
