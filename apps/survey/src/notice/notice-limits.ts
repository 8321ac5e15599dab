import type { Clock } from '@kaoji/application';
import type { Rate } from '../limits/allowances.js';
import { createAllowances } from '../limits/allowances.js';
import { createCallers } from '../limits/callers.js';

export type NoticeLimits = {
  /** Looking: many phones may stand behind one address. */
  readonly viewsPerAddress: Rate;
  readonly forgedPerAddress: Rate;
  /** Objections: few people have more than one. */
  readonly objectionsPerAddress: Rate;
  /** Whatever the addresses: a flood hides what is meant. */
  readonly objectionsPerNotice: Rate;
};

export const USUAL_NOTICE_LIMITS: NoticeLimits = {
  viewsPerAddress: { atOnce: 300, perSecond: 20 },
  forgedPerAddress: { atOnce: 30, perSecond: 0.5 },
  objectionsPerAddress: { atOnce: 10, perSecond: 1 / 60 },
  objectionsPerNotice: { atOnce: 200, perSecond: 1 / 5 },
};

/** Each gives 0, or how many seconds to wait. */
export type NoticeRates = {
  view(address: string): number;
  forged(address: string): number;
  objection(address: string, noticeId: string): number;
};

export function createNoticeRates(limits: NoticeLimits, clock: Clock): NoticeRates {
  const callers = createCallers();
  const views = createAllowances(limits.viewsPerAddress);
  const forged = createAllowances(limits.forgedPerAddress);
  const objections = createAllowances(limits.objectionsPerAddress);
  const ofNotice = createAllowances(limits.objectionsPerNotice);
  return {
    view: (address) => views.take(callers.nameOf(address), clock.now()),
    forged: (address) => forged.take(callers.nameOf(address), clock.now()),
    objection(address, noticeId) {
      const now = clock.now();
      // Whoever is refused by their own address takes nothing from the others.
      const own = objections.take(callers.nameOf(address), now);
      return own > 0 ? own : ofNotice.take(noticeId, now);
    },
  };
}
