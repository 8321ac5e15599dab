import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { lintRulebook } from '@kaoji/domain';

const ROOT = new URL('../../../../../', import.meta.url).pathname;

/** Every source file of the product that says something, tests left out. */
function filesSaying(words: RegExp): readonly string[] {
  return ['libs', 'apps', 'workflows', 'activities'].flatMap((folder) =>
    (readdirSync(join(ROOT, folder), { recursive: true }) as string[])
      .filter((file) => /(^|\/)src\/.*\.ts$/.test(file))
      .filter((file) => !/node_modules|dist\/|testing|bench|\.spec\.ts$/.test(file))
      .map((file) => join(folder, file))
      .filter((file) => words.test(readFileSync(join(ROOT, file), 'utf8'))),
  );
}

describe('the machine never marks political quality', () => {
  it('marks are written in two places, both in the name of whoever is signed in', () => {
    const writers = [
      'libs/application/src/staff/collect/give-marks.ts',
      'libs/application/src/staff/collect/import-marks.ts',
    ];
    expect([...filesSaying(/\bmarks\s*\.append\(/)].sort()).toEqual(writers);
    // Both take their rows from here, where the rater is the request's, and requests are read for the actor alone.
    const rows = readFileSync(join(ROOT, writers[0] ?? ''), 'utf8');
    expect(rows).toContain('stores.marks.requestsFor(id, actor.accountId)');
  });

  it('a rulebook that counts a missing political mark as zero is not adopted', () => {
    const text = readFileSync(join(ROOT, 'libs/domain/rulebooks/cn-public-institution-2023.yaml'), 'utf8');
    const from = text.indexOf('id: political_quality.panel');
    const zeroed = text.slice(0, from) + text.slice(from).replace('missing: to_people', 'missing: zero');
    const codes = lintRulebook(zeroed).findings.map(({ code }) => code);
    expect(codes).toEqual(['LINT_POLITICAL_BY_MACHINE']);
  });
});
