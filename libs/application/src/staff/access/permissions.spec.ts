import { describe, expect, it } from '@jest/globals';
import type { Role } from '../../ports/records.js';
import type { Actor } from './actor.js';
import { PERMISSIONS, demand, hasRole, holds, holdsSomewhere } from './permissions.js';

const actor = (role: Role, unitId: string | null = null): Actor => ({
  accountId: 'a',
  personId: null,
  grants: [{ role, areaId: 'area-1', unitId }],
});
const nobody: Actor = { accountId: 'a', personId: null, grants: [] };

describe('holds', () => {
  it.each([
    { rule: 'a grant for the area covers each of its units', unitId: null, scope: 'unit-1', expected: true },
    { rule: 'a grant for a unit covers that unit', unitId: 'unit-1', scope: 'unit-1', expected: true },
    { rule: 'a grant for a unit does not cover another', unitId: 'unit-2', scope: 'unit-1', expected: false },
    {
      rule: 'a grant for a unit does not cover the area',
      unitId: 'unit-1',
      scope: 'whole_area',
      expected: false,
    },
    {
      rule: 'a grant for a unit is a grant somewhere in it',
      unitId: 'unit-1',
      scope: 'any_unit',
      expected: true,
    },
  ])('$rule', ({ unitId, scope, expected }) => {
    expect(holds(actor('supervisor', unitId), 'list.act', { areaId: 'area-1', unitId: scope })).toBe(
      expected,
    );
  });

  it('says nothing of another area', () => {
    expect(holds(actor('hr_officer'), 'cycle.plan', { areaId: 'area-2', unitId: 'any_unit' })).toBe(false);
  });
});

describe('deny by default', () => {
  it('lets somebody without grants do nothing but sign out', () => {
    expect(PERMISSIONS.filter((permission) => holdsSomewhere(nobody, permission))).toEqual(['self']);
  });

  it('keeps seats in approvals from those who only take part, read or operate', () => {
    const roles: Role[] = ['peer', 'appraisee', 'auditor', 'operator'];
    for (const role of roles) expect(holdsSomewhere(actor(role), 'list.act')).toBe(false);
  });

  it('lets auditors and operators change nothing', () => {
    const changing = PERMISSIONS.filter((permission) =>
      /adopt|plan|give|record|run|decide|confirm|later|own/.test(permission),
    );
    expect(changing.length).toBeGreaterThan(5);
    for (const role of ['auditor', 'operator'] as const) {
      expect(changing.filter((permission) => holdsSomewhere(actor(role), permission))).toEqual([]);
    }
  });
});

describe('demand', () => {
  it('refuses FORBIDDEN', () => {
    expect(() => demand(nobody, 'cycle.plan', { areaId: 'area-1', unitId: 'whole_area' })).toThrow(
      expect.objectContaining({ code: 'FORBIDDEN' }),
    );
  });
});

describe('hasRole', () => {
  it('takes roles of a rulebook that no account can have as absent', () => {
    expect(hasRole(actor('supervisor'), 'secretary', { areaId: 'area-1', unitId: 'unit-1' })).toBe(false);
  });
});
