import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readSurvey } from '../../evaluate/survey.js';
import type { SurveyRule } from '../../rulebook/schema/scoring.js';
import { sampleReading } from './sample-reading.js';

const rule: SurveyRule = {
  id: 'survey',
  clause: 'C3',
  minValid: 50,
  minOrdinaryShare: '0.7',
  satisfiedFrom: 4,
  scaleMax: 5,
  extensions: 1,
  extendWorkingDays: 3,
  assistedMaxShare: '0.2',
};
const sample = (ordinary: number, representative: number, assisted = 0) => ({
  byStratum: { ordinary, representative },
  assisted,
});

describe('sampleReading', () => {
  it.each([
    ['50 ballots, 35 ordinary, 10 assisted: exactly enough', sample(35, 15, 10), null],
    ['49 ballots', sample(49, 0), 'too_few'],
    ['nobody', { byStratum: {} }, 'too_few'],
    ['34 of 50 ordinary', sample(34, 16), 'too_few_ordinary'],
    ['11 of 50 assisted', sample(50, 0, 11), 'too_many_assisted'],
    [
      'too few ordinary and too many assisted: the first reason counts',
      sample(1, 49, 50),
      'too_few_ordinary',
    ],
  ])('%s', (_rule, given, reason) => {
    const reading = sampleReading(rule, given);
    expect(reading.valid ? null : reading.reason).toBe(reason);
  });

  it('compares shares exactly: 700,000,000 of 1,000,000,000 is enough, one fewer is not', () => {
    expect(sampleReading(rule, sample(700_000_000, 300_000_000)).valid).toBe(true);
    expect(sampleReading(rule, sample(699_999_999, 300_000_001)).valid).toBe(false);
  });

  it('counts every stratum, and says the numbers it read', () => {
    const byStratum = { ordinary: 40, representative: 5, service_object: 5 };
    expect(sampleReading(rule, { byStratum, assisted: 3 })).toEqual({
      n: 50,
      ordinary: 40,
      assisted: 3,
      valid: true,
    });
  });

  it('limits nothing a rulebook does not limit', () => {
    const { assistedMaxShare: _limit, ...unlimited } = rule;
    expect(sampleReading(unlimited, sample(50, 0, 50)).valid).toBe(true);
    expect(sampleReading(undefined, sample(0, 1, 1)).valid).toBe(true);
    expect(sampleReading(undefined, sample(0, 0)).valid).toBe(false);
  });

  it('is the rule for the ballots about one person too', () => {
    fc.assert(
      fc.property(fc.nat(80), fc.nat(40), fc.nat(40), (ordinary, others, assisted) => {
        const valid = ordinary + others;
        const counts = {
          issued: 200,
          valid,
          satisfied: valid,
          ordinary,
          assisted: Math.min(assisted, valid),
        };
        const campaign = sampleReading(rule, sample(ordinary, others, counts.assisted));
        const person = readSurvey(rule, counts);
        expect(person.valid ? null : person.reason).toBe(campaign.valid ? null : campaign.reason);
      }),
    );
  });
});
