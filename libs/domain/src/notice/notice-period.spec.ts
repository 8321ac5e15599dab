import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isWorkingDay, parseCalendar } from '../calendar/calendar.js';
import { civilDateAt, civilDateOf, DAY_MS, dayNumberOf } from '../calendar/civil-date.js';
import { noticePeriod } from './notice-period.js';
import { noticeStanding } from './notice-standing.js';

const file = new URL('../../calendars/cn-state-council-2024-2026.json', import.meta.url);
const calendar = parseCalendar(JSON.parse(readFileSync(file, 'utf8')));
const at = (text: string): number => Date.parse(`${text}+08:00`);
const HOUR_MS = DAY_MS / 24;
const rule = { workingDays: 5, clock: { kind: 'calendar' }, calendar } as const;

/** What a clock may do: nothing, an hour, a day or a week, either way, from some instant on. */
type Clock = (time: number) => number;
const jumps = fc
  .array(
    fc.record({
      after: fc.integer({ min: 0, max: 30 * DAY_MS }),
      by: fc.constantFrom(-7 * DAY_MS, -DAY_MS, -HOUR_MS, HOUR_MS, DAY_MS, 7 * DAY_MS),
    }),
    { maxLength: 4 },
  )
  .map((all) => (start: number): Clock => (time) => {
    const past = all.filter(({ after }) => time >= start + after);
    return time + past.reduce((sum, { by }) => sum + by, 0);
  });
/** Round holidays, make-up days and year ends as often as anywhere else. */
const starts = fc.oneof(
  fc.integer({ min: at('2024-01-01T00:00'), max: at('2026-10-31T00:00') }),
  fc
    .tuple(
      fc.constantFrom(
        '2024-12-31',
        '2025-01-24',
        '2025-01-26',
        '2025-02-08',
        '2025-09-28',
        '2025-12-31',
        '2026-02-14',
        '2026-05-08',
      ),
      fc.integer({ min: -DAY_MS, max: 2 * DAY_MS }),
    )
    .map(([day, offset]) => at(`${day}T12:00`) + offset),
);

/** The instant at which the flow and the activity both say that the notice is over, asked every hour. */
function overAt(start: number, endsAt: number, flow: Clock, activity: Clock): number {
  for (let time = start; ; time += HOUR_MS) {
    const bothSay = [flow, activity].every((clock) => {
      return noticeStanding({ endsAt, now: clock(time) }, []).state !== 'running';
    });
    if (bothSay) return time;
  }
}

function wholeWorkingDays(from: number, to: number): number {
  let whole = 0;
  const last = dayNumberOf(civilDateOf(to + 1, calendar.timeZone));
  for (let day = dayNumberOf(civilDateOf(from, calendar.timeZone)) + 1; day < last; day += 1) {
    if (isWorkingDay(calendar, civilDateAt(day))) whole += 1;
  }
  return whole;
}

describe('noticePeriod', () => {
  it.each([
    ['over Spring Festival', '2025-01-24T09:30', '2025-02-07T23:59:59.999'],
    ['over a make-up Sunday', '2025-09-26T09:30', '2025-10-10T23:59:59.999'],
    ['over the year end', '2025-12-30T17:00', '2026-01-07T23:59:59.999'],
  ])('shows five whole working days %s', (_rule, start, end) => {
    expect(noticePeriod([at(start)], rule)).toEqual({ startsAt: at(start), endsAt: at(end) });
  });

  it('starts at the later of two clocks that disagree', () => {
    const [behind, right] = [at('2026-03-02T23:30'), at('2026-03-03T00:30')];
    expect(noticePeriod([behind, right], rule)).toEqual(noticePeriod([right, behind], rule));
    expect(noticePeriod([behind, right], rule).startsAt).toBe(right);
  });

  it('is never over before its whole working days have passed while one of two clocks is right, whatever the other does', () => {
    fc.assert(
      fc.property(starts, jumps, fc.boolean(), (start, jumping, wrongFlow) => {
        const right: Clock = (time) => time;
        const wrong = jumping(start);
        const [flow, activity] = wrongFlow ? [wrong, right] : [right, wrong];
        const { endsAt } = noticePeriod([flow(start), activity(start)], rule);
        const over = overAt(start, endsAt, flow, activity);
        expect(wholeWorkingDays(start, over)).toBeGreaterThanOrEqual(5);
        expect(over).toBeGreaterThanOrEqual(noticePeriod([start], rule).endsAt);
      }),
      { numRuns: 200 },
    );
  });
});
