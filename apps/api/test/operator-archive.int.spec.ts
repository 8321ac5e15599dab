import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ClosedRun, ClosedRuns } from '@kaoji/application';
import type { ArchiveStateView } from '@kaoji/http-contract';
import { archivedRunRecord, cycleRecord, seedPlaces } from '@kaoji/persistence/testing';
import { startApi, type TestApi } from './harness/api.js';
import { AREA } from './harness/places.js';

const HOUR = 3_600_000;
const NOW = 1_800_000_000_000;
const RETENTION = 72 * HOUR;
const FLOW = `cycle/2026/${AREA}/appraisal`;
const closed = (workflowId: string, hoursAgo: number): ClosedRun => ({
  workflowId,
  runId: `run of ${workflowId}`,
  closedAt: NOW - hoursAgo * HOUR,
});
/** What Temporal lists: ours, of the other area, of a rehearsal nobody knows, and of another kind. */
const RUNS = [
  closed(`${FLOW}/just-ended`, 1),
  closed(`${FLOW}/soon-forgotten`, 60),
  closed(`${FLOW}/archived`, 10),
  closed('cycle/2026/area-1/appraisal/elsewhere', 1),
  closed('cycle/2025/area-unknown/appraisal/stranger', 1),
];
const closedRuns: ClosedRuns = {
  page: () => Promise.resolve({ runs: RUNS, next: null }),
  history: () => Promise.resolve(null),
  serverVersion: () => Promise.resolve('1.29.1'),
  retentionMs: () => Promise.resolve(RETENTION),
};

let api: TestApi;
beforeAll(async () => {
  api = await startApi({ closedRuns, clock: { now: () => NOW } });
  await api.database.transactions.run(async (stores) => {
    await seedPlaces(stores);
    await stores.cycles.insert(cycleRecord({ areaId: AREA }), []);
    await stores.cycles.insert(cycleRecord({ id: 'cycle-other' }), []);
    const fault = 'event 20 (TIMER_STARTED): no such command [workflows/src/wait-until.ts:9:3]';
    const workflowId = `${FLOW}/archived`;
    await stores.archivedRuns.insert(
      archivedRunRecord({ workflowId, runId: `run of ${workflowId}`, verdict: 'failed', fault }),
    );
  });
});
afterAll(() => api.close());

describe('GET /api/operator/archive', () => {
  it.each(['operator', 'auditor'] as const)(
    'tells the %s of an area which of its closed runs are not archived, the first to be forgotten first',
    async (name) => {
      const answer = await (await api.as(name)).get<ArchiveStateView>('/api/operator/archive');
      expect(answer.status).toBe(200);
      expect(answer.body).toMatchObject({
        versions: { engine: '1.29.1', node: process.version.slice(1) },
        configured: false,
        at: NOW,
        retentionMs: RETENTION,
        closed: 3,
        near: 1,
      });
      expect(
        answer.body.gaps.map(({ workflowId, forgottenAt, near }) => [workflowId, forgottenAt, near]),
      ).toEqual([
        [`${FLOW}/soon-forgotten`, NOW + 12 * HOUR, true],
        [`${FLOW}/just-ended`, NOW + 71 * HOUR, false],
      ]);
    },
  );

  it('tells which replays parted from their history, with the event and the place', async () => {
    const { body } = await (await api.as('operator')).get<ArchiveStateView>('/api/operator/archive');
    expect(body.failed).toMatchObject([
      { workflowId: `${FLOW}/archived`, buildId: 'build-1', fault: expect.stringContaining('event 20') },
    ]);
  });

  it.each(['hr', 'supervisor', 'superior', 'worker', 'nobody', 'elsewhere'] as const)(
    'is closed to the %s',
    async (name) => {
      expect((await (await api.as(name)).get('/api/operator/archive')).status).toBe(403);
    },
  );
});

it('says that Temporal is away where it is', async () => {
  const alone = await startApi();
  try {
    const answer = await (await alone.as('operator')).get('/api/operator/archive');
    expect(answer).toMatchObject({ status: 503, body: { code: 'TEMPORAL_UNAVAILABLE' } });
  } finally {
    await alone.close();
  }
});
