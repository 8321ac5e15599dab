import type {
  ContestFlowStage,
  ContestFlowState,
  ContestLevel,
  MessageRefusal,
  OutcomeDeliveredInput,
  OutcomeInput,
} from '@kaoji/temporal-contract';

/** Where one contest stands, as plain data of one workflow run. */
export type ContestProgress = {
  stage: ContestFlowStage;
  level: ContestLevel;
  outcome: OutcomeInput | null; // the last one told at this level
  delivered: OutcomeDeliveredInput | null;
  appealed: boolean;
  withdrawn: boolean;
};

export function openingContest(): ContestProgress {
  return {
    stage: 'opening',
    level: 'review',
    outcome: null,
    delivered: null,
    appealed: false,
    withdrawn: false,
  };
}

/** The next level begins with nothing decided; the earlier one stands in the record. */
export function beginLevel(progress: ContestProgress, level: ContestLevel): void {
  Object.assign(progress, { stage: 'opening', level, outcome: null, delivered: null });
}

/** An outcome ends the wait of its level; one sent back ends it when decided again. */
export function refuseOutcome(progress: ContestProgress, { level }: OutcomeInput): MessageRefusal | null {
  if (progress.level !== level || progress.withdrawn) return 'STAGE_NOT_OPEN';
  return progress.stage === 'hearing' || progress.stage === 'sent_back' ? null : 'STAGE_NOT_OPEN';
}

export function refuseDelivered(
  { stage, level }: ContestProgress,
  delivered: OutcomeDeliveredInput,
): MessageRefusal | null {
  return stage === 'outcome_on_its_way' && level === delivered.level ? null : 'STAGE_NOT_OPEN';
}

/** `now` beside the stage: an appeal that arrives with the timer of its time is late all the same. */
export function refuseAppeal({ stage, delivered }: ContestProgress, now: number): MessageRefusal | null {
  if (stage === 'ended') return 'CONTEST_WINDOW_CLOSED';
  if (stage !== 'appealable' || delivered === null || delivered.appealUntil === null) return 'STAGE_NOT_OPEN';
  return now > delivered.appealUntil ? 'CONTEST_WINDOW_CLOSED' : null;
}

/** What is decided cannot be taken back; nobody would know what then holds. */
export function refuseWithdrawal({ stage }: ContestProgress): MessageRefusal | null {
  return stage === 'opening' || stage === 'hearing' || stage === 'sent_back' ? null : 'ALREADY_DECIDED';
}

export function describeContest({ stage, level }: ContestProgress): ContestFlowState {
  return { stage, level };
}
