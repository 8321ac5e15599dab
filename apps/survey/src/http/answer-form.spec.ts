import { describe, expect, it } from '@jest/globals';
import { readAnswerForm } from './answer-form.js';

describe('readAnswerForm', () => {
  it('reads the page’s own fields', () => {
    expect(readAnswerForm('overall=4&worker.a1=5&worker.b2=&comment=%E5%A5%BD+%26+1')).toEqual({
      given: {
        overall: '4',
        workers: new Map([
          ['a1', '5'],
          ['b2', ''],
        ]),
        comment: '好 & 1',
      },
      switches: false,
    });
  });

  it('reads an empty body as nothing answered', () => {
    const { given } = readAnswerForm('');
    expect(given).toEqual({ overall: null, workers: new Map(), comment: null });
  });

  it('leaves everything else where it lies, and touches no prototype', () => {
    const { given } = readAnswerForm(
      '__proto__[overall]=5&constructor.prototype.overall=5&workers[a]=5&overall[$ne]=1&worker.=5&worker=5&' +
        `worker.${'x'.repeat(65)}=5&admin=1&worker.__proto__=5`,
    );
    expect(given).toEqual({ overall: null, workers: new Map([['__proto__', '5']]), comment: null });
    expect(Object.prototype).not.toHaveProperty('overall');
  });

  it('makes of a question answered twice no answer on the scale', () => {
    const { given } = readAnswerForm('overall=1&overall=5&worker.a=5&worker.a=5');
    expect(given.overall).toBe('1+5');
    expect(given.workers.get('a')).toBe('5+5');
  });

  it('tells a wish for the other language from an answer', () => {
    expect(readAnswerForm('overall=1&switch=en')).toMatchObject({ switches: true, given: { overall: '1' } });
  });
});
