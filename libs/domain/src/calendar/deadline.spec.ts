import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseCalendar } from './calendar.js';
import { DAY_MS } from './civil-date.js';
import { type ClockPolicy, deadlineAfter, workingDaysLeft } from './deadline.js';

const file = new URL('../../calendars/cn-state-council-2024-2026.json', import.meta.url);
const calendar = parseCalendar(JSON.parse(readFileSync(file, 'utf8')));
const real: ClockPolicy = { kind: 'calendar' };
const rehearsal: ClockPolicy = { kind: 'rehearsal', workingDayMs: 250 };
const at = (text: string): number => Date.parse(`${text}+08:00`);

describe('deadlineAfter', () => {
  it.each([
    ['a five-day notice over Spring Festival 2025', '2025-01-24T09:30:00.000', 5, '2025-02-07T23:59:59.999'],
    ['the first millisecond of a day', '2026-03-02T00:00:00.000', 1, '2026-03-03T23:59:59.999'],
    ['the last millisecond of a day', '2026-03-02T23:59:59.999', 1, '2026-03-03T23:59:59.999'],
    ['a Saturday start counts from Monday', '2026-03-07T12:00:00.000', 1, '2026-03-09T23:59:59.999'],
    ['a make-up Saturday counts', '2026-05-08T12:00:00.000', 1, '2026-05-09T23:59:59.999'],
    ['over the year end', '2025-12-31T18:00:00.000', 3, '2026-01-06T23:59:59.999'],
    ['no working days: at once', '2026-03-02T10:00:00.000', 0, '2026-03-02T10:00:00.000'],
  ])('%s', (_rule, start, workingDays, end) => {
    expect(deadlineAfter({ startAt: at(start), workingDays, clock: real, calendar })).toBe(at(end));
  });

  it('a rehearsal runs on milliseconds and needs no calendar year', () => {
    expect(deadlineAfter({ startAt: 1_000, workingDays: 5, clock: rehearsal, calendar })).toBe(2_250);
  });

  it('refuses with CALENDAR_YEAR_UNKNOWN beyond the calendar', () => {
    const startAt = at('2026-12-30T10:00:00.000');
    expect(() => deadlineAfter({ startAt, workingDays: 5, clock: real, calendar })).toThrow(
      expect.objectContaining({ code: 'CALENDAR_YEAR_UNKNOWN' }),
    );
  });

  it.each([0, -1, 0.5])('a rehearsal day of %p ms is a bug, not a policy', (workingDayMs) => {
    const clock: ClockPolicy = { kind: 'rehearsal', workingDayMs };
    expect(() => deadlineAfter({ startAt: 0, workingDays: 1, clock, calendar })).toThrow(RangeError);
  });
});

const starts = fc.integer({ min: at('2024-01-01T00:00:00.000'), max: at('2026-10-31T00:00:00.000') });
const counts = fc.integer({ min: 1, max: 30 });
const clocks = fc.constantFrom(real, rehearsal);

describe('a deadline', () => {
  it('is never shorter than its working days, each of 24 hours', () => {
    fc.assert(
      fc.property(starts, counts, (startAt, workingDays) => {
        const end = deadlineAfter({ startAt, workingDays, clock: real, calendar });
        expect(end - startAt).toBeGreaterThanOrEqual(workingDays * DAY_MS);
      }),
    );
  });

  it('never comes earlier for a later start or for one more day', () => {
    fc.assert(
      fc.property(
        starts,
        fc.integer({ min: 0, max: 10 * DAY_MS }),
        counts,
        clocks,
        (startAt, later, n, clock) => {
          const end = deadlineAfter({ startAt, workingDays: n, clock, calendar });
          expect(
            deadlineAfter({ startAt: startAt + later, workingDays: n, clock, calendar }),
          ).toBeGreaterThanOrEqual(end);
          expect(deadlineAfter({ startAt, workingDays: n + 1, clock, calendar })).toBeGreaterThan(end);
        },
      ),
    );
  });
});

describe('workingDaysLeft', () => {
  it('gives all of them at the start, none once it is over', () => {
    fc.assert(
      fc.property(starts, counts, clocks, (startAt, workingDays, clock) => {
        const deadlineAt = deadlineAfter({ startAt, workingDays, clock, calendar });
        expect(workingDaysLeft({ now: startAt, deadlineAt, clock, calendar })).toBe(workingDays);
        expect(workingDaysLeft({ now: deadlineAt, deadlineAt, clock, calendar })).toBe(0);
        expect(workingDaysLeft({ now: deadlineAt + 1, deadlineAt, clock, calendar })).toBe(0);
      }),
    );
  });

  it.each([
    ['the last day, in the morning', '2026-03-06T08:00:00.000', 0],
    ['the day before', '2026-03-05T23:00:00.000', 1],
    ['the Saturday before', '2026-02-28T12:00:00.000', 5],
  ])('on %s', (_rule, now, left) => {
    const deadlineAt = at('2026-03-06T23:59:59.999');
    expect(workingDaysLeft({ now: at(now), deadlineAt, clock: real, calendar })).toBe(left);
  });
});
