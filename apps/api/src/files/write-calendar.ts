import type { Deadline } from '@kaoji/application/staff';

const LONGEST_LINE = 75; // octets without the line break (RFC 5545, 3.1)
const HOUR = 'PT1H';

/**
 * Deadlines as an iCalendar object (RFC 5545): one event each, on its last day, or at its instant where days are not
 * civil ones. Chinese first, English with it. Nobody's name, no address to follow, nothing to answer.
 */
export function writeCalendar(deadlines: readonly Deadline[], now: number): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Kaoji//Inbox//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped('考绩待办 Kaoji')}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${HOUR}`,
    `X-PUBLISHED-TTL:${HOUR}`,
    ...deadlines.flatMap((deadline) => eventOf(deadline, now)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventOf({ id, dueAt, day, title, place, ifNothing }: Deadline, now: number): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${id}@kaoji`,
    `DTSTAMP:${utc(now)}`,
    ...whenOf(day, dueAt),
    `SUMMARY:${escaped(`${title.zh} ${title.en} · ${place}`)}`,
    `DESCRIPTION:${escaped(`${ifNothing.zh}\n${ifNothing.en}`)}`,
    'TRANSP:TRANSPARENT',
    'CLASS:PRIVATE',
    'END:VEVENT',
  ];
}

function whenOf(day: string | null, dueAt: number): readonly string[] {
  return day === null ? [`DTSTART:${utc(dueAt)}`] : [`DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`];
}

/** `20261130T160000Z` */
function utc(instant: number): string {
  return new Date(instant).toISOString().replace(/[-:]|\.\d{3}/g, '');
}

/** TEXT (3.3.11): backslash, semicolon, comma and line break are written, other control characters are none. */
function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n|\r|\n/g, '\\n')

    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');
}

/** A longer line goes on after a line break and a space, never within a character. */
function folded(line: string): string {
  const parts: string[] = [];
  let [part, octets] = ['', 0];
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > LONGEST_LINE) {
      parts.push(part);
      [part, octets] = ['', 1]; // the space counts
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n ');
}
