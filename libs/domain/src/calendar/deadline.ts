import type { Calendar } from './calendar.js';
import { civilDateOf, endOfCivilDay } from './civil-date.js';
import { addWorkingDays, workingDaysBetween } from './working-days.js';

/** How working days pass: by the calendar, or in a rehearsal, where each lasts so many milliseconds. */
export type ClockPolicy =
  { readonly kind: 'calendar' } | { readonly kind: 'rehearsal'; readonly workingDayMs: number };

export type DeadlineInput = {
  readonly startAt: number; // epoch ms
  readonly workingDays: number;
  readonly clock: ClockPolicy;
  readonly calendar: Calendar;
};

/**
 * The last instant (epoch ms) that is still in time. By the calendar: 24:00 of the n-th working day
 * after the civil day of the start, which is not counted (Civil Code Arts 201, 203); in a rehearsal
 * `startAt + n x workingDayMs`. 0 working days end at once, at `startAt`. Refuses
 * `CALENDAR_YEAR_UNKNOWN` and `INSTANT_OUT_OF_RANGE`.
 */
export function deadlineAfter({ startAt, workingDays, clock, calendar }: DeadlineInput): number {
  if (clock.kind === 'rehearsal') return startAt + workingDays * dayLength(clock.workingDayMs);
  if (workingDays === 0) return startAt;
  const startDay = civilDateOf(startAt, calendar.timeZone);
  return endOfCivilDay(addWorkingDays(calendar, startDay, workingDays), calendar.timeZone);
}

export type WorkingDaysLeftInput = {
  readonly now: number; // epoch ms
  readonly deadlineAt: number; // epoch ms
  readonly clock: ClockPolicy;
  readonly calendar: Calendar;
};

/**
 * How many working days are left after today; 0 on the last day and once it is over. Right after
 * `deadlineAfter` it gives back the same number. Refuses as `deadlineAfter` does.
 */
export function workingDaysLeft({ now, deadlineAt, clock, calendar }: WorkingDaysLeftInput): number {
  if (now >= deadlineAt) return 0;
  if (clock.kind === 'rehearsal') return Math.ceil((deadlineAt - now) / dayLength(clock.workingDayMs));
  const [today, lastDay] = [civilDateOf(now, calendar.timeZone), civilDateOf(deadlineAt, calendar.timeZone)];
  return workingDaysBetween(calendar, today, lastDay);
}

function dayLength(workingDayMs: number): number {
  if (Number.isSafeInteger(workingDayMs) && workingDayMs > 0) return workingDayMs;
  throw new RangeError(`a rehearsal's working day lasts a whole number of ms from 1, not ${workingDayMs}`);
}
