import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPostTitles, createRulebookShelf, notifyUnit, openHearing } from '@kaoji/application';
import { systemClock } from '@kaoji/gateways';
import type { UnitListView } from '@kaoji/http-contract';
import type { Browser } from 'playwright-core';
import { consoleFolder, openBrowser, takeSeat, type Seat } from '../harness/console.js';
import { showList } from '../harness/deciding.js';
import { UNIT, accountId, type Name } from '../harness/places.js';
import { startVoting, type Vote, type Voting } from '../harness/voting.js';

/** One person's year from their report to the end of their contest: each test goes on where the one before stopped. */
let voting: Voting;
let vote: Vote;
let browser: Browser;
let worker: Seat;
let reviewer: Seat;
let contestId = '';
beforeAll(async () => {
  [voting, browser] = await Promise.all([startVoting({ consoleFolder: consoleFolder() }), openBrowser()]);
  vote = await voting.cycle();
  worker = await takeSeat(browser, voting.api.url);
  reviewer = await takeSeat(browser, voting.api.url);
});
afterAll(async () => {
  await browser.close();
  await voting.close();
});

const HOSTILE = '演示 <img src=x onerror="window.broken = true"> {{name}} </script>';
const engine = () => ({
  ...{ transactions: voting.api.database.transactions, clock: systemClock },
  ...{ rulebooks: createRulebookShelf(), postTitles: createPostTitles() },
  messenger: { startDelivery: async () => undefined } as never,
});
const unitPath = (): string => `/api/cycles/${vote.cycleId}/units/${UNIT}`;
const post = async (name: Name, path: string, json?: unknown): Promise<Record<string, unknown>> => {
  const { status, body, text } = await (await voting.api.as(name)).post(path, json);
  if (status >= 300) throw new Error(`${path}: ${text}`);
  return body;
};

/** Everything the rulebook asks of a grid worker, so that there is a number to contest. */
async function marked(): Promise<void> {
  const of = (part: string, role: string, raters: readonly Name[]) =>
    ['person-1', 'person-2'].flatMap((person) =>
      raters.map((rater) => ({
        ...{ appraisalId: vote.appraisalOf(person), part, role, raterId: accountId(rater), post: null },
        ...{ value: '80', reason: null, version: 1, markedAt: Date.now() },
      })),
    );
  await voting.api.database.transactions.run(({ marks }) =>
    marks.append([
      ...of('political_quality.panel', 'panel_member', ['panel', 'operator', 'auditor']),
      ...of('grid.tasks', 'supervisor', ['supervisor']),
      ...of('grid.service', 'supervisor', ['supervisor']),
    ]),
  );
}

async function approve(name: Name, step: string): Promise<void> {
  const { body } = await (await voting.api.as('hr')).get<UnitListView>(`${unitPath()}/list`);
  const acknowledged = body.people.map(({ appraisalId }) => ({ appraisalId, reason: '演示：看过区间' }));
  const act = { round: 1, listHash: body.listHash, verb: 'approve', acknowledged, step };
  await post(name, `${unitPath()}/acts`, act);
}

describe('my year', () => {
  const report = () => worker.page.getByRole('region', { name: '述职报告' });

  it('says which step runs until when, and what each of them means', async () => {
    const { page, signIn, looksRight } = worker;
    await signIn('worker');
    await page.getByRole('link', { name: '我的考核' }).first().click();
    await page.getByText('还没有生效的事项').waitFor();
    await page.getByRole('row', { name: /2025.*合格.*名单载明/ }).waitFor();
    await looksRight();
    await page.getByRole('link', { name: '2026 年度' }).click();
    await page.getByRole('heading', { level: 1, name: '我的 2026 年度考核' }).waitFor();
    const now = page.getByRole('listitem').filter({ hasText: '正在进行' });
    await now.getByText('述职与评价').waitFor();
    await now.getByText(/还剩 \d+ 个工作日/).waitFor();
    await page.getByText('还没有指定评议小组').waitFor();
    await page.getByText('现在没有人在审定您所在的名单').waitFor();
    await looksRight();
  });

  it('keeps a report through a reload until it is handed in, and shows its version', async () => {
    const { page } = worker;
    await report().getByLabel('报告正文').fill(HOSTILE);
    await page.reload();
    expect(await report().getByLabel('报告正文').inputValue()).toBe(HOSTILE);
    await report().getByRole('button', { name: '提交报告' }).click();
    await report()
      .getByText(/第 1 稿/)
      .waitFor();
    await report().getByText(HOSTILE).waitFor();
    await page.reload();
    await report()
      .getByText(/第 1 稿/)
      .waitFor();
    expect(await report().getByLabel('报告正文').inputValue()).toBe('');
    expect(await page.evaluate('window.broken')).toBeUndefined();
  });

  it('names who decides, any of whom the person may ask to stand aside', async () => {
    await marked();
    const { hash } = await vote.counted(4);
    await post('hr', `/api/surveys/${vote.campaignId}/count/confirm`, { countHash: hash });
    await showList(voting, vote.cycleId);
    const { page, looksRight } = worker;
    await page.reload();
    await report().getByText('评价期已过，不再收稿。').waitFor();
    const people = page.getByRole('region', { name: '谁评价、谁审定' });
    await people.getByRole('button', { name: '申请supervisor3回避' }).click();
    await people.getByRole('button', { name: '提交申请' }).click();
    await people.getByText('请写明理由').waitFor();
    await looksRight();
    await people.getByLabel('为什么应当回避').fill('演示：亲属关系');
    await people.getByRole('button', { name: '提交申请' }).click();
    await people.getByText('已申请supervisor3回避').waitFor();
  });
});

describe('a contest', () => {
  it('shows its person how it stands, with the clock in working days', async () => {
    const list = (await (await voting.api.as('hr')).get<UnitListView>(`${unitPath()}/list`)).body;
    await post('superior', `${unitPath()}/acts`, {
      ...{ round: 1, listHash: list.listHash, step: 'approval.supervisor', verb: 'refuse_recusal' },
      ...{ to: [accountId('supervisor3')], reason: '演示：没有利害关系' },
    });
    await approve('supervisor', 'approval.supervisor');
    await approve('superior', 'approval.leading_group');
    const round = { cycleId: vote.cycleId, cycleKey: 'unused', unitId: UNIT, round: 1 };
    const approvedBy = accountId('superior');
    await notifyUnit(engine(), { ...round, approvedBy }, { after: null, report: () => undefined });
    const appraisal = `/api/appraisals/${vote.appraisalOf('person-1')}`;
    await post('worker', `${appraisal}/receipt`);
    const { page, looksRight } = worker;
    await page.reload();
    await page.getByRole('link', { name: '看结果' }).click();
    const ask = page.getByRole('region', { name: '申请复核' });
    await ask.getByText(/还剩 \d+ 个工作日/).waitFor();
    await ask.getByText(/15 个工作日内复核/).waitFor();
    await ask.getByLabel('复核理由').fill(HOSTILE);
    await ask.getByRole('button', { name: '提交复核申请' }).click();
    await page.getByRole('link', { name: '看办理进展' }).click();
    await page.getByText('已受理，待分派').waitFor();
    contestId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await openHearing(engine(), { contestId, level: 'review' });
    await page.reload();
    await page.getByText('办理中').first().waitFor();
    await page.getByText(/还剩 \d+ 个工作日/).waitFor();
    await page.getByRole('region', { name: '撤回申请' }).waitFor();
    await looksRight();
  });

  it('waits for whoever had no part in it, with the whole file, and nobody’s name at a blind mark', async () => {
    const { page, signIn, looksRight } = reviewer;
    await signIn('reviewer');
    await page.getByRole('link', { name: '复核与申诉' }).click();
    await page.getByRole('heading', { level: 1, name: '复核与申诉' }).waitFor();
    await page.locator('main').getByRole('link', { name: /复核/ }).first().click();
    await page.getByRole('region', { name: '卷宗' }).getByText('述职报告').click();
    await page.getByText(HOSTILE).first().waitFor();
    await page.getByLabel('陈述记录').fill('演示：当面陈述');
    await page.getByRole('button', { name: '保存记录' }).click();
    await page.getByText('已记录').waitFor();
    await page.getByRole('region', { name: '经过' }).getByText('演示：当面陈述').waitFor();
    await looksRight();
  });

  it('is tried on corrected evidence before it is decided, and says whom else it touches', async () => {
    const { page, looksRight } = reviewer;
    await page.getByText(/^事实（/).click();
    await page.getByRole('button', { name: /更正：无正当理由不参加考核/ }).click();
    await page.getByLabel('是', { exact: true }).check();
    await page.getByLabel('为什么是错的').fill('演示：核对记录');
    await page.getByRole('button', { name: '加入更正意见' }).click();
    await page.getByRole('button', { name: '试算' }).click();
    await page.getByText('会更低，保留原来的结果').waitFor();
    await page.getByText('不涉及其他人').waitFor();
    await looksRight();
    await page.getByRole('button', { name: /^移除：/ }).click();
    await page.getByText(/^加分与扣分（/).click();
    await page.getByRole('button', { name: /更正：工作创新/ }).click();
    await page.getByLabel('应当是几次').fill('1');
    await page.getByLabel('材料编号').fill('doc-1');
    await page.getByLabel('为什么是错的').fill('演示：加分遗漏');
    await page.getByRole('button', { name: '加入更正意见' }).click();
    await page.reload(); // what was not sent is kept
    await page.getByRole('button', { name: /^移除：工作创新/ }).waitFor();
    await page.getByRole('button', { name: '试算' }).click();
    await page.getByText('结果会改变').waitFor();
    await page
      .getByRole('row', { name: /^综合得分 86 87.2$/ })
      .first()
      .waitFor();
  });

  it('is sent back with the corrections, and is then nobody’s to read who had a part in it', async () => {
    const { page, complaints } = reviewer;
    const outcome = page.getByRole('region', { name: '作出决定' });
    expect(await outcome.getByRole('radio', { name: /^维持/ }).isDisabled()).toBe(true);
    await outcome.getByRole('button', { name: '作出决定' }).click();
    await outcome.getByText('请选择').waitFor();
    await outcome.getByRole('radio', { name: /^发回重审/ }).check();
    await outcome.getByRole('textbox', { name: '理由' }).fill('演示：加分遗漏，请重新审定');
    await outcome.getByRole('button', { name: '作出决定' }).click();
    await page.getByText('已决定：发回重审').waitFor();
    await page.getByRole('link', { name: '回到复核与申诉' }).click();
    await page.getByText('现在没有等您办理的复核或申诉', { exact: false }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('is decided again by whoever decides lists, with the corrections in view', async () => {
    const { page, signIn, looksRight, complaints } = await takeSeat(browser, voting.api.url);
    await signIn('supervisor');
    await page.getByRole('link', { name: '复核与申诉' }).click();
    await page.getByRole('heading', { level: 1, name: '复核与申诉' }).waitFor();
    await page.locator('main').getByRole('link', { name: /复核/ }).first().click();
    const again = page.getByRole('region', { name: '重新审定' });
    await again.getByText('演示：加分遗漏，请重新审定').waitFor();
    await again.getByText(/工作创新.*→ 1 次/).waitFor();
    await again.getByRole('radio', { name: /^采纳更正/ }).check();
    await again.getByRole('textbox', { name: '理由' }).fill('演示：采纳');
    await looksRight();
    await again.getByRole('button', { name: '提交决定' }).click();
    await page.getByText('已决定：变更').waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('is told with its delivery, with the result before and after, and can be appealed then', async () => {
    const difference = async () =>
      (
        await (
          await voting.api.as('worker')
        ).get<{ items: unknown[] }>(`/api/contests/${contestId}/difference`)
      ).body;
    expect((await difference()).items).toEqual([]);
    const { page, looksRight, complaints } = worker;
    await page.reload();
    await page.getByText('已决定，待送达').waitFor();
    await page.getByRole('button', { name: '确认收到并查看' }).click();
    const changed = page.getByRole('region', { name: '前后对比' });
    await changed
      .getByRole('row', { name: /^综合得分 86 87.2$/ })
      .first()
      .waitFor();
    expect((await difference()).items).toHaveLength(1);
    await page.getByText(/还剩 15 个工作日/).waitFor();
    await looksRight();
    await page.getByLabel('申诉理由').fill(HOSTILE);
    await page.getByRole('button', { name: '提出申诉' }).click();
    await page.getByRole('heading', { name: '申诉', exact: true }).waitFor();
    await page.getByRole('button', { name: '撤回申请' }).click();
    await page.getByRole('button', { name: '确认撤回' }).click();
    await page.getByText('已撤回', { exact: true }).waitFor();
    expect(await page.evaluate('window.broken')).toBeUndefined();
    expect(complaints).toEqual([]);
  });
});

describe('the outcome of a contest', () => {
  it('is delivered by staff where its person does not confirm it, each way with its proof', async () => {
    const appraisal = `/api/appraisals/${vote.appraisalOf('person-2')}`;
    await post('worker2', `${appraisal}/receipt`);
    const filed = await post('worker2', `${appraisal}/contests`, { grounds: '演示' });
    const path = `/contests/${String(filed['contestId'])}`;
    await openHearing(engine(), { contestId: String(filed['contestId']), level: 'review' });
    await post('reviewer2', `/api${path}/outcome`, { outcome: 'upheld', reason: '演示：无误' });
    const { page, signIn, looksRight, complaints } = await takeSeat(browser, voting.api.url);
    await signIn('hr');
    await page.goto(path);
    const delivery = page.getByRole('region', { name: '送达决定' });
    await delivery.getByRole('radio', { name: '邮寄' }).check();
    await delivery.getByRole('button', { name: '登记送达' }).click();
    await delivery.getByText('请填写邮件编号').first().waitFor();
    await delivery.getByLabel('邮件编号').fill('演示-1');
    await looksRight();
    await delivery.getByRole('button', { name: '登记送达' }).click();
    await page.getByText('已送达').first().waitFor();
    await page.getByText('决定没有改变结果。').waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
