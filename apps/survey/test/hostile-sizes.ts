import { loadConfig, testVariables } from '@kaoji/config';

/**
 * How hard the hostile suite tries: little enough for `npm test`, or as much as KAOJI_STRESS_SCALE times that.
 * Full sizes (a million forged links, 1,000 links times 200) are a scale of 50.
 */
const scale = loadConfig(testVariables).KAOJI_STRESS_SCALE;

export const FORGED_LINKS = 20_000 * scale;
export const CONTESTED_LINKS = 20 * scale;
export const AT_ONCE = 200;
