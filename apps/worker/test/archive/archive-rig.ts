import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ArchiveActivityDeps, createArchiveActivities } from '@kaoji/activities';
import type { ArchiveAlarm } from '@kaoji/application';
import { createAreaSuites, createClosedRuns, createFolderArchive, systemClock } from '@kaoji/gateways';
import { createReplayer } from '@kaoji/gateways/replay';
import { seedUnit, testDatabases, type TestDatabase } from '@kaoji/persistence/testing';
import { appraisalWorkflowId, cycleKey, type AppraisalActivities } from '@kaoji/temporal-contract';
import { createBuildShelf } from '../../src/archive/build-shelf.js';
import { startRig, type FlowRig } from '../rig/flow-rig.js';
import { ownServer } from '../rig/temporal-server.js';
import { until } from '../rig/until.js';

export const BUILD = 'b1';
const KEY = cycleKey(2026, 'area-1', 'live');
const done = (): Promise<void> => Promise.resolve();
const STEPS: AppraisalActivities = {
  recordDecision: done,
  openConfirmation: done,
  freezeForContest: done,
  recordDeparture: done,
};

export type ArchiveRig = {
  readonly flows: FlowRig;
  readonly folder: string;
  readonly deps: ArchiveActivityDeps;
  readonly alarms: ArchiveAlarm[];
  /** A database with the cycle of the flows and nothing archived. */
  readonly freshDatabase: () => Promise<TestDatabase>;
  /** Lives appraisals through to their end, until the server lists them as closed. */
  readonly liveThrough: (...appraisalIds: readonly string[]) => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** A server of its own with a worker of one build, and an archive in a folder. */
export async function startArchiveRig(): Promise<ArchiveRig> {
  const flows = await startRig('archive', await ownServer());
  const folder = mkdtempSync(join(tmpdir(), 'kaoji-archiving-'));
  const bundle = join(folder, `${BUILD}.js`);
  writeFileSync(bundle, flows.bundle);
  const opened: TestDatabase[] = [];
  const freshDatabase = async (): Promise<TestDatabase> => {
    const database = await testDatabases()[0]!.open();
    opened.push(database);
    await database.transactions.run(async (stores) => seedUnit(stores, 1));
    return database;
  };
  const alarms: ArchiveAlarm[] = [];
  const deps: ArchiveActivityDeps = {
    transactions: (await freshDatabase()).transactions,
    clock: systemClock,
    closedRuns: createClosedRuns(flows.client, { taskQueue: flows.taskQueue, pageSize: 2 }),
    archive: createFolderArchive(join(folder, 'archive')),
    suiteOfArea: createAreaSuites({ usual: 'intl', areas: {} }),
    builds: createBuildShelf({
      KAOJI_BUILD_ID: BUILD,
      KAOJI_WORKFLOW_BUNDLE: bundle,
      KAOJI_EARLIER_BUNDLES: undefined,
    }),
    replayer: createReplayer(),
    alarm: (alarm) => void alarms.push(alarm),
    numberLogs: () => Promise.resolve(0),
  };
  await flows.work({ ...STEPS, ...createArchiveActivities(deps, () => undefined) }, BUILD);
  return {
    ...{ flows, folder, deps, alarms, freshDatabase },
    liveThrough: async (...appraisalIds) => {
      for (const id of appraisalIds) await liveThrough(flows, id);
      const ids = appraisalIds.map((id) => `"${appraisalWorkflowId(KEY, id)}"`).join(', ');
      await until(
        async () =>
          (await flows.client.workflow.count(`WorkflowId IN (${ids}) AND ExecutionStatus != "Running"`))
            .count,
        (count) => count === appraisalIds.length,
      );
    },
    stop: async () => {
      await flows.stop();
      for (const database of opened) await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function liveThrough({ messenger, gateway, client }: FlowRig, appraisalId: string): Promise<void> {
  await messenger.startAppraisal(KEY, { cycleId: 'cycle-1', appraisalId, eligibility: 'graded' });
  await messenger.seal(KEY, appraisalId, {
    ...{ round: 1, evidenceHash: 'sha256:e', composite: '89.6', provisional: 'competent' },
    ...{ outcome: 'graded', derivationHash: 'sha256:d' },
  });
  await gateway.depart(KEY, appraisalId, 'left');
  await client.workflow.getHandle(appraisalWorkflowId(KEY, appraisalId)).result();
}
