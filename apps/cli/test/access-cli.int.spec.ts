import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { runHere as kaoji } from './run-kaoji.js';

const folder = mkdtempSync(join(tmpdir(), 'kaoji-access-'));
afterAll(() => rmSync(folder, { recursive: true }));
const write = (name: string, content: string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const MAPPING = write(
  'mapping.yaml',
  `format: kaoji-claims/1
name: { zh: 演示认证, en: Demo sign-in }
accounts: linked
username: preferred_username
rules:
  - { claim: groups, is: kaoji-hr, role: hr_officer, area: area-1 }
  - { claim: groups, is: kaoji-lead, role: supervisor, area: area-1, unit: { claim: unit } }
`,
);

describe('kaoji access map', () => {
  it('says which roles claims give, and which rule lacks its place', async () => {
    const claims = write('claims.json', JSON.stringify({ groups: ['kaoji-hr', 'kaoji-lead'] }));
    const { out, exitCode } = await kaoji(['access', 'map', MAPPING, claims, '--lang', 'en']);
    expect(exitCode).toBe(0);
    expect(out).toBe('hr_officer area-1 (the whole area)\nrule 2 matches, and no claim names its place\n');
  });

  it('exits 1 where they give none', async () => {
    const claims = write('none.json', '{"groups":"other"}');
    const { out, exitCode } = await kaoji(['access', 'map', MAPPING, claims, '--json']);
    expect(exitCode).toBe(1);
    expect(JSON.parse(out)).toEqual({ format: 'kaoji-access/1', grants: [], matched: [], placeless: [] });
  });

  it('names the line of a fault in the mapping', async () => {
    const wrong = write(
      'wrong.yaml',
      'format: kaoji-claims/1\nname: { zh: 演示, en: Demo }\naccounts: all\n',
    );
    const { err, exitCode } = await kaoji(['access', 'map', wrong, MAPPING]);
    expect(exitCode).toBe(2);
    expect(err).toMatch(/CLAIM_MAPPING_INVALID.*wrong\.yaml: Line 3:/s);
  });
});

describe('kaoji access schema', () => {
  it('prints what a mapping file may hold', async () => {
    const { out } = await kaoji(['access', 'schema']);
    expect(JSON.parse(out)).toMatchObject({ properties: { format: { const: 'kaoji-claims/1' } } });
  });
});
