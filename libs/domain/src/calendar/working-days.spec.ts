import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Refusal } from '../refusal.js';
import { isWorkingDay, parseCalendar } from './calendar.js';
import { civilDateAt, dayNumberOf } from './civil-date.js';
import { addWorkingDays, workingDaysBetween } from './working-days.js';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const calendar = parseCalendar(JSON.parse(read('calendars/cn-state-council-2024-2026.json')));
const vectors = read('vectors/working-days.txt')
  .split('\n')
  .map((line) => line.replace(/#.*$/, '').trim())
  .filter((line) => line !== '')
  .map((line) => line.split(/\s+/));
const vectorsOf = (kind: string): string[][] =>
  vectors.filter(([first]) => first === kind).map(([, ...rest]) => rest);

const codeOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'none';
};

describe('vectors/working-days.txt', () => {
  it('holds every kind of line and no other', () => {
    expect([...new Set(vectors.map(([kind]) => kind))].sort()).toEqual(
      ['add', 'between', 'invalid', 'is', 'unknown'].sort(),
    );
  });

  it.each(vectorsOf('is'))('%s is a day of %s', (date, kind) => {
    expect(isWorkingDay(calendar, date!)).toBe(kind === 'working');
  });

  it.each(vectorsOf('add'))('from %s, working day %s falls on %s', (date, count, result) => {
    expect(addWorkingDays(calendar, date!, Number(count))).toBe(result);
  });

  it.each(vectorsOf('between'))('after %s up to %s lie %s working days', (from, to, count) => {
    expect(workingDaysBetween(calendar, from!, to!)).toBe(Number(count));
  });

  it.each(vectorsOf('unknown'))('%s is refused with CALENDAR_YEAR_UNKNOWN', (date) => {
    expect(codeOf(() => isWorkingDay(calendar, date!))).toBe('CALENDAR_YEAR_UNKNOWN');
  });

  it.each(vectorsOf('invalid'))('%s is refused with CIVIL_DATE_INVALID', (date) => {
    expect(codeOf(() => isWorkingDay(calendar, date!))).toBe('CIVIL_DATE_INVALID');
  });
});

describe('addWorkingDays', () => {
  // Leaves 40 working days of room before the calendar ends.
  const dates = fc
    .integer({ min: dayNumberOf('2024-01-01'), max: dayNumberOf('2026-10-31') })
    .map(civilDateAt);
  const counts = fc.integer({ min: 0, max: 20 });

  it('adding a and then b equals adding a + b', () => {
    fc.assert(
      fc.property(dates, counts, counts, (date, a, b) => {
        expect(addWorkingDays(calendar, addWorkingDays(calendar, date, a), b)).toBe(
          addWorkingDays(calendar, date, a + b),
        );
      }),
    );
  });

  it('ends on a working day, with exactly so many working days on the way', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 40 }), (date, count) => {
        const end = addWorkingDays(calendar, date, count);
        expect(isWorkingDay(calendar, end)).toBe(true);
        expect(workingDaysBetween(calendar, date, end)).toBe(count);
      }),
    );
  });

  it('refuses with CALENDAR_YEAR_UNKNOWN when the last day lies outside the calendar', () => {
    expect(codeOf(() => addWorkingDays(calendar, '2026-12-31', 1))).toBe('CALENDAR_YEAR_UNKNOWN');
    expect(codeOf(() => addWorkingDays(calendar, '2023-12-01', 1))).toBe('CALENDAR_YEAR_UNKNOWN');
  });

  it.each([-1, 1.5, Number.NaN])('counts no %p working days', (count) => {
    expect(() => addWorkingDays(calendar, '2025-01-01', count)).toThrow(RangeError);
  });
});
