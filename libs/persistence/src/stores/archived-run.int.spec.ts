import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Stores } from '@kaoji/application';
import { archivedBuildRecord, archivedRunRecord, outcomeOf, seedUnit, testDatabases } from '../testing.js';
import type { TestDatabase } from '../testing.js';

describe.each(testDatabases())('archived runs on $name', ({ open }) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await open();
    await database.transactions.run(async (stores) => seedUnit(stores, 1));
  });
  afterAll(() => database.close());
  const write = <T>(work: (stores: Stores['archivedRuns']) => Promise<T>): Promise<T> =>
    database.transactions.run(async ({ archivedRuns }) => work(archivedRuns));

  it('are kept once by their run id, as they were first', async () => {
    const run = archivedRunRecord();
    expect(await write((runs) => runs.insert(run))).toBe('archived');
    expect(await write((runs) => runs.insert({ ...run, hash: 'sha256:other' }))).toBe('already');
    expect(await write((runs) => runs.ofCycle('cycle-1'))).toEqual([run]);
  });

  it('are found by run ids, by flow with the earlier run first, and by cycle', async () => {
    const workflowId = 'cycle/2026/area-1/appraisal/chain';
    const second = archivedRunRecord({
      workflowId,
      runId: 'b',
      firstRunId: 'z',
      continuedFrom: 'z',
      closedAt: 9,
    });
    const first = archivedRunRecord({ workflowId, runId: 'z', closedAt: 8, closeStatus: 'continued_as_new' });
    await write(async (runs) => void (await runs.insert(second), await runs.insert(first)));
    expect(await write((runs) => runs.ofWorkflow(workflowId))).toEqual([first, second]);
    expect(await write((runs) => runs.known(['b', 'nobody', 'z']))).toEqual(new Set(['b', 'z']));
    expect(await write((runs) => runs.known([]))).toEqual(new Set());
    expect(await write((runs) => runs.ofCycle('cycle-2'))).toEqual([]);
  });

  it('whose replay failed say why, and are listed', async () => {
    const failed = archivedRunRecord({ runId: 'f', verdict: 'failed', fault: 'event 5: another timer' });
    await write((runs) => runs.insert(failed));
    expect(await write((runs) => runs.failed())).toEqual([failed]);
  });

  it.each([
    archivedRunRecord({ runId: 'x', verdict: 'failed', fault: null }),
    archivedRunRecord({ runId: 'x', verdict: 'replayed', fault: 'event 5: another timer' }),
  ])('are refused when verdict and fault do not go together', async (run) => {
    await expect(write((runs) => runs.insert(run))).rejects.toThrow('CHECK');
  });

  it('of a cycle nobody knows are refused', async () => {
    const stranger = archivedRunRecord({ runId: 'x', cycleId: 'nobody' });
    expect(await outcomeOf(write((runs) => runs.insert(stranger)))).toBe('REFERENCE_MISSING');
  });

  it('come from builds, which are kept once per suite', async () => {
    const [intl, sm] = [archivedBuildRecord(), archivedBuildRecord({ suite: 'sm' })];
    expect(await write((runs) => runs.insertBuild(intl))).toBe('archived');
    expect(await write((runs) => runs.insertBuild({ ...intl, archivedAt: 99 }))).toBe('already');
    expect(await write((runs) => runs.insertBuild(sm))).toBe('archived');
    expect(await write((runs) => runs.builds(['build-1', 'nobody']))).toEqual([intl, sm]);
  });
});
