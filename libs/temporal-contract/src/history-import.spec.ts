import { describe, expect, it } from '@jest/globals';
import { historyFromJSON, historyToJSON } from '@temporalio/common/lib/proto-utils.js';

const exported = {
  events: [
    {
      eventId: '1',
      eventTime: '2026-01-05T01:00:00Z',
      eventType: 'EVENT_TYPE_WORKFLOW_EXECUTION_STARTED',
      workflowExecutionStartedEventAttributes: {
        workflowType: { name: 'appraisal' },
        taskQueue: { name: 'appraisals' },
        input: { payloads: [{ metadata: { encoding: 'anNvbi9wbGFpbg==' }, data: 'eyJhIjoxfQ==' }] },
      },
    },
  ],
};

describe('historyFromJSON', () => {
  it('reads an exported history, which it silently cannot when two protobufjs are installed', () => {
    const history = historyFromJSON(exported);
    const payload = history.events?.[0]?.workflowExecutionStartedEventAttributes?.input?.payloads?.[0];
    expect(Buffer.from(payload?.data ?? []).toString()).toBe('{"a":1}');
  });

  it('gives back what it read', () => {
    expect(JSON.parse(historyToJSON(historyFromJSON(exported)))).toMatchObject(exported);
  });
});
