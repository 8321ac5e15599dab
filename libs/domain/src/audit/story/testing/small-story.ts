import type { FlowEvent, ReplayedFlow } from '../flow-event.js';
import type { RecordedFact } from '../recorded-fact.js';
import { tellStory, type StoryInput } from '../tell-story.js';
import type { Story } from '../story.js';

const T = Date.parse('2026-03-02T01:30:00Z');
const event = (id: number, type: string, more: Partial<FlowEvent> = {}): FlowEvent => ({
  ...{ id, at: T + id * 60_000, type, name: null, content: [], failure: null, build: null },
  ...more,
});
const UPDATE = 'WORKFLOW_EXECUTION_UPDATE_ACCEPTED';
const state = (stage: string, composite: string | null, grade: string | null) => ({
  stage,
  composite,
  grade,
});

/** An appraisal of two messages and a window, as its history and its replay tell it. */
export function smallFlow(over: { readonly grade?: string } = {}): ReplayedFlow {
  const grade = over.grade ?? 'competent';
  return {
    ...{ source: 'appraisal', workflowId: 'cycle/2026/a/appraisal/a-1', runId: 'r-1', origin: 'archive' },
    ...{ replay: 'same', fault: null },
    events: [
      event(1, 'WORKFLOW_EXECUTION_STARTED', { name: 'appraisal' }),
      event(2, 'WORKFLOW_TASK_SCHEDULED'),
      event(3, 'WORKFLOW_TASK_STARTED'),
      event(4, 'WORKFLOW_TASK_COMPLETED', { build: 'build-1' }),
      event(5, 'WORKFLOW_TASK_SCHEDULED'),
      event(6, 'WORKFLOW_TASK_STARTED'),
      event(7, 'WORKFLOW_TASK_COMPLETED', { build: 'build-1' }),
      event(8, UPDATE, { name: 'seal', content: [{ round: 1 }] }),
      event(9, 'WORKFLOW_EXECUTION_UPDATE_COMPLETED', { name: 'seal' }),
      event(10, 'WORKFLOW_TASK_STARTED'),
      event(11, 'WORKFLOW_TASK_COMPLETED', { build: 'build-1' }),
      event(12, UPDATE, { name: 'grade', content: [{ approvedBy: 'boss', resultHash: 'sha256:r' }] }),
      event(13, 'TIMER_STARTED', { name: '432000 s' }),
      event(14, 'TIMER_FIRED', { name: '432000 s' }),
      event(15, 'WORKFLOW_TASK_STARTED'),
      event(16, 'WORKFLOW_TASK_COMPLETED', { build: 'build-1' }),
      event(17, 'WORKFLOW_EXECUTION_COMPLETED', { content: [{ end: 'recorded' }] }),
    ],
    turns: [
      { event: 3, state: state('open', null, null) },
      { event: 6, state: state('sealed', '95.06', null) },
      { event: 10, state: state('graded', '95.06', grade) },
      { event: 15, state: state('closed', '95.06', grade) },
    ],
  };
}

export const delivered: RecordedFact = {
  ...{ at: T + 11 * 60_000, chapter: 'delivery', name: 'result', account: 'hr', alone: true, tells: null },
  what: { zh: '书面结果 当面送交', en: 'written result handed over' },
  who: { zh: '组织人事', en: 'HR' },
  ...{ why: null, clause: null, changed: [] },
};
export const graded: RecordedFact = {
  ...{ at: null, chapter: 'delivery', name: 'grade', who: null, account: null, alone: false },
  what: { zh: '结果：合格', en: 'the result: competent' },
  why: { zh: '落在区间', en: 'in the band' },
  ...{ clause: '第十条', changed: [] },
  tells: (_source, { name, type }) => name === 'grade' && type === UPDATE,
};

export function smallStory(over: Partial<StoryInput> = {}): Story {
  return tellStory({
    ...{ appraisalId: 'a-1', cycleKey: '2026/a', rehearsal: false },
    ...{ flows: [smallFlow()], facts: [delivered, graded], roles: new Map([['boss', ['superior']]]) },
    ...over,
  });
}
