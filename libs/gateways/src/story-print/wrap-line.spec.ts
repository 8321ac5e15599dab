import { describe, expect, it } from '@jest/globals';
import { wrapLine } from './wrap-line.js';

const wrap = (text: string, most: number) => wrapLine(text, most, (line) => [...line].length);

describe('wrapLine', () => {
  it('breaks between Chinese characters, at spaces, and never in a word that fits', () => {
    expect(wrap('综合分由九十五变为一百', 5)).toEqual(['综合分由九', '十五变为一', '百']);
    expect(wrap('the score is higher now', 9)).toEqual(['the score', 'is higher', 'now']);
  });

  it('begins no line with a mark that closes a sentence', () => {
    expect(wrap('第一轮。第二轮', 3)).toEqual(['第一轮。', '第二轮']);
  });

  it('cuts a word longer than a line, as hashes are', () => {
    expect(wrap('sha256:abcdef', 5)).toEqual(['sha25', '6:abc', 'def']);
  });

  it('gives no line for no text', () => {
    expect(wrap('', 5)).toEqual([]);
  });
});
