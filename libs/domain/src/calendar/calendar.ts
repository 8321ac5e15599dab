import { z } from 'zod';
import { Refusal } from '../refusal.js';
import { hashOf } from '../rulebook/content-hash.js';
import { localTextSchema } from '../rulebook/schema/text.js';
import { type CivilDate, dayNumberOf, weekdayOf, yearOf } from './civil-date.js';

const civilDateSchema = z.string().refine(isCivilDate, 'is not a day of the calendar');

const sourceSchema = z.strictObject({
  title: localTextSchema,
  number: z.string().min(1), // the document number, such as 国办发明电〔2024〕12号
  issued: civilDateSchema,
  publisher: localTextSchema,
});

const calendarYearSchema = z.strictObject({
  year: z.int().min(1992).max(9999),
  sources: z.array(sourceSchema).min(1),
  note: localTextSchema.optional(),
  holidays: z.array(z.strictObject({ name: localTextSchema, dates: z.array(civilDateSchema).min(1) })),
  /** Saturdays and Sundays on which people work in exchange for a longer holiday. */
  makeUpDays: z.array(civilDateSchema),
});

/** The holidays and make-up working days of some years, as one versioned data file with its sources. */
export const calendarSchema = z.strictObject({
  format: z.literal('kaoji-calendar/1'),
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  version: z.string().min(1),
  timeZone: z.literal('Asia/Shanghai'),
  title: localTextSchema,
  years: z.array(calendarYearSchema).min(1).superRefine(checkYears),
});
export type Calendar = z.infer<typeof calendarSchema>;
type CalendarYear = z.infer<typeof calendarYearSchema>;

/**
 * A calendar from parsed JSON. Refuses `CALENDAR_INVALID` with the path of the first fault: a date that
 * does not exist or lies in another year, a day named twice, a make-up day in the working week, years
 * out of order or with a gap.
 */
export function parseCalendar(json: unknown): Calendar {
  const parsed = calendarSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'file'}: ${issue.message}`);
  throw new Refusal('CALENDAR_INVALID', `The calendar cannot be used: ${faults[0]}`, { faults });
}

/**
 * `sha256:<hex>` over everything the calendar says, whatever the order of its keys: the pinned version a
 * cycle computes its deadlines with.
 */
export function calendarHash(calendar: Calendar): string {
  return hashOf(calendar);
}

/**
 * Whether people work on this day: make-up days yes, holidays no, else Monday to Friday. Refuses
 * `CALENDAR_YEAR_UNKNOWN` for a year the calendar does not hold, rather than guess, and `CIVIL_DATE_INVALID`.
 */
export function isWorkingDay(calendar: Calendar, date: CivilDate): boolean {
  const year = yearIn(calendar, date);
  if (year.makeUpDays.includes(date)) return true;
  if (year.holidays.some((holiday) => holiday.dates.includes(date))) return false;
  return weekdayOf(date) <= 5;
}

function yearIn(calendar: Calendar, date: CivilDate): CalendarYear {
  const year = yearOf(date);
  const found = calendar.years.find((candidate) => candidate.year === year);
  if (found !== undefined) return found;
  throw new Refusal(
    'CALENDAR_YEAR_UNKNOWN',
    `The calendar ${calendar.id} ${calendar.version} does not know the year ${year}; load a version that does.`,
    { calendar: calendar.id, version: calendar.version, year },
  );
}

function isCivilDate(text: string): boolean {
  try {
    dayNumberOf(text);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

function checkYears(years: readonly CalendarYear[], context: z.core.$RefinementCtx): void {
  const fault = (message: string, ...path: (string | number)[]): void =>
    context.addIssue({ code: 'custom', message, path, input: years });
  const seen = new Set<string>();
  years.forEach((entry, index) => {
    const previous = years[index - 1];
    if (previous !== undefined && entry.year !== previous.year + 1) {
      fault(`follows ${previous.year}: years run in order without a gap`, index, 'year');
    }
    const days = [...entry.holidays.flatMap((holiday) => holiday.dates), ...entry.makeUpDays];
    for (const date of days) {
      if (Number(date.slice(0, 4)) !== entry.year) fault(`${date} is not in ${entry.year}`, index);
      if (seen.has(date)) fault(`${date} is named twice`, index);
      seen.add(date);
    }
    for (const date of entry.makeUpDays) {
      if (isCivilDate(date) && weekdayOf(date) <= 5) {
        fault(`${date} is a working weekday already`, index, 'makeUpDays');
      }
    }
  });
}
