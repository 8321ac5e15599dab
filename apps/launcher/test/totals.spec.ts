import { describe, expect, it } from '@jest/globals';

import {
  exitCodeOf,
  jestTotals,
  ONE_FAILED,
  ONE_PASSED,
  sumTotals,
  totalsLine,
} from '../src/suite/totals.mjs';

const jest = {
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 1,
  numTodoTests: 1,
  numRuntimeErrorTestSuites: 0,
};

describe('jestTotals', () => {
  it.each([
    { rule: 'counts pending and to-do tests as skipped', result: jest, exitCode: 0, expected: [3, 0, 2] },
    {
      rule: 'counts a file that could not run as a failure',
      result: { ...jest, numRuntimeErrorTestSuites: 2, numFailedTests: 1 },
      exitCode: 1,
      expected: [3, 3, 2],
    },
    {
      rule: 'counts a bad exit without a failing test as a failure',
      result: jest,
      exitCode: 1,
      expected: [3, 1, 2],
    },
    { rule: 'counts a run that left no result as a failure', result: null, exitCode: 0, expected: [0, 1, 0] },
  ])('$rule', ({ result, exitCode, expected: [passed, failed, skipped] }) => {
    expect(jestTotals(result, exitCode)).toEqual({ passed, failed, skipped });
  });
});

describe('exitCodeOf', () => {
  it.each([
    { rule: 'is 0 when something passed and nothing failed', totals: ONE_PASSED, code: 0 },
    { rule: 'is 1 when something failed', totals: ONE_FAILED, code: 1 },
    { rule: 'is 1 when nothing ran', totals: { passed: 0, failed: 0, skipped: 9 }, code: 1 },
  ])('$rule', ({ totals, code }) => {
    expect(exitCodeOf(totals)).toBe(code);
  });
});

describe('totalsLine', () => {
  it('is the sum over the steps, in the words people search for', () => {
    const results = [
      { name: 'lint', totals: ONE_PASSED, durationMs: 1 },
      { name: 'spec', totals: { passed: 10, failed: 1, skipped: 2 }, durationMs: 1 },
    ];
    expect(totalsLine(sumTotals(results))).toBe('11 passed, 1 failed, 2 skipped');
  });
});
