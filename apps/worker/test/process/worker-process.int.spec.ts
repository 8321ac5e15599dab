import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ScheduleOverlapPolicy, type Client } from '@temporalio/client';
import { archiveState } from '@kaoji/application';
import {
  connectTemporal,
  createClosedRuns,
  createFolderArchive,
  createWorkflowGateway,
  systemClock,
} from '@kaoji/gateways';
import { openDatabase, type Database } from '@kaoji/persistence';
import { appraisalWorkflowId, cycleWorkflowId, SWEEP_ID } from '@kaoji/temporal-contract';
import { seedYear } from '@kaoji/application/testing';
import { startSurveyRig } from '../rig/survey-rig.js';
import { ownServer, type TestServer } from '../rig/temporal-server.js';
import { until } from '../rig/until.js';
import { runEntry, startWorkerProcess, type Finished, type WorkerProcess } from '../rig/worker-process.js';
import { runningYear } from '../rig/year-rig.js';

const LOCK_FILE = fileURLToPath(new URL('../../../../package-lock.json', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'kaoji-worker-'));
const databaseUrl = `sqlite:${join(folder, 'kaoji.sqlite')}`;
const bundle = join(folder, 'test.js'); // as the launcher keeps them: by build id

let server: TestServer;
let client: Client;
let database: Database;
let bundled: Finished;
let environment: Record<string, string>;
const running: WorkerProcess[] = [];
const startWorker = async (change: Record<string, string> = {}): Promise<WorkerProcess> => {
  const worker = await startWorkerProcess({ ...environment, ...change });
  running.push(worker);
  return worker;
};

beforeAll(async () => {
  server = await ownServer();
  client = connectTemporal(server.address, 'default');
  bundled = await runEntry('bundle.ts', ['--out', bundle]);
  database = await openDatabase(databaseUrl);
  await database.migrate();
  environment = {
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: server.address,
    KAOJI_WORKFLOW_BUNDLE: bundle,
    KAOJI_BUILD_ID: 'test',
    KAOJI_WORKER_PORT: '0',
    KAOJI_SURVEY_ORIGIN: 'http://survey.test',
    KAOJI_LINK_KEYS: `k:${'A'.repeat(43)}`,
    KAOJI_CONTACT_KEYS: `k:${'A'.repeat(43)}`,
    KAOJI_PERSON_KEYS: `k:${'A'.repeat(43)}`,
  };
}, 90_000);
afterAll(async () => {
  await Promise.all(running.map(async (worker) => worker.kill('SIGKILL')));
  await client.connection.close();
  await database.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}, 30_000);

const readiness = async ({ url }: WorkerProcess): Promise<number> => (await fetch(`${url}/ready`)).status;

describe('bundle', () => {
  it('writes the bundle and names it with its build id on the last line', () => {
    expect(bundled.code).toBe(0);
    const last: unknown = JSON.parse(bundled.out.trim().split('\n').at(-1) ?? '');
    expect(last).toEqual({ bundle, buildId: expect.stringMatching(/^[\w.-]{1,64}$/) });
    expect(existsSync(bundle)).toBe(true);
  });

  it('says how it is used, and fails, without a place for the bundle', async () => {
    expect(await runEntry('bundle.ts', [])).toMatchObject({ code: 2, out: '' });
  }, 30_000);
});

describe('worker', () => {
  it.each<{ rule: string; change: Record<string, string>; named: string }>([
    {
      rule: 'without a bundle',
      change: { KAOJI_WORKFLOW_BUNDLE: '/nowhere.js' },
      named: 'KAOJI_WORKFLOW_BUNDLE',
    },
    {
      rule: 'on a database without its schema',
      change: { DATABASE_URL: 'sqlite::memory:' },
      named: 'DATABASE_URL',
    },
    { rule: 'without a build id', change: { KAOJI_BUILD_ID: '' }, named: 'KAOJI_BUILD_ID' },
  ])(
    'does not start $rule, and names the variable',
    async ({ change, named }) => {
      const { code, err } = await runEntry('main.ts', [], { ...environment, ...change });
      expect(code).toBe(1);
      expect(err).toContain(named);
    },
    60_000,
  );

  it('is ready while it works, and stops on SIGTERM', async () => {
    const worker = await startWorker();
    expect(await readiness(worker)).toBe(200);
    await worker.kill('SIGTERM');
    await expect(fetch(`${worker.url}/health`)).rejects.toThrow();
  }, 60_000);

  it('killed in the middle of composing and started as a newer build, loses nothing and does nothing twice', async () => {
    const people = 120;
    const gateway = createWorkflowGateway(client);
    const survey = await startSurveyRig(databaseUrl, database, gateway);
    const year = runningYear(
      { client, gateway },
      survey.people,
      await seedYear(database.transactions, {
        holderKeys: survey.keys,
        cycleId: 'c',
        areaId: 'area',
        workingDayMs: 200,
        units: [{ id: 'u', people }],
      }),
    );
    const first = await startWorker();
    await year.start();
    await year.closeEverything();
    await until(
      async () => year.unitOf('u'),
      ({ state, round }) => state === 'composed' && round === 1,
    );
    await first.kill('SIGKILL');

    // The flows are pinned to the build that is gone: the newer one must poll for it as well.
    await startWorker({ KAOJI_BUILD_ID: 'newer', KAOJI_EARLIER_BUNDLES: folder });
    // The dead attempt is given up after its heartbeat timeout.
    await until(
      async () => year.unitOf('u'),
      ({ state }) => state === 'deliberating',
      60_000,
    );
    await year.decide('u', 1, 'approve');
    await year.deliver('u');
    await client.workflow.getHandle(cycleWorkflowId(year.cycleKey)).result();
    const rows = await until(
      async () =>
        database.transactions.read(async (stores) => stores.appraisals.ofUnit(year.cycle.id, year.id('u'))),
      (all) => all.every(({ status }) => status === 'recorded'),
      60_000,
    );
    expect(rows).toHaveLength(people);
    const updates = await Promise.all(
      year.appraisals.slice(0, 20).map(async ({ id }) => {
        const workflowId = appraisalWorkflowId(year.cycleKey, id);
        const { events } = await client.workflow.getHandle(workflowId).fetchHistory();
        return (events ?? []).filter((event) => event.workflowExecutionUpdateAcceptedEventAttributes != null)
          .length;
      }),
    );
    expect(new Set(updates)).toEqual(new Set([2])); // one seal, one grade
    await survey.close();
  }, 180_000);

  it('killed in the middle of a sweep and started again, archives every run of every build once', async () => {
    await Promise.all(running.map(async (worker) => worker.kill('SIGKILL')));
    copyFileSync(LOCK_FILE, join(folder, 'test.package-lock.json')); // as the launcher keeps it beside each bundle
    const archive = createFolderArchive(join(folder, 'archive'));
    const setting = {
      ...{ KAOJI_BUILD_ID: 'newer', KAOJI_EARLIER_BUNDLES: folder },
      KAOJI_ARCHIVE: `file:${join(folder, 'archive')}`,
    };
    const first = await startWorker(setting);
    const sweeps = client.schedule.getHandle(SWEEP_ID);
    await sweeps.trigger();
    await until(
      async () => (await archive.list('')).length,
      (objects) => objects > 20,
    );
    await first.kill('SIGKILL');

    // That sweep waits for its heartbeat timeout; another one need not.
    const second = await startWorker(setting);
    await sweeps.trigger(ScheduleOverlapPolicy.ALLOW_ALL);
    const { closed, failed } = await until(
      async () =>
        archiveState({
          ...{ transactions: database.transactions, clock: systemClock },
          closedRuns: createClosedRuns(client),
        }),
      ({ gaps }) => gaps.length === 0,
    );
    expect(failed).toEqual([]);
    const rows = await database.transactions.read(async ({ archivedRuns }) => archivedRuns.ofCycle('c'));
    expect(rows).toHaveLength(closed);
    expect(new Set(rows.map(({ verdict }) => verdict))).toEqual(new Set(['replayed']));
    expect(new Set(rows.map(({ buildId }) => buildId))).toEqual(new Set(['test', 'newer']));
    for (const { objectName, size } of rows) expect((await archive.get(objectName))?.length).toBe(size);
    const metrics = await (await fetch(`${second.url}/metrics`)).text();
    expect(metrics).toContain('kaoji_archive_gaps 0\n');
    expect(metrics).toContain(`kaoji_archive_closed_runs ${closed}\n`);
  }, 120_000);
});
