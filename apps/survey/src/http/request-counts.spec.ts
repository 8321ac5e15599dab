import { describe, expect, it } from '@jest/globals';
import { createRequestCounts } from './request-counts.js';
import type { LogEvent } from './survey-log.js';

describe('createRequestCounts', () => {
  it('writes one line for all requests since the last, in an order that is not theirs', () => {
    const log: LogEvent[] = [];
    const counts = createRequestCounts((event) => log.push(event));
    counts.count('POST', '/s/:token', 303);
    counts.count('GET', '/s/:token', 200);
    counts.count('POST', '/s/:token', 303);
    counts.flush();
    counts.flush();
    expect(log).toEqual([
      {
        event: 'requests',
        counts: [
          { method: 'GET', route: '/s/:token', status: 200, count: 1 },
          { method: 'POST', route: '/s/:token', status: 303, count: 2 },
        ],
      },
    ]);
  });
});
