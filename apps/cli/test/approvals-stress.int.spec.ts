import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadConfig, testVariables } from '@kaoji/config';
import { QUICK, stressApprovals } from '../src/stress/approvals/approvals-stress.js';
import type { Finding } from '../src/stress/finding.js';
import { buildBundleFile } from './workflow-bundle.js';

/**
 * The quick sizes of `npm run stress -- approvals`. After each fault the acts people were told of, those in the database
 * and those in the histories are the same, each once.
 */
const folder = mkdtempSync(join(tmpdir(), 'kaoji-approvals-'));
const parts: (readonly Finding[])[] = [];

beforeAll(async () => {
  const { TEMPORAL_ADDRESS: address } = loadConfig(testVariables);
  if (address === undefined) throw new Error('TEMPORAL_ADDRESS is missing: `npm test` sets it.');
  const bundle = join(folder, 'workflows.js');
  await buildBundleFile(bundle);
  await stressApprovals({ address, bundle }, QUICK, (findings) => void parts.push(findings));
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('acts on lists', () => {
  it.each([
    [0, 'of two who approve at once and one who comes late are one accepted act and two told so'],
    [1, 'while Temporal is away are told when to come back and kept, and what needs no flow goes on'],
    [2, 'while the database is killed are recorded as a whole or not at all'],
    [3, 'while the worker is killed at random instants are neither lost nor doubled, and every unit ends'],
  ])('(%i) %s', (part) => {
    const findings = parts[part] ?? [];
    expect(findings.length).toBeGreaterThan(5);
    expect(findings.filter(({ holds }) => !holds)).toEqual([]);
  });
});
