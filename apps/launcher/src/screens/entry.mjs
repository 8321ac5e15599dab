import { parseScreensOptions, SCREENS_HELP } from '../arguments/screens-options.mjs';
import { runScreens } from './run-screens.mjs';

export const help = SCREENS_HELP;
export const parse = parseScreensOptions;
export const run = runScreens;
