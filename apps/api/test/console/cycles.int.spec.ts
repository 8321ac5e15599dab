import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { WorkflowGateway } from '@kaoji/application';
import type { Browser } from 'playwright-core';
import { startApi, type TestApi } from '../harness/api.js';
import { consoleFolder, openBrowser, takeSeat, type Seat } from '../harness/console.js';
import { UNIT } from '../harness/places.js';
import { collectingCycle, setStage } from '../harness/year.js';

/** A cycle that collects in two units, one of them past its date. */
const told: string[] = [];
const gateway = new Proxy({} as WorkflowGateway, {
  get: (_target, method) => () => {
    told.push(String(method));
    return Promise.resolve({ ok: true });
  },
});

const REASON = '演示：材料已齐 <img src=x onerror=alert(1)>';

let api: TestApi;
let browser: Browser;
let hr: Seat;
let cycleId: string;
let appraisalOf: (personId: string) => string;
beforeAll(async () => {
  [api, browser] = await Promise.all([startApi({ consoleFolder: consoleFolder(), gateway }), openBrowser()]);
  hr = await takeSeat(browser, api.url);
});
afterAll(async () => {
  await browser.close();
  await api.close();
});

const lateUnit = async (): Promise<void> =>
  api.database.transactions.run(async ({ cycles }) => {
    const unit = (await cycles.units(cycleId)).find(({ unitId }) => unitId === UNIT);
    await cycles.advanceUnit(cycleId, UNIT, unit?.version ?? 0, {
      collectionClosesAt: Date.now() - 3_600_000,
    });
  });

describe('the list of cycles', () => {
  it('says where a cycle comes from while there is none', async () => {
    const { page, signIn } = hr;
    await signIn('hr');
    await page.getByRole('link', { name: '考核进度' }).click();
    await page.getByText('这里还没有考核', { exact: false }).waitFor();
  });

  it('leads to the board of each, and marks a rehearsal', async () => {
    ({ cycleId, appraisalOf } = await collectingCycle(api));
    await lateUnit();
    const { page, looksRight } = hr;
    await page.reload();
    const row = page.getByRole('row', { name: /2026 年度考核/ });
    await row.getByText('演练').waitFor();
    await looksRight();
    await row.getByRole('link').click();
    await page.getByRole('heading', { level: 1, name: '2026 年度考核' }).waitFor();
  });
});

describe('the board of a cycle', () => {
  const board = () => hr.page.getByRole('region', { name: '进度' });

  it('counts the people of each unit in the stage it is in, and marks what is late', async () => {
    const east = board().getByRole('row', { name: /东片/ });
    expect(await east.getByRole('cell').allTextContents()).toEqual(
      expect.arrayContaining(['2', expect.stringContaining('逾期')]),
    );
    const total = board().getByRole('row', { name: /合计/ });
    const counts = await total.getByRole('cell').allTextContents();
    expect(counts).toEqual(['0', '3', '0', '0', '0', '0', '0', '0', '0', '']);
    await hr.looksRight();
  });

  it('shows only late units when asked, at an address of its own', async () => {
    await board().getByRole('checkbox', { name: '只看逾期单位（1）' }).check();
    await board().getByRole('row', { name: /西片/ }).waitFor({ state: 'detached' });
    expect(new URL(hr.page.url()).search).toBe('?late=true');
    await board().getByRole('checkbox').uncheck();
  });

  it('moves by itself when a unit does', async () => {
    await api.database.transactions.run(async ({ cycles }) => {
      const west = (await cycles.units(cycleId)).find(({ unitId }) => unitId !== UNIT);
      await cycles.advanceUnit(cycleId, west?.unitId ?? '', west?.version ?? 0, {
        state: 'deliberating',
        round: 1,
      });
    });
    const total = board().getByRole('row', { name: /合计/ });
    await total.getByRole('cell').nth(3).getByText('1').waitFor();
  });
});

describe('a unit of a cycle', () => {
  it('names its people and where each stands', async () => {
    const { page, looksRight } = hr;
    await page.getByRole('link', { name: '东片' }).click();
    const people = page.getByRole('region', { name: '人员' });
    await people.getByRole('row', { name: /演示甲.*评价中.*尚未送达/ }).waitFor();
    expect(await people.getByRole('row', { name: /演示丙/ }).count()).toBe(0);
    await looksRight();
  });

  it('says what closing early does and to whom, before it is done', async () => {
    const { page, looksRight } = hr;
    await page.getByRole('button', { name: '提前结束评价' }).click();
    await page.getByText(/东片的 2 名考核对象/).waitFor();
    expect(await page.getByRole('button', { name: '确认提前结束' }).isDisabled()).toBe(true);
    await page.getByLabel('提前结束的理由').fill(REASON);
    await looksRight();
    expect(told).toEqual([]);
    await page.getByRole('button', { name: '确认提前结束' }).click();
    await page.getByText('评价已结束，名单正在汇总。').waitFor();
    expect(told).toEqual(['closeCollection']);
  });

  it('keeps the reason with the act and shows it as text, whatever was written', async () => {
    await hr.page.getByRole('region', { name: /阶段/ }).getByText(REASON).waitFor();
    expect(await hr.page.evaluate('document.querySelectorAll("main img").length')).toBe(0);
  });

  it('links each delivered result', async () => {
    await setStage(api, cycleId, {
      appraisals: {
        status: 'graded',
        finalStatus: 'graded',
        finalGrade: 'competent',
        notifiedAt: Date.now(),
      },
    });
    const { page, complaints } = hr;
    await page.reload();
    const row = page.getByRole('row', { name: /演示甲.*合格/ });
    const href = await row.getByRole('link', { name: '查看结果' }).getAttribute('href');
    expect(href).toBe(`/appraisals/${appraisalOf('person-1')}`);
    expect(complaints).toEqual([]);
  });

  it('lets the auditor read where people stand without their names, and close nothing', async () => {
    const auditor = await takeSeat(browser, api.url);
    await auditor.signIn('auditor');
    await auditor.page.goto(`/cycles/${cycleId}/units/${UNIT}`);
    await auditor.page.getByText('（您不可见姓名）').first().waitFor();
    expect(await auditor.page.getByRole('button', { name: '提前结束评价' }).count()).toBe(0);
    await auditor.page.context().close();
  });
});

describe('GET /api/cycles/:cycleId/appraisals?unitId=', () => {
  it('gives the people of that unit page by page, and of no unit that is not theirs', async () => {
    const path = `/api/cycles/${cycleId}/appraisals?unitId=${UNIT}&limit=1`;
    type Listed = { items: { id: string; unitId: string }[]; next: string | null };
    const supervisor = await api.as('supervisor');
    const { body: first } = await supervisor.get<Listed>(path);
    const { body: second } = await supervisor.get<Listed>(`${path}&after=${first.next}`);
    expect(new Set([...first.items, ...second.items].map(({ id }) => id))).toEqual(
      new Set([appraisalOf('person-1'), appraisalOf('person-2')]),
    );
    const { body: third } = await supervisor.get<Listed>(`${path}&after=${second.next}`);
    expect(third).toEqual({ items: [], next: null });
    const refused = await (await api.as('other_supervisor')).get(path);
    expect([refused.status, refused.body['code']]).toEqual([403, 'FORBIDDEN']);
  });
});
