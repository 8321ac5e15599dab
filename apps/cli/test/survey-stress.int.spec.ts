import { describe, expect, it } from '@jest/globals';
import { withSurveySetting } from '../src/bench/survey-load/survey-setting.js';
import { killedDatabase } from '../src/stress/killed-database.js';

/** Small, for every test run; `npm run stress -- survey` kills ten times during 20,000 answers. */
const SMALL = { answers: 1_000, kills: 2, perSecond: 500 };

describe('a database that is killed while residents answer', () => {
  it('has every answer that was accepted and none that was refused, and the survey goes on', async () => {
    const findings = await withSurveySetting({ campaigns: 2, people: 3 }, (setting) =>
      killedDatabase(setting, SMALL),
    );
    expect(findings.filter(({ holds }) => !holds)).toEqual([]);
    expect(findings.length).toBeGreaterThan(5);
  });
});
