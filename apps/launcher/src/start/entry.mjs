import { parseStartOptions, START_HELP } from '../arguments/start-options.mjs';
import { runStart } from './run-start.mjs';

export const help = START_HELP;
export const parse = parseStartOptions;
export const run = runStart;
