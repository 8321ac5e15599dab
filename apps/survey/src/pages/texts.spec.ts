import { describe, expect, it } from '@jest/globals';
import { en } from './texts-en.js';
import { zh } from './texts-zh.js';

describe('how long a questionnaire takes', () => {
  it.each([10, 14, 20])('is for %i questions what slips and messages promise', (questions) => {
    expect(zh.intro(questions)).toContain('约两三分钟');
    expect(en.intro(questions)).toContain('two or three minutes');
  });

  it('is said as it is for shorter and longer ones', () => {
    expect([zh.intro(5), en.intro(5)]).toEqual(['共 5 题，约 1 分钟。', '5 questions, about a minute.']);
    expect([zh.intro(36), en.intro(36)]).toEqual(['共 36 题，约 6 分钟。', '36 questions, about 6 minutes.']);
  });
});
