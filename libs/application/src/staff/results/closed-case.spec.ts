import { describe, expect, it } from '@jest/globals';
import { nationalRulebook } from '@kaoji/domain/testing';
import { closedCase, holdingFacts } from './closed-case.js';

const rulebook = nationalRulebook();
const sealed = {
  id: 'a',
  unit: 'u',
  posts: ['deputy'],
  category: 'contract',
  facts: { under_investigation: true, months_in_unit: '12' },
  punishments: [{ kind: 'warning', year: 2020, linkedToDuty: false }],
  marks: [],
  adjustments: [],
  routine: [],
  earlier: [],
};

describe('holdingFacts', () => {
  it('names what puts people on hold under the rulebook', () => {
    expect(holdingFacts(rulebook)).toEqual(['under_investigation']);
  });
});

describe('closedCase', () => {
  it('lets go of the hold and says that nothing came of the case', () => {
    const closed = closedCase(rulebook, sealed, 2026, 'none');
    expect(closed.facts).toEqual({
      under_investigation: false,
      investigation_closed: 'no_punishment',
      months_in_unit: '12',
    });
    expect(closed.punishments).toEqual(sealed.punishments);
  });

  it.each([
    { punishment: 'admin_warning', ending: 'warning' },
    { punishment: 'party_warning', ending: 'warning' },
    { punishment: 'party_serious_warning', ending: 'heavier' },
    { punishment: 'admin_demerit', ending: 'heavier' },
  ])(
    'counts a $punishment in the appraised year and tells the rulebook it was $ending',
    ({ punishment, ending }) => {
      const closed = closedCase(rulebook, sealed, 2026, { punishment, linkedToDuty: true });
      expect(closed.facts).toMatchObject({ under_investigation: false, investigation_closed: ending });
      expect(closed.punishments).toEqual([
        ...sealed.punishments,
        { kind: punishment, year: 2026, linkedToDuty: true },
      ]);
    },
  );

  it('takes what the office adds over what it concludes itself', () => {
    const closed = closedCase(rulebook, sealed, 2026, 'none', { under_investigation: true });
    expect(closed.facts).toMatchObject({ under_investigation: true });
  });

  it('leaves the sealed case as it is', () => {
    const before = JSON.stringify(sealed);
    closedCase(rulebook, sealed, 2026, { punishment: 'warning', linkedToDuty: false });
    expect(JSON.stringify(sealed)).toBe(before);
  });
});
