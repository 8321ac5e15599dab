import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isWorkingDay, parseCalendar } from '../calendar/calendar.js';
import { civilDateOf, startOfCivilDay } from '../calendar/civil-date.js';
import { civilHour, reminderTimes } from './reminder-time.js';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const calendar = parseCalendar(JSON.parse(read('calendars/cn-state-council-2024-2026.json')));
const vectors = read('vectors/reminder-time.txt')
  .split('\n')
  .map((line) => line.replace(/#.*$/, '').trim())
  .filter((line) => line !== '')
  .map((line) => line.split(/\s+/));
const vectorsOf = (kind: string) => vectors.filter(([first]) => first === kind).map(([, ...rest]) => rest);

const inChina = (text: string): number => Date.parse(`${text.includes('T') ? text : `${text}T00:00`}+08:00`);
const hoursOf = (text: string) => {
  const [fromHour, toHour] = text.split('-').map(Number);
  return { fromHour: fromHour!, toHour: toHour! };
};
const clock = { kind: 'calendar' } as const;

describe('vectors/reminder-time.txt', () => {
  it('holds every kind of line and no other', () => {
    expect([...new Set(vectors.map(([kind]) => kind))].sort()).toEqual(['at', 'plan']);
  });

  it.each(vectorsOf('at'))('within %s, %s becomes %s', (hours, instant, result) => {
    expect(civilHour(inChina(instant!), hoursOf(hours!), calendar)).toBe(inChina(result!));
  });

  it.each(vectorsOf('plan').map((row) => ({ row })))('plan $row', ({ row }) => {
    const [hours, atMost, everyWorkingDays, opens, closes, ...results] = row;
    const plan = { ...hoursOf(hours!), atMost: Number(atMost), everyWorkingDays: Number(everyWorkingDays) };
    const campaign = { opensAt: inChina(opens!), closesAt: inChina(closes!) };
    expect(reminderTimes(plan, campaign, { clock, calendar })).toEqual(results.map(inChina));
  });
});

describe('civilHour', () => {
  const instants = fc.integer({ min: inChina('2024-01-02'), max: inChina('2026-12-20') });
  const hours = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 1, max: 24 }))
    .filter(([from, to]) => from < to)
    .map(([fromHour, toHour]) => ({ fromHour, toHour }));

  it('is never earlier, always on a working day between the hours, and stays where it is', () => {
    fc.assert(
      fc.property(instants, hours, (instant, rule) => {
        const at = civilHour(instant, rule, calendar);
        const day = civilDateOf(at, calendar.timeZone);
        const hour = (at - startOfCivilDay(day, calendar.timeZone)) / 3_600_000;
        expect(at).toBeGreaterThanOrEqual(instant);
        expect(isWorkingDay(calendar, day)).toBe(true);
        expect(hour >= rule.fromHour && hour < rule.toHour).toBe(true);
        expect(civilHour(at, rule, calendar)).toBe(at);
      }),
    );
  });

  it('refuses CALENDAR_YEAR_UNKNOWN rather than guess a holiday', () => {
    expect(() => civilHour(inChina('2026-12-31T20:00'), { fromHour: 9, toHour: 18 }, calendar)).toThrow(
      expect.objectContaining({ code: 'CALENDAR_YEAR_UNKNOWN' }),
    );
  });

  it.each([
    [18, 9],
    [9, 9],
    [-1, 9],
    [9, 25],
    [9.5, 18],
  ])('takes %p to %p for a fault of the program', (fromHour, toHour) => {
    expect(() => civilHour(inChina('2026-03-11'), { fromHour, toHour }, calendar)).toThrow(RangeError);
  });
});

describe('reminderTimes in a rehearsal', () => {
  it('counts working days in its own milliseconds, at any hour', () => {
    const plan = { atMost: 3, everyWorkingDays: 2, fromHour: 9, toHour: 18 };
    const night = inChina('2026-03-14T02:00');
    const rehearsal = { clock: { kind: 'rehearsal', workingDayMs: 100 } as const, calendar };
    expect(reminderTimes(plan, { opensAt: night, closesAt: night + 500 }, rehearsal)).toEqual([
      night + 200,
      night + 400,
    ]);
  });
});
