import type { Correction } from './corrections.js';
import type { Touched } from './decide-contest.js';

export type ContestStage = 'review' | 'appeal';
export const CONTEST_OUTCOMES = ['upheld', 'changed', 'sent_back'] as const;
export type ContestOutcome = (typeof CONTEST_OUTCOMES)[number];
/** Why somebody may not hear a contest. */
export const PARTS_TAKEN = [
  'own_case',
  'relative',
  'gave_marks',
  'recorded_evidence',
  'decided_list',
  'reviewed_before',
] as const;
export type PartTaken = (typeof PARTS_TAKEN)[number];

/** What happened to a contest, in order; nothing is ever taken out. Ids and texts of the database only. */
export type ContestEvent =
  | {
      readonly kind: 'opened';
      readonly stage: ContestStage;
      readonly reviewers: readonly string[]; // accounts
      readonly excluded: readonly { readonly account: string; readonly why: readonly PartTaken[] }[];
      readonly dueAt: number;
    }
  | { readonly kind: 'escalated'; readonly stage: ContestStage; readonly reviewers: readonly string[] }
  | { readonly kind: 'heard'; readonly stage: ContestStage; readonly note: string }
  | {
      readonly kind: 'decided';
      readonly stage: ContestStage;
      readonly outcome: ContestOutcome;
      readonly reason: string;
      readonly corrections: readonly Correction[];
      readonly spared: boolean;
      readonly touched: readonly Touched[];
      readonly beforeHash: string;
      /** The result from now on; the same as before where nothing changed. */
      readonly afterHash: string;
    }
  | {
      readonly kind: 'decided_again';
      readonly stage: ContestStage;
      readonly verdict: 'applied' | 'kept';
      readonly reason: string;
      readonly spared: boolean;
      readonly touched: readonly Touched[];
      readonly beforeHash: string;
      readonly afterHash: string;
    }
  | { readonly kind: 'delivered'; readonly stage: ContestStage; readonly appealUntil: number | null }
  | { readonly kind: 'appealed'; readonly grounds: string }
  | { readonly kind: 'withdrawn' }
  | { readonly kind: 'ended' };

export type ContestStatus =
  | 'filed' // nobody has it yet
  | 'in_review'
  | 'sent_back' // whoever decided lists decides this one again
  | 'decided' // the outcome is on its way to the contestant
  | 'appealable' // delivered; the time to appeal runs, if the rulebook knows an appeal
  | 'withdrawn'
  | 'ended';

/** Where a contest stands, told from its record. */
export type ContestState = {
  readonly status: ContestStatus;
  readonly stage: ContestStage;
  readonly reviewers: readonly string[];
  readonly dueAt: number | null;
  readonly appealUntil: number | null;
  /** Of the current stage, or the last one that was decided. */
  readonly outcome: 'upheld' | 'changed' | null;
  /** Corrections of a contest that was sent back. */
  readonly corrections: readonly Correction[];
  /** Whether the result is another one than when the contest was filed. */
  readonly changed: boolean;
};

const FILED: ContestState = {
  status: 'filed',
  stage: 'review',
  reviewers: [],
  dueAt: null,
  appealUntil: null,
  outcome: null,
  corrections: [],
  changed: false,
};

/** Folds the record of a contest, in order, into where it stands. */
export function contestState(events: readonly ContestEvent[]): ContestState {
  return events.reduce(next, FILED);
}

function next(state: ContestState, event: ContestEvent): ContestState {
  switch (event.kind) {
    case 'opened': {
      const { stage, reviewers, dueAt } = event;
      return { ...state, status: 'in_review', stage, reviewers, dueAt };
    }
    case 'escalated':
      return { ...state, reviewers: [...new Set([...state.reviewers, ...event.reviewers])] };
    case 'heard':
      return state;
    case 'decided': {
      const { outcome, corrections } = event;
      if (outcome === 'sent_back') return { ...state, status: 'sent_back', corrections };
      return { ...state, status: 'decided', outcome, changed: state.changed || outcome === 'changed' };
    }
    case 'decided_again': {
      const applied = event.verdict === 'applied' && event.beforeHash !== event.afterHash;
      const outcome = applied ? 'changed' : 'upheld';
      return { ...state, status: 'decided', outcome, changed: state.changed || applied };
    }
    case 'delivered':
      return { ...state, status: 'appealable', appealUntil: event.appealUntil };
    case 'appealed':
      return { ...state, status: 'filed', stage: 'appeal', reviewers: [], dueAt: null };
    case 'withdrawn':
      return { ...state, status: 'withdrawn' };
    case 'ended':
      return { ...state, status: 'ended' };
  }
}
