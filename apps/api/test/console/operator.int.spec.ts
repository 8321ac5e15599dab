import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ClosedRun, ClosedRuns, EngineState, EngineWatch } from '@kaoji/application';
import { archivedRunRecord, cycleRecord, seedPlaces } from '@kaoji/persistence/testing';
import type { Browser } from 'playwright-core';
import { startApi, type TestApi } from '../harness/api.js';
import { consoleFolder, openBrowser, takeSeat, type Seat } from '../harness/console.js';
import { AREA } from '../harness/places.js';

const HOUR = 3_600_000;
const NOW = Date.now();
const FLOW = `cycle/2026/${AREA}/appraisal`;
const closed = (name: string, hoursAgo: number): ClosedRun => ({
  workflowId: `${FLOW}/${name}`,
  runId: `run of ${FLOW}/${name}`,
  closedAt: NOW - hoursAgo * HOUR,
});
let runs: readonly ClosedRun[] = [];
const closedRuns: ClosedRuns = {
  page: () => Promise.resolve({ runs: [...runs], next: null }),
  history: () => Promise.resolve(null),
  serverVersion: () => Promise.resolve('1.29.1'),
  retentionMs: () => Promise.resolve(72 * HOUR),
};

const WELL: EngineState = {
  ...{ version: '1.29.1', namespace: 'default', running: 12, failed: 0, failures: [] },
  queues: (['workflow', 'activity'] as const).map((kind) => ({
    ...{ name: 'kaoji', kind, waiting: 0, oldestWaitMs: 0, workers: 1, builds: ['build-demo'] },
  })),
};
let stands = WELL;
const engine: EngineWatch = { sdkVersion: '1.24.0', state: () => Promise.resolve(stands) };

let api: TestApi;
let browser: Browser;
let operator: Seat;
beforeAll(async () => {
  [api, browser] = await Promise.all([
    startApi({
      ...{ consoleFolder: consoleFolder(), closedRuns, clock: { now: () => NOW } },
      ...{ engine, temporalUi: 'http://temporal.test:8233' },
    }),
    openBrowser(),
  ]);
  operator = await takeSeat(browser, api.url);
});
afterAll(async () => {
  await browser.close();
  await api.close();
});

describe('the state of the service', () => {
  it('says which part does not answer, what that means, and that nothing is missing from the archive', async () => {
    const { page, signIn } = operator;
    await signIn('operator');
    await page.getByRole('link', { name: '运行状态' }).click();
    const now = page.getByRole('region', { name: '现在' });
    await now.getByText('有部件不应答').waitFor(); // nobody listens where this test's engine would be
    await now
      .getByRole('listitem')
      .filter({ hasText: '流程引擎' })
      .getByText('不应答', { exact: true })
      .waitFor();
    await now.getByRole('listitem').filter({ hasText: '数据库' }).getByText('在应答').waitFor();
    await now.getByText('期限不会推进', { exact: false }).waitFor();
    await page.getByText('没有缺口', { exact: false }).waitFor();
    const versions = page.getByRole('region', { name: '版本' });
    await versions.getByText('1.29.1').waitFor();
    await versions.getByText(/^SQLite \d/).waitFor();
    await versions.getByText('build-demo').waitFor();
    await page.getByText('没有配置归档', { exact: false }).waitFor();
  });

  it('shows what waits and what failed, says when nobody works, and leads to the engine’s own pages', async () => {
    const { page } = operator;
    const queues = page.getByRole('region', { name: '队列与积压' });
    await queues.getByText('没有失败的流程。').waitFor();
    const link = queues.getByRole('link', { name: /Temporal/ });
    expect(await link.getAttribute('href')).toBe('http://temporal.test:8233');
    const [workflow, activity] = WELL.queues;
    stands = {
      ...WELL,
      failed: 1,
      failures: [{ workflowId: `${FLOW}/broken`, runId: 'r', status: 'timed_out', closedAt: NOW }],
      queues: [{ ...workflow!, waiting: 7, oldestWaitMs: 90_400, workers: 0, builds: [] }, { ...activity! }],
    };
    await api.database.transactions.run(({ effects }) =>
      effects.pushOutbox({
        ...{ id: 'stuck', kind: 'start_cycle', payload: '{}', createdAt: NOW - HOUR, deliveredAt: null },
      }),
    );
    await page.reload();
    await queues.getByText('没有工作进程在取任务', { exact: false }).waitFor();
    const row = queues.getByRole('row', { name: /流程 kaoji/ });
    expect((await row.getByRole('cell').allTextContents()).slice(0, 3)).toEqual(['7', '91 秒', '0']);
    await queues.getByRole('row', { name: /broken 超时/ }).waitFor();
    await queues.getByText('最早的一条从', { exact: false }).waitFor();
  });

  it('lists closed flows outside the archive and replays that differ, the most urgent first', async () => {
    await api.database.transactions.run(async (stores) => {
      await seedPlaces(stores);
      await stores.cycles.insert(cycleRecord({ areaId: AREA }), []);
      const fault = 'event 20 (TIMER_STARTED): no such command [workflows/src/wait-until.ts:9:3]';
      const { workflowId, runId } = closed('archived', 10);
      await stores.archivedRuns.insert(archivedRunRecord({ workflowId, runId, verdict: 'failed', fault }));
    });
    runs = [closed('just-ended', 1), closed('soon-forgotten', 60), closed('archived', 10)];
    const { page, looksRight, complaints } = operator;
    await page.getByRole('button', { name: '重新检查' }).click();
    const gaps = page.getByRole('group', { name: '尚未归档的流程' });
    await gaps.getByRole('row', { name: /soon-forgotten.*即将清除/ }).waitFor();
    expect(await gaps.getByRole('row').nth(1).textContent()).toContain('soon-forgotten');
    await page
      .getByRole('group', { name: '重放不一致的流程' })
      .getByText('TIMER_STARTED', { exact: false })
      .waitFor();
    await looksRight();
    expect(complaints).toEqual([]);
  });
});
