import { Refusal, calendarHash, parseCalendar, type Calendar } from '@kaoji/domain';
import type { Stores } from '../../ports/stores.js';

export type LoadedCalendar = { readonly hash: string; readonly calendar: Calendar };

/** The calendars this release carries; a cycle pins one by its hash when it is planned. */
export type CalendarShelf = {
  /** The calendar of that id, or the only one. Refuses `CALENDAR_UNKNOWN`. */
  pick(calendarId: string | undefined): LoadedCalendar;
};

export function createCalendarShelf(calendars: readonly Calendar[]): CalendarShelf {
  const loaded = calendars.map((calendar) => ({ hash: calendarHash(calendar), calendar }));
  return {
    pick(calendarId) {
      const found =
        calendarId === undefined ? loaded[0] : loaded.find(({ calendar }) => calendar.id === calendarId);
      if (found !== undefined) return found;
      const known = loaded.map(({ calendar }) => calendar.id).join(', ');
      throw new Refusal('CALENDAR_UNKNOWN', `There is no such calendar. Known here: ${known}.`, {
        calendarId,
      });
    },
  };
}

/** The calendar a cycle pinned. Refuses `CALENDAR_UNKNOWN`. */
export async function pinnedCalendar(stores: Stores, hash: string): Promise<Calendar> {
  const pinned = await stores.rulebooks.calendar(hash);
  if (pinned !== null) {
    const calendar = parseCalendar(JSON.parse(pinned.body));
    if (calendarHash(calendar) === hash) return calendar;
  }
  throw new Refusal('CALENDAR_UNKNOWN', 'The calendar this cycle pinned is not stored, or was changed.', {
    hash,
  });
}
