import type { ActInput, MessageRefusal, ResubmitInput, UnitStage, UnitState } from '@kaoji/temporal-contract';
import { refuseListAct, type ListApproval } from './approve-list.js';

/** Where a unit stands, as plain data of one workflow run. */
export type UnitProgress = {
  stage: UnitStage;
  appraisals: number;
  collectionClosed: boolean;
  readonly closedCampaigns: Set<string>;
  readonly sealedMates: Set<string>; // units of the same quota pool
  round: number;
  listHash: string | null;
  approval: ListApproval | null; // of this round's list
  resubmittedBy: string | null; // after the return of this round
  answers: number; // to objections, of all rounds
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
    approval: null,
    resubmittedBy: null,
    answers: 0,
  };
}

/** A list under deliberation: whatever was done belongs to the round before. */
export function beginRound(progress: UnitProgress): void {
  progress.round += 1;
  progress.stage = 'composing';
  progress.listHash = null;
  progress.approval = null;
  progress.resubmittedBy = null;
}

/** Early closing and joining belong to the collection; a second closing changes nothing and is refused. */
export function refuseCollecting({ stage, collectionClosed }: UnitProgress): MessageRefusal | null {
  const open = stage === 'opening' || stage === 'collecting';
  return open && !collectionClosed ? null : 'STAGE_NOT_OPEN';
}

/** An act is about exactly one list: this round, this hash, as long as it is open. The rest is the approval's own. */
export function refuseUnitAct(progress: UnitProgress, input: ActInput): MessageRefusal | null {
  const { round, approval, listHash } = progress;
  if (input.round < round) return 'ROUND_STALE';
  if (input.round > round || approval === null) return 'STAGE_NOT_OPEN';
  if (approval.state.status !== 'open') return 'ALREADY_DECIDED';
  return input.listHash === listHash ? refuseListAct(approval, input) : 'LIST_CHANGED';
}

/** A returned list is submitted again once, for the round that was returned. */
export function refuseResubmission(progress: UnitProgress, { round }: ResubmitInput): MessageRefusal | null {
  if (round < progress.round) return 'ROUND_STALE';
  const open = progress.stage === 'returned' && progress.resubmittedBy === null && round === progress.round;
  return open ? null : 'STAGE_NOT_OPEN';
}

/** Objections are answered as long as their notice is not settled. */
export function refuseAnswer({ stage }: UnitProgress): MessageRefusal | null {
  return stage === 'notice' ? null : 'STAGE_NOT_OPEN';
}

/** What a query answers. */
export function describeUnit({ stage, round, appraisals, approval }: UnitProgress): UnitState {
  return { stage, round, appraisals, step: approval?.state.step ?? null };
}
