import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { numberEntries, type WorkflowGateway } from '@kaoji/application';
import { Refusal } from '@kaoji/domain';
import { readLogKeys, suiteOf, systemClock } from '@kaoji/gateways';
import type { Browser } from 'playwright-core';
import { startApi, type TestApi } from '../harness/api.js';
import { consoleFolder, openBrowser, takeSeat, type Seat } from '../harness/console.js';
import { setStage, rosteredCycle } from '../harness/year.js';

/** A Temporal that has forgotten: stories are told from the records alone. */
const gateway = {
  history: () => Promise.reject(new Refusal('NOT_FOUND', 'Temporal has forgotten it.')),
} as unknown as WorkflowGateway;
const intl = suiteOf('intl')!;

let api: TestApi;
let browser: Browser;
let seat: Seat;
let cycleId: string;
let appraisalOf: (personId: string) => string;
beforeAll(async () => {
  [api, browser] = await Promise.all([startApi({ gateway, consoleFolder: consoleFolder() }), openBrowser()]);
  ({ cycleId, appraisalOf } = await rosteredCycle(api));
  await setStage(api, cycleId, { appraisals: { status: 'recorded' } });
  seat = await takeSeat(browser, api.url);
  await seat.signIn('auditor');
});
afterAll(async () => {
  await browser.close();
  await api.close();
});

describe('finding an appraisal', () => {
  it('goes by unit and by reference, without names', async () => {
    const { page, looksRight } = seat;
    await page.getByRole('link', { name: '审计', exact: true }).click();
    await page.getByText('3 人中找到 3 人').waitFor();
    await page.getByLabel('人员代号或考核编号').fill('person-2');
    await page.getByText('3 人中找到 1 人').waitFor();
    expect(await page.getByText('演示乙').count()).toBe(0);
    await looksRight();
    await page.getByRole('link', { name: 'person-2' }).click();
    await page.getByRole('heading', { level: 1, name: '考核经过重放' }).waitFor();
  });
});

describe('the replay player', () => {
  it('says what it is told from, and teaches where nothing has happened yet', async () => {
    const { page, looksRight } = seat;
    await page.getByText('没有可读的流程历史').waitFor();
    await looksRight();
  });

  it('lays another appraisal beside it', async () => {
    const { page } = seat;
    await page.getByLabel('另一次考核的编号').fill(appraisalOf('person-1'));
    await page.getByRole('button', { name: '比较' }).click();
    await page.getByRole('columnheader', { name: '不同之处' }).waitFor();
  });
});

describe('what proves a cycle', () => {
  it('is the root of its log, and a file; what is not ready says so', async () => {
    const { page, looksRight } = seat;
    const { privateKey } = intl.newSigningKeys();
    await numberEntries(
      {
        ...{ transactions: api.database.transactions, clock: systemClock, suites: suiteOf },
        ...{ suiteOfArea: () => intl, witness: null, timestamps: null },
        keys: readLogKeys([{ name: 'office', suite: 'intl', privateKey }]),
      },
      cycleId,
    );
    await page.getByRole('link', { name: '审计', exact: true }).click();
    await page.getByRole('link', { name: '日志与审计包' }).click();
    await page.getByRole('heading', { name: '签名公钥' }).waitFor();
    await page.getByText('npm run kaoji -- audit verify audit-bundle.zip').waitFor();
    await page.getByRole('button', { name: '下载审计包' }).click();
    await page.getByRole('alert').getByText('ARCHIVE_NOT_CONFIGURED').waitFor();
    await looksRight();
  });
});

describe('the access log', () => {
  it('says who read what, auditors among them, and finds looks at one thing', async () => {
    const { page, looksRight, complaints } = seat;
    await page.getByRole('link', { name: '回到这次考核' }).click();
    await page.getByRole('link', { name: '查阅记录' }).click();
    await page
      .getByRole('row', { name: /审计.*story/ })
      .first()
      .waitFor();
    await looksRight();
    await page.getByLabel('只看对某一对象的查阅（编号）').fill('nothing-like-it');
    await page.getByRole('button', { name: '查找' }).click();
    await page.getByText('没有人查阅过这个对象').waitFor();
    expect(complaints).toEqual([]);
  });
});
