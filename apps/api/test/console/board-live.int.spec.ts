import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inboxTaskId, type InboxTask, type WorkflowGateway } from '@kaoji/application';
import { inboxTaskRecord } from '@kaoji/persistence/testing';
import type { Browser } from 'playwright-core';
import { startApi, type TestApi } from '../harness/api.js';
import { consoleFolder, openBrowser, takeSeat, type Seat } from '../harness/console.js';
import { accountId, OTHER_UNIT, UNIT } from '../harness/places.js';
import { collectingCycle } from '../harness/year.js';

const HOUR = 3_600_000;
const MANY = 10_000;

/** Flows that take whatever they are told. */
const gateway = new Proxy({} as WorkflowGateway, { get: () => () => Promise.resolve({ ok: true }) });

let api: TestApi;
let browser: Browser;
let hr: Seat;
let cycleId: string;
beforeAll(async () => {
  [api, browser] = await Promise.all([startApi({ consoleFolder: consoleFolder(), gateway }), openBrowser()]);
  ({ cycleId } = await collectingCycle(api));
  await waits([taskOf('worker', UNIT, -2), taskOf('worker3', OTHER_UNIT, -1), taskOf('panel', UNIT, 5)]);
  hr = await takeSeat(browser, api.url);
  await hr.signIn('hr');
});
afterAll(async () => {
  await browser.close();
  await api.close();
});

/** Something a person has to do, due in so many hours. */
function taskOf(name: Parameters<typeof accountId>[0], unitId: string, due: number, what = ''): InboxTask {
  const source = `marking/${cycleId}/${unitId}/${name}/${what}`;
  return inboxTaskRecord({
    ...{ id: inboxTaskId(source, accountId(name)), accountId: accountId(name), kind: 'marking', source },
    ...{ cycleId, unitId, step: null, dueAt: Date.now() + due * HOUR, count: 4 },
  });
}
const waits = (tasks: readonly InboxTask[]): Promise<void> =>
  api.database.transactions.run(({ inbox }) =>
    inbox.projectMany(
      tasks.map((task) => ({ source: task.source, version: 1, tasks: [task] })),
      Date.now(),
    ),
  );

describe('the board, live', () => {
  it('shows a change that was pushed, without a reload and without asking again', async () => {
    const { page } = hr;
    const asked: string[] = [];
    page.on('request', (request) => void asked.push(new URL(request.url()).pathname));
    await page.goto(`/cycles/${cycleId}`);
    await page.getByText('实时更新', { exact: false }).waitFor();
    const readings = asked.filter((path) => path === `/api/cycles/${cycleId}`).length;
    await api.database.transactions.run(async ({ cycles }) => {
      const west = await cycles.unit(cycleId, OTHER_UNIT);
      await cycles.advanceUnit(cycleId, OTHER_UNIT, west?.version ?? 0, { state: 'deliberating', round: 1 });
    });
    const total = page.getByRole('row', { name: /合计/ });
    await total.getByRole('cell').nth(3).getByText('1').waitFor();
    expect(asked.filter((path) => path === `/api/cycles/${cycleId}`)).toHaveLength(readings);
  });

  it('reads again by itself where nothing can be pushed', async () => {
    const { page } = hr;
    await page.route('**/events', (route) => route.abort());
    await page.reload();
    await page.getByText('本页每隔几秒自动更新', { exact: false }).waitFor();
    await waits([taskOf('supervisor', UNIT, 3)]);
    await page.getByRole('link', { name: '东片：3 人有待办，查看是谁' }).waitFor();
    await page.unroute('**/events');
    await page.reload();
    await page.getByText('实时更新', { exact: false }).waitFor();
    await hr.looksRight();
  });
});

describe('who is waited for', () => {
  it('is one click from the board: by name, with what each has to do, the longest overdue first', async () => {
    const { page, looksRight } = hr;
    await page.getByRole('link', { name: '东片：1 人逾期，查看是谁' }).click();
    await page.getByRole('heading', { level: 1, name: '2026 年度 · 在等谁' }).waitFor();
    await page.getByRole('row', { name: /演示甲.*4 项.*东片.*已逾期.*未催办/ }).waitFor();
    expect(await page.getByRole('row').count()).toBe(2);
    await page.getByLabel('单位').selectOption('');
    await page.getByRole('row', { name: /演示丙/ }).waitFor();
    await page.getByRole('checkbox', { name: '只看逾期' }).uncheck();
    await page.getByRole('row', { name: /supervisor.*还剩/ }).waitFor();
    await looksRight();
  });

  it('can be reminded all at once: said beforehand, done once a day, and who has to be told in person', async () => {
    const { page, looksRight } = hr;
    await page.getByRole('button', { name: '批量催办' }).click();
    await page.getByText('将提醒 4 人尽快办理 4 件事项', { exact: false }).waitFor();
    await page.getByRole('checkbox', { name: '只催其中已逾期的 2 件' }).waitFor();
    await page.getByRole('button', { name: '确认催办' }).click();
    const done = page.getByRole('status').filter({ hasText: '催办完成' });
    await done.getByText('已催办 2 件事项，涉及 2 人。').waitFor();
    await done.getByText('这是演练', { exact: false }).waitFor();
    await done.getByRole('listitem').filter({ hasText: '演示丙' }).getByText('没有登记联系方式').waitFor();
    await page
      .getByRole('row', { name: /演示甲/ })
      .getByText('未催办')
      .waitFor({ state: 'detached' });
    await looksRight();
    await page.getByRole('button', { name: '批量催办' }).click();
    await page.getByRole('button', { name: '确认催办' }).click();
    await done.getByText('没有新的催办', { exact: false }).waitFor();
  });

  it('is not shown to whoever may not know it', async () => {
    const supervisor = await takeSeat(browser, api.url);
    await supervisor.signIn('supervisor');
    await supervisor.page.goto(`/cycles/${cycleId}`);
    await supervisor.page.getByRole('row', { name: /东片/ }).waitFor();
    expect(await supervisor.page.getByRole('link', { name: /查看是谁/ }).count()).toBe(0);
    await supervisor.page.context().close();
  });
});

describe(`${MANY.toLocaleString('en')} appraisees`, () => {
  it('are listed without drawing more than what is near, and counted on the board', async () => {
    const { page } = hr;
    await api.database.transactions.run(async ({ appraisals, places }) => {
      const [one] = await appraisals.ofUnit(cycleId, UNIT);
      if (one === undefined) throw new Error('nobody in the unit');
      const number = (n: number): string => String(n).padStart(5, '0');
      const people = Array.from({ length: MANY }, (_none, n) => ({
        ...{ id: `many-${number(n)}`, name: `演示${number(n)}`, phone: null },
      }));
      await places.insertPeople(people);
      await appraisals.insertMany(people.map(({ id }) => ({ ...one, id: `zz-${id}`, personId: id })));
    });
    await page.goto(`/cycles/${cycleId}`);
    await page.getByRole('row', { name: /合计/ }).getByText('10002').waitFor();
    await page.getByRole('link', { name: '东片', exact: true }).click();
    const people = page.getByRole('region', { name: '人员' });
    await people.getByText('已显示 500 人').waitFor();
    await people.getByRole('button', { name: '再显示一些' }).focus(); // one has come to the end
    await people.getByText('已显示 1000 人').waitFor();
    expect(await people.getByRole('row').count()).toBeLessThan(300);
    expect(hr.complaints).toEqual([]);
  });
});
