import { describe, expect, it } from '@jest/globals';
import { checkDerivation } from '../derivation/check-derivation.js';
import { nationalCase, nationalRulebook } from '../testing/national-rulebook.js';
import { evaluateAfterHold } from './evaluate-after-hold.js';
import { evaluateUnit } from './evaluate-unit.js';

const rulebook = nationalRulebook();
const held = nationalCase();
const evaluation = evaluateUnit(rulebook, held);
const people = evaluation.people.filter(({ final, unit }) => final.status !== 'held' && unit !== '');

describe('evaluateAfterHold', () => {
  it.each([
    { seats: 0, givenLater: 0 },
    { seats: 99, givenLater: 0 },
    { seats: 99, givenLater: 3 },
  ])(
    'gives a derivation that holds, with $seats seats of which $givenLater are given later',
    ({ seats, givenLater }) => {
      for (const { id, unit } of people) {
        const sheet = evaluation.quota.find((one) => one.unit === unit);
        if (sheet === undefined) continue;
        const later = evaluateAfterHold(rulebook, {
          closedCase: held,
          personId: id,
          sheets: [{ ...sheet, awarded: [], seats }],
          givenLater,
        });
        const wants =
          later.provisional.grade !== null && rulebook.quota.grades.includes(later.provisional.grade);
        const counted = later.derivation;
        if (counted === undefined) throw new Error('a derivation is asked for');
        expect(counted.value).toBe(later.final.grade ?? later.final.status);
        if (wants) expect(later.final.by === 'quota').toBe(seats === 0);
        // The number of seats is made up here, so that step alone may differ from base x cap.
        const check = checkDerivation(counted);
        if (!check.ok) expect(check.what).toBe('seats');
      }
    },
  );

  it('comes to the same as the list for whoever wants no seat', () => {
    for (const person of people) {
      const sheet = evaluation.quota.find((one) => one.unit === person.unit);
      const wants =
        person.provisional.grade !== null && rulebook.quota.grades.includes(person.provisional.grade);
      if (sheet === undefined || wants) continue;
      const later = evaluateAfterHold(rulebook, {
        closedCase: held,
        personId: person.id,
        sheets: [sheet],
        givenLater: 0,
      });
      expect(later).toEqual({ ...person, flags: later.flags });
    }
  });
});
