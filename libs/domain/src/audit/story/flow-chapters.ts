import { isEngineTurn, type FlowEvent } from './flow-event.js';
import type { StoryChapter, StorySource } from './story.js';

const BY_NAME: Readonly<Record<string, StoryChapter>> = {
  seal: 'grade',
  composeUnit: 'grade',
  grade: 'delivery',
  notifyUnit: 'delivery',
  contest: 'contest',
  contestDecided: 'contest',
  freezeForContest: 'contest',
  confirmConsequences: 'consequences',
  openConfirmation: 'consequences',
  recordDecision: 'ledger',
  recordDeparture: 'ledger',
  ...{ openUnit: 'evidence', admit: 'evidence', closeCollection: 'evidence', endCollection: 'evidence' },
  ...{ surveyClosed: 'evidence', unitSealed: 'evidence', sealEvidence: 'evidence' },
  ...{ act: 'approval', resubmit: 'approval', planDeliberation: 'approval', openDeliberation: 'approval' },
  ...{ reopenForCorrection: 'approval' },
  ...{ publishNotice: 'notice', closeNotice: 'notice', objectionAnswered: 'notice' },
};
/** Of a unit, which is about many people, only what was asked of it or done for everyone is told. */
const TOLD_OF_UNIT = [
  'WORKFLOW_EXECUTION_STARTED',
  'WORKFLOW_EXECUTION_SIGNALED',
  'WORKFLOW_EXECUTION_UPDATE_ACCEPTED',
  'ACTIVITY_TASK_COMPLETED',
  'WORKFLOW_EXECUTION_COMPLETED',
];
/** What a unit does about somebody else. */
const OTHERS = ['admit', 'admitAppraisee'];
/** How the engine keeps its books. */
const BOOKS = [
  'WORKFLOW_EXECUTION_UPDATE_COMPLETED',
  'UPSERT_WORKFLOW_SEARCH_ATTRIBUTES',
  'ACTIVITY_TASK_STARTED',
  'ACTIVITY_TASK_COMPLETED',
  'TIMER_CANCELED',
];

/**
 * Where a step belongs. `engine` for turns and book-keeping, and for what a unit does about others; never for an event
 * with a failure, nor for one that changed something.
 */
export function chapterOf(
  source: Exclude<StorySource, 'record'>,
  { type, name, content, failure }: FlowEvent,
  changes: boolean,
): StoryChapter {
  if (isEngineTurn(type)) return 'engine';
  const named =
    name === 'remind' ? remindedOf(content) : ((name === null ? undefined : BY_NAME[name]) ?? 'start');
  const own: StoryChapter =
    source === 'contest'
      ? 'contest'
      : type.startsWith('TIMER_') && source === 'appraisal'
        ? 'delivery'
        : named;
  if (failure !== null || changes) return own;
  if (name === 'core_patch' || (name !== null && OTHERS.includes(name))) return 'engine';
  if (source === 'unit') return TOLD_OF_UNIT.includes(type) ? own : 'engine';
  return BOOKS.includes(type) ? 'engine' : own;
}

function remindedOf([input]: readonly unknown[]): StoryChapter {
  const stage = (input as { readonly stage?: unknown } | null | undefined)?.stage;
  return stage === 'collection' ? 'evidence' : 'approval';
}
