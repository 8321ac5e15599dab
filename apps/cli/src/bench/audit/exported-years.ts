import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Client } from '@temporalio/client';
import {
  archiveRuns,
  exportAppraisal,
  exportCycle,
  logKeyId,
  numberEntries,
  rotateLogKey,
  verifierKey,
  type ArchiveDeps,
  type ArchiveStore,
  type SuiteId,
} from '@kaoji/application';
import type { Year } from '@kaoji/application/testing';
import { createClosedRuns, createFolderArchive, suiteOf, systemClock } from '@kaoji/gateways';
import { createReplayer } from '@kaoji/gateways/replay';
import type { Database } from '@kaoji/persistence';
import { BUNDLE_HASHES } from '../../audit/container/bundle-hashes.js';
import type { StolenKey } from '../../audit/tamper/forged-log.js';
import { honestContainer, type Forgeable } from '../../audit/tamper/tampering.js';
import type { BenchSetting } from '../bench-setting.js';
import { withFlows, type Flows } from '../with-flows.js';

/** A year that was lived through by real flows, archived, numbered and exported; its log changed its key on the way. */
export type ExportedYear = {
  readonly bundle: Forgeable; // of the whole cycle
  readonly ownBundles: (count: number) => Promise<readonly Forgeable[]>; // of single appraisals
  readonly appraisals: number;
  readonly histories: number;
  readonly archived: { readonly ms: number; readonly bytesOfHistories: number };
};
export type YearMaker = Pick<Flows, 'client' | 'ours' | 'naive'> & {
  /** Lives through a year of so many people under this suite and exports it. */
  readonly year: (people: number, suite?: SuiteId) => Promise<ExportedYear>;
};

const LOCK_FILE = fileURLToPath(new URL('../../../../../package-lock.json', import.meta.url));

/** Flows on one server, whose years come out as audit bundles. */
export async function withExportedYears<T>(
  setting: BenchSetting,
  use: (maker: YearMaker) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'kaoji-audit-'));
  try {
    return await withFlows(setting, async (flows) => {
      const archive = createFolderArchive(join(folder, 'archive'));
      const { client, ours, naive, database } = flows;
      const year: YearMaker['year'] = async (people, suite = 'intl') => {
        const lived = await ours.prepare(people);
        await ours.run(lived);
        return exported({ client, ours, database, archive, bundle: setting.bundle }, lived, suite);
      };
      return use({ client, ours, naive, year });
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Making = Pick<Flows, 'client' | 'ours'> & {
  readonly database: Database;
  readonly archive: ArchiveStore;
  readonly bundle: string;
};

async function exported(making: Making, year: Year, suiteId: SuiteId): Promise<ExportedYear> {
  const { database, archive } = making;
  const { transactions } = database;
  const suite = suiteOf(suiteId);
  if (suite === null) throw new RangeError(`no suite ${suiteId}`);
  const keys = { former: newKey(suiteId, 'demo-former'), present: newKey(suiteId, 'demo-present') };
  const log = {
    ...{ transactions, clock: systemClock, suites: suiteOf, suiteOfArea: () => suite },
    ...{ witness: null, timestamps: null },
  };
  const cycleId = year.cycle.id;
  await numberEntries({ ...log, keys: [keys.former] }, cycleId);
  const runs = await closedRunsOf(making, year);
  const deps = archiveDeps(making, log.suiteOfArea);
  const from = performance.now();
  const { archived, failed } = await archiveRuns(deps, runs);
  const ms = performance.now() - from;
  if (failed > 0 || archived !== runs.length) throw new Error(`${archived} of ${runs.length} runs archived`);
  await numberEntries({ ...log, keys: [keys.former] }, cycleId);
  const rotated = await rotateLogKey({ ...log, keys: [keys.present, keys.former] }, cycleId);
  const head = rotated.numbered.head?.note ?? '';
  const outside = { keys: [verifierKey(suite, keys.former)], heads: [head] };
  const forgeable = (files: ReadonlyMap<string, Uint8Array>): Forgeable => {
    const first = { ...keys, from: rotated.from };
    return { ...honestContainer(files, BUNDLE_HASHES), keys: first, outside };
  };
  const exporting = { transactions, archive, suites: suiteOf };
  const whole = await exportCycle(exporting, cycleId);
  if (whole.missing > 0) throw new Error(`${whole.missing} items are missing in the export`);
  const rows = await transactions.read(({ archivedRuns }) => archivedRuns.ofCycle(cycleId));
  return {
    bundle: forgeable(whole.files),
    ownBundles: async (count) => {
      const made: Forgeable[] = [];
      for (const { id } of year.appraisals.slice(0, count))
        made.push(forgeable((await exportAppraisal(exporting, id)).files));
      return made;
    },
    appraisals: year.appraisals.length,
    histories: runs.length,
    archived: { ms, bytesOfHistories: rows.reduce((sum, { size }) => sum + size, 0) },
  };
}

function newKey(id: SuiteId, name: string): StolenKey {
  const suite = suiteOf(id);
  if (suite === null) throw new RangeError(`no suite ${id}`);
  const key = suite.newSigningKeys();
  return { name: `${name}-${logKeyId(suite, { name, publicKey: key.publicKey })}`, suite: id, ...key };
}

/** Every flow of the year by its ids; the server's own list lags behind. */
async function closedRunsOf({ client, ours }: Making, year: Year) {
  const { appraisals, others } = await ours.flowsOf(year);
  const ids = [...appraisals, ...others];
  const runs = [];
  for (const workflowId of ids) runs.push(await closedRun(client, workflowId));
  return runs.map((run) => ({ run, cycle: year.cycle }));
}

async function closedRun(client: Client, workflowId: string) {
  const handle = client.workflow.getHandle(workflowId);
  await handle.result().catch(() => undefined); // a flow that failed is closed too
  const { runId, closeTime } = await handle.describe();
  return { workflowId, runId, closedAt: closeTime?.getTime() ?? 0 };
}

function archiveDeps(making: Making, suiteOfArea: ArchiveDeps['suiteOfArea']): ArchiveDeps {
  const { client, database, archive, bundle } = making;
  const { version } = createRequire(import.meta.url)('@temporalio/worker/package.json') as {
    version: string;
  };
  const files = { bundle: readFileSync(bundle), lockFile: readFileSync(LOCK_FILE), sdkVersion: version };
  return {
    ...{ transactions: database.transactions, clock: systemClock, archive, suiteOfArea },
    closedRuns: createClosedRuns(client),
    builds: { nodeVersion: process.versions.node, files: () => Promise.resolve(files) },
    replayer: createReplayer(),
    alarm: () => undefined,
  };
}
