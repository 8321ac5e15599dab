import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startApi, type TestApi } from '../harness/api.js';
import { consoleFolder, openBrowser, takeSeat, type Seat } from '../harness/console.js';
import { sealedCycle } from '../harness/sealed-unit.js';
import { RULEBOOK } from '../harness/year.js';

const PAYLOAD = '<img src=x onerror="document.title=1">';

let api: TestApi;
let browser: Browser;
let hr: Seat;
let cycleId: string;
beforeAll(async () => {
  [api, browser] = await Promise.all([startApi({ consoleFolder: consoleFolder() }), openBrowser()]);
  hr = await takeSeat(browser, api.url);
  await hr.signIn('hr');
});
afterAll(async () => {
  await browser.close();
  await api.close();
});

/** What a click puts into a file. */
async function downloaded(page: Page, button: string): Promise<{ name: string; text: string }> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

describe('adopting a rulebook', () => {
  const text = () => hr.page.getByLabel('内容');
  const check = () => hr.page.getByRole('button', { name: '检查' }).click();

  it('begins where there is none yet, with what to do about it', async () => {
    const { page } = hr;
    await page.getByRole('link', { name: '规则手册' }).click();
    await page.getByText('还没有采用规则手册', { exact: false }).waitFor();
    await page.getByRole('link', { name: '采用新的规则手册' }).click();
  });

  it('says line by line what is wrong, beside the part of the document too, and offers no adopting', async () => {
    const { page, looksRight } = hr;
    const off = RULEBOOK.replace('weight: 40\n    rounding', 'weight: 45\n    rounding');
    await page.getByLabel('选择文件').setInputFiles({
      ...{ name: 'demo.yaml', mimeType: 'application/yaml' },
      buffer: Buffer.from(off.replace('zh: 政治素质, en', `zh: '${PAYLOAD}', en`)),
    });
    await check();
    await page.getByRole('heading', { name: '检查发现 1 处问题' }).waitFor();
    await page.getByRole('button', { name: '第 472 行' }).click();
    expect(await text().evaluate('document.activeElement.id')).toBe('adopt-source');
    expect(await page.getByRole('button', { name: '采用' }).count()).toBe(0);
    await looksRight();
    await page.getByText('逐条预览').click();
    const part = page.getByRole('region', { name: '维度与评分' });
    await part.getByText('各维度的权重之和为 105，应恰为 100。').waitFor();
    await part.getByRole('heading', { name: PAYLOAD }).waitFor();
    expect(await page.title()).toContain('采用新的规则手册');
  });

  it('adopts what has no findings, after saying what that means, and shows it', async () => {
    const { page } = hr;
    await text().fill(RULEBOOK);
    await check();
    await page.getByText(/采用后不能修改或删除，所有人都能读到/).waitFor();
    await page.getByRole('button', { name: '采用' }).click();
    await page.getByRole('heading', { level: 1, name: /事业单位工作人员考核规定/ }).waitFor();
  });
});

describe('reading a rulebook', () => {
  it('gives every rule its clause, what was decided locally and why, and an address of its own', async () => {
    const { page, looksRight } = hr;
    const floor = page.getByRole('article').filter({ hasText: 'veto.satisfaction_floor' });
    await floor.getByText('如果 满意率 < 0.6，则 确定为不合格。').waitFor();
    await floor.getByText('京民基发〔2012〕296号').waitFor();
    await floor.getByText(/取自北京市社区工作者考核评议办法/).waitFor();
    await floor.getByRole('link').click();
    expect(new URL(page.url()).hash).toBe('#veto.satisfaction_floor');
    await page.reload();
    await page.locator('article:focus', { hasText: 'veto.satisfaction_floor' }).waitFor();
    await looksRight();
  });

  it('is handed out as the very file that was adopted', async () => {
    const { name, text } = await downloaded(hr.page, '下载原文件');
    expect(name).toBe('cn-public-institution-2023-2023.3.yaml');
    expect(text).toBe(RULEBOOK);
  });

  it('is there as decision tables, of one result when asked', async () => {
    const { page, looksRight } = hr;
    await page.getByRole('link', { name: '判断表' }).click();
    const follows = page.getByRole('region', { name: '结果运用' });
    await follows.getByRole('row', { name: /向低一级岗位/ }).waitFor();
    await looksRight();
    await follows.getByRole('combobox', { name: '只看结果为' }).click();
    await page.getByTitle('优秀', { exact: true }).click();
    await follows.getByRole('row', { name: /向低一级岗位/ }).waitFor({ state: 'detached' });
    await follows.getByRole('row', { name: /增加一级薪级工资/ }).waitFor();
  });

  it('is there as pictures, with the same in words', async () => {
    const { page, looksRight } = hr;
    await page.getByRole('link', { name: '图示' }).click();
    const year = page.getByRole('region', { name: '一年怎么走' });
    await year.getByRole('img', { name: /程序图/ }).waitFor();
    await year.getByText('用文字看').click();
    await year.getByRole('listitem').filter({ hasText: '可以退回：主管领导审核 / 收集评价' }).waitFor();
    await looksRight();
  });

  it('is open to everybody, without what only HR may do', async () => {
    const worker = await takeSeat(browser, api.url);
    await worker.signIn('worker');
    await worker.page.getByRole('link', { name: '规则手册' }).click();
    await worker.page.getByRole('link', { name: 'cn-public-institution-2023' }).waitFor();
    expect(await worker.page.getByRole('link', { name: '采用新的规则手册' }).count()).toBe(0);
    expect(worker.complaints).toEqual([]);
    await worker.page.context().close();
  });
});

describe('trying other numbers', () => {
  const tryThem = () => hr.page.getByRole('button', { name: '试算' }).click();

  it('is reached from the rulebook of a cycle, and says that nothing is kept', async () => {
    ({ cycleId } = await sealedCycle(api, {
      'person-1': { mark: '72', satisfied: 80 },
      'person-2': { mark: '85', satisfied: 95 },
    }));
    const { page } = hr;
    await page.reload();
    await page.getByRole('link', { name: '2026 年度考核（演练）' }).click();
    await page.getByText('只是试算，什么都不保存').waitFor();
    expect(new URL(page.url()).pathname).toBe(`/what-if/${cycleId}`);
  });

  it('names who would be graded otherwise, from which grade to which, and why', async () => {
    const { page, looksRight } = hr;
    await page.getByLabel('居民满意度低于 60%').fill('0.85');
    await tryThem();
    await page.getByText('2 人中有 1 人的档次会变。').waitFor();
    const row = page.getByRole('table', { name: '档次会变的人' }).getByRole('row', { name: /演示甲/ });
    expect(await row.getByRole('cell').allTextContents()).toEqual([
      '基本合格得分 74.4',
      '不合格得分 74.4',
      expect.stringContaining('京民基发〔2012〕296号'),
    ]);
    await looksRight();
  });

  it('hands out the changed file, whose changed number is the only one', async () => {
    const { name, text } = await downloaded(hr.page, '下载试改后的文件');
    expect(name).toBe('cn-public-institution-2023-2023.3-draft.yaml');
    expect(text.split('\n').filter((line) => !RULEBOOK.includes(line))).toEqual([
      "version: '2023.3-draft'",
      expect.stringContaining('value: 0.85'),
    ]);
  });

  it('stands by the number what lint says of it, and grades nobody', async () => {
    const { page, complaints } = hr;
    await page.getByRole('button', { name: '恢复原来的数字' }).click();
    await page.getByLabel('政治素质', { exact: true }).fill('三十');
    await page.getByText('请填数字，例如 72.5。').waitFor();
    await page.getByLabel('政治素质', { exact: true }).fill('45');
    await tryThem();
    await page.getByText('各维度的权重之和为 115，应恰为 100。').waitFor();
    expect(await page.getByRole('heading', { name: '试算结果' }).count()).toBe(0);
    await page.reload();
    expect(await page.getByLabel('政治素质', { exact: true }).inputValue()).toBe('30');
    expect(complaints).toEqual([]);
  });
});
