import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPostTitles, createRulebookShelf, notifyUnit } from '@kaoji/application';
import { systemClock } from '@kaoji/gateways';
import type { UnitListView } from '@kaoji/http-contract';
import type { Browser } from 'playwright-core';
import { consoleFolder, openBrowser, takeSeat, type Seat } from '../harness/console.js';
import { showList } from '../harness/deciding.js';
import { UNIT, accountId, type Name } from '../harness/places.js';
import { startVoting, type Vote, type Voting } from '../harness/voting.js';

/** One list from the inbox to the result in its person's hands: each test goes on where the one before stopped. */
let voting: Voting;
let vote: Vote;
let browser: Browser;
let supervisor: Seat;
let worker: Seat;
beforeAll(async () => {
  [voting, browser] = await Promise.all([startVoting({ consoleFolder: consoleFolder() }), openBrowser()]);
  vote = await voting.cycle();
  const { hash } = await vote.counted(4);
  const hr = await voting.api.as('hr');
  await hr.post(`/api/surveys/${vote.campaignId}/count/confirm`, { countHash: hash });
  await showList(voting, vote.cycleId);
  supervisor = await takeSeat(browser, voting.api.url);
  worker = await takeSeat(browser, voting.api.url);
});
afterAll(async () => {
  await browser.close();
  await voting.close();
});

const HOSTILE = '演示 <img src=x onerror="window.broken = true"> {{name}} </script>';
const listPath = (): string => `/api/cycles/${vote.cycleId}/units/${UNIT}`;
/** Somebody acts on the list beside the screens. */
async function actAs(name: Name, over: Record<string, unknown>): Promise<void> {
  const person = await voting.api.as(name);
  const { body } = await (await voting.api.as('hr')).get<UnitListView>(`${listPath()}/list`);
  const acknowledged = body.people.map(({ appraisalId }) => ({ appraisalId, reason: '演示' }));
  const act = { round: 1, listHash: body.listHash, step: 'approval.supervisor', ...over };
  const sent = over['verb'] === 'approve' ? { ...act, acknowledged } : act;
  const { status, text } = await person.post(`${listPath()}/acts`, sent);
  if (status !== 200) throw new Error(text);
}

describe('signing in', () => {
  it('leads back to the screen that was asked for, and explains what was wrong', async () => {
    const { page, looksRight } = supervisor;
    await page.goto('/inbox?kind=list');
    await page.getByLabel('用户名').fill('supervisor');
    await page.getByLabel('密码').fill('wrong');
    await page.getByRole('button', { name: '登录' }).click();
    const refusal = page.getByRole('alert');
    await refusal.getByText('用户名或密码不正确', { exact: true }).waitFor();
    await refusal.getByText('怎么办').waitFor();
    expect(await page.getByLabel('用户名').inputValue()).toBe('supervisor');
    await looksRight();
    await page.getByLabel('密码').fill('demo-password-1');
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('heading', { level: 1, name: '待办' }).waitFor();
    expect(new URL(page.url()).search).toBe('?kind=list');
  });
});

describe('home', () => {
  it('says what waits, one click from it', async () => {
    const { page, looksRight } = supervisor;
    await page.getByRole('link', { name: '首页' }).click();
    const waits = page.getByRole('region', { name: '等我处理' });
    await waits.getByRole('link', { name: '审批名单' }).waitFor();
    await page.getByRole('region', { name: '已经逾期' }).getByText(/东片/).first().waitFor();
    await looksRight();
    await waits.getByRole('link', { name: '审批名单' }).click();
    await page.getByRole('heading', { level: 1, name: '待办' }).waitFor();
  });

  it('says what will come to somebody for whom nothing waits', async () => {
    const auditor = await takeSeat(browser, voting.api.url);
    await auditor.signIn('auditor');
    await auditor.page.getByText('现在没有等您处理的事项').waitFor();
    await auditor.page.getByText('考核记录可随时查阅和重放').waitFor();
    expect(auditor.complaints).toEqual([]);
    await auditor.page.context().close();
  });
});

describe('the inbox', () => {
  it('refuses a batch where each list wants a judgement of its own, and says so', async () => {
    const { page, looksRight } = supervisor;
    await page.getByRole('checkbox', { name: /选择：.*东片/ }).check();
    await looksRight();
    await page.getByRole('button', { name: '办理', exact: true }).click();
    await page.getByRole('heading', { name: '办理结果' }).waitFor();
    await page.getByText(/未办理：/).waitFor();
  });

  it('opens the list with its steps, its people and their reasons, by keyboard alone', async () => {
    const { page, looksRight } = supervisor;
    const list = page.locator('main').getByRole('link', { name: /审批名单/ });
    await list.first().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: '审批名单' }).waitFor();
    await page.getByRole('heading', { name: '轮到您办理' }).waitFor();
    await page.getByRole('row', { name: /演示甲/ }).waitFor();
    await looksRight();
  });
});

describe('an act on a list', () => {
  const reasons = () => supervisor.page.getByRole('textbox');

  it('asks for what it needs before it is sent', async () => {
    const { page, looksRight } = supervisor;
    await page.getByRole('button', { name: '退回', exact: true }).click();
    await page.getByRole('button', { name: '确认退回' }).click();
    await page.getByText('这一办理必须写明理由').waitFor();
    await looksRight();
    await page.getByRole('button', { name: '取消' }).click();
  });

  it('keeps what was written when the connection is lost, and goes on with it', async () => {
    const { page } = supervisor;
    await page.getByRole('button', { name: '已阅' }).click();
    await reasons().fill(HOSTILE);
    await page.context().setOffline(true);
    await page.getByRole('button', { name: '确认已阅' }).click();
    await page.getByRole('alert').getByText('网络未连接').waitFor();
    expect(await reasons().inputValue()).toBe(HOSTILE);
    await page.context().setOffline(false);
    await page.getByRole('button', { name: '确认已阅' }).click();
    await page.getByText('已办理：已阅').waitFor();
  });

  it('shows what people write as text, whatever it is', async () => {
    const { page } = supervisor;
    await page.getByRole('region', { name: '办理记录' }).getByText(HOSTILE).waitFor();
    expect(await page.evaluate('window.broken')).toBeUndefined();
  });

  it('keeps what was written when the session ends in the middle of it', async () => {
    const { page, looksRight } = supervisor;
    await page.getByRole('button', { name: '催办' }).click();
    await reasons().fill('演示：请尽快');
    await page.context().clearCookies();
    await page.getByRole('button', { name: '确认催办' }).click();
    const dialog = page.getByRole('dialog', { name: '请重新登录' });
    await dialog.getByLabel('用户名').fill('supervisor');
    await dialog.getByLabel('密码').fill('demo-password-1');
    await dialog.getByRole('button', { name: '登录' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await reasons().inputValue()).toBe('演示：请尽快');
    await page.getByRole('button', { name: '取消' }).click();
    await looksRight();
  });

  it('that comes second is told what happened meanwhile, and sees the list as it is now', async () => {
    const { page } = supervisor;
    await page.getByRole('button', { name: '同意', exact: true }).click();
    for (const field of await reasons().all()) await field.fill('演示：看过区间');
    await actAs('supervisor3', { verb: 'claim' });
    await page.getByRole('button', { name: '确认同意' }).click();
    const refusal = page.getByRole('alert');
    await refusal.getByText('CLAIMED_BY_OTHER').waitFor();
    await refusal.getByText('怎么办').waitFor();
    await page
      .getByRole('region', { name: '审批环节' })
      .getByText(/已认领/)
      .waitFor();
    await actAs('supervisor3', { verb: 'unclaim' });
    await page.getByRole('button', { name: '确认同意' }).click();
    await page.getByText('已办理：同意').waitFor();
    await page.getByRole('region', { name: '办理记录' }).getByText('同意').waitFor();
    expect(supervisor.complaints).toEqual([]);
  });
});

describe('a result', () => {
  it('is received, and then shows how it came about, down to the ballots', async () => {
    await actAs('superior', { verb: 'approve', step: 'approval.leading_group' });
    const messenger = { startDelivery: async () => undefined } as never;
    const engine = {
      ...{ transactions: voting.api.database.transactions, clock: systemClock, messenger },
      ...{ rulebooks: createRulebookShelf(), postTitles: createPostTitles() },
    };
    const round = { cycleId: vote.cycleId, cycleKey: 'unused', unitId: UNIT, round: 1 };
    const approvedBy = accountId('superior');
    await notifyUnit(engine, { ...round, approvedBy }, { after: null, report: () => undefined });

    const { page, signIn, looksRight } = worker;
    await signIn('worker');
    await page
      .getByRole('region', { name: '接下来' })
      .getByRole('link', { name: /签收考核结果/ })
      .click();
    await page.getByRole('heading', { name: '您的书面结果已经送达' }).waitFor();
    await looksRight();
    await page.getByRole('button', { name: '确认收到并查看' }).click();
    const derivation = page.getByRole('region', { name: '结果的推导' });
    await derivation.getByRole('button', { name: '全部收起' }).click();
    await derivation.getByText('考核结果').waitFor();
    await derivation.getByRole('button', { name: '全部展开' }).click();
    await derivation.getByText('有效票', { exact: true }).first().waitFor();
    await derivation
      .getByText(/第十七条第三项/)
      .first()
      .waitFor();
    await looksRight();
  });

  it('is signed with an opinion and contested with grounds, both kept as they were written', async () => {
    const { page, looksRight, complaints } = worker;
    await page.getByLabel('意见（选填）').fill(HOSTILE);
    await page.getByRole('button', { name: '签收', exact: true }).click();
    await page.getByText(/您已于 .* 签收/).waitFor();
    await page.getByText(HOSTILE).waitFor();
    await page.getByRole('button', { name: '提交复核申请' }).click();
    await page.getByText('请写明您认为哪里不对').waitFor();
    await page.getByLabel('复核理由').fill('演示：第一季度平时考核的记录有误');
    await page.getByRole('button', { name: '提交复核申请' }).click();
    await page.getByText(/您已于 .* 申请复核/).waitFor();
    await page.getByRole('link', { name: '我的考核' }).click();
    await page.getByRole('row', { name: /2026 年度/ }).waitFor();
    await looksRight();
    expect(await page.evaluate('window.broken')).toBeUndefined();
    expect(complaints).toEqual([]);
  });
});
