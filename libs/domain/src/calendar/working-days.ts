import { type Calendar, isWorkingDay } from './calendar.js';
import { type CivilDate, civilDateAt, dayNumberOf } from './civil-date.js';

/** The date so many days after another, before it where negative. Refuses `CIVIL_DATE_INVALID`. */
export function addDays(date: CivilDate, days: number): CivilDate {
  return civilDateAt(dayNumberOf(date) + days);
}

/**
 * The `count`-th working day after a date; the date itself is not counted, and 0 gives it back. Refuses
 * `CALENDAR_YEAR_UNKNOWN` when the way leads out of the calendar, and `CIVIL_DATE_INVALID`.
 */
export function addWorkingDays(calendar: Calendar, date: CivilDate, count: number): CivilDate {
  if (!Number.isSafeInteger(count) || count < 0) {
    throw new RangeError(`working days are counted in whole numbers from 0, not ${count}`);
  }
  let dayNumber = dayNumberOf(date);
  for (let left = count; left > 0;) {
    dayNumber += 1;
    if (isWorkingDay(calendar, civilDateAt(dayNumber))) left -= 1;
  }
  return civilDateAt(dayNumber);
}

/**
 * How many working days lie after `from`, up to and including `to`; negative when `to` comes first, so
 * that `workingDaysBetween(c, d, addWorkingDays(c, d, n))` is `n`. Refuses as `addWorkingDays` does.
 */
export function workingDaysBetween(calendar: Calendar, from: CivilDate, to: CivilDate): number {
  const [first, last] = [dayNumberOf(from), dayNumberOf(to)];
  if (last < first) return -workingDaysBetween(calendar, to, from);
  let count = 0;
  for (let dayNumber = first + 1; dayNumber <= last; dayNumber += 1) {
    if (isWorkingDay(calendar, civilDateAt(dayNumber))) count += 1;
  }
  return count;
}
