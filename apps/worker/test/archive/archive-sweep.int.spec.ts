import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DefaultLogger, bundleWorkflowCode } from '@temporalio/worker';
import { archivePage, archiveState, objectNameOf, type ArchiveDeps } from '@kaoji/application';
import {
  createClosedRuns,
  createFolderArchive,
  readHistoryBytes,
  scheduleSweep,
  sweepNow,
} from '@kaoji/gateways';
import { appraisalWorkflowId, SWEEP_ID } from '@kaoji/temporal-contract';
import { BUILD, startArchiveRig, type ArchiveRig } from './archive-rig.js';
import { killedAt } from './killed-at.js';
import { runScript } from '../rig/worker-process.js';

let rig: ArchiveRig;
beforeAll(async () => {
  rig = await startArchiveRig();
  await rig.liveThrough('a-1', 'a-2', 'a-3');
}, 90_000);
afterAll(async () => rig?.stop(), 60_000);

const workflowIdOf = (id: string) => appraisalWorkflowId('2026/area-1', id);
const sweep = () => sweepNow(rig.flows.client, { withinMs: 60_000, taskQueue: rig.flows.taskQueue });
const rows = () => rig.deps.transactions.read(async ({ archivedRuns }) => archivedRuns.ofCycle('cycle-1'));

describe('the sweep', () => {
  it('archives every closed run, and says of each what its history says', async () => {
    expect(await archiveState(rig.deps)).toMatchObject({ closed: 3, gaps: [{}, {}, {}], failed: [] });
    expect(await sweep()).toEqual({ archived: 3, failed: 0, left: 0, numbered: 0 });
    const [first, ...others] = await rows();
    expect(others).toHaveLength(2);
    expect(first).toMatchObject({
      ...{ workflowId: workflowIdOf('a-1'), workflowType: 'appraisal', cycleId: 'cycle-1' },
      ...{ deployment: rig.flows.taskQueue, buildId: BUILD, sdkVersion: '1.24.0', suite: 'intl' },
      ...{ nodeVersion: process.versions.node, codecKeyIds: [], closeStatus: 'completed' },
      ...{ continuedFrom: null, verdict: 'replayed', fault: null },
    });
    expect(first?.firstRunId).toBe(first?.runId);
    const kept = await rig.deps.archive.get(objectNameOf(first?.hash ?? ''));
    expect(readHistoryBytes(kept ?? new Uint8Array()).events).toHaveLength(first?.eventCount ?? 0);
    expect(kept?.length).toBe(first?.size);
    expect(await archiveState(rig.deps)).toMatchObject({ closed: 3, gaps: [], failed: [] });
  }, 60_000);

  it('archives with a build its bundle, its lock file and how to run it again', async () => {
    const [build] = await rig.deps.transactions.read(async ({ archivedRuns }) =>
      archivedRuns.builds([BUILD]),
    );
    const text = async (name: string) =>
      Buffer.from((await rig.deps.archive.get(name)) ?? []).toString('utf8');
    expect(await text(build?.bundle.objectName ?? '')).toBe(rig.flows.bundle);
    expect(JSON.parse(await text(build?.lockFile.objectName ?? ''))).toMatchObject({ name: '@kaoji/source' });
    const recipe = await text(build?.recipe.objectName ?? '');
    expect(recipe).toContain(build?.bundle.hash ?? '-');
    expect(recipe).toContain('1.24.0');
  });

  it('run again changes nothing, and takes what ended since', async () => {
    const before = await rig.deps.archive.list('');
    expect(await sweep()).toMatchObject({ archived: 0, left: 0 });
    expect(await rig.deps.archive.list('')).toEqual(before);
    await rig.liveThrough('a-4');
    expect(await sweep()).toMatchObject({ archived: 1, left: 0 });
  }, 60_000);

  it('goes through all pages of the server’s list', async () => {
    const { transactions } = await rig.freshDatabase();
    expect(await archivePage({ ...rig.deps, transactions }, { page: null })).toMatchObject({ archived: 4 });
  }, 60_000);

  it('raises an alarm where a replay parts from its history, with the event', async () => {
    const { transactions } = await rig.freshDatabase();
    const { code } = await bundleWorkflowCode({
      workflowsPath: fileURLToPath(new URL('../replay/changed-flows/index.ts', import.meta.url)),
      logger: new DefaultLogger('ERROR'),
    });
    const builds: ArchiveDeps['builds'] = {
      ...rig.deps.builds,
      files: async (buildId) => {
        const files = await rig.deps.builds.files(buildId);
        return files === null ? null : { ...files, bundle: Buffer.from(code, 'utf8') };
      },
    };
    const deps = {
      ...rig.deps,
      transactions,
      builds,
      archive: createFolderArchive(join(rig.folder, 'changed')),
    };
    expect(await archivePage(deps, { page: null })).toMatchObject({ archived: 4, failed: 4 });
    const { failed } = await archiveState(deps);
    expect(failed).toHaveLength(4);
    expect(failed[0]).toMatchObject({ verdict: 'failed', areaId: 'area-1' });
    expect(failed[0]?.fault).toMatch(/^event \d+ \(WORKFLOW_EXECUTION_UPDATE_ACCEPTED\): .+/);
    expect(rig.alarms).toContainEqual(
      expect.objectContaining({ kind: 'replay_failed', runId: failed[0]?.runId, fault: failed[0]?.fault }),
    );
  }, 60_000);

  it('names with a failed replay the place in the flow that asked for something else', async () => {
    const { out, code } = await runScript('apps/worker/test/archive/replay-changed.ts');
    expect(code).toBe(0);
    expect(out).toMatch(
      /^event 20 \(TIMER_STARTED\): .+ \[apps\/worker\/test\/replay\/changed-flows\/index\.ts:15:8\]$/m,
    );
  }, 60_000);

  it('leaves a run whose build is not at hand a gap, and says so, until the build is there', async () => {
    const { transactions } = await rig.freshDatabase();
    const deps = { ...rig.deps, transactions, archive: createFolderArchive(join(rig.folder, 'no-build')) };
    const builds: ArchiveDeps['builds'] = { ...deps.builds, files: () => Promise.resolve(null) };
    const swept = await archivePage({ ...deps, builds }, { page: null });
    expect(swept).toMatchObject({ archived: 0, left: 4 });
    expect((await archiveState(deps)).gaps).toHaveLength(4);
    expect(rig.alarms).toContainEqual(expect.objectContaining({ kind: 'build_missing', buildId: BUILD }));
    expect(await archivePage(deps, { page: null })).toMatchObject({ archived: 4, left: 0 });
  }, 60_000);

  it('is scheduled once, however often a worker starts', async () => {
    const { client, taskQueue } = rig.flows;
    await scheduleSweep(client, taskQueue);
    await scheduleSweep(client, taskQueue);
    const { action, spec } = await client.schedule.getHandle(SWEEP_ID).describe();
    expect(action).toMatchObject({ workflowType: 'archiveSweep', taskQueue });
    expect(spec.intervals).toMatchObject([{ every: 600_000 }]);
  });
});

/** Where a process can die: after so many objects were put, before rows are written, or among them. */
const KILLS = [
  { point: 'after the first history was put', puts: 1 },
  { point: 'between the last history and the bundle of its build', puts: 4 },
  { point: 'between the bundle of a build and its lock file', puts: 5 },
  { point: 'between the recipe of a build and its row', transactions: 0 },
  { point: 'between the replay and the rows', transactions: 1 },
  { point: 'among the rows', rows: 2 },
  { point: 'after the rows', transactions: 2 },
] as const;

describe('killed', () => {
  const inFolder = (name: string) => createFolderArchive(join(rig.folder, name));
  const written = async ({ transactions, archive }: ArchiveDeps) => ({
    objects: await archive.list(''),
    builds: (await transactions.read(async ({ archivedRuns }) => archivedRuns.builds([BUILD]))).map(timeless),
    rows: (await transactions.read(async ({ archivedRuns }) => archivedRuns.ofCycle('cycle-1'))).map(
      timeless,
    ),
  });
  let whole: Awaited<ReturnType<typeof written>>;
  beforeAll(async () => {
    const { transactions } = await rig.freshDatabase();
    const deps = { ...rig.deps, transactions, archive: inFolder('whole') };
    await archivePage(deps, { page: null });
    whole = await written(deps);
    expect(whole.rows).toHaveLength(4);
  }, 60_000);

  it.each(KILLS)(
    '$point and run again, a sweep ends as one that was left in peace',
    async ({ point, ...kill }) => {
      const { transactions } = await rig.freshDatabase();
      const deps = { ...rig.deps, transactions, archive: inFolder(point.replaceAll(' ', '-')) };
      deps.closedRuns = createClosedRuns(rig.flows.client, { taskQueue: rig.flows.taskQueue });
      await expect(archivePage(killedAt(deps, kill), { page: null })).rejects.toThrow('killed');
      await archivePage(deps, { page: null });
      expect(await written(deps)).toEqual(whole);
    },
    60_000,
  );
});

const timeless = <T extends { readonly archivedAt: number }>(row: T) => ({ ...row, archivedAt: 0 });
