import type { SurveyPace } from '@kaoji/application';
import { describe, expect, it } from '@jest/globals';
import { createPaceCounters } from './pace-counters.js';

const HOUR = 3_600_000;
const one = (bucket: string, campaignId = 'c') => ({ campaignId, day: '2026-03-01', bucket });
const seldom = { everyMs: HOUR, atLeast: 3, keptBackMs: HOUR };

describe('createPaceCounters', () => {
  it('adds up in memory and writes everything on close, one row a bucket, in a fixed order', async () => {
    const written: (readonly SurveyPace[])[] = [];
    const counters = createPaceCounters((rows) => Promise.resolve(void written.push(rows)), seldom);
    for (const bucket of ['h09', 'h08', 'h09']) counters.add(one(bucket));
    counters.add(one('h08', 'b'));
    expect(written).toEqual([]);
    await counters.close();
    expect(written).toEqual([
      [
        { ...one('h08', 'b'), count: 1 },
        { ...one('h08'), count: 1 },
        { ...one('h09'), count: 2 },
      ],
    ]);
  });

  it('writes nothing when there is nothing', async () => {
    const counters = createPaceCounters(() => Promise.reject(new Error('written')), seldom);
    await counters.close();
  });

  it('keeps a campaign with few answers back until there are more', async () => {
    let tell = (_rows: readonly SurveyPace[]): void => undefined;
    const first = new Promise<readonly SurveyPace[]>((resolve) => (tell = resolve));
    const write = (rows: readonly SurveyPace[]) => Promise.resolve(tell(rows));
    const counters = createPaceCounters(write, { ...seldom, everyMs: 1 });
    counters.add(one('h08', 'few'));
    for (let n = 0; n < 3; n += 1) counters.add(one('h08', 'many'));
    expect(await first).toEqual([{ ...one('h08', 'many'), count: 3 }]);
    await counters.close();
  });

  it('keeps what could not be written', async () => {
    const attempts: (readonly SurveyPace[])[] = [];
    let tell = (): void => undefined;
    const failedOnce = new Promise<void>((resolve) => (tell = resolve));
    const write = (rows: readonly SurveyPace[]): Promise<void> => {
      attempts.push(rows);
      tell();
      return attempts.length === 1 ? Promise.reject(new Error('lost')) : Promise.resolve();
    };
    const counters = createPaceCounters(write, { everyMs: 1, atLeast: 1, keptBackMs: HOUR });
    counters.add(one('h08'));
    await failedOnce;
    await counters.close();
    expect(attempts.length).toBeGreaterThan(1);
    expect(attempts.at(-1)).toEqual([{ ...one('h08'), count: 1 }]);
  });
});
