import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nationalRulebook } from '../testing/national-rulebook.js';
import { disciplineEffect } from './discipline.js';
import { effectText } from './grade-effect.js';
import type { Punishment } from './unit-case.js';

const rulebook = nationalRulebook();
const given = (kind: string, year: number, linkedToDuty = false): Punishment => ({
  kind,
  year,
  linkedToDuty,
});
const effectIn = (year: number, ...punishments: Punishment[]) => {
  const found = disciplineEffect(rulebook, punishments, year);
  return found === null ? null : effectText(found.effect);
};

describe('disciplineEffect', () => {
  it.each([
    ['党内警告', given('party_warning', 2026), ['cap:competent', null, null, null]],
    [
      '严重警告 linked to duty',
      given('party_serious_warning', 2026, true),
      ['force:incompetent', null, null, null],
    ],
    ['严重警告 otherwise', given('party_serious_warning', 2026), ['outcome:comment_only', null, null, null]],
    ['撤销党内职务', given('party_post_removal', 2026), ['force:incompetent', null, null, null]],
    ['留党察看', given('party_probation', 2026), ['force:incompetent', 'outcome:comment_only', null, null]],
    [
      '开除党籍',
      given('party_expulsion', 2026),
      ['force:incompetent', 'outcome:comment_only', 'outcome:comment_only', null],
    ],
    ['政务警告', given('admin_warning', 2026), ['cap:competent', null, null, null]],
    ['记过', given('admin_demerit', 2026), ['outcome:comment_only', null, null, null]],
    [
      '记大过',
      given('admin_serious_demerit', 2026),
      ['outcome:comment_only', 'outcome:comment_only', null, null],
    ],
    ['降级', given('admin_demotion', 2026), ['outcome:comment_only', 'outcome:comment_only', null, null]],
    ['撤职', given('admin_post_removal', 2026), ['outcome:comment_only', 'outcome:comment_only', null, null]],
    ['诫勉', given('admonition', 2026), ['cap:competent', null, null, null]],
    ['组织处理', given('organizational_treatment', 2026), ['cap:competent', null, null, null]],
  ])('%s speaks in the year it was decided and so many years after', (_name, punishment, effects) => {
    expect([0, 1, 2, 3].map((after) => effectIn(2026 + after, punishment))).toEqual(effects);
  });

  it('leaves out a punishment decided after the year', () => {
    expect(effectIn(2025, given('party_expulsion', 2026))).toBeNull();
    expect(effectIn(2026)).toBeNull();
  });

  it('lets the heavier of several count and names all it weighed (Art 43)', () => {
    const found = disciplineEffect(
      rulebook,
      [given('admonition', 2026), given('party_expulsion', 2025), given('party_post_removal', 2026)],
      2026,
    );
    expect(found).toMatchObject({
      effect: { force: 'incompetent' },
      rule: 'discipline.party_post_removal',
      clause: '组通字〔1998〕19号',
    });
    expect(found?.considered.map(({ punishment, yearsAfter }) => [punishment, yearsAfter])).toEqual([
      ['party_post_removal', 0],
      ['party_expulsion', 1],
      ['admonition', 0],
    ]);
  });

  it('falls back on the clause of the table', () => {
    expect(disciplineEffect(rulebook, [given('admonition', 2026)], 2026)?.clause).toBe('第四十三条');
  });

  it('refuses PUNISHMENT_UNKNOWN, also for a declared one without a row', () => {
    expect(() => effectIn(2026, given('scolding', 2026))).toThrow(
      expect.objectContaining({ code: 'PUNISHMENT_UNKNOWN' }),
    );
    const rows = rulebook.discipline.rows.filter(({ punishment }) => punishment !== 'admonition');
    const bare = { ...rulebook, discipline: { ...rulebook.discipline, rows } };
    expect(() => disciplineEffect(bare, [given('admonition', 2026)], 2026)).toThrow(
      expect.objectContaining({ code: 'PUNISHMENT_UNKNOWN' }),
    );
  });

  it('does not depend on the order of punishments', () => {
    const kinds = rulebook.discipline.punishments.map(({ code }) => code);
    const punishment = fc.record({
      kind: fc.constantFrom(...kinds),
      year: fc.integer({ min: 2023, max: 2027 }),
      linkedToDuty: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(punishment, { maxLength: 5 }), (punishments) => {
        expect(effectIn(2026, ...[...punishments].reverse())).toBe(effectIn(2026, ...punishments));
      }),
    );
  });
});
