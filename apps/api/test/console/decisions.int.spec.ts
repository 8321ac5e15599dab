import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NoticeBody, NoticePage } from '@kaoji/application';
import { createObjectionKeys } from '@kaoji/gateways';
import type { Browser } from 'playwright-core';
import { CONTACT_KEY } from '../harness/api.js';
import { consoleFolder, openBrowser, takeSeat, type Seat } from '../harness/console.js';
import { at, CUT, startWithDecisionsDue, type DecisionsDue } from '../harness/decisions-due.js';
import { accountId, UNIT } from '../harness/places.js';
import { setStage } from '../harness/year.js';

/** Of a year whose working days are known. */
const now = at('2026-09-01', 23);
const HOSTILE = '演示：<img onerror=alert(1)> 网格图未公示';

let due: DecisionsDue;
let browser: Browser;
let hr: Seat;
beforeAll(async () => {
  [due, browser] = await Promise.all([
    startWithDecisionsDue({ now: () => now }, { consoleFolder: consoleFolder() }),
    openBrowser(),
  ]);
  await setStage(due.api, due.cycleId, {
    unit: { state: 'notice', round: 1 },
    appraisals: { notifiedAt: at('2026-08-15') },
  });
  await Promise.all([compose(), showNotice(), writeResults()]);
  hr = await takeSeat(browser, due.api.url);
  await hr.signIn('hr');
});
afterAll(async () => {
  await browser.close();
  await due.api.close();
});

const people = () => ['person-1', 'person-2'].map(due.appraisalOf);

/** The list of the unit as it was composed: as much of it as what follows needs. */
async function compose(): Promise<void> {
  const final = { status: 'graded', grade: 'incompetent', rule: 'r', clause: null };
  await due.api.database.transactions.run(async ({ results }) => {
    await results.insertEvaluations(
      people().map((id) => ({
        ...{ appraisalId: id, round: 1, hash: 'h' },
        body: JSON.stringify({ id, final, consequences: [] }),
      })),
    );
    const line = JSON.stringify({ awarded: [people()[0]], displaced: [people()[1]] });
    const sheet = { cycleId: due.cycleId, unitId: UNIT, round: 1, hash: 'h', body: line };
    await results.insertQuotaSheet(sheet);
  });
}

async function showNotice(): Promise<void> {
  const shown = people()[0] ?? '';
  const body: Pick<NoticeBody, 'anonymous'> & { entries: { appraisalId: string }[] } = {
    anonymous: true,
    entries: [{ appraisalId: shown }],
  };
  const page: NoticePage = {
    ...{ id: 'notice-1', cycleId: due.cycleId, unitId: UNIT, round: 1, endedAt: null, outcome: null },
    ...{ startsAt: now - 1, endsAt: now + 3_600_000, standing: [], body: JSON.stringify(body) },
    entries: [{ appraisalId: shown, grade: 'excellent' }],
    publicKey: await createObjectionKeys([CONTACT_KEY]).publicKeyOf('notice-1'),
  };
  await due.api.database.transactions.run(({ notices }) => notices.insertPage(page));
}

/** Two results are written; nobody has theirs yet. */
async function writeResults(): Promise<void> {
  await due.api.database.transactions.run(({ deliveries }) =>
    deliveries.write(
      people().map((appraisalId) => ({
        ...{ appraisalId, document: 'result' as const, resultHash: 'h', approvedBy: accountId('superior') },
        ...{ writtenAt: at('2026-08-10'), dueAt: at('2026-08-20') },
      })),
    ),
  );
}

const region = (name: string) => hr.page.getByRole('region', { name });

describe('after the list', () => {
  it('is found by the menu, and leads unit by unit to objections, deliveries and consequences', async () => {
    const { page } = hr;
    await page.getByRole('link', { name: '结果办理' }).click();
    await page.getByRole('link', { name: '公示与异议' }).first().click();
    await page.getByRole('heading', { level: 1, name: '东片：公示与异议' }).waitFor();
  });
});

describe('objections', () => {
  it('made in person are recorded, and stay text', async () => {
    const record = region('登记当面提出的异议');
    await record.getByLabel('异议内容').fill(HOSTILE);
    await record.getByLabel('提出人姓名').fill('演示居民');
    await record.getByRole('button', { name: '登记' }).click();
    await record.getByText('已登记，等待答复。').waitFor();
    await region('异议').getByText(HOSTILE).waitFor();
  });

  it('are answered once, after reading what upholding one opens again', async () => {
    const { page } = hr;
    const one = region('异议').getByRole('article');
    await one.getByRole('button', { name: '答复' }).click();
    await one.getByRole('radio', { name: '成立：名额或名额线有误' }).check();
    await one.getByText('名额线两侧的全部人选重新打开', { exact: false }).waitFor();
    await one.getByRole('radio', { name: '不成立' }).first().check();
    await one.getByText('名单不变', { exact: false }).waitFor();
    await one.getByRole('button', { name: '确认答复' }).click();
    await one.getByText('请写明答复内容').waitFor();
    await hr.looksRight();
    await one.getByLabel('答复内容').fill('演示：已公示七日，见公示栏照片');
    await one.getByRole('button', { name: '确认答复' }).click();
    await one.getByText('演示：已公示七日', { exact: false }).waitFor();
    expect(await page.getByRole('button', { name: '答复' }).count()).toBe(0);
  });
});

describe('what follows for a unit', () => {
  it('is the ordinary as one list, and what hurts one by one with what its gate misses', async () => {
    const { page, looksRight } = hr;
    await due.confirm('superior', 'person-1', { confirm: [CUT] });
    await page.goto(`/decisions/${due.cycleId}/${UNIT}`);
    await region('被拒绝的确认').getByText('当时缺 1 项').waitFor();
    await region('依规直接办理的事项')
      .getByRole('row', { name: /演示甲.*不合格/ })
      .waitFor();
    const hurting = region('不利的处理：逐项决定');
    await hurting
      .getByText(/还缺 \d 项/)
      .first()
      .waitFor();
    await looksRight();
    await hurting
      .getByRole('link', { name: /演示甲/ })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: '演示甲：结果办理' }).waitFor();
  });
});

describe('what hurts one person', () => {
  it('cannot be confirmed while a document is missing, which is named', async () => {
    const gates = region('不利的处理');
    await gates.getByText('条件不齐').first().waitFor();
    const confirm = gates.getByRole('radio', { name: '确认办理' }).first();
    expect(await confirm.isDisabled()).toBe(true);
  });

  it('is confirmed in somebody’s name once its document is on record', async () => {
    const { page } = hr;
    const documents = region('已登记的文件');
    await documents.getByRole('button', { name: '登记文件' }).click();
    await documents.getByLabel('文件种类').click();
    await page.getByTitle(/工资规则/).click();
    await documents.getByLabel('文号').fill('演示文1号');
    await documents.getByLabel('文件日期').fill('2026-08-20');
    await documents.getByRole('button', { name: '登记', exact: true }).click();
    await documents.getByText('演示文1号').waitFor();
    const gates = region('不利的处理');
    await gates.getByRole('radio', { name: '确认办理' }).first().check();
    await gates.getByRole('button', { name: '作出决定' }).click();
    await gates.getByText(/将对 演示甲 办理/).waitFor();
    await hr.looksRight();
    expect(due.told).toEqual([]);
    await gates.getByRole('button', { name: '以我的名义决定' }).click();
    await gates.getByText('已确认').waitFor();
    expect(JSON.stringify(due.told)).toContain(CUT);
  });

  it('is followed by a talk on record, which the person reads too', async () => {
    const { page } = hr;
    const follow = region('改进计划与谈话');
    await follow.getByRole('button', { name: '登记谈话' }).click();
    await follow.getByLabel('谈话种类').click();
    await page.getByTitle('提醒谈话').click();
    await follow.getByLabel('谈话日期').fill('2026-08-25');
    await follow.getByLabel('谈话内容').fill('演示：提醒按时走访');
    await follow.getByRole('button', { name: '登记', exact: true }).click();
    await follow.getByRole('button', { name: '登记谈话' }).waitFor(); // kept, and the form is gone
    await follow.getByText('演示：提醒按时走访').waitFor();
  });

  it('is followed by a plan whose steps are ticked off before it can be met', async () => {
    const follow = region('改进计划与谈话');
    await follow.getByRole('button', { name: '责令限期改进' }).click();
    await follow.getByLabel('步骤').fill('演示：每周走访\n演示：月末小结');
    await follow.getByLabel('期限（工作日）').fill('20');
    await follow.getByRole('button', { name: '下达计划' }).click();
    await follow.getByRole('button', { name: '完成' }).first().click();
    await follow.getByLabel('情况说明').fill('演示：已走访');
    await follow.getByRole('button', { name: '登记完成' }).click();
    await follow.getByText(/演示：已走访/).waitFor();
    await follow.getByRole('button', { name: '登记改进结果' }).click();
    expect(await follow.getByRole('radio', { name: '达到要求' }).isDisabled()).toBe(true);
    await hr.looksRight();
  });
});

describe('a departure', () => {
  it('says that the appraisal ends without a result before it is recorded', async () => {
    await setStage(due.api, due.cycleId, { appraisals: { status: 'graded', notifiedAt: null } });
    const { page } = hr;
    await page.goto(`/decisions/${due.cycleId}/${UNIT}/${people()[1] ?? ''}`);
    await page.getByRole('button', { name: '登记离岗' }).click();
    await page.getByText('演示乙 的本次考核随即结束，没有结果', { exact: false }).waitFor();
    await page.getByLabel('离岗日期').fill('2026-08-31');
    await page.getByRole('button', { name: '登记离岗' }).click();
    await page.getByText('已登记，考核正在结束。').waitFor();
  });
});

describe('deliveries', () => {
  it('say who has nothing in hand yet, and take a refusal only with two witnesses', async () => {
    const { page, looksRight } = hr;
    await page.goto(`/deliveries/${due.cycleId}/${UNIT}`);
    await page.getByText('已送达 0 / 2').waitFor();
    await page.getByRole('button', { name: '登记送达：演示甲' }).click();
    await page.getByRole('radio', { name: '拒收，两人见证' }).check();
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByText('请选择两位见证人').waitFor();
    await looksRight();
    await page.getByRole('radio', { name: '当面送交' }).check();
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByText('已送达 1 / 2').waitFor();
  });
});

describe('the ledger of a person', () => {
  it('shows every entry with its day, and asks for name and rule before it erases anybody', async () => {
    const { page, looksRight } = hr;
    await page.goto('/people/person-1/ledger');
    await page.getByRole('row', { name: /提醒谈话/ }).waitFor();
    await page.getByRole('button', { name: '删除个人信息' }).click();
    await page.getByText('不能恢复。没有任何备份可以找回。').waitFor();
    await page.getByLabel('此人姓名').fill('演示错名');
    await page.getByLabel('允许删除的规定').fill('演示规定');
    await page.getByRole('button', { name: '永久删除' }).click();
    await page.getByRole('alert').getByText('ERASURE_', { exact: false }).waitFor();
    await looksRight();
  });
});

describe('the export for payroll', () => {
  it('saves a file of a period that is over, and lists it with its digest', async () => {
    const { page, complaints, looksRight } = hr;
    await page.goto('/payroll');
    await page.getByLabel('自', { exact: true }).fill('2026-07-01');
    await page.getByLabel('至（含）').fill('2026-07-31');
    await page.getByRole('radio', { name: '文本表格' }).check();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('payroll-2026-07-01-2026-07-31.csv');
    await page.getByRole('row', { name: /2026-07-01 至 2026-07-31.*sha256:/ }).waitFor();
    await looksRight();
    expect(complaints).toEqual([]);
  });
});
