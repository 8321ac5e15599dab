import { describe, expect, it } from '@jest/globals';
import { NO_ANSWERS, readPostedForm } from './posted-form.js';

const namesIn = (body: string) => [...readPostedForm(body).given.keys()];

describe('readPostedForm', () => {
  it('reads answers, the time of showing and where the form stood', () => {
    expect(
      readPostedForm('c.overall=4&p.a1.rating=5&c.many=x&c.many=y&comment=%E5%A5%BD+%26+1&t=1790000000&at=2'),
    ).toEqual({
      given: new Map([
        ['c.overall', ['4']],
        ['p.a1.rating', ['5']],
        ['c.many', ['x', 'y']],
        ['comment', ['好 & 1']],
      ]),
      shownAt: 1_790_000_000_000,
      at: 2,
      go: null,
      switches: false,
    });
  });

  it('reads an empty body as nothing answered', () => {
    expect(readPostedForm('')).toEqual(NO_ANSWERS);
  });

  it('leaves everything else where it lies, and touches no prototype', () => {
    const body =
      '__proto__[c.overall]=5&constructor.prototype.overall=5&c[a]=5&c.=5&p.=5&comment[]=x&overall=5&admin=1' +
      `&c.${'x'.repeat(200)}=5&c.__proto__=5`;
    expect(namesIn(body)).toEqual(['c.__proto__']);
    expect(Object.prototype).not.toHaveProperty('overall');
  });

  it.each(['-1', '1.5', '1e3', '0x1', 'one', '', '99999999999', '１'])('takes %j for no number', (text) => {
    const form = readPostedForm(`t=${text}&at=${text}&go=${text}`);
    expect([form.shownAt, form.at, form.go]).toEqual([null, null, null]);
  });

  it('tells a wish for the other language or another screen from an answer', () => {
    expect(readPostedForm('c.overall=1&switch=en')).toMatchObject({ switches: true, go: null });
    expect(readPostedForm('c.overall=1&go=3')).toMatchObject({ switches: false, go: 3 });
  });
});
