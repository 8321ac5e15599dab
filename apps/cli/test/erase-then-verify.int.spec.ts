import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ERASED,
  checkHeads,
  exportCycle,
  numberEntries,
  type ExportDeps,
  type LogDeps,
} from '@kaoji/application';
import { erasePerson, type Actor } from '@kaoji/application/staff';
import { createFolderArchive, personSealing, readLogKeys, suiteOf, systemClock } from '@kaoji/gateways';
import { seedUnit, testDatabases, type TestDatabase } from '@kaoji/persistence/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BUNDLE_HASHES } from '../src/audit/container/bundle-hashes.js';
import { bytesSource } from '../src/audit/container/byte-source.js';
import { checkBundleFile } from '../src/audit/container/check-bundle-file.js';
import { containerParts } from '@kaoji/application/container';

const CYCLE = 'cycle-1';
const SECRET = '演示隐私';
const suite = suiteOf('sm')!;
const [key] = readLogKeys([{ name: 'office', suite: 'sm', privateKey: suite.newSigningKeys().privateKey }]);
const officer: Actor = {
  accountId: 'account-hr',
  personId: null,
  grants: [{ role: 'hr_officer', areaId: 'area-1', unitId: null }],
};

describe.each(testDatabases())('erasing a person on $name', ({ open }) => {
  let folder: string;
  let database: TestDatabase;
  let deps: ExportDeps & LogDeps;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kaoji-erase-'));
    database = await open(personSealing([{ id: 'k', secret: 'A'.repeat(43) }], 'sm'));
    deps = {
      transactions: database.transactions,
      archive: createFolderArchive(folder),
      suites: suiteOf,
      clock: systemClock,
      suiteOfArea: () => suite,
      keys: [key!],
      witness: null,
      timestamps: null,
    };
    await database.transactions.run(async (stores) => {
      const { appraisals } = await seedUnit(stores, 2);
      for (const { id, version } of appraisals) {
        await stores.appraisals.advance(id, version, { status: 'recorded' });
        const report = { appraisalId: id, text: `${SECRET}${id}`, version: 1, submittedAt: 1 };
        await stores.appraisals.insertDutyReport(report);
        await stores.decisions.insertSignature({
          ...{ appraisalId: id, signed: true, opinion: SECRET, signedAt: 2 },
        });
      }
    });
  });
  afterAll(async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const bundle = async (): Promise<Buffer> => {
    await numberEntries(deps, CYCLE);
    const { files } = await exportCycle(deps, CYCLE);
    for (const content of files.values()) expect(Buffer.from(content).includes(SECRET)).toBe(false);
    return Buffer.concat([
      ...containerParts([...files].map(([name, content]) => ({ name, read: () => content }))),
    ]);
  };
  const findings = (bytes: Uint8Array) => checkBundleFile(bytesSource(bytes), BUNDLE_HASHES).findings;
  const reportOf = (appraisalId: string) =>
    database.transactions.read(async ({ appraisals }) => {
      return (await appraisals.latestDutyReport(appraisalId))?.text;
    });

  it('leaves every hash, proof, head and earlier bundle as it was, and the text of nobody else is lost', async () => {
    const before = await bundle();
    expect(findings(before)).toEqual([]);
    expect(await reportOf('appraisal-0')).toBe(`${SECRET}appraisal-0`);

    const { fault: faultBefore, size } = await checkHeads(deps, { cycleId: CYCLE, witnessed: [] });
    expect(faultBefore).toBeNull();
    await erasePerson(deps, officer, { personRef: 'person-0', name: '示范人员0', clause: '演示规定' });
    expect(await reportOf('appraisal-0')).toBe(ERASED);
    expect(await reportOf('appraisal-1')).toBe(`${SECRET}appraisal-1`);

    const after = await bundle();
    expect(findings(after)).toEqual([]);
    expect(findings(before)).toEqual([]);
    const checked = await checkHeads(deps, { cycleId: CYCLE, witnessed: [] });
    expect([checked.fault, checked.size]).toEqual([null, size + 1]);
    const [erasure] = await database.transactions.read(({ log }) => log.items(CYCLE, size, 1));
    expect(erasure).toMatchObject({ kind: 'erasure', value: { clause: '演示规定' } });
  });
});
