import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Refusal } from '../refusal.js';
import {
  civilDateAt,
  civilDateOf,
  DAY_MS,
  dayNumberOf,
  endOfCivilDay,
  startOfCivilDay,
  weekdayOf,
  yearOf,
} from './civil-date.js';

const zone = 'Asia/Shanghai';
const inChina = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });

describe('dayNumberOf', () => {
  it.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2000-02-29', 11016],
    ['2000-03-01', 11017],
    ['2024-12-31', 20088],
    ['2100-03-01', 47541],
  ])('%s is day %i', (date, number) => {
    expect(dayNumberOf(date)).toBe(number);
  });

  it('agrees with the platform on every day from 0001 to 9999, and civilDateAt leads back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_162, max: 2_932_896 }), (number) => {
        const date = civilDateAt(number);
        expect(date).toBe(new Date(number * DAY_MS).toISOString().slice(0, 10));
        expect(dayNumberOf(date)).toBe(number);
        expect(weekdayOf(date) % 7).toBe(new Date(number * DAY_MS).getUTCDay());
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    '2025-02-29',
    '2025-06-31',
    '2025-13-01',
    '2025-00-01',
    '2025-01-00',
    '25-01-01',
    '2025/01/01',
    '',
  ])('refuses "%s" with CIVIL_DATE_INVALID', (date) => {
    expect(() => dayNumberOf(date)).toThrow(expect.objectContaining({ code: 'CIVIL_DATE_INVALID' }));
    expect(() => yearOf(date)).toThrow(Refusal);
  });
});

describe('civilDateOf', () => {
  it.each([
    ['the last millisecond of a day', '2025-12-31T15:59:59.999Z', '2025-12-31'],
    ['midnight in China, still yesterday in UTC', '2025-12-31T16:00:00.000Z', '2026-01-01'],
    ['the leap day', '2024-02-28T16:00:00.000Z', '2024-02-29'],
  ])('%s', (_rule, instant, date) => {
    expect(civilDateOf(Date.parse(instant), zone)).toBe(date);
  });

  it('agrees with the time-zone database since 1992, and lies between start and end of its day', () => {
    const instants = fc.integer({
      min: Date.parse('1991-12-31T16:00:00Z'),
      max: Date.parse('2199-12-31T00:00:00Z'),
    });
    fc.assert(
      fc.property(instants, (instant) => {
        const date = civilDateOf(instant, zone);
        expect(date).toBe(inChina.format(instant));
        expect(startOfCivilDay(date, zone)).toBeLessThanOrEqual(instant);
        expect(endOfCivilDay(date, zone)).toBeGreaterThanOrEqual(instant);
      }),
    );
  });

  it.each([
    Date.parse('1991-08-01T00:00:00Z'),
    0.5,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    253_402_272_000_000,
  ])('refuses %p with INSTANT_OUT_OF_RANGE', (instant) => {
    expect(() => civilDateOf(instant, zone)).toThrow(
      expect.objectContaining({ code: 'INSTANT_OUT_OF_RANGE' }),
    );
  });

  it.each(['Europe/Berlin', 'toString'])('refuses the zone %s with TIME_ZONE_UNKNOWN', (timeZone) => {
    expect(() => civilDateOf(0, timeZone)).toThrow(expect.objectContaining({ code: 'TIME_ZONE_UNKNOWN' }));
  });
});
