import { describe, expect, it } from '@jest/globals';
import type { Endpoint } from './endpoint.js';
import { endpoints } from './endpoints.js';
import { PROBLEMS, PROBLEM_CODES, isProblemCode } from './problem-codes.js';

const rows = Object.entries(endpoints).map(([name, endpoint]) => ({ name, endpoint: endpoint as Endpoint }));

describe('endpoints', () => {
  it('are each at an address of their own', () => {
    const addresses = rows.map(
      ({ endpoint: { method, path } }) => `${method} ${path.replace(/:\w+/g, ':id')}`,
    );
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it.each(rows)(
    '$name reads without a body, and takes a key only where it changes something',
    ({ endpoint }) => {
      const safe = endpoint.method === 'GET';
      if (safe) expect(endpoint.body).toBeNull();
      if (safe) expect(endpoint.keyed).toBe(false);
      expect(endpoint.path).toMatch(
        /^\/([a-z-]+|:[a-zA-Z]+|[a-z]+\.[a-z]+)?(\/([a-z-]+|:[a-zA-Z]+|[a-z]+\.[a-z]+))*$/,
      );
      expect(endpoint.refusals.length).toBe(new Set(endpoint.refusals).size);
    },
  );

  it.each(rows)('$name says what it does in Chinese and in English', ({ endpoint: { summary } }) => {
    expect(summary.zh).toMatch(/\p{Script=Han}/u);
    expect(summary.en).toMatch(/^[A-Z][\x20-\x7e]+$/);
  });
});

describe('problems', () => {
  it.each(PROBLEM_CODES)('%s has a status of refusal and a title in both languages', (code) => {
    const { status, title } = PROBLEMS[code];
    expect(status).toBeGreaterThanOrEqual(400);
    expect(title.zh).toMatch(/\p{Script=Han}/u);
    expect(title.en).not.toBe('');
  });

  it('are not confused with what every object has', () => {
    expect(['constructor', '__proto__', 'toString', ''].filter(isProblemCode)).toEqual([]);
  });
});
