import { describe, expect, it } from '@jest/globals';
import { claimMappingJsonSchema, parseClaimMapping } from './claim-mapping.js';
import { mapClaims, textOf } from './map-claims.js';

const MAPPING = parseClaimMapping(`
format: kaoji-claims/1
name: { zh: 演示认证, en: Demo sign-in }
accounts: create
username: preferred_username
rules:
  - { claim: groups, is: kaoji-hr, role: hr_officer, area: area-1 }
  - { claim: groups, is: kaoji-lead, role: supervisor, area: { claim: area }, unit: { claim: unit } }
`);
const codeAndLine = (text: string) => {
  try {
    parseClaimMapping(text);
    return null;
  } catch (fault) {
    return fault as { code: string; message: string };
  }
};

describe('mapClaims', () => {
  it('gives nothing that no rule says', () => {
    expect(mapClaims(MAPPING, { groups: ['other'], role: 'hr_officer' }).grants).toEqual([]);
    expect(mapClaims(MAPPING, {}).grants).toEqual([]);
  });

  it('takes a text, or a list that holds it, and gives each grant once', () => {
    const hr = { role: 'hr_officer', areaId: 'area-1', unitId: null };
    expect(mapClaims(MAPPING, { groups: 'kaoji-hr' }).grants).toEqual([hr]);
    expect(mapClaims(MAPPING, { groups: ['kaoji-hr', 'kaoji-hr', 'x'] }).grants).toEqual([hr]);
  });

  it('takes the place from claims, and no grant where one of them is missing or names several', () => {
    const groups = ['kaoji-lead'];
    expect(mapClaims(MAPPING, { groups, area: 'area-2', unit: 'unit-2' }).grants).toEqual([
      { role: 'supervisor', areaId: 'area-2', unitId: 'unit-2' },
    ]);
    expect(mapClaims(MAPPING, { groups, area: 'area-2' })).toEqual({
      grants: [],
      matched: [],
      placeless: [1],
    });
    expect(mapClaims(MAPPING, { groups, area: 'area-2', unit: ['a', 'b'] }).placeless).toEqual([1]);
  });

  it('is not misled by what every object has', () => {
    expect(textOf({}, 'constructor')).toBeUndefined();
    expect(mapClaims(MAPPING, { groups: [{ is: 'kaoji-hr' }, 1, null] }).grants).toEqual([]);
  });
});

describe('parseClaimMapping', () => {
  it('says at which line what is wrong', () => {
    const fault = codeAndLine(
      'format: kaoji-claims/1\nname: { zh: 演示, en: Demo }\naccounts: perhaps\nusername: sub\nrules: []\n',
    );
    expect(fault?.code).toBe('CLAIM_MAPPING_INVALID');
    expect(fault?.message).toMatch(/^Line 3: /);
  });

  it.each(['', 'rules: [', 'format: other/1', '{"format":"kaoji-claims/1","grant":"everything"}'])(
    'refuses %j',
    (text) => {
      expect(codeAndLine(text)?.code).toBe('CLAIM_MAPPING_INVALID');
    },
  );

  it('publishes a schema that names every field', () => {
    expect(Object.keys(claimMappingJsonSchema()['properties'] as object)).toEqual([
      ...['format', 'name', 'accounts', 'username', 'person', 'rules'],
    ]);
  });
});
