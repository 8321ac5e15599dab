import { parseStressOptions, STRESS_HELP } from '../arguments/stress-options.mjs';
import { runStress } from './run-stress.mjs';

export const help = STRESS_HELP;
export const parse = parseStressOptions;
export const run = runStress;
