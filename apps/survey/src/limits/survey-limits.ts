import type { Clock } from '@kaoji/application';
import type { Rate } from './allowances.js';
import { createAllowances } from './allowances.js';
import { createCallers } from './callers.js';

/** How much of everything. */
export type SurveyLimits = {
  /** Requests with a genuine link: a whole block, or a mobile carrier, may stand behind one address. */
  readonly genuinePerAddress: Rate;
  /** Requests with one genuine link: whoever has one cannot wear the service out with it. */
  readonly perLink: Rate;
  /** Requests with a forged or mistyped link. */
  readonly forgedPerAddress: Rate;
  readonly receiptsPerAddress: Rate;
  /** What may be under way at once; more is told to come back. */
  readonly answersAtOnce: number;
  /** How long an answer may take before fewer are taken at once, milliseconds. */
  readonly goodMs: number;
  /** Refusals for want of room whose page holds the answer. */
  readonly heldAnswers: Rate;
  /** How long others wait for room before they are refused, milliseconds; so many at most. */
  readonly waitForRoomMs: number;
  readonly waitingForRoom: number;
  readonly pagesAtOnce: number;
  readonly receiptsAtOnce: number;
};

export const USUAL_LIMITS: SurveyLimits = {
  genuinePerAddress: { atOnce: 6000, perSecond: 200 },
  perLink: { atOnce: 60, perSecond: 1 },
  forgedPerAddress: { atOnce: 30, perSecond: 0.5 },
  receiptsPerAddress: { atOnce: 60, perSecond: 1 },
  answersAtOnce: 1000,
  goodMs: 300,
  heldAnswers: { atOnce: 100, perSecond: 50 },
  waitForRoomMs: 500,
  waitingForRoom: 1_000,
  pagesAtOnce: 500,
  receiptsAtOnce: 8,
};

/** Each gives 0, or how many seconds to wait. */
export type Rates = {
  genuine(address: string, linkHash: string): number;
  forged(address: string): number;
  receipt(address: string): number;
};

/** Forged links are counted apart: whoever sends them locks nobody out who has a genuine one. */
export function createRates(limits: SurveyLimits, clock: Clock): Rates {
  const callers = createCallers();
  const genuine = createAllowances(limits.genuinePerAddress);
  const links = createAllowances(limits.perLink);
  const forged = createAllowances(limits.forgedPerAddress);
  const receipts = createAllowances(limits.receiptsPerAddress);
  return {
    genuine(address, linkHash) {
      const now = clock.now();
      return Math.max(genuine.take(callers.nameOf(address), now), links.take(linkHash, now));
    },
    forged: (address) => forged.take(callers.nameOf(address), clock.now()),
    receipt: (address) => receipts.take(callers.nameOf(address), clock.now()),
  };
}
