import type { Calendar } from '../calendar/calendar.js';
import { deadlineAfter, type ClockPolicy } from '../calendar/deadline.js';

/**
 * When a notice starts and until when it is shown (epoch ms). It starts at the latest instant that any clock of ours says, so that one
 * clock that is behind shortens nothing; its end is stored and never computed again. Refuses as `deadlineAfter` does.
 */
export function noticePeriod(
  clocks: readonly [number, ...number[]],
  rule: { readonly workingDays: number; readonly clock: ClockPolicy; readonly calendar: Calendar },
): { readonly startsAt: number; readonly endsAt: number } {
  const startsAt = Math.max(...clocks);
  return { startsAt, endsAt: deadlineAfter({ startAt: startsAt, ...rule }) };
}
