import type { Instant } from '../ports/records.js';
import { deadlineIn, type CycleContext } from './cycle-context.js';

/** When whoever is waited for is reminded, and when their superior is told. Nothing happens by itself. */
export type PeopleWait = { readonly remindAt: Instant; readonly escalateAt: Instant };

/** Named people get as long as those who deliberate: the rulebook has one patience for acts only people can do. */
export function peopleWait(context: CycleContext, from: Instant): PeopleWait {
  const { remindAfterWorkingDays, escalateAfterWorkingDays } = context.rulebook.process.deliberation;
  return {
    remindAt: deadlineIn(context, from, remindAfterWorkingDays),
    escalateAt: deadlineIn(context, from, escalateAfterWorkingDays),
  };
}
