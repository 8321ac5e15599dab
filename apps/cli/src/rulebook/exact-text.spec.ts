import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { percent, readable } from './exact-text.js';

describe('percent', () => {
  it.each([
    ['0.2', '20%'],
    ['0.25', '25%'],
    ['0.155', '15.5%'],
    ['0.05', '5%'],
    ['0.005', '0.5%'],
    ['1', '100%'],
    ['0', '0%'],
    ['0.20', '20%'],
    ['1/3', '1/3'],
  ])('%s reads as %s', (value, text) => {
    expect(percent(value)).toBe(text);
  });

  it('moves the point by exactly two places', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (millionths) => {
        const value = `${Math.floor(millionths / 1_000_000)}.${String(millionths % 1_000_000).padStart(6, '0')}`;
        expect(Number(percent(value).slice(0, -1))).toBeCloseTo(millionths / 10_000, 9);
      }),
    );
  });
});

describe('readable', () => {
  it.each([
    ['89.6', '89.6'],
    ['100', '100'],
    ['268/3', '268/3 (≈89.33)'],
    ['1/300', '1/300 (≈0.00)'],
    ['-268/3', '-268/3 (≈-89.33)'],
    ['2/3', '2/3 (≈0.66)'],
  ])('%s shows as %s', (value, text) => {
    expect(readable(value)).toBe(text);
  });
});
