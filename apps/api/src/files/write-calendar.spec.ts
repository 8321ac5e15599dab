import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Deadline } from '@kaoji/application/staff';
import { writeCalendar } from './write-calendar.js';

const NOW = Date.UTC(2026, 10, 23, 1, 2, 3, 456);
const deadline = (own: Partial<Deadline> = {}): Deadline => ({
  id: '0f'.repeat(16),
  dueAt: Date.UTC(2026, 10, 30, 16),
  day: '2026-11-30',
  title: { zh: '审批名单', en: 'List to approve' },
  place: '示范街道 2026',
  ifNothing: { zh: '逾期不办；先催办', en: 'If you do nothing: you are reminded, and it waits.' },
  ...own,
});

type Property = { readonly name: string; readonly value: string };
/** Reads back by the grammar of RFC 5545, section 3.1 and 3.3.11: unfold, split, unescape. */
function read(text: string): readonly Property[] {
  expect(text.endsWith('\r\n')).toBe(true);
  const lines = text.slice(0, -2).replaceAll('\r\n ', '').split('\r\n');
  return lines.map((line) => {
    const match = /^([A-Z-]+(?:;[A-Z]+=[A-Z-]+)*):(.*)$/s.exec(line);
    if (match === null) throw new Error(`no content line: ${JSON.stringify(line)}`);
    const unescaped = match[2]!.replace(/\\([\\;,nN])/g, (_, sign: string) =>
      /n/i.test(sign) ? '\n' : sign,
    );
    return { name: match[1]!, value: unescaped };
  });
}
const valueOf = (text: string, name: string) => read(text).find((property) => property.name === name)?.value;

describe(writeCalendar, () => {
  it('is a calendar with one event for each deadline, on its last day', () => {
    expect(read(writeCalendar([deadline()], NOW)).map(({ name, value }) => `${name}:${value}`)).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Kaoji//Inbox//ZH',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'X-WR-CALNAME:考绩待办 Kaoji',
      'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
      'X-PUBLISHED-TTL:PT1H',
      'BEGIN:VEVENT',
      `UID:${'0f'.repeat(16)}@kaoji`,
      'DTSTAMP:20261123T010203Z',
      'DTSTART;VALUE=DATE:20261130',
      'SUMMARY:审批名单 List to approve · 示范街道 2026',
      'DESCRIPTION:逾期不办；先催办\nIf you do nothing: you are reminded, and it waits.',
      'TRANSP:TRANSPARENT',
      'CLASS:PRIVATE',
      'END:VEVENT',
      'END:VCALENDAR',
    ]);
  });

  it('names the instant in UTC where days are not civil ones', () => {
    expect(valueOf(writeCalendar([deadline({ day: null })], NOW), 'DTSTART')).toBe('20261130T160000Z');
  });

  it('is a calendar without events when nothing is due', () => {
    expect(read(writeCalendar([], NOW)).at(-1)).toEqual({ name: 'END', value: 'VCALENDAR' });
  });

  it('has an id and a stamp in every event, and no id twice', () => {
    const ids = ['a', 'b', 'c'];
    const text = writeCalendar(
      ids.map((id) => deadline({ id })),
      NOW,
    );
    const properties = read(text);
    expect(properties.filter(({ name }) => name === 'UID').map(({ value }) => value)).toEqual(
      ids.map((id) => `${id}@kaoji`),
    );
    expect(properties.filter(({ name }) => name === 'DTSTAMP')).toHaveLength(ids.length);
  });

  it('writes no line over 75 octets, breaks no character, and gives every text back whole', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.string({ maxLength: 300 }),
        (zh, en) => {
          const text = writeCalendar([deadline({ place: `p${zh}p`, ifNothing: { zh, en } })], NOW);
          for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
          expect(Buffer.from(text, 'utf8').toString('utf8')).toBe(text);
          const kept = (plain: string) =>
            plain.replace(/\r\n|\r/g, '\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');
          expect(valueOf(text, 'DESCRIPTION')).toBe(kept(`${zh}\n${en}`));
        },
      ),
    );
  });
});
