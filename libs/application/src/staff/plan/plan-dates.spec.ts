import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { lintRulebook, parseCalendar } from '@kaoji/domain';
import { stagesOf } from './plan-dates.js';
import { dutiesOf } from './plan-duties.js';

const file = (path: string): string =>
  readFileSync(new URL(`../../../../domain/${path}`, import.meta.url), 'utf8');
const calendar = parseCalendar(JSON.parse(file('calendars/cn-state-council-2024-2026.json')));
const { rulebook } = lintRulebook(file('rulebooks/cn-public-institution-2023.yaml'));
if (rulebook === null) throw new Error('the national rulebook has findings');

describe('the stages of a year', () => {
  it('follow one another in working days, past holidays and over worked weekends', () => {
    const stages = stagesOf(rulebook, calendar, '2026-09-11');
    expect(stages.map(({ stage, from, to }) => [stage, from, to])).toEqual([
      ['collection', '2026-09-11', '2026-09-24'],
      ['survey', '2026-09-11', '2026-09-24'],
      ['deliberation', '2026-09-24', '2026-10-09'],
      ['deliberation', '2026-10-09', '2026-10-15'],
      ['notice', '2026-10-15', '2026-10-22'],
      ['signature', '2026-10-22', '2026-10-29'],
      ['contest', '2026-10-22', '2026-11-23'],
    ]);
  });

  it('have no date where the calendar ends: a window is never guessed', () => {
    const stages = stagesOf(rulebook, calendar, '2026-12-25');
    expect(stages.every(({ to }) => to === null)).toBe(true);
    expect(stages[0]?.from).toBe('2026-12-25');
  });
});

describe('the duties of a year', () => {
  const duties = dutiesOf(rulebook);

  it('name each role that marks once, with the most people any part asks of it', () => {
    const marking = duties.filter(({ kind }) => kind === 'mark');
    expect(marking.map(({ roles }) => roles)).toEqual([['panel_member'], ['supervisor'], ['peer']]);
    expect(marking[0]).toMatchObject({ atLeast: 3 });
  });

  it('take two for the keys of a ballot box, and go on from approval to contests', () => {
    expect(duties.find(({ kind }) => kind === 'keys')).toMatchObject({ atLeast: 2 });
    expect(duties.map(({ kind }) => kind).filter((kind) => kind !== 'mark')).toEqual([
      ...['open', 'keys', 'approve', 'approve', 'review', 'appeal', 'confirm'],
    ]);
  });
});
