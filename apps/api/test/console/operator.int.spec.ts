import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ClosedRun, ClosedRuns } from '@kaoji/application';
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

let api: TestApi;
let browser: Browser;
let operator: Seat;
beforeAll(async () => {
  [api, browser] = await Promise.all([
    startApi({ consoleFolder: consoleFolder(), closedRuns, clock: { now: () => NOW } }),
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
    await page.getByText('流程引擎 1.29.1', { exact: false }).waitFor();
    await page.getByText('没有配置归档', { exact: false }).waitFor();
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
