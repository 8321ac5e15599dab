import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Account } from '@kaoji/application';
import type { MarkingItem, PanelListView } from '@kaoji/http-contract';
import type { Browser } from 'playwright-core';
import { startApi, type Person, type TestApi } from '../harness/api.js';
import { consoleFolder, openBrowser, takeSeat, type Seat } from '../harness/console.js';
import { AREA, PASSWORD, UNIT, accountId, type Name } from '../harness/places.js';
import { collectingCycle, setStage } from '../harness/year.js';

const PART = 'political_quality.panel';
const HOSTILE = '<img src=x onerror="window.broken=1">';
/** What another member gave: it stands in no answer to anybody else. */
const SECRET = { value: '83.417', reason: '演示：别人的理由' };
const MORE = ['panel2', 'panel3', 'panel4', 'panel5'] as const;
const more = (name: (typeof MORE)[number]): Name => name as Name;

let api: TestApi;
let browser: Browser;
let hr: Person;
let panel: Seat;
let cycleId: string;
let appraisalOf: (personId: string) => string;
const answers: string[] = [];
beforeAll(async () => {
  [api, browser] = await Promise.all([startApi({ consoleFolder: consoleFolder() }), openBrowser()]);
  await api.database.transactions.run(async ({ accounts }) => {
    const known = await accounts.byUsername('panel');
    if (known === null) throw new Error('the demo has a panel member');
    const grants = [{ role: 'panel_member', areaId: AREA, unitId: null }] as const;
    await accounts.insertMany(
      MORE.map((username): Account => ({ ...known, id: accountId(more(username)), username, grants })),
    );
  });
  ({ cycleId, appraisalOf } = await collectingCycle(api));
  hr = await api.as('hr');
});
afterAll(async () => {
  await browser.close();
  await api.close();
});

const stored = () => api.database.transactions.read(({ marks }) => marks.currentOfUnit(cycleId, UNIT));
const panelOf = async (): Promise<PanelListView['items'][number]> => {
  const { body } = await hr.get<PanelListView>(`/api/cycles/${cycleId}/panels`);
  const found = body.items.find(({ part, unitId }) => part === PART && unitId === UNIT);
  if (found === undefined) throw new Error('no panel');
  return found;
};
const choose = async ({ page }: Seat, label: string, option: string): Promise<void> => {
  await page.getByLabel(label, { exact: true }).click();
  await page.locator('.ant-select-dropdown:visible').getByText(option, { exact: true }).click();
};

describe('panels, for HR', () => {
  let seat: Seat;
  beforeAll(async () => {
    seat = await takeSeat(browser, api.url);
    await seat.signIn('hr');
  });
  afterAll(() => seat.page.context().close());

  it('are named from those who hold the role; whoever is tied to an appraisee is removed, and that is said', async () => {
    const { page, looksRight } = seat;
    await page.getByRole('link', { name: '评议小组', exact: true }).click();
    await page.getByRole('list', { name: '各单位的评议小组' }).getByRole('link', { name: '东片' }).click();
    await page.getByText('这个单位还没有评议小组。').waitFor();
    await choose(seat, '考核对象', '演示甲');
    await choose(seat, '评分人员', 'panel5');
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByText('已登记，涉及的席位已自动回避。').waitFor();
    await page.getByRole('button', { name: '指定成员：考察组评价' }).click();
    const form = page.getByRole('form', { name: '指定成员：考察组评价' });
    await form.getByLabel('成员（按就席次序）').click();
    const options = page.locator('.ant-select-dropdown:visible');
    await options.getByText('panel', { exact: true }).click();
    await options.getByText('panel5', { exact: true }).click();
    await page.keyboard.press('Escape');
    await form.getByRole('button', { name: '确认指定' }).click();
    await form.getByText('少于法定 3 人').waitFor();
    await looksRight();
    await form.getByLabel('成员（按就席次序）').click();
    await options.getByText('panel2', { exact: true }).click();
    await options.getByText('panel3', { exact: true }).click();
    await page.keyboard.press('Escape');
    await form.getByRole('button', { name: '确认指定' }).click();
    await page.getByText('系统因利害关系调整了 1 个席位', { exact: false }).waitFor();
    await page.getByRole('row', { name: /panel5.*演示甲.*亲属.*系统依据记录.*panel4/ }).waitFor();
  });

  it('ask everybody else for their marks by role, after saying whom that reaches', async () => {
    const { page, complaints } = seat;
    await page.getByRole('link', { name: '全部单位' }).click();
    await page.getByRole('button', { name: '按角色指定评价任务' }).click();
    await page.getByText('任何人不评自己', { exact: false }).waitFor();
    await page.getByRole('button', { name: '确认派发' }).click();
    await page.getByText(/新派发 \d+ 项评价任务。/).waitFor();
    expect(complaints).toEqual([]);
  });
});

describe('the records of a unit', () => {
  it('are entered by the supervisor: routine scores, deductions and evidence, by ids alone', async () => {
    const seat = await takeSeat(browser, api.url);
    const { page, looksRight, complaints } = seat;
    await seat.signIn('supervisor');
    await page.getByRole('link', { name: '评分与登记' }).click();
    await page.locator('main').getByRole('link', { name: '东片' }).click();
    await choose(seat, '登记对象', '演示甲');
    const routine = page.getByRole('region', { name: '平时考核' });
    await routine.getByLabel('时段').fill('2026-Q1');
    await routine.getByLabel('分数（0 至 100）').fill('101');
    await routine.getByRole('button', { name: '登记' }).click();
    await routine.getByText('MARK_OUT_OF_SCALE').waitFor();
    await routine.getByLabel('分数（0 至 100）').fill('88.5');
    await routine.getByRole('button', { name: '登记' }).click();
    await routine.getByRole('row', { name: '2026-Q1 88.5' }).waitFor();
    const evidence = page.getByRole('region', { name: '评价项目的佐证' });
    await choose(seat, '评价项目', '考察组评价（须有佐证）');
    await evidence.getByLabel('佐证编号').fill('演示甲走访');
    await evidence.getByRole('button', { name: '登记' }).click();
    await evidence.getByText(/不含空格和汉字/).waitFor();
    await looksRight();
    await evidence.getByLabel('佐证编号').fill('rec-1，rec-2');
    await evidence.getByRole('button', { name: '登记' }).click();
    await evidence.getByRole('row', { name: '考察组评价 rec-1、rec-2' }).waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

describe('the blind sheet of a panel member', () => {
  const markOf = () => panel.page.getByRole('textbox', { name: /^考察组评价：评分/ });
  const reasonOf = () => panel.page.getByRole('textbox', { name: '考察组评价：理由' });

  it('is one click from the inbox, with anchors, evidence, report and routine record beside the fields', async () => {
    const text = `演示：本年走访二十户。${HOSTILE}`;
    await (
      await api.as('worker')
    ).send(`/api/appraisals/${appraisalOf('person-1')}/duty-report`, { method: 'PUT', json: { text } });
    const one = { appraisalId: appraisalOf('person-1'), part: PART, version: 1 };
    const given = await (await api.as(more('panel2'))).post('/api/marks', { marks: [{ ...one, ...SECRET }] });
    expect(given.body).toEqual({ marked: 1 });
    panel = await takeSeat(browser, api.url);
    panel.page.on('response', (response) => {
      if (response.url().includes('/api/'))
        void response.text().then(
          (body) => answers.push(body),
          () => '',
        );
    });
    await panel.signIn('panel');
    const { page } = panel;
    await page.getByRole('navigation').getByRole('link', { name: '待办' }).click();
    await page.getByRole('heading', { level: 1, name: '待办' }).waitFor();
    await page
      .locator('main')
      .getByRole('link', { name: /评议小组评分/ })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: '2026 年度评分' }).waitFor();
    await choosePerson('演示甲');
    await page.getByRole('list', { name: '评分参照' }).getByText('90 分及以上').waitFor();
    await page.getByText('rec-1、rec-2').waitFor();
    await page.getByRole('row', { name: '2026-Q1 88.5' }).waitFor();
    await page.getByRole('group', { name: '述职报告' }).getByText(text).waitFor();
    await page.getByText('逾期不办', { exact: false }).first().waitFor();
    expect(await page.evaluate('window.broken')).toBeUndefined();
  });

  const choosePerson = async (name: string): Promise<void> => {
    const { page } = panel;
    await page.getByLabel('评价对象').click();
    await page.locator('.ant-select-dropdown:visible').getByText(name, { exact: false }).click();
    await page.getByRole('heading', { level: 2, name }).waitFor();
  };

  it('is filled in by keyboard; what is off the scale or wants a reason is said at once', async () => {
    const { page, looksRight } = panel;
    await markOf().fill('101');
    await page.getByText('超出了本项的分值范围。').waitFor();
    await markOf().fill('96.5');
    await page.getByText('这个分数必须写理由。').waitFor();
    await page
      .getByRole('listitem')
      .filter({ hasText: '90 分及以上' })
      .and(page.locator('[aria-current]'))
      .waitFor();
    await looksRight();
    await reasonOf().fill(HOSTILE);
    await page.keyboard.press('PageDown');
    await page.getByRole('heading', { level: 2, name: '演示乙' }).waitFor();
    await page.keyboard.type('77');
    expect(await markOf().inputValue()).toBe('77');
    await page.getByText('草稿 2 项未提交').waitFor();
  });

  it('keeps what was written through an ended session and a reload', async () => {
    const { page } = panel;
    await page.context().clearCookies();
    await page.getByRole('link', { name: '表格' }).click();
    await page.getByRole('textbox', { name: /^演示乙，考察组评价：评分/ }).fill('78');
    await page.reload();
    await page.getByLabel('用户名').fill('panel');
    await page.getByLabel('密码').fill(PASSWORD);
    await page.getByRole('button', { name: '登录' }).click();
    const second = page.getByRole('textbox', { name: /^演示乙，考察组评价：评分/ });
    await second.waitFor();
    expect(await second.inputValue()).toBe('78');
    expect(await page.getByRole('textbox', { name: '演示甲，考察组评价：理由' }).inputValue()).toBe(HOSTILE);
    await panel.looksRight();
  });

  it('is checked before it is sent; sent twice after a lost answer it is one mark each', async () => {
    const { page, looksRight } = panel;
    await page.getByRole('textbox', { name: /^演示丙，考察组评价：评分/ }).fill('30');
    await page.getByRole('link', { name: '核对并提交' }).click();
    await page.getByText('下列 1 项有问题', { exact: false }).waitFor();
    await page
      .getByRole('row', { name: /演示甲 考察组评价.*首次 96.5/ })
      .getByText(HOSTILE)
      .waitFor();
    await looksRight();
    await page.route(
      '**/api/marks',
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      { times: 1 },
    );
    await page.getByRole('button', { name: '提交 2 项评分' }).click();
    await page.getByRole('alert').getByText('网络未连接').waitFor();
    await page.getByRole('button', { name: '提交 2 项评分' }).click();
    await page.getByText('已提交 2 项评分。').waitFor();
    const own = (await stored()).filter(({ raterId }) => raterId === accountId('panel'));
    expect(own.map(({ value, version }) => `${value} ${version}`).sort()).toEqual(['78 1', '96.5 1']);
    expect(await page.evaluate('window.broken')).toBeUndefined();
    await page.getByText('草稿 1 项未提交').waitFor();
  });

  it('holds nobody else’s mark in any answer', async () => {
    expect(answers.some((body) => body.includes('96.5'))).toBe(true);
    expect(answers.filter((body) => body.includes(SECRET.value) || body.includes(SECRET.reason))).toEqual([]);
    const { body } = await (
      await api.as('panel')
    ).get<{ items: MarkingItem[] }>(`/api/cycles/${cycleId}/marking`);
    expect(JSON.stringify(body)).not.toContain(SECRET.value);
    const path = `/api/appraisals/${appraisalOf('person-1')}/marking-file`;
    const { text } = await (await api.as('panel')).get(path);
    expect(text).toContain('二十户');
    expect(text).not.toContain(SECRET.value);
    expect((await (await api.as(more('panel5'))).get(path)).status).toBe(403);
  });

  it('lets a member stand aside after saying what that does; the next takes the seat', async () => {
    const { page, looksRight, complaints } = panel;
    await page.getByRole('link', { name: '逐人评分' }).click();
    await choosePerson('演示乙');
    await page.getByRole('button', { name: '我需要回避此人' }).click();
    await page.getByLabel('其他影响公正的情形').check();
    await page.getByText('已给的评分不再计入', { exact: false }).waitFor();
    await looksRight();
    await page.getByLabel('具体理由').fill('演示：曾共事');
    await page.getByRole('button', { name: '确认回避' }).click();
    await page.getByText('已提交 1 项，共 2 项').waitFor();
    const { stoodDown } = await panelOf();
    expect(stoodDown.map(({ cause, raterId }) => `${cause} ${raterId}`)).toContain(
      `recused ${accountId('panel')}`,
    );
    expect(complaints.filter((text) => !text.includes('401'))).toEqual([]);
  });

  it('forgets drafts on signing out', async () => {
    const { page } = panel;
    await page.getByRole('button', { name: '退出登录' }).click();
    await page.getByLabel('用户名').waitFor();
    expect(await page.evaluate(`Object.keys(localStorage).filter((key) => key.includes('draft'))`)).toEqual(
      [],
    );
    await page.context().close();
  });
});

describe('a challenge to a member', () => {
  it('is answered by the superior from the inbox; later the report tells spread and leniency', async () => {
    const { id } = await panelOf();
    const appraisalId = appraisalOf('person-1');
    const asked = { appraisalId, accountId: accountId(more('panel3')), reason: `演示：有过纠纷${HOSTILE}` };
    await (await api.as('worker')).post(`/api/panels/${id}/challenges`, asked);
    const seat = await takeSeat(browser, api.url);
    const { page, looksRight, complaints } = seat;
    await seat.signIn('superior');
    await page.getByRole('navigation').getByRole('link', { name: '待办' }).click();
    await page.getByRole('heading', { level: 1, name: '待办' }).waitFor();
    await page
      .locator('main')
      .getByRole('link', { name: /回避申请/ })
      .first()
      .click();
    const challenges = page.getByRole('region', { name: '对成员的回避申请' });
    await challenges.getByText('演示甲 申请 panel3 回避').waitFor();
    await challenges.getByText(HOSTILE).waitFor();
    await looksRight();
    await challenges.getByLabel('不同意').check();
    await challenges.getByLabel('理由').fill('演示：已核实，无影响');
    await challenges.getByRole('button', { name: '提交决定' }).click();
    await challenges.getByRole('radio').first().waitFor({ state: 'detached' });
    await challenges.getByText('不同意', { exact: true }).waitFor();
    await page.getByText('全部评完或期限届满后显示。').first().waitFor();
    await setStage(api, cycleId, { unit: { collectionClosesAt: Date.now() - 1 } });
    await page.reload();
    await page.getByRole('row', { name: /panel2 .*83.417 至 83.417/ }).waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
