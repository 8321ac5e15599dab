import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { defaultQuestionnaire } from '@kaoji/domain';
import type { Browser } from 'playwright-core';
import { consoleFolder, openBrowser, takeSeat, type Seat } from '../harness/console.js';
import { listOf } from '../harness/asking.js';
import { passphraseOf, startVoting, type Vote, type Voting } from '../harness/voting.js';

const EVIL = '<img src=x onerror="document.title=1">';

let voting: Voting;
let browser: Browser;
let vote: Vote;
let hr: Seat;
let superior: Seat;
let panel: Seat;
beforeAll(async () => {
  [voting, browser] = await Promise.all([startVoting({ consoleFolder: consoleFolder() }), openBrowser()]);
  vote = await voting.cycle();
  [hr, superior, panel] = await Promise.all([
    takeSeat(browser, voting.api.url),
    takeSeat(browser, voting.api.url),
    takeSeat(browser, voting.api.url),
  ]);
  await Promise.all([hr.signIn('hr'), superior.signIn('superior'), panel.signIn('panel')]);
});
afterAll(async () => {
  await browser.close();
  await voting.close();
});

const campaignAt = (): string => `/surveys/${vote.cycleId}/${vote.campaignId}`;
const upload = (name: string, text: string) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(text),
});

describe('the surveys of a year', () => {
  it('are found in the menu, and each says what it waits for', async () => {
    const { page, looksRight } = hr;
    await page.getByRole('link', { name: '居民测评', exact: true }).click();
    await page.getByRole('link', { name: '2026 年度居民测评' }).click();
    await page.getByRole('row', { name: /东一社区.*等保管人领钥匙/ }).waitFor();
    await page.getByText('已有 0 人领取钥匙', { exact: false }).waitFor();
    await looksRight();
  });
});

describe('the questions', () => {
  it('are refused with each fault by its line, adopted, previewed and chosen', async () => {
    const { page, looksRight } = hr;
    await page.getByRole('link', { name: '问卷' }).click();
    await page.getByText('本次使用').waitFor();
    const file = page.getByLabel('问卷文件');
    await file.setInputFiles(upload('q.yaml', 'id: demo\nversion: "1"\n'));
    await page.getByRole('button', { name: '检查并采用' }).click();
    await page.getByRole('alert').getByText('没有采用').waitFor();
    const mine = { ...defaultQuestionnaire, version: '演示 2', title: { zh: `演示问卷${EVIL}`, en: 'Demo' } };
    await file.setInputFiles(upload('q.json', JSON.stringify(mine)));
    await page.getByRole('button', { name: '检查并采用' }).click();
    await page.getByRole('button', { name: /^选用 ?演示问卷/ }).click();
    await page.getByText(`已选用“演示问卷${EVIL}”。`).waitFor();
    const preview = await page.getByRole('link', { name: /预览.*演示问卷/ }).getAttribute('href');
    expect((await page.request.get(preview ?? '')).status()).toBe(200);
    await looksRight();
  });
});

describe('a key of the ballot boxes', () => {
  it('is taken with a passphrase that is typed twice and kept nowhere', async () => {
    for (const [seat, name] of [
      [superior, 'superior'],
      [panel, 'panel'],
    ] as const) {
      const { page, looksRight } = seat;
      await page.goto(`/surveys/${vote.cycleId}/ballot-boxes`);
      await page.getByLabel('口令', { exact: true }).fill(passphraseOf(name));
      await page.getByLabel('再输入一次').fill('别的');
      await page.getByRole('button', { name: '领取钥匙' }).click();
      await page.getByText('两次输入不一样').waitFor();
      if (name === 'superior') await looksRight();
      await page.getByLabel('再输入一次').fill(passphraseOf(name));
      await page.getByRole('button', { name: '领取钥匙' }).click();
      await page.getByText('已领取。请记牢口令', { exact: false }).waitFor();
    }
    const stored = await panel.page.evaluate('JSON.stringify([{ ...localStorage }, { ...sessionStorage }])');
    expect(`${stored}${JSON.stringify(voting.api.events)}`).not.toContain('清风');
  });
});

describe('the list and the draw', () => {
  it('take nothing of a faulty file and say each row and column', async () => {
    await vote.opened([]);
    const { page, looksRight } = hr;
    await page.goto(campaignAt());
    const file = page.getByLabel('导入清单', { exact: false });
    await file.setInputFiles(
      upload('list.csv', 'ref,stratum,phone\n演示甲,ordinary,\nA-2,neighbour,12345\n'),
    );
    await page.getByRole('row', { name: /2 ref/ }).waitFor();
    await page.getByRole('row', { name: /3 stratum/ }).waitFor();
    await looksRight();
    await file.setInputFiles(upload('list.csv', listOf(40)));
    await page.getByText('已导入 40 人。').waitFor();
  });

  it('draw once, say so before, and tell how anybody draws it again', async () => {
    const { page, looksRight } = hr;
    await page.getByLabel('种子').fill(EVIL);
    await page.getByRole('button', { name: '抽样…' }).click();
    await page.getByText('将从 40 人中按种子抽取', { exact: false }).waitFor();
    await page.getByRole('button', { name: '确认抽样' }).click();
    const draw = page.getByRole('region', { name: '抽样' });
    await draw.getByText('任何人都可以复算').waitFor();
    await draw.getByText(/--size ordinary=90/).waitFor();
    await draw.getByText(EVIL, { exact: true }).waitFor();
    await looksRight();
  });
});

describe('slips and links', () => {
  it('come as a file, or are shown this once, and are replaced when they go astray', async () => {
    const { page, looksRight } = hr;
    const slips = page.waitForEvent('download');
    await page.getByRole('button', { name: '生成 PDF' }).click();
    expect((await slips).suggestedFilename()).toBe('slips.pdf');
    await page.getByRole('button', { name: '要一个代填链接' }).click();
    const shown = page.getByRole('group', { name: '链接只显示这一次' }).first();
    const link = (await shown.locator('pre').textContent()) ?? '';
    expect(link).toMatch(/^http:\/\/survey\.test\/s\//);
    await looksRight();
    await page.getByLabel('居民编号或链接').fill(link);
    await page.getByRole('button', { name: '作废并补发' }).click();
    await page.getByText('旧链接已作废，新链接在下面。').waitFor();
  });
});

describe('what has come in', () => {
  const coverage = () => hr.page.getByRole('region', { name: '回收情况与样本要求' });

  it('is told in steps, so that nobody sees one answer arrive, and as not valid until the sample is', async () => {
    await vote.answered(2);
    await hr.page.reload();
    await coverage().getByText('样本尚未有效').waitFor();
    await coverage().getByText('至少已收 0 份，需要 3 份').waitFor();
    await coverage()
      .getByText(/到期仍不足，将延期 \d+ 个工作日/)
      .waitFor();
    await vote.answered(38);
    await vote.answered(3, 2);
    await hr.page.reload();
    await coverage().getByText('样本有效').waitFor();
    await coverage().getByText('至少已收 40 份，需要 3 份').waitFor();
    await hr.looksRight();
  });

  it('says what ending early would do, before it is done', async () => {
    const { page } = hr;
    await page.getByRole('button', { name: '提前结束测评' }).click();
    await page.getByText(/东一社区的样本已有效：现在结束将封箱/).waitFor();
    await page.getByRole('button', { name: '确认提前结束' }).click();
    await page.getByText('已告知流程结束', { exact: false }).waitFor();
    expect(voting.told).toContain('closeSurvey');
  });

  it('is shown to a supervisor without what HR does about it', async () => {
    const supervisor = await takeSeat(browser, voting.api.url);
    await supervisor.signIn('supervisor');
    await supervisor.page.goto(campaignAt());
    await supervisor.page.getByText('样本有效', { exact: true }).waitFor();
    expect(await supervisor.page.getByRole('button', { name: /提前结束|抽样|PDF/ }).count()).toBe(0);
    await supervisor.page.context().close();
  });
});

describe('opening the box', () => {
  const passphrase = async ({ page }: Seat, text: string): Promise<void> => {
    await page.getByLabel('口令', { exact: true }).fill(text);
    await page.getByRole('button', { name: '开箱（做我的那一半）' }).click();
  };

  it('takes two: the first hands on, the second counts, and each is told which it is', async () => {
    await vote.closed();
    await superior.page.goto(`/surveys/${vote.cycleId}/ballot-boxes`);
    await passphrase(superior, '不是这个口令吧不是');
    await superior.page.getByRole('alert').waitFor();
    await passphrase(superior, passphraseOf('superior'));
    await superior.page.getByText('您的一份已转交，等另一位保管人开箱。', { exact: false }).waitFor();
    await panel.page.goto('/inbox');
    await panel.page.getByRole('link', { name: '票箱等待持钥人' }).click();
    await panel.page.getByText('其中 1 个已有人动手', { exact: false }).waitFor();
    await panel.looksRight();
    await passphrase(panel, passphraseOf('panel'));
    await panel.page.getByText('已打开并计票，等人事专员确认。', { exact: false }).waitFor();
    expect(await panel.page.getByLabel('口令', { exact: true }).count()).toBe(0);
    expect([...superior.complaints, ...panel.complaints]).toEqual([]);
  });
});

describe('the result', () => {
  it('shows n, rates with intervals, what is hidden and why; names only to those who may see them', async () => {
    const { page, looksRight } = hr;
    await page.goto(`/surveys/${vote.cycleId}`);
    await page
      .getByRole('row', { name: /东一社区.*等确认/ })
      .getByRole('link', { name: /查看结果/ })
      .click();
    await page.getByText('n = 43').waitFor();
    const person = page.getByRole('row', { name: /演示甲.*40 \/ 43.*93\.0%/ });
    expect(await person.textContent()).toMatch(/\d\d\.\d% – \d\d\.\d%/);
    await page.getByText('“不显示”：选的人少于 5 人', { exact: false }).waitFor();
    await looksRight();
    const auditor = await takeSeat(browser, voting.api.url);
    await auditor.signIn('auditor');
    await auditor.page.goto(`${campaignAt()}/count`);
    await auditor.page.getByRole('row', { name: /第 1 人.*40 \/ 43/ }).waitFor();
    expect(await auditor.page.getByText(/演示甲/).count()).toBe(0);
    expect(await auditor.page.getByRole('button', { name: /确认/ }).count()).toBe(0);
    await auditor.page.context().close();
  });

  it('is confirmed by its hash, after saying what that destroys', async () => {
    const { page, complaints } = hr;
    const { hash } =
      (await voting.api.database.transactions.read(({ boxes }) => boxes.count(vote.campaignId))) ?? {};
    await page.getByText(`哈希 ${hash}`, { exact: false }).waitFor();
    await page.getByRole('button', { name: '确认这份计票…' }).click();
    await page.getByRole('button', { name: '确认并销毁票箱内容' }).click();
    await page.getByText('已确认。票箱内容正在销毁。').waitFor();
    expect(voting.told).toContain('countConfirmed');
    expect(complaints).toEqual([]);
  });
});

describe('a survey without a number', () => {
  it('goes to the panel by a named person with a reason, after saying so', async () => {
    const other = await voting.cycle();
    await other.opened();
    await other.answered(3);
    await other.closed();
    const { page, looksRight } = superior;
    await page.goto(`/surveys/${other.cycleId}/${other.campaignId}`);
    await page.getByRole('button', { name: '移交考察组…' }).click();
    await page.getByLabel('理由（记录在案）').fill(`演示：两人失联${EVIL}`);
    await looksRight();
    await page.getByRole('button', { name: '确认移交' }).click();
    await page.getByText('已移交考察组。').waitFor();
    await page.getByText('由考察组代替').waitFor();
  });
});
