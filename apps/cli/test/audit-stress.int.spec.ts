import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadConfig, testVariables } from '@kaoji/config';
import { stressAudit } from '../src/stress/audit/audit-stress.js';
import type { Finding } from '../src/stress/finding.js';
import { buildBundleFile } from './workflow-bundle.js';

/** Small, for every test run; `npm run stress -- audit` damages a thousand bundles and lives through a hundred cycles. */
const SMALL = { cycles: 2, people: 3, damages: 20, forgeries: 30, replayed: 1 };
const folder = mkdtempSync(join(tmpdir(), 'kaoji-audit-'));
const parts: (readonly Finding[])[] = [];

beforeAll(async () => {
  const { TEMPORAL_ADDRESS: address } = loadConfig(testVariables);
  if (address === undefined) throw new Error('TEMPORAL_ADDRESS is missing: `npm test` sets it.');
  const bundle = join(folder, 'workflows.js');
  await buildBundleFile(bundle);
  const databaseUrl = `sqlite:${join(folder, 'years.sqlite')}`;
  const setting = { address, namespace: 'default', databaseUrl, bundle };
  await stressAudit(setting, SMALL, (findings) => void parts.push(findings));
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('audit bundles of years that real flows lived through', () => {
  it.each([
    [0, 'verify, whole and of one appraisal, and nothing in them is doubted'],
    [1, 'are found damaged where they were damaged'],
    [2, 'are found forged, whatever the forger mended'],
    [3, 'are found rewritten when their histories are replayed'],
  ])('(%i) %s', (part) => {
    const findings = parts[part] ?? [];
    expect(findings.length).toBeGreaterThan(1);
    expect(findings.filter(({ holds }) => !holds)).toEqual([]);
  });
});
