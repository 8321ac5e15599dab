import { useMemo } from 'react';
import { useLanguage } from '../../i18n/language.js';
import { TAG_OF } from '../../i18n/texts.js';

/** A day of the calendar in the reader's language: it is that day in every time zone. */
export function useCivilDay(): (date: string) => string {
  const language = useLanguage();
  return useMemo(() => {
    const day = new Intl.DateTimeFormat(TAG_OF[language], {
      ...{ timeZone: 'UTC', year: 'numeric', month: 'short', day: 'numeric', weekday: 'short' },
    });
    return (date) => day.format(new Date(`${date}T00:00:00Z`));
  }, [language]);
}

/** `2026-11` of a day, or so many months on. */
export function monthOf(date: string, on = 0): string {
  const at = new Date(`${date.slice(0, 7)}-01T00:00:00Z`);
  at.setUTCMonth(at.getUTCMonth() + on);
  return at.toISOString().slice(0, 7);
}

/** Monday 1 to Sunday 7. */
export function weekdayOf(date: string): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  const day = new Date(`${date}T00:00:00Z`).getUTCDay();
  return (day === 0 ? 7 : day) as 1 | 2 | 3 | 4 | 5 | 6 | 7;
}
