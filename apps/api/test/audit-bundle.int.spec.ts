import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { numberEntries } from '@kaoji/application';
import { createFolderArchive, readLogKeys, suiteOf, systemClock } from '@kaoji/gateways';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApi, type Person, type TestApi } from './harness/api.js';
import { rosteredCycle, setStage } from './harness/year.js';

const intl = suiteOf('intl')!;
const keys = readLogKeys([{ name: 'office', suite: 'intl', privateKey: intl.newSigningKeys().privateKey }]);
const folder = mkdtempSync(join(tmpdir(), 'kaoji-bundle-'));
let api: TestApi;
let auditor: Person;
let worker: Person;
let cycleId: string;
let own: string;
let others: string;
beforeAll(async () => {
  api = await startApi({ archive: createFolderArchive(folder) });
  auditor = await api.as('auditor');
  worker = await api.as('worker');
  const rostered = await rosteredCycle(api);
  cycleId = rostered.cycleId;
  [own, others] = [rostered.appraisalOf('person-1'), rostered.appraisalOf('person-2')];
});
afterAll(async () => {
  await api.close();
  rmSync(folder, { recursive: true });
});

const whole = (): string => `/api/cycles/${cycleId}/audit-bundle`;
const ofOne = (id: string): string => `/api/appraisals/${id}/audit-bundle`;

async function number(): Promise<void> {
  await numberEntries(
    {
      transactions: api.database.transactions,
      clock: systemClock,
      suites: suiteOf,
      suiteOfArea: () => intl,
      keys,
      witness: null,
      timestamps: null,
    },
    cycleId,
  );
}

describe('audit bundles', () => {
  it('are not ready before anything is signed, nor to an appraisee before it is recorded', async () => {
    expect(await auditor.get(whole())).toMatchObject({ status: 409, body: { code: 'BUNDLE_NOT_READY' } });
    expect(await worker.get(ofOne(own))).toMatchObject({ status: 409, body: { code: 'BUNDLE_NOT_READY' } });
    await number();
    expect(await worker.get(ofOne(own))).toMatchObject({ status: 409, body: { code: 'BUNDLE_NOT_READY' } });
  });

  it('come as one file: of the cycle to an auditor, of their own appraisal to an appraisee', async () => {
    await setStage(api, cycleId, { appraisals: { status: 'recorded' } });
    await number();
    for (const [person, path] of [
      [auditor, whole()],
      [worker, ofOne(own)],
    ] as const) {
      const { status, headers, text } = await person.send(path);
      expect({ status, type: headers.get('content-type') }).toEqual({ status: 200, type: 'application/zip' });
      expect(headers.get('content-disposition')).toBe('attachment; filename="audit-bundle.zip"');
      expect(text.startsWith('PK')).toBe(true);
    }
  });

  it('are nobody else’s', async () => {
    const hr = await api.as('hr');
    const refused = await Promise.all([
      hr.get(whole()),
      worker.get(whole()),
      hr.get(ofOne(own)),
      auditor.get(ofOne(own)),
      worker.get(ofOne(others)),
    ]);
    expect(refused.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
    expect((await api.stranger.get(whole())).status).toBe(401);
    expect((await auditor.get('/api/cycles/none/audit-bundle')).status).toBe(404);
  });

  it('say so where no archive is configured', async () => {
    const bare = await startApi();
    try {
      const { cycleId: id } = await rosteredCycle(bare);
      const answer = await (await bare.as('auditor')).get(`/api/cycles/${id}/audit-bundle`);
      expect(answer).toMatchObject({ status: 409, body: { code: 'ARCHIVE_NOT_CONFIGURED' } });
    } finally {
      await bare.close();
    }
  });
});
