import type {
  DeliberateInput,
  MessageRefusal,
  ResubmitInput,
  UnitStage,
  UnitState,
} from '@kaoji/temporal-contract';

/** Where a unit stands, as plain data of one workflow run. */
export type UnitProgress = {
  stage: UnitStage;
  appraisals: number;
  collectionClosed: boolean;
  readonly closedCampaigns: Set<string>;
  readonly sealedMates: Set<string>; // units of the same quota pool
  round: number;
  listHash: string | null;
  decision: DeliberateInput | null; // of this round
  resubmitted: boolean; // after the return of this round
};

/** A unit that opens. */
export function openingUnit(): UnitProgress {
  return {
    stage: 'opening',
    appraisals: 0,
    collectionClosed: false,
    closedCampaigns: new Set(),
    sealedMates: new Set(),
    round: 0,
    listHash: null,
    decision: null,
    resubmitted: false,
  };
}

/** A list under deliberation: whatever was decided belongs to the round before. */
export function beginRound(progress: UnitProgress): void {
  progress.round += 1;
  progress.stage = 'composing';
  progress.listHash = null;
  progress.decision = null;
  progress.resubmitted = false;
}

/** Early closing and joining belong to the collection; a second closing changes nothing and is refused. */
export function refuseCollecting({ stage, collectionClosed }: UnitProgress): MessageRefusal | null {
  const open = stage === 'opening' || stage === 'collecting';
  return open && !collectionClosed ? null : 'STAGE_NOT_OPEN';
}

/** A decision is about exactly one list: this round, this hash, once. */
export function refuseDecision(progress: UnitProgress, input: DeliberateInput): MessageRefusal | null {
  if (input.round < progress.round) return 'ROUND_STALE';
  if (progress.decision !== null) return 'ALREADY_DECIDED';
  if (progress.stage !== 'deliberating' || input.round !== progress.round) return 'STAGE_NOT_OPEN';
  return input.listHash === progress.listHash ? null : 'LIST_CHANGED';
}

/** A returned list is submitted again once, for the round that was returned. */
export function refuseResubmission(progress: UnitProgress, { round }: ResubmitInput): MessageRefusal | null {
  if (round < progress.round) return 'ROUND_STALE';
  const open = progress.stage === 'returned' && !progress.resubmitted && round === progress.round;
  return open ? null : 'STAGE_NOT_OPEN';
}

/** What a query answers. */
export function describeUnit({ stage, round, appraisals }: UnitProgress): UnitState {
  return { stage, round, appraisals };
}
