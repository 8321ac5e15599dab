import { isWorkingDay, type Calendar } from '../calendar/calendar.js';
import { civilDateAt, civilDateOf, dayNumberOf, startOfCivilDay } from '../calendar/civil-date.js';
import { deadlineAfter, type ClockPolicy } from '../calendar/deadline.js';
import { addWorkingDays } from '../calendar/working-days.js';

const HOUR_MS = 3_600_000;

/** When residents may be written to: from this hour, up to but not including that one, on working days. */
export type CivilHours = { readonly fromHour: number; readonly toHour: number };

/**
 * The instant itself when it lies in civil hours, else the next one that does (epoch ms): hours and working
 * days by the pinned calendar and its time zone. Refuses `CALENDAR_YEAR_UNKNOWN`, `INSTANT_OUT_OF_RANGE`.
 */
export function civilHour(instant: number, { fromHour, toHour }: CivilHours, calendar: Calendar): number {
  if (!(
    Number.isInteger(fromHour) &&
    Number.isInteger(toHour) &&
    0 <= fromHour &&
    fromHour < toHour &&
    toHour <= 24
  )) {
    throw new RangeError(
      `civil hours run from one whole hour to a later one of the same day, not ${fromHour} to ${toHour}`,
    );
  }
  const today = civilDateOf(instant, calendar.timeZone);
  const midnight = startOfCivilDay(today, calendar.timeZone);
  if (isWorkingDay(calendar, today) && instant < midnight + toHour * HOUR_MS) {
    return Math.max(instant, midnight + fromHour * HOUR_MS);
  }
  let day = dayNumberOf(today) + 1;
  while (!isWorkingDay(calendar, civilDateAt(day))) day += 1;
  return startOfCivilDay(civilDateAt(day), calendar.timeZone) + fromHour * HOUR_MS;
}

export type ReminderPlan = CivilHours & { readonly atMost: number; readonly everyWorkingDays: number };

/**
 * The instants of a campaign's reminders in order, first to last: every so many working days after its opening, at
 * the first civil hour, at most so many, none at or after the close. In a rehearsal a working day lasts its
 * milliseconds and has no hours. Refuses as `civilHour` does.
 */
export function reminderTimes(
  { atMost, everyWorkingDays, ...hours }: ReminderPlan,
  campaign: { readonly opensAt: number; readonly closesAt: number },
  { clock, calendar }: { readonly clock: ClockPolicy; readonly calendar: Calendar },
): readonly number[] {
  const times: number[] = [];
  for (let round = 1; round <= atMost; round += 1) {
    const at = timeOf(round * everyWorkingDays);
    if (at >= campaign.closesAt) break;
    times.push(at);
  }
  return times;

  function timeOf(workingDays: number): number {
    if (clock.kind === 'rehearsal') {
      return deadlineAfter({ startAt: campaign.opensAt, workingDays, clock, calendar });
    }
    const opened = civilDateOf(campaign.opensAt, calendar.timeZone);
    // A working day is reached by counting, so its first civil hour is one.
    const day = addWorkingDays(calendar, opened, workingDays);
    return civilHour(startOfCivilDay(day, calendar.timeZone), hours, calendar);
  }
}
