import { describe, expect, it } from '@jest/globals';
import { parseRulebook } from '@kaoji/domain';
import { editRulebook, nationalText, type Edit } from '@kaoji/domain/testing';
import { longestProcess } from './open-cycle.js';

const STEPS = 'process.deliberation.steps';
const daysWith = (...edits: readonly Edit[]): number =>
  longestProcess(parseRulebook(editRulebook(nationalText(), edits)).rulebook);

describe('the working days a year may take, for which the calendar must be known when it opens', () => {
  it('count each level of the deliberation, since one acts after the other', () => {
    const both = daysWith();
    expect(both - daysWith([`${STEPS}[1]`, undefined])).toBe(5);
    expect(daysWith([`${STEPS}[1].escalateAfterWorkingDays`, 12]) - both).toBe(7);
  });

  it('count what happens side by side once: the longer of marking and survey', () => {
    const now = daysWith();
    const { workingDays } = parseRulebook(nationalText()).rulebook.process.collection;
    expect(daysWith(['process.collection.workingDays', workingDays + 30]) - now).toBeGreaterThan(0);
    expect(daysWith(['process.collection.workingDays', 1])).toBeLessThanOrEqual(now);
  });
});
