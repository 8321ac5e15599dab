import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { type RecordedCycle, recordCycle } from './recorded-cycle.js';
import { type Ending, runHere, runKaoji } from './run-kaoji.js';

const folder = mkdtempSync(join(tmpdir(), 'kaoji-cli-replay-'));
let cycle: RecordedCycle;

const bundled = async (name: string, workflowsPath: string): Promise<string> => {
  const { code } = await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('ERROR') });
  writeFileSync(join(folder, name), code);
  return join(folder, name);
};
beforeAll(async () => {
  await bundled('changed.js', fileURLToPath(new URL('./changed-flows.ts', import.meta.url)));
  cycle = await recordCycle(
    await bundled('bundle.js', fileURLToPath(import.meta.resolve('@kaoji/workflows'))),
  );
});
afterAll(async () => {
  await cycle.stop();
  rmSync(folder, { recursive: true });
});

const replay = (words: readonly string[], env: Record<string, string> = {}): Promise<Ending> =>
  runKaoji(['replay', ...words], { cwd: folder, env: { TEMPORAL_ADDRESS: cycle.address, ...env } });

describe('kaoji replay', () => {
  it('replays every flow of a cycle, and none of its rehearsal', async () => {
    const { out, err, exitCode } = await replay(['--cycle', cycle.key, '--bundle', 'bundle.js', '--json']);
    expect({ err, exitCode }).toEqual({ err: '', exitCode: 0 });
    expect(JSON.parse(out)).toMatchObject({
      format: 'kaoji-replay/1',
      replayed: 2,
      failed: 0,
      types: [{ type: 'appraisal', replayed: 2, failed: 0 }],
      failures: [],
    });
  });

  it('replays a rehearsal by its own key, with the bundle of the environment', async () => {
    const { out, exitCode } = await replay(['--cycle', cycle.rehearsalKey, '--lang', 'en'], {
      KAOJI_WORKFLOW_BUNDLE: 'bundle.js',
    });
    expect(exitCode).toBe(0);
    expect(out).toMatch(/^appraisal: 1 replayed, 0 failed, \d+ events\n1 histories, 0 did not replay\n$/);
  });

  it('tells the story of one appraisal in plain words', async () => {
    const words = ['--workflow', cycle.appraisals[0] ?? '', '--bundle', 'bundle.js', '--lang', 'en'];
    const { out, exitCode } = await replay(words);
    expect(exitCode).toBe(0);
    expect(out).toMatch(
      /#1 20\d\d-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} the flow started appraisal \(one person's appraisal\) \{"cycleId":"c"/,
    );
    expect(out).toMatch(
      /a message was accepted seal \(evidence sealed and graded\) \{"round":1,.*"composite":"268\/3"/,
    );
    expect(out).toMatch(/a message was accepted depart/);
    expect(out).toMatch(/the flow ended \{"end":"left"/);
  });

  it('exits 1 and names event and reason when the code no longer does what was recorded', async () => {
    const { out, exitCode } = await replay(['--cycle', cycle.key, '--bundle', 'changed.js', '--json']);
    expect(exitCode).toBe(1);
    const { failed, failures } = JSON.parse(out) as { failed: number; failures: { failure: object }[] };
    expect(failed).toBe(2);
    expect(failures[0]?.failure).toEqual({
      event: expect.any(Number),
      reason: expect.stringMatching(/Nondeterminism/),
    });
  });

  it.each<[string, string[], Record<string, string>]>([
    ['WORKFLOW_NOT_FOUND', ['--workflow', 'cycle/2026/nowhere/appraisal/a', '--bundle', 'bundle.js'], {}],
    ['WORKFLOW_NOT_FOUND', ['--workflow', 'x', '--run', 'no run id', '--bundle', 'bundle.js'], {}],
    ['CYCLE_NOT_FOUND', ['--cycle', '1999/nowhere', '--bundle', 'bundle.js'], {}],
    [
      'TEMPORAL_UNREACHABLE',
      ['--cycle', '2026/a', '--bundle', 'bundle.js'],
      { TEMPORAL_ADDRESS: '127.0.0.1:1' },
    ],
    [
      'NAMESPACE_NOT_FOUND',
      ['--cycle', '2026/a', '--bundle', 'bundle.js'],
      { TEMPORAL_NAMESPACE: 'nowhere' },
    ],
  ])('refuses with %s: %j', async (code, words, env) => {
    const { out, err, exitCode } = await replay(words, env);
    expect({ out, exitCode }).toEqual({ out: '', exitCode: 2 });
    expect(err).toMatch(new RegExp(`^kaoji: ${code}: [^\\n]+\\n$`));
  });

  it.each([
    ['BUNDLE_MISSING', ['--cycle', '2026/a', '--bundle', 'nowhere.js']],
    ['BUNDLE_INVALID', ['--cycle', '2026/a', '--bundle', fileURLToPath(import.meta.url)]],
    ['USAGE', ['--cycle', '2026/a', '--run', 'r']],
    ['USAGE', ['--cycle', '2026/a', '--workflow', 'w']],
  ])('refuses with %s before it asks the server: %j', async (code, words) => {
    const { exitCode, err } = await runHere(['replay', ...words]);
    expect(exitCode).toBe(2);
    expect(err).toMatch(new RegExp(`^kaoji: ${code}: [^\\n]+\\n$`));
  });
});
