import type { Clock } from '@kaoji/application';

/** The machine's clock, in epoch milliseconds. */
export const systemClock: Clock = { now: () => Date.now() };
