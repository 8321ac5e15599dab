import { describe, expect, it } from '@jest/globals';
import { nationalRulebook, nationalText } from '../testing.js';
import { adjustableNumbers } from './adjustable-numbers.js';
import { changedSource } from './changed-source.js';
import { lintRulebook } from './lint/lint-rulebook.js';
import { parseRulebook } from './parse-rulebook.js';

const text = nationalText();
const numbers = adjustableNumbers(nationalRulebook());
const lineOf = (rule: string, title: string) =>
  numbers.find((number) => number.rule === rule && number.title.en.includes(title));

describe('adjustableNumbers', () => {
  it('names every number that decides who is graded how, each with a title in both languages', () => {
    const groups = new Set(numbers.map(({ group }) => group));
    expect([...groups].sort()).toEqual(
      ['bands', 'dimensions', 'lines', 'parts', 'points', 'quota', 'raters', 'survey'].sort(),
    );
    expect(numbers.filter(({ title }) => title.zh === '' || title.en === '')).toEqual([]);
    expect(new Set(numbers.flatMap(({ paths }) => paths)).size).toBe(
      numbers.flatMap(({ paths }) => paths).length,
    );
  });

  it('holds the line between two grades once, though both bands write it', () => {
    expect(lineOf('band.excellent', 'between')).toMatchObject({
      value: '90',
      paths: ['bands.0.from.value', 'bands.1.to.value'],
      title: { zh: '优秀与合格之间' },
    });
  });

  it('holds the floors that vetoes compare with, by what they are in the file', () => {
    expect(lineOf('veto.satisfaction_floor', '')).toMatchObject({ group: 'lines', value: '0.6' });
  });
});

describe('changedSource', () => {
  it('changes the number and the version, and not one other sign of the file', () => {
    const changed = changedSource(text, [{ path: 'quota.cap', value: '0.25' }], '2023.9-draft');
    const differing = text.split('\n').flatMap((line, at) => {
      const now = changed.split('\n')[at] ?? '';
      return line === now ? [] : [[line.trim(), now.trim()]];
    });
    expect(differing).toEqual([
      [`version: '2023.3'`, `version: '2023.9-draft'`],
      ['cap: 0.20', 'cap: 0.25'],
    ]);
  });

  it('puts each number where it stands, however many at once', () => {
    const valueOf = (at: number): string => `${at + 1}.25`;
    const changes = numbers.flatMap(({ paths }, at) => paths.map((path) => ({ path, value: valueOf(at) })));
    const whole = changes.map((change) => ({
      ...change,
      value: change.path === 'survey.minValid' ? '7' : change.value,
    }));
    const { rulebook } = parseRulebook(changedSource(text, whole, 'other'));
    expect(adjustableNumbers(rulebook).map(({ value }) => value)).toEqual(
      numbers.map(({ paths }, at) => (paths[0] === 'survey.minValid' ? '7' : valueOf(at))),
    );
  });

  it('leaves what shares an alias alone: such a file is written anew from what it says', () => {
    const shared = text
      .replace('weight: 30\n    rounding: none', 'weight: &third 30\n    rounding: none')
      .replace(
        /weight: 30(\n    rounding: none\n    missing: to_people\n    sheets:\n      - id: resident)/,
        'weight: *third$1',
      );
    expect(shared).toContain('*third');
    const { rulebook } = parseRulebook(
      changedSource(shared, [{ path: 'dimensions.0.weight', value: '25' }], 'other'),
    );
    expect(rulebook.dimensions.map(({ weight }) => weight)).toEqual(['25', '40', '30']);
  });

  it('is checked by lint as any other file: weights that no longer sum to 100 are found where they stand', () => {
    const { findings } = lintRulebook(
      changedSource(text, [{ path: 'dimensions.1.weight', value: '45' }], 'other'),
    );
    expect(findings.map(({ code }) => code)).toEqual(['LINT_WEIGHTS_NOT_100']);
  });
});
