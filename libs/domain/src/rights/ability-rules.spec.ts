import { describe, expect, it } from '@jest/globals';
import { abilityRulesOf, PERMISSIONS, ROLES, rolesWith } from './index.js';

describe('abilityRulesOf', () => {
  it('gives somebody without grants themself and nothing else', () => {
    expect(abilityRulesOf([])).toEqual([{ action: 'self', subject: 'place' }]);
  });

  it('names the area of a grant, and of a grant for a unit that unit or some unit', () => {
    const conditionsOf = (unitId: string | null) =>
      abilityRulesOf([{ role: 'operator', areaId: 'area-1', unitId }]).find(
        ({ action }) => action === 'archive.watch',
      )?.conditions;
    expect(conditionsOf(null)).toEqual({ areaId: 'area-1' });
    expect(conditionsOf('unit-1')).toEqual({ areaId: 'area-1', unitId: { $in: ['unit-1', 'any_unit'] } });
  });

  it('gives every role what the table says, and no more', () => {
    for (const role of ROLES) {
      const given = abilityRulesOf([{ role, areaId: 'area-1', unitId: null }]).map(({ action }) => action);
      expect(new Set(given)).toEqual(
        new Set(PERMISSIONS.filter((permission) => rolesWith(permission).includes(role))),
      );
    }
  });
});
