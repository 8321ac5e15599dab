import { describe, expect, it } from '@jest/globals';
import { defaultPayloadConverter } from '@temporalio/common';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import { readEvents } from '@kaoji/gateways/replay';
import { storyText } from './story-text.js';
import { summarize, summaryText } from './summary-text.js';

const payloads = (...values: unknown[]) => ({
  payloads: values.map((value) => {
    const { metadata, data } = defaultPayloadConverter.toPayload(value) ?? {};
    const base64 = (bytes: Uint8Array | null | undefined): string =>
      Buffer.from(bytes ?? []).toString('base64');
    return { metadata: { encoding: base64(metadata?.['encoding']) }, data: base64(data) };
  }),
});

// As the server's own JSON export has it.
const history = historyFromJSON({
  events: [
    {
      eventId: '1',
      eventTime: '2026-03-02T01:30:00.250Z',
      eventType: 'EVENT_TYPE_WORKFLOW_EXECUTION_STARTED',
      workflowExecutionStartedEventAttributes: {
        workflowType: { name: 'appraisal' },
        input: payloads({ appraisalId: 'a-1' }),
      },
    },
    {
      eventId: '2',
      eventTime: '2026-03-02T01:30:00.251Z',
      eventType: 'EVENT_TYPE_WORKFLOW_TASK_SCHEDULED',
      workflowTaskScheduledEventAttributes: {},
    },
    {
      eventId: '5',
      eventTime: '2026-03-02T16:00:00Z',
      eventType: 'EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED',
      workflowExecutionUpdateAcceptedEventAttributes: {
        acceptedRequest: { input: { name: 'seal', args: payloads({ round: 1, composite: '268/3' }) } },
      },
    },
    {
      eventId: '6',
      eventTime: '2026-03-02T16:00:01Z',
      eventType: 'EVENT_TYPE_TIMER_STARTED',
      timerStartedEventAttributes: { timerId: '1', startToFireTimeout: '432000s' },
    },
    {
      eventId: '7',
      eventTime: '2026-03-02T16:00:02Z',
      eventType: 'EVENT_TYPE_ACTIVITY_TASK_FAILED',
      activityTaskFailedEventAttributes: { failure: { message: 'the database is away' } },
    },
    {
      eventId: '8',
      eventTime: '2026-03-02T16:00:03Z',
      eventType: 'EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED',
      workflowExecutionSignaledEventAttributes: {
        signalName: 'sealed',
        input: { payloads: [{ metadata: { encoding: 'YmluYXJ5L2VuY3J5cHRlZA==' }, data: 'AAAA' }] },
      },
    },
  ],
});

describe('storyText', () => {
  const story = storyText('cycle/2026/a/appraisal/a-1', readEvents(history), { language: 'en', all: false });

  it('tells what happened, when in China, and what each message carried', () => {
    expect(story.split('\n')).toEqual([
      'cycle/2026/a/appraisal/a-1',
      '  #1 2026-03-02 09:30:00.250 the flow started appraisal (one person\'s appraisal) {"appraisalId":"a-1"}',
      '  #5 2026-03-03 00:00:00.000 a message was accepted seal (evidence sealed and graded) {"round":1,"composite":"268/3"}',
      '  #6 2026-03-03 00:00:01.000 a wait began 432000 s',
      '  #7 2026-03-03 00:00:02.000 the activity failed ! the database is away',
      '  #8 2026-03-03 00:00:03.000 a signal arrived sealed "<3 bytes that cannot be read here>"',
      '(steps of the engine left out: 1; --all shows them)',
    ]);
  });

  it("tells the engine's own turns when asked, in Chinese too", () => {
    const all = storyText('id', readEvents(history), { language: 'zh', all: true });
    expect(all).toContain('#2 2026-03-02 09:30:00.251 程序待处理');
    expect(all).not.toContain('--all');
  });
});

describe('summaryText', () => {
  const outcome = { workflowId: 'w1', runId: 'r1', type: 'appraisal', events: 12, failure: null };

  it('counts per type and names each failure with its event and reason', () => {
    const failed = {
      ...outcome,
      workflowId: 'w2',
      failure: { event: 7, reason: 'no command for the timer' },
    };
    const summary = summarize([outcome, failed, { ...outcome, type: 'unitAppraisal', events: 30 }]);
    expect(summaryText(summary, 'en').split('\n')).toEqual([
      'appraisal: 2 replayed, 1 failed, 24 events',
      'unitAppraisal: 1 replayed, 0 failed, 30 events',
      'FAILED w2 (r1, event 7): no command for the timer',
      '3 histories, 1 did not replay',
    ]);
  });
});
