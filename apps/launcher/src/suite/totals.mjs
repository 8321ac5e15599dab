/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Totals
 * @typedef {{ name: string, totals: Totals, durationMs: number }} StepResult
 *
 * @typedef {object} JestResult the parts of Jest's `--json` file that are counted
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {number} numRuntimeErrorTestSuites
 * @property {boolean} [success]
 */

/** @type {Totals} */
export const ONE_PASSED = { passed: 1, failed: 0, skipped: 0 };
/** @type {Totals} */
export const ONE_FAILED = { passed: 0, failed: 1, skipped: 0 };

/**
 * What a Jest run counts for: a file that could not even run is one failure, and so is a run that failed without a failing test.
 * @param {JestResult | null} result null when Jest wrote none
 * @param {number | null} exitCode
 * @returns {Totals}
 */
export function jestTotals(result, exitCode) {
  if (result === null) return ONE_FAILED;
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  return {
    passed: result.numPassedTests,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: result.numPendingTests + result.numTodoTests,
  };
}

/**
 * @param {readonly StepResult[]} results
 * @returns {Totals}
 */
export function sumTotals(results) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const { totals } of results) {
    sum.passed += totals.passed;
    sum.failed += totals.failed;
    sum.skipped += totals.skipped;
  }
  return sum;
}

/**
 * The last line of `npm test`.
 * @param {Totals} totals
 * @returns {string}
 */
export function totalsLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/**
 * A run in which nothing was tried proves nothing.
 * @param {Totals} totals
 * @returns {number} exit code
 */
export function exitCodeOf({ passed, failed }) {
  return failed > 0 || passed === 0 ? 1 : 0;
}
