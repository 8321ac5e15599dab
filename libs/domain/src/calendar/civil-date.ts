import { Refusal } from '../refusal.js';

/** A day of the civil calendar as `YYYY-MM-DD`; which zone it belongs to is said by its calendar. */
export type CivilDate = string;

/** The zones Kaoji computes in, with their fixed offset from UTC in milliseconds. */
const OFFSET_MS = { 'Asia/Shanghai': 8 * 3_600_000 } as const;
export type CivilTimeZone = keyof typeof OFFSET_MS;

export const DAY_MS = 86_400_000;

/** China kept summer time until September 1991: before this instant +08:00 is not the whole truth. */
const FIXED_OFFSET_SINCE = 694_195_200_000; // 1992-01-01T00:00 in Asia/Shanghai
const LAST_INSTANT = 253_402_271_999_999; // 9999-12-31T23:59:59.999 in Asia/Shanghai

/**
 * Days from 1970-01-01 to the date, in the proleptic Gregorian calendar, by integer arithmetic alone
 * (a year starts in March, so that the leap day is its last). Refuses `CIVIL_DATE_INVALID` for text
 * that is no day, such as `2025-02-29`.
 */
export function dayNumberOf(date: CivilDate): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (match !== null) {
    const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
    const marchYear = month <= 2 ? year - 1 : year;
    const monthFromMarch = (month + 9) % 12;
    const number =
      365 * marchYear +
      Math.floor(marchYear / 4) -
      Math.floor(marchYear / 100) +
      Math.floor(marchYear / 400) +
      Math.floor((153 * monthFromMarch + 2) / 5) +
      day -
      719_469;
    // A month 13 or a 30 February lands on another day: reading it back shows it.
    if (civilDateAt(number) === date) return number;
  }
  throw new Refusal('CIVIL_DATE_INVALID', `"${date}" is not a day of the calendar (YYYY-MM-DD).`, { date });
}

/** The date that lies so many days after 1970-01-01; the inverse of `dayNumberOf`. */
export function civilDateAt(dayNumber: number): CivilDate {
  const shifted = dayNumber + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** ISO day of the week, Monday 1 to Sunday 7. Refuses `CIVIL_DATE_INVALID`. */
export function weekdayOf(date: CivilDate): number {
  return ((((dayNumberOf(date) + 3) % 7) + 7) % 7) + 1; // 1970-01-01 was a Thursday
}

/** The four-digit year of a date. Refuses `CIVIL_DATE_INVALID`. */
export function yearOf(date: CivilDate): number {
  dayNumberOf(date);
  return Number(date.slice(0, 4));
}

/**
 * The civil day on which an instant (epoch ms) falls. Refuses `TIME_ZONE_UNKNOWN`, and
 * `INSTANT_OUT_OF_RANGE` for what is no whole millisecond from 1992 (no summer time since) to 9999.
 */
export function civilDateOf(instant: number, timeZone: string): CivilDate {
  const offset = offsetOf(timeZone);
  if (!Number.isSafeInteger(instant) || instant < FIXED_OFFSET_SINCE || instant > LAST_INSTANT) {
    throw new Refusal('INSTANT_OUT_OF_RANGE', `${instant} is not an instant in ms between 1992 and 9999.`, {
      instant,
    });
  }
  return civilDateAt(Math.floor((instant + offset) / DAY_MS));
}

/** The first millisecond (epoch ms) of a civil day, 00:00:00.000. Refuses `CIVIL_DATE_INVALID`, `TIME_ZONE_UNKNOWN`. */
export function startOfCivilDay(date: CivilDate, timeZone: string): number {
  return dayNumberOf(date) * DAY_MS - offsetOf(timeZone);
}

/** The last millisecond (epoch ms) of a civil day, 23:59:59.999. Refuses `CIVIL_DATE_INVALID`, `TIME_ZONE_UNKNOWN`. */
export function endOfCivilDay(date: CivilDate, timeZone: string): number {
  return startOfCivilDay(date, timeZone) + DAY_MS - 1;
}

function offsetOf(timeZone: string): number {
  const offset = Object.hasOwn(OFFSET_MS, timeZone) ? OFFSET_MS[timeZone as CivilTimeZone] : undefined;
  if (offset !== undefined) return offset;
  throw new Refusal('TIME_ZONE_UNKNOWN', `The time zone "${timeZone}" is not one Kaoji computes in.`, {
    timeZone,
  });
}
