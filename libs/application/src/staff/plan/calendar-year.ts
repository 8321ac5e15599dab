import { Refusal, addDays, isWorkingDay, type Calendar, type CivilDate, type LocalText } from '@kaoji/domain';
import type { CalendarShelf } from './calendar-shelf.js';

export type CalendarDay = {
  readonly date: CivilDate;
  readonly working: boolean;
  readonly holiday: LocalText | null;
  readonly makeUp: boolean;
};
export type CalendarYear = {
  readonly calendarId: string;
  readonly version: string;
  readonly hash: string;
  readonly timeZone: string;
  readonly year: number;
  readonly known: readonly number[];
  readonly sources: readonly {
    readonly title: LocalText;
    readonly number: string;
    readonly issued: CivilDate;
  }[];
  readonly days: readonly CalendarDay[];
};

/** Every day of a year as people work on it. Refuses `CALENDAR_UNKNOWN`, `CALENDAR_YEAR_UNKNOWN`. */
export function calendarYear(
  { calendars }: { readonly calendars: CalendarShelf },
  year: string,
  calendarId: string | undefined,
): CalendarYear {
  const { hash, calendar } = calendars.pick(calendarId);
  const known = calendar.years.find((one) => String(one.year) === year);
  if (known === undefined) {
    const years = calendar.years.map((one) => one.year).join(', ');
    throw new Refusal(
      'CALENDAR_YEAR_UNKNOWN',
      `The calendar ${calendar.id} knows ${years} and no other year.`,
    );
  }
  return {
    calendarId: calendar.id,
    version: calendar.version,
    hash,
    timeZone: calendar.timeZone,
    year: known.year,
    known: calendar.years.map((one) => one.year),
    sources: known.sources.map(({ title, number, issued }) => ({ title, number, issued })),
    days: daysOf(calendar, known),
  };
}

function daysOf(calendar: Calendar, known: Calendar['years'][number]): readonly CalendarDay[] {
  const days: CalendarDay[] = [];
  for (let date = `${known.year}-01-01`; date.startsWith(String(known.year)); date = addDays(date, 1)) {
    days.push({
      date,
      working: isWorkingDay(calendar, date),
      holiday: known.holidays.find(({ dates }) => dates.includes(date))?.name ?? null,
      makeUp: known.makeUpDays.includes(date),
    });
  }
  return days;
}
