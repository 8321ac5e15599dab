import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  exportAppraisal,
  exportCycle,
  hashTextOf,
  numberEntries,
  objectNameOf,
  type ArchiveStore,
  type ExportDeps,
  type LogDeps,
} from '@kaoji/application';
import { createFolderArchive, readLogKeys, suiteOf } from '@kaoji/gateways';
import { outcomeOf, seedUnit, testDatabases, type TestDatabase } from '@kaoji/persistence/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BUNDLE_HASHES } from '../src/audit/container/bundle-hashes.js';
import { bytesSource } from '../src/audit/container/byte-source.js';
import { checkBundleFile } from '../src/audit/container/check-bundle-file.js';
import { writeBundle } from '../src/audit/export/write-bundle.js';
import { runHere, runKaoji } from './run-kaoji.js';

const CYCLE = 'cycle-1';
const PEOPLE = 3;
const intl = suiteOf('intl')!;
// One key for both databases, since the bundle of either is compared with the other's.
const [key] = readLogKeys([{ name: 'office', suite: 'intl', privateKey: intl.newSigningKeys().privateKey }]);
const text = (words: string) => new TextEncoder().encode(words);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kaoji-export-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const findings = (bytes: Uint8Array) => checkBundleFile(bytesSource(bytes), BUNDLE_HASHES).findings;

async function keep(archive: ArchiveStore, bytes: Uint8Array) {
  const hash = hashTextOf(intl, bytes);
  const objectName = objectNameOf(hash);
  await archive.put(objectName, bytes);
  return { hash, objectName, size: bytes.length };
}

/** Evidence, results and an archived run of everybody, and the build of the runs. */
async function fill({ transactions }: TestDatabase, archive: ArchiveStore): Promise<void> {
  const people = Array.from({ length: PEOPLE }, (_, at) => `appraisal-${at}`);
  const file = await keep(archive, text('code()'));
  const kept = await Promise.all(people.map((id) => keep(archive, text(`history of ${id}`))));
  await transactions.run(async (stores) => {
    await seedUnit(stores, PEOPLE);
    const rows = people.map((appraisalId) => ({ appraisalId, round: 1, hash: 'h', body: '{}' }));
    await stores.results.insertEvidence(rows.map((row) => ({ ...row, sealedAt: 5 })));
    await stores.results.insertEvaluations(rows);
    await stores.archivedRuns.insertBuild({
      ...{ buildId: 'build-1', suite: 'intl', bundle: file, lockFile: file, recipe: file, archivedAt: 7 },
    });
    for (const [at, object] of kept.entries()) {
      const runId = `run-${at}`;
      await stores.archivedRuns.insert({
        ...object,
        ...{ cycleId: CYCLE, suite: 'intl', workflowId: `cycle/2026/area-1/appraisal/appraisal-${at}` },
        ...{ runId, firstRunId: runId, continuedFrom: null, workflowType: 'appraisal', deployment: 'kaoji' },
        ...{ buildId: 'build-1', sdkVersion: '1.24.0', nodeVersion: '20.1.0', serverVersion: '1.29.0' },
        ...{ codecKeyIds: [], closeStatus: 'completed', eventCount: 9, closedAt: 6, archivedAt: 7 },
        ...{ verdict: 'replayed', fault: null },
      });
    }
  });
}

describe.each(testDatabases())('exporting from $name', ({ name, open }) => {
  let database: TestDatabase;
  let deps: ExportDeps;
  beforeAll(async () => {
    database = await open();
    const archive = createFolderArchive(join(folder, name));
    deps = { transactions: database.transactions, archive, suites: suiteOf };
    await fill(database, archive);
  });
  afterAll(() => database.close());
  const number = () => {
    const logDeps: LogDeps = {
      ...deps,
      clock: { now: () => 1_900_000_000_000 },
      suiteOfArea: () => intl,
      keys: [key!],
      witness: null,
      timestamps: null,
    };
    return numberEntries(logDeps, CYCLE);
  };
  const written = (file: string, files: ReadonlyMap<string, Uint8Array>) => {
    const path = join(folder, file);
    expect(writeBundle(path, files)).toBe(readFileSync(path).length);
    return readFileSync(path);
  };
  it('refuses while nothing is signed, and a cycle or appraisal that is not there', async () => {
    expect(await outcomeOf(exportCycle(deps, CYCLE))).toBe('BUNDLE_NOT_READY');
    expect(await outcomeOf(exportAppraisal(deps, 'appraisal-0'))).toBe('BUNDLE_NOT_READY');
    expect(await outcomeOf(exportCycle(deps, 'other'))).toBe('NOT_FOUND');
    expect(await outcomeOf(exportAppraisal(deps, 'other'))).toBe('NOT_FOUND');
  });

  it('writes the same bytes each time, and the same from both databases, in which nothing is found', async () => {
    await number();
    const whole = await exportCycle(deps, CYCLE);
    expect(whole).toMatchObject({ missing: 0, manifest: { histories: { length: PEOPLE }, absent: [] } });
    const bytes = written(`${name}.zip`, whole.files);
    expect(findings(bytes)).toEqual([]);
    expect(written('again.zip', (await exportCycle(deps, CYCLE)).files).equals(bytes)).toBe(true);
    const other = readFileSync(join(folder, 'SQLite.zip'));
    expect(other.equals(bytes)).toBe(true);
  });

  it('gives one appraisal alone, under the same root', async () => {
    const { head } = await number();
    const own = await exportAppraisal(deps, 'appraisal-1');
    const bytes = written('own.zip', own.files);
    expect(findings(bytes)).toEqual([]);
    expect(own.manifest.log.root).toBe(head!.root);
    expect(own.manifest.histories.map(({ runId }) => runId)).toEqual(['run-1']);
    expect(bytes.includes('appraisal-1') && !/(?:appraisal|person|run)-[02]/.test(bytes.toString())).toBe(
      true,
    );
  });

  it('exports what is left when the archive has lost a history, and the check names it', async () => {
    await number();
    const lost = hashTextOf(intl, text('history of appraisal-1'));
    const poorer: ArchiveStore = {
      ...deps.archive,
      get: async (object) => (object === objectNameOf(lost) ? null : deps.archive.get(object)),
    };
    const whole = await exportCycle({ ...deps, archive: poorer }, CYCLE);
    expect(whole.missing).toBe(1);
    expect(findings(written('lost.zip', whole.files))).toMatchObject([{ code: 'LEAF_WITHOUT_ITEM' }]);
  });
});

describe('kaoji audit export', () => {
  it('writes what the use case gives, says root and verify command, and refuses in one line', async () => {
    const database = await testDatabases()[0]!.open();
    const archive = join(folder, 'command');
    try {
      await fill(database, createFolderArchive(archive));
      const env = {
        DATABASE_URL: database.url,
        KAOJI_ARCHIVE: `file:${archive}`,
      };
      const words = ['audit', 'export', '--cycle', CYCLE, '-o', 'bundle.zip', '--lang', 'en'];
      const run = (own: Record<string, string> = {}, more: readonly string[] = []) =>
        runKaoji([...words, ...more], { cwd: folder, env: { ...env, ...own } });
      const refusals = [
        await run(),
        await run({ KAOJI_ARCHIVE: '' }),
        await run({}, ['--appraisal', 'other']),
      ];
      expect(refusals.map(({ err, exitCode }) => `${exitCode} ${err.split(': ')[1]}`)).toEqual([
        '2 BUNDLE_NOT_READY',
        '2 ARCHIVE_NOT_CONFIGURED',
        '2 NOT_FOUND',
      ]);
      const { head } = await numberEntries(
        {
          ...{ transactions: database.transactions, clock: { now: () => 1 }, suites: suiteOf },
          ...{ suiteOfArea: () => intl, keys: [key!], witness: null, timestamps: null },
        },
        CYCLE,
      );
      const { out, err, exitCode } = await run();
      expect({ err, exitCode }).toEqual({ err: '', exitCode: 0 });
      expect(out).toContain(`root ${head!.root}\n`);
      expect(out).toMatch(/\nverify: npm run kaoji -- audit verify bundle\.zip\n$/);
      expect(findings(readFileSync(join(folder, 'bundle.zip')))).toEqual([]);
    } finally {
      await database.close();
    }
  });

  it('prints the published schema of the manifest', async () => {
    const file = new URL('../../../libs/domain/schemas/audit-manifest.schema.json', import.meta.url);
    const { out } = await runHere(['audit', 'schema']);
    expect(JSON.parse(out)).toEqual(JSON.parse(readFileSync(file, 'utf8')));
  });
});
