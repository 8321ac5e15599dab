import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Calendar, isWorkingDay, parseCalendar } from './calendar.js';
import { civilDateAt, civilDateOf, DAY_MS, dayNumberOf } from './civil-date.js';
import { deadlineAfter } from './deadline.js';
import { standingDueDate } from './due-date.js';
import { addWorkingDays, workingDaysBetween } from './working-days.js';

const file = new URL('../../calendars/cn-state-council-2024-2026.json', import.meta.url);
const calendar = parseCalendar(JSON.parse(readFileSync(file, 'utf8')));
const at = (text: string): number => Date.parse(`${text}+08:00`);
const clock = { kind: 'calendar' } as const;
const [FIRST, LAST] = [dayNumberOf('2024-01-01'), dayNumberOf('2026-08-31')];
/** Days on which the calendar and the week disagree, and the turns of years. */
const TURNS = calendar.years.flatMap(({ year, holidays, makeUpDays }) => [
  ...holidays.flatMap(({ dates }) => dates),
  ...makeUpDays,
  `${year}-01-01`,
  `${year}-12-31`,
]);
const days = fc.oneof(
  fc.integer({ min: FIRST, max: LAST }),
  fc
    .tuple(fc.constantFrom(...TURNS), fc.integer({ min: -3, max: 3 }))
    .map(([date, offset]) => Math.min(LAST, Math.max(FIRST, dayNumberOf(date) + offset))),
);
const counts = fc.integer({ min: 1, max: 30 });
const HOUR_MS = DAY_MS / 24;
const jumps = fc.constantFrom(-7 * DAY_MS, -DAY_MS, -HOUR_MS, 0, HOUR_MS, DAY_MS, 7 * DAY_MS);
const instants = days.chain((day) =>
  fc.integer({ min: 0, max: DAY_MS - 1 }).map((within) => at(`${civilDateAt(day)}T00:00`) + within),
);

/** The same calendar after a release that makes some working day a holiday, or some weekend day a working one. */
const released = (day: string): Calendar => ({
  ...calendar,
  years: calendar.years.map((one) => {
    if (!day.startsWith(`${one.year}-`)) return one;
    const works = isWorkingDay(calendar, day);
    return {
      ...one,
      makeUpDays: works ? one.makeUpDays.filter((date) => date !== day) : [...one.makeUpDays, day],
      holidays: works ? [...one.holidays, { name: { zh: '新', en: 'new' }, dates: [day] }] : one.holidays,
    };
  }),
});

describe('working days around holidays, make-up days and year ends', () => {
  it('end on a working day, with exactly so many working days after the start', () => {
    fc.assert(
      fc.property(days, counts, (start, count) => {
        const from = civilDateAt(start);
        const last = addWorkingDays(calendar, from, count);
        expect(isWorkingDay(calendar, last)).toBe(true);
        expect(workingDaysBetween(calendar, from, last)).toBe(count);
      }),
    );
  });

  it('add up: so many days and then so many more is both together', () => {
    fc.assert(
      fc.property(days, counts, counts, (start, one, more) => {
        const from = civilDateAt(start);
        const inSteps = addWorkingDays(calendar, addWorkingDays(calendar, from, one), more);
        expect(inSteps).toBe(addWorkingDays(calendar, from, one + more));
      }),
    );
  });

  it('give every start within one civil day the same deadline, the end of a day in China', () => {
    fc.assert(
      fc.property(days, counts, fc.integer({ min: 0, max: DAY_MS - 1 }), (day, workingDays, within) => {
        const midnight = at(`${civilDateAt(day)}T00:00`);
        const of = (startAt: number) => deadlineAfter({ startAt, workingDays, clock, calendar });
        expect(of(midnight + within)).toBe(of(midnight));
        expect(civilDateOf(of(midnight) + 1, calendar.timeZone)).not.toBe(
          civilDateOf(of(midnight), calendar.timeZone),
        );
      }),
    );
  });
});

describe('standingDueDate', () => {
  it('never moves a date that was given earlier, whatever the clock jumps and the calendar becomes', () => {
    const computed = fc.record({ jump: jumps, day: days, count: counts });
    fc.assert(
      fc.property(instants, fc.array(computed, { minLength: 1, maxLength: 6 }), (start, again) => {
        const told: number[] = [];
        for (const { jump, day, count } of again) {
          const startAt = Math.min(Math.max(start + jump, at('2024-01-01T00:00')), at('2026-10-31T00:00'));
          const release = released(civilDateAt(day));
          const fresh = deadlineAfter({ startAt, workingDays: count, clock, calendar: release });
          told.push(standingDueDate(told.at(-1) ?? null, fresh));
          expect(told.at(-1)).toBeGreaterThanOrEqual(fresh);
        }
        expect(told).toEqual([...told].sort((one, other) => one - other));
      }),
    );
  });
});
