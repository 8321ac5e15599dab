import { parseTestOptions, TEST_HELP } from '../arguments/test-options.mjs';
import { runSuite } from './run-suite.mjs';

export const help = TEST_HELP;
export const parse = parseTestOptions;
export const run = runSuite;
