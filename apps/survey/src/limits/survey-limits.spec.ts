import { describe, expect, it } from '@jest/globals';
import { createRates, USUAL_LIMITS } from './survey-limits.js';

const clock = { now: () => 0 };
const allowed = (times: number, ask: (nth: number) => number) =>
  Array.from({ length: times }, (_, nth) => ask(nth)).filter((seconds) => seconds === 0).length;

describe('the usual rates', () => {
  it('let a block of 1,500 households behind one address answer at the same time, four requests each', () => {
    const rates = createRates(USUAL_LIMITS, clock);
    expect(allowed(6000, (nth) => rates.genuine('203.0.113.1', `link-${nth % 1500}`))).toBe(6000);
  });

  it('let nobody wear the service out with one link', () => {
    const rates = createRates(USUAL_LIMITS, clock);
    expect(allowed(1000, () => rates.genuine('203.0.113.1', 'link'))).toBe(USUAL_LIMITS.perLink.atOnce);
  });

  it('stop forged links early, and nobody with a genuine one behind the same address', () => {
    const rates = createRates(USUAL_LIMITS, clock);
    expect(allowed(1000, () => rates.forged('203.0.113.1'))).toBe(USUAL_LIMITS.forgedPerAddress.atOnce);
    expect(rates.forged('203.0.113.1')).toBeGreaterThan(0);
    expect(rates.genuine('203.0.113.1', 'link')).toBe(0);
    expect(rates.forged('203.0.113.2')).toBe(0);
  });
});
