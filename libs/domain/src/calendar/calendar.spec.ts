import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { calendarHash, parseCalendar } from './calendar.js';
import { dayNumberOf } from './civil-date.js';

const file = new URL('../../calendars/cn-state-council-2024-2026.json', import.meta.url);
type Json = Record<string, unknown> & { years: (Record<string, unknown> & { makeUpDays: string[] })[] };
const fresh = (): Json => JSON.parse(readFileSync(file, 'utf8')) as Json;

describe('the calendar of the State Council', () => {
  it.each([
    [2024, '国办发明电〔2023〕7号', '2023-10-25'],
    [2025, '国办发明电〔2024〕12号', '2024-11-12'],
    [2026, '国办发明电〔2025〕7号', '2025-11-04'],
  ])('%i rests on notice %s of %s', (year, number, issued) => {
    const entry = parseCalendar(fresh()).years.find((candidate) => candidate.year === year);
    expect(entry?.sources).toEqual([expect.objectContaining({ number, issued })]);
  });

  it('every holiday is a run of days without a gap', () => {
    for (const holiday of parseCalendar(fresh()).years.flatMap((year) => year.holidays)) {
      const first = dayNumberOf(holiday.dates[0]!);
      expect(holiday.dates.map(dayNumberOf)).toEqual(holiday.dates.map((_date, index) => first + index));
    }
  });
});

describe('parseCalendar', () => {
  const year = (json: Json, index: number): Json['years'][number] => json.years[index]!;
  it.each<[string, (json: Json) => unknown, RegExp]>([
    ['another format', (json) => (json['format'] = 'kaoji-calendar/2'), /format/],
    ['an unknown key', (json) => (json['holidays'] = []), /holidays/],
    ['a time zone it cannot compute in', (json) => (json['timeZone'] = 'Europe/Berlin'), /timeZone/],
    ['no year at all', (json) => (json.years = []), /years/],
    ['a gap between years', (json) => json.years.splice(1, 1), /without a gap/],
    ['a date that does not exist', (json) => year(json, 1).makeUpDays.push('2025-02-29'), /not a day/],
    ['a date of another year', (json) => year(json, 1).makeUpDays.push('2026-02-01'), /not in 2025/],
    ['a day named twice', (json) => year(json, 1).makeUpDays.push('2025-01-26'), /named twice/],
    [
      'a holiday that is also a make-up day',
      (json) => year(json, 1).makeUpDays.push('2025-02-01'),
      /named twice/,
    ],
    [
      'a make-up day in the working week',
      (json) => year(json, 1).makeUpDays.push('2025-03-03'),
      /weekday already/,
    ],
    ['a year without its source', (json) => (year(json, 0)['sources'] = []), /sources/],
  ])('refuses %s with CALENDAR_INVALID', (_rule, spoil, message) => {
    const json = fresh();
    spoil(json);
    expect(() => parseCalendar(json)).toThrow(
      expect.objectContaining({ code: 'CALENDAR_INVALID', message: expect.stringMatching(message) }),
    );
  });

  it.each([null, 'text', 3, []])('refuses %p with CALENDAR_INVALID', (json) => {
    expect(() => parseCalendar(json)).toThrow(expect.objectContaining({ code: 'CALENDAR_INVALID' }));
  });
});

describe('calendarHash', () => {
  it('does not depend on the order of keys', () => {
    const reversed = Object.fromEntries(Object.entries(fresh()).reverse());
    expect(calendarHash(parseCalendar(reversed))).toBe(calendarHash(parseCalendar(fresh())));
  });

  it('changes with a single day', () => {
    const moved = fresh();
    moved.years[2]!.makeUpDays.pop();
    expect(calendarHash(parseCalendar(moved))).not.toBe(calendarHash(parseCalendar(fresh())));
  });

  it('pins the published file', () => {
    expect(calendarHash(parseCalendar(fresh()))).toBe(
      'sha256:629c871f0021eff34ae29126b09ff645686635de696ecc68371e7cf2c7049f78',
    );
  });
});
