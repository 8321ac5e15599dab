import { describe, expect, it } from '@jest/globals';
import { readInstant } from './read-instant.js';

describe('readInstant', () => {
  it.each([
    ['2026-03-02T09:30', '2026-03-02T01:30:00.000Z'],
    ['2026-03-02 09:30:15', '2026-03-02T01:30:15.000Z'],
    ['2026-03-02T01:30Z', '2026-03-02T01:30:00.000Z'],
    ['2026-03-02T09:30:00+09:00', '2026-03-02T00:30:00.000Z'],
    ['2026-03-02', '2026-03-02T15:59:59.999Z'],
  ])('reads %s, of China where it names no zone, a day alone as its end', (text, instant) => {
    expect(new Date(readInstant(text)).toISOString()).toBe(instant);
  });

  it.each(['yesterday', '2026-13-01', '2026-03-02T9', ''])('refuses TIME_INVALID for %j', (text) => {
    expect(() => readInstant(text)).toThrow(expect.objectContaining({ code: 'TIME_INVALID' }));
  });
});
