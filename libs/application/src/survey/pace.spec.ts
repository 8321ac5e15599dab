import { describe, expect, it } from '@jest/globals';
import { hourBucket, paceBucket } from './pace.js';

const NOW = Date.UTC(2026, 10, 20, 17, 59, 59); // 01:59:59 on 21 November in China

describe('paceBucket', () => {
  it.each([
    ['unknown', null],
    ['unknown', NOW + 1],
    ['under_15s', NOW],
    ['under_15s', NOW - 14_999],
    ['under_60s', NOW - 15_000],
    ['under_60s', NOW - 59_999],
    ['over_60s', NOW - 60_000],
    ['over_60s', NOW - 86_400_000],
    ['unknown', NOW - 86_400_001],
    ['unknown', Number.NaN],
  ])('%s for a page shown at %s', (bucket, shownAt) => {
    expect(paceBucket(shownAt, NOW)).toBe(bucket);
  });
});

describe('hourBucket', () => {
  it('is the hour of the day in China', () => {
    expect([hourBucket(NOW), hourBucket(NOW + 1000), hourBucket(Date.UTC(2026, 10, 20, 15, 59))]).toEqual([
      'h01',
      'h02',
      'h23',
    ]);
  });
});
