import { describe, expect, it } from '@jest/globals';
import { csvLine, neutralCell } from './neutral-cell.js';

describe('neutralCell', () => {
  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    ' =1',
    '|cmd',
    '%0A=1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    "=cmd|' /C calc'!A0",
  ])('takes the teeth out of %j', (text) => {
    expect(neutralCell(text)).toBe(`'${text}`);
  });

  it.each(['社区书记', 'a=b', '89.6', '', '2026-01-01'])('leaves %j alone', (text) => {
    expect(neutralCell(text)).toBe(text);
  });
});

describe('csvLine', () => {
  it('quotes what would end a cell early', () => {
    expect(csvLine(['a,b', 'say "x"', '=1', 'plain'])).toBe('"a,b","say ""x""",\'=1,plain\r\n');
  });
});
