import { describe, expect, it } from '@jest/globals';
import { countCharacters, countWords, sentencesOf } from './reading-hints.js';

describe('sentencesOf', () => {
  it.each([
    ['Chinese full stops', '请选。不清楚的可以不选。', ['请选。', '不清楚的可以不选。']],
    ['questions and cries', '好吗？好！Well? Yes!', ['好吗？', '好！', 'Well?', ' Yes!']],
    ['English full stops', 'One. Two. ', ['One.', ' Two.']],
    ['no full stop inside a number', 'From 3.5 to 4.', ['From 3.5 to 4.']],
    ['lines', 'One\nTwo', ['One\n', 'Two']],
    ['nothing', ' ', []],
  ])('parts at %s', (_what, text, sentences) => {
    expect(sentencesOf(text)).toEqual(sentences);
  });
});

describe('countCharacters', () => {
  it.each([
    ['您满意吗？', 4],
    ['第 3 题（选填）', 5],
    ['𠮷', 1],
    ['……', 0],
  ])('of %j is %i', (text, count) => {
    expect(countCharacters(text)).toBe(count);
  });
});

describe('countWords', () => {
  it.each([
    ['How satisfied are you?', 4],
    ['Don’t know, well-known: 3 things', 5],
    ['  ', 0],
  ])('of %j is %i', (text, count) => {
    expect(countWords(text)).toBe(count);
  });
});
