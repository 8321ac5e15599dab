import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { consoleFolder, openBrowser, takeSeat, type Seat } from '../harness/console.js';
import { showList } from '../harness/deciding.js';
import { UNIT } from '../harness/places.js';
import { until } from '../harness/until.js';
import { startVoting, type Voting } from '../harness/voting.js';

let voting: Voting;
let browser: Browser;
let supervisor: Seat;
let cycleId: string;
beforeAll(async () => {
  [voting, browser] = await Promise.all([startVoting({ consoleFolder: consoleFolder() }), openBrowser()]);
  const vote = await voting.cycle();
  ({ cycleId } = vote);
  const { hash } = await vote.counted(4);
  await (
    await voting.api.as('hr')
  ).post(`/api/surveys/${vote.campaignId}/count/confirm`, { countHash: hash });
  await showList(voting, cycleId);
  supervisor = await takeSeat(browser, voting.api.url);
  await supervisor.signIn('supervisor');
});
afterAll(async () => {
  await browser.close();
  await voting.close();
});

describe('the calibration table', () => {
  it('is found by the menu, and shows each person by place with dimensions, composite and grades', async () => {
    const { page, looksRight } = supervisor;
    await page.getByRole('link', { name: '名额与排序' }).click();
    await page.locator('main').getByRole('link', { name: '东片' }).waitFor();
    await looksRight();
    await page.locator('main').getByRole('link', { name: '东片' }).click();
    const table = page.getByRole('table', { name: '按名次排列的名单' });
    const row = table.getByRole('row', { name: /演示甲/ });
    await row.waitFor();
    // Place, name, three dimensions, composite, two grades and why.
    expect(await row.locator('> *').count()).toBe(9);
    await page.getByText(/优秀名额 \d+ 个/).waitFor();
    await page
      .getByRole('img', { name: /各等次人数/ })
      .locator('canvas')
      .waitFor();
    await looksRight();
  });

  it('narrows to those who need explaining, by keyboard', async () => {
    const { page } = supervisor;
    const table = page.getByRole('table', { name: '按名次排列的名单' });
    const all = await table.getByRole('rowheader').count();
    await page.getByRole('combobox', { name: '显示' }).focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter'])
      await page.keyboard.press(key);
    const { people } = (
      await (
        await voting.api.as('hr')
      ).get<{ people: { needsPeople: string[] }[] }>(`/api/cycles/${cycleId}/units/${UNIT}/list`)
    ).body;
    const uncertain = people.filter(({ needsPeople }) => needsPeople.length > 0).length;
    expect(all).toBe(people.length);
    await until(
      'only those are shown',
      async () => table.getByRole('rowheader').count(),
      (shown) => shown === uncertain,
    );
  });

  it('finds somebody by a part of their name', async () => {
    const { page } = supervisor;
    await page.getByRole('combobox', { name: '显示' }).focus();
    for (const key of ['ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'Enter']) await page.keyboard.press(key);
    const table = page.getByRole('table', { name: '按名次排列的名单' });
    await page.getByLabel('查找姓名').fill('甲');
    await until(
      'only they are shown',
      async () => table.getByRole('rowheader').count(),
      (shown) => shown === 1,
    );
    await page.getByLabel('查找姓名').fill('');
  });

  it('proposes a move by one key, says that no hand changes a grade, and sends it as a return with its reason', async () => {
    const { page, looksRight } = supervisor;
    const propose = page.getByRole('button', { name: /演示甲：建议/ });
    await propose.focus();
    await page.keyboard.press('Enter');
    const moves = page.getByRole('region', { name: '建议变动（1 人）' });
    await moves.getByText('等次不能由人手改动', { exact: false }).waitFor();
    await looksRight();
    await moves.getByRole('button', { name: '提交建议并退回 1 人' }).click();
    await moves.getByText('请写明理由').waitFor();
    await moves.getByLabel('理由（写明依据，不写姓名）').fill('演示：<img onerror=alert(1)> 平时记录未计入');
    await moves.getByRole('button', { name: '提交建议并退回 1 人' }).click();
    await page.getByText('建议已提交', { exact: false }).waitFor();
    const acts = page.getByRole('region', { name: '办理记录' });
    await acts
      .getByText(/建议 1 人移到名额线以[上下]。演示：<img onerror=alert\(1\)> 平时记录未计入/)
      .waitFor();
  });

  it('leads to where one acts on the list', async () => {
    const { page, complaints } = supervisor;
    await page.getByRole('region', { name: '办理记录' }).waitFor();
    await page.getByRole('link', { name: '去办理这份名单' }).click();
    await page.getByRole('heading', { level: 1, name: '审批名单' }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('says to whoever may know it how raters mark, or that there is no panel', async () => {
    const superior = await takeSeat(browser, voting.api.url);
    await superior.signIn('superior');
    await superior.page.goto(`/calibration/${cycleId}/${UNIT}`);
    await superior.page
      .getByRole('region', { name: '评分宽严' })
      .getByText('这个单位没有评议小组。')
      .waitFor();
    expect(await supervisor.page.getByRole('region', { name: '评分宽严' }).count()).toBe(0);
    expect(superior.complaints).toEqual([]);
    await superior.page.context().close();
  });
});

describe('a standing deputy', () => {
  it('is given for whole days, once everything is filled in', async () => {
    const { page, looksRight } = supervisor;
    await page.getByRole('link', { name: '代理设置' }).click();
    await page.getByText(/您没有设定代理/).waitFor();
    await page.getByRole('button', { name: '设定', exact: true }).click();
    await page.getByText('请选择代理人').waitFor();
    await page.getByLabel('第一天').fill('2099-01-05');
    await page.getByLabel('最后一天（含）').fill('2099-01-04');
    await page.getByText('最后一天不能早于第一天').waitFor();
    await looksRight();
    await page.getByLabel('最后一天（含）').fill('2099-01-09');
    await page.getByRole('combobox', { name: '代理人' }).fill('panel');
    await page.keyboard.press('Enter');
    await page.getByLabel('原因（选填）').fill('演示：外出学习');
    await page.getByRole('button', { name: '设定', exact: true }).click();
    await page.getByText('已设定代理。').waitFor();
    const given = page.getByRole('region', { name: '我设定的代理' });
    await given.getByText('尚未开始').waitFor();
    await given.getByText(/2099年1月5日 00:00 起，到 2099年1月10日 00:00 止/).waitFor();
  });

  it('is taken back after saying what that does to whom', async () => {
    const { page, looksRight, complaints } = supervisor;
    await page.getByRole('button', { name: '收回 panel 的代理？' }).click();
    await page.getByText(/从现在起 panel 不能再代您办理/).waitFor();
    await page.getByRole('tooltip').getByRole('button', { name: '收回', exact: true }).click();
    await page.getByText(/已收回/).waitFor();
    await looksRight();
    expect(complaints).toEqual([]);
  });
});
