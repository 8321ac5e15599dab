import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { WorkflowGateway } from '@kaoji/application';
import type { Browser } from 'playwright-core';
import { startApi, type TestApi } from '../harness/api.js';
import { consoleFolder, openBrowser, takeSeat, type Seat } from '../harness/console.js';
import { OTHER_UNIT, UNIT } from '../harness/places.js';
import { csv, row } from '../harness/rostering.js';
import { RULEBOOK, adoptNational, setStage } from '../harness/year.js';

/** On a Friday, with a long holiday before the year is through. */
const NOW = Date.parse('2026-09-11T10:00:00+08:00');
const HOSTILE = '<img src=x onerror=alert(1)>';

/** Whom it tells that somebody joined. */
const told: string[] = [];
const gateway = new Proxy({} as WorkflowGateway, {
  get: (_target, method) => () => {
    told.push(String(method));
    return Promise.resolve({ ok: true });
  },
});

let now = Date.now();
let api: TestApi;
let browser: Browser;
let hr: Seat;
beforeAll(async () => {
  [api, browser] = await Promise.all([
    startApi({ consoleFolder: consoleFolder(), gateway, clock: { now: () => now } }),
    openBrowser(),
  ]);
  now = NOW;
  hr = await takeSeat(browser, api.url);
  await hr.signIn('hr');
});
afterAll(async () => {
  await browser.close();
  await api.close();
});

const next = async (heading: string): Promise<void> => {
  await hr.page.getByRole('button', { name: '下一步' }).click();
  await hr.page.getByRole('heading', { level: 2, name: heading }).waitFor();
};
const step = (name: string) => hr.page.getByRole('region', { name });

describe('the plan of a year', () => {
  it('says that a rulebook comes first while none is adopted', async () => {
    const { page } = hr;
    await page.getByRole('link', { name: '考核进度' }).click();
    await page.getByRole('link', { name: '制定新的方案' }).click();
    await page.getByText('每个地区每年只有一次', { exact: false }).waitFor();
    await hr.looksRight();
    await next('规则手册');
    await page.getByText('还没有采用过规则手册', { exact: false }).waitFor();
    await adoptNational(await api.as('hr'));
  });

  it('shows what lint says of the rulebook before it is chosen for good', async () => {
    const { page } = hr;
    await page.reload();
    await page.getByRole('radio', { name: /cn-public-institution-2023/ }).check();
    await page.getByText('检查没有发现问题。').waitFor();
    await hr.looksRight();
  });

  it('takes every unit unless one is left out, and keeps what was filled in over a reload', async () => {
    const { page } = hr;
    await next('单位');
    const units = page.getByRole('list', { name: '参加考核的单位' });
    await units.getByRole('checkbox', { name: '单位获得集体记功以上奖励' }).first().check();
    await hr.looksRight();
    await page.reload();
    expect(await units.getByRole('checkbox', { name: /东片/ }).isChecked()).toBe(true);
    expect(await units.getByRole('checkbox', { name: '单位获得集体记功以上奖励' }).first().isChecked()).toBe(
      true,
    );
  });

  it('counts every stage in working days, past holidays and over worked weekends', async () => {
    const { page } = hr;
    await next('日期');
    const stages = page.getByRole('group', { name: '各阶段' });
    await stages.getByRole('row', { name: /收集述职与评分 10 .*9月11日.*9月24日/ }).waitFor();
    await page.getByRole('button', { name: /9月20日.*调休上班/ }).waitFor();
    await page.getByRole('button', { name: /9月25日.*休息.*中秋节/ }).waitFor();
    await page.getByRole('button', { name: /9月14日/ }).click();
    await stages.getByRole('row', { name: /收集述职与评分 10 .*9月14日.*9月28日/ }).waitFor();
    await hr.looksRight();
  });

  it('says beforehand where the calendar ends before the year does', async () => {
    const { page } = hr;
    await page.getByLabel('打算启动的日期').fill('2026-12-20');
    await page.getByText('考核会超出现有工作日历', { exact: false }).waitFor();
    await page.getByText('日历没有这些日子').first().waitFor();
    await page.getByLabel('打算启动的日期').fill('2026-09-14');
  });

  it('names who does what in each unit, and where nobody is', async () => {
    const { page } = hr;
    await next('人员分工');
    const east = page.getByRole('group', { name: '东片的分工' });
    await east.getByRole('row', { name: /审批.*主管领导审核.*supervisor/ }).waitFor();
    await page
      .getByText(/处缺人/)
      .first()
      .waitFor();
    await hr.looksRight();
  });

  it('is rehearsed first as it is, under a banner that nothing counts', async () => {
    const { page } = hr;
    await next('核对并建立');
    await hr.looksRight();
    await page.getByRole('button', { name: '先演练一遍' }).click();
    await page.getByText('这是一次演练', { exact: false }).waitFor();
    await page.goto('/cycles/new?step=create');
    await page.getByRole('button', { name: '建立草案' }).waitFor();
  });

  it('becomes a draft with all that was filled in', async () => {
    const { page } = hr;
    await page.getByRole('button', { name: '建立草案' }).click();
    await page.getByRole('heading', { level: 1, name: '2026 年度考核方案' }).waitFor();
    await page.getByText('先登记征求意见，才能公布。').waitFor();
    await hr.looksRight();
    const { body } = await (
      await api.as('hr')
    ).get<{
      items: { id: string; run: string; clock: unknown }[];
    }>('/api/cycles');
    const live = body.items.find(({ run }) => run === 'live');
    expect(live).toMatchObject({ clock: { kind: 'calendar' } });
    const { body: cycle } = await (
      await api.as('hr')
    ).get<{ units: { unitId: string; facts: object }[] }>(`/api/cycles/${live?.id}`);
    expect(cycle.units.map(({ unitId }) => unitId).toSorted()).toEqual([UNIT, OTHER_UNIT].toSorted());
    expect(cycle.units.filter(({ facts }) => 'collective_merit_award' in facts)).toHaveLength(1);
  });
});

describe('the roster', () => {
  const grid = () => hr.page.getByRole('group', { name: '名册内容' });
  const upload = async (text: string): Promise<void> =>
    hr.page
      .getByLabel('选择文件')
      .setInputFiles({ name: 'roster.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });

  it('gives a template with the columns of its rulebook', async () => {
    const { page } = hr;
    await page.getByRole('link', { name: '导入名册' }).click();
    await page.getByRole('heading', { level: 1, name: '2026 年度名册' }).waitFor();
    await hr.looksRight();
    const saved = page.waitForEvent('download');
    await page.getByRole('link', { name: '下载模板（逗号分隔）' }).click();
    const file = await (await saved).path();
    expect(await readFile(file, 'utf8')).toContain('posts,category,first_job');
  });

  it('shows each fault at its cell, and what somebody typed as text', async () => {
    await upload(
      csv(
        row({ personRef: 'person-1', unit: '南片' }),
        row({ personRef: '', name: HOSTILE, phone: '00000000009' }),
        row({ personRef: 'person-3', unit: OTHER_UNIT, community: '西一社区', posts: '守夜人' }),
      ),
    );
    await hr.page.getByText('2 处问题').waitFor();
    await grid().getByText('本次考核没有这个单位').waitFor();
    await grid().getByText('规则手册没有这个岗位').waitFor();
    await hr.page.getByRole('checkbox', { name: '只看有问题的行' }).uncheck();
    expect(await grid().getByRole('textbox', { name: '第 3 行 姓名' }).inputValue()).toBe(HOSTILE);
    await hr.looksRight();
    expect(await people()).toBe(0);
  });

  it('is mended in place, checked again and imported as a whole', async () => {
    const { page } = hr;
    await grid().getByRole('combobox', { name: '第 2 行 单位' }).fill('东片');
    await grid().getByRole('combobox', { name: '第 4 行 岗位' }).fill('网格员');
    await page.getByRole('button', { name: '再检查一次' }).click();
    await page.getByText('没有问题，可以导入。').waitFor();
    await page.getByText('将加入 3 人：', { exact: false }).waitFor();
    await page.getByRole('button', { name: '导入 3 人' }).click();
    await page.getByText('已导入 3 人。').waitFor();
    await page.getByRole('heading', { name: '名册上现有 3 人' }).waitFor();
    expect(await people()).toBe(3);
  });
});

/** On the roster of the year that counts. */
const people = async (): Promise<number> => (await live()).appraisals;
const live = async (): Promise<{ id: string; appraisals: number }> => {
  const officer = await api.as('hr');
  const { body } = await officer.get<{ items: { id: string; run: string }[] }>('/api/cycles');
  const id = body.items.find(({ run }) => run === 'live')?.id ?? '(none)';
  const cycle = await officer.get<{ units: { appraisals: number }[] }>(`/api/cycles/${id}`);
  return { id, appraisals: cycle.body.units.reduce((sum, { appraisals }) => sum + appraisals, 0) };
};

describe('the way from draft to opening', () => {
  it('records the consultation, then says what publishing does before it is done', async () => {
    const { page } = hr;
    await page.getByRole('link', { name: '回到方案' }).click();
    const consult = step('征求职工意见');
    await consult.getByLabel('召开日期').fill('2026-09-10');
    await consult.getByLabel('意见与采纳情况').fill(`演示：${HOSTILE}`);
    await consult.getByRole('button', { name: '登记' }).click();
    await consult.getByText(HOSTILE, { exact: false }).first().waitFor();
    await step('公布方案').getByRole('button', { name: '公布' }).click();
    await step('公布方案').getByText('方案固定下来', { exact: false }).waitFor();
    await hr.looksRight();
    await page.getByRole('button', { name: '确认公布' }).click();
    await page.getByText('方案已公布。').waitFor();
  });

  it('opens after saying for how many people, and is left and come back to from the list', async () => {
    const { page, complaints } = hr;
    await page.goto('/cycles');
    await page.getByRole('link', { name: '继续制定' }).last().waitFor();
    const { id } = await live();
    await page.locator(`a[href="/cycles/${id}/plan"]`).click();
    await step('启动考核').getByRole('button', { name: '启动' }).click();
    await step('启动考核').getByText('2 个单位的 3 名考核对象', { exact: false }).waitFor();
    await page.getByRole('button', { name: '确认启动' }).click();
    await page.getByText('考核已启动。').waitFor();
    expect(complaints).toEqual([]);
  });

  it('takes whoever joins once it is open, one by one', async () => {
    const { page } = hr;
    const { id } = await live();
    await setStage(api, id, { unit: { state: 'collecting', collectionClosesAt: NOW + 86_400_000 } });
    await page.getByRole('link', { name: '添加中途加入的人' }).click();
    await page.getByRole('radio', { name: '系统中已有的人' }).check();
    await page.getByLabel('人员编号').fill('person-2');
    await choose('单位', '东片');
    await choose('社区', '东一社区');
    await choose('岗位（至多两个）', '网格员');
    await choose('类别', '劳动合同制人员');
    await hr.looksRight();
    await page.getByRole('button', { name: '添加', exact: true }).click();
    await page.getByText('已添加，正在通知相关人员。').waitFor();
    expect(await people()).toBe(4);
    expect(told).toContain('admit');
  });
});

const choose = async (label: string, option: string): Promise<void> => {
  await hr.page.getByLabel(label, { exact: true }).click();
  await hr.page.locator('.ant-select-dropdown:visible').getByTitle(option, { exact: true }).click();
  await hr.page.keyboard.press('Escape');
};

it('the plan is nobody’s but the HR officer’s', async () => {
  const { id } = await live();
  const { body } = await (
    await api.as('hr')
  ).upload<{ hash: string }>('/api/rulebooks', 'text/yaml', RULEBOOK);
  const supervisor = await api.as('supervisor');
  for (const path of [
    `/api/areas/area-demo/plan-dates?rulebook=${body.hash}`,
    `/api/areas/area-demo/plan-people?rulebook=${body.hash}`,
    `/api/cycles/${id}/consultations`,
  ]) {
    expect((await supervisor.get(path)).body).toMatchObject({ status: 403, code: 'FORBIDDEN' });
  }
});
