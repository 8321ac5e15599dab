import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NoticePage } from '@kaoji/application';
import { systemClock } from '@kaoji/gateways';
import type { Browser } from 'playwright-core';
import { startApi, type TestApi } from '../harness/api.js';
import { consoleFolder, openBrowser, takeSeat, type Seat } from '../harness/console.js';
import { UNIT } from '../harness/places.js';
import { rosteredCycle } from '../harness/year.js';

const DAY_MS = 86_400_000;
const ROOT = `sha256:${'ab'.repeat(32)}`;

/** Of the service; the browser keeps its own. */
let now = systemClock.now();
let api: TestApi;
let browser: Browser;
let citizen: Seat;
let cycleId: string;
let shown: string;
beforeAll(async () => {
  [api, browser] = await Promise.all([
    startApi({ consoleFolder: consoleFolder(), clock: { now: () => now } }),
    openBrowser(),
  ]);
  const rostered = await rosteredCycle(api);
  cycleId = rostered.cycleId;
  shown = rostered.appraisalOf('person-1');
  citizen = await takeSeat(browser, api.url);
});
afterAll(async () => {
  await browser.close();
  await api.close();
});

/** A notice of these milliseconds, with its page. */
async function publish(forMs: number): Promise<void> {
  const at = now;
  const period = { startsAt: at - 1, endsAt: at + forMs };
  const entries = [{ appraisalId: shown, grade: 'excellent' }];
  const page: NoticePage = {
    ...{ id: 'notice-1', cycleId, unitId: UNIT, round: 1, publicKey: 'k', endedAt: null, outcome: null },
    ...{ ...period, entries, standing: [], body: '{}' },
  };
  await api.database.transactions.run(async ({ decisions, notices }) => {
    await decisions.insertNotice({ cycleId, unitId: UNIT, entries, ...period });
    await notices.insertPage(page);
  });
}

const sign = async (size: number, root: string): Promise<unknown> =>
  api.database.transactions.run(({ log }) =>
    log.insertHead({
      ...{ cycleId, size, root, suite: 'intl', note: `demo\n${size}\n${root}\n`, frontier: '' },
      ...{ timestamp: null, at: now },
    }),
  );

describe('the public pages', () => {
  it('open without a sign-in, set no cookie, and say so where nothing runs', async () => {
    const { page, looksRight } = citizen;
    await page.goto('/notices');
    await page.getByText('现在没有正在公示的名单。').waitFor();
    await looksRight();
    await page.getByRole('link', { name: '审计日志' }).click();
    await page.getByText('还没有签名的树根', { exact: false }).waitFor();
    expect(await page.context().cookies()).toEqual([]);
  });

  it('show a notice while it runs with the way to object, and nothing of it once its period is over', async () => {
    await publish(DAY_MS);
    const { page, looksRight } = citizen;
    await page.goto('/notices');
    const notice = page.getByRole('region', { name: /演示街道 东片 2026 年度考核/ });
    await notice.getByText('演示甲').waitFor();
    const address = await notice.getByRole('link', { name: '查看公示全文并提出异议' }).getAttribute('href');
    expect(address).toMatch(/^http:\/\/survey\.test\/n\/[\w-]+$/);
    await looksRight();
    now += 2 * DAY_MS;
    await page.reload();
    await page.getByText('现在没有正在公示的名单。').waitFor();
    expect(await page.getByText('演示甲').count()).toBe(0);
  });

  it('lead to the page that checks receipts, which needs no script', async () => {
    const { page, looksRight } = citizen;
    await page.getByRole('link', { name: '回执核对' }).click();
    const way = page.getByRole('link', { name: '打开核对页' });
    expect(await way.getAttribute('href')).toBe('http://survey.test/receipt');
    await looksRight();
  });
});

describe('the root of the log', () => {
  it('of every cycle is listed for everybody with its size', async () => {
    await sign(20, ROOT);
    await sign(41, `sha256:${'cd'.repeat(32)}`);
    const { page, looksRight } = citizen;
    await page.goto('/log');
    await page.getByText(/41 条记录/).waitFor();
    await looksRight();
    await page.getByRole('link', { name: /演示街道 2026 年度考核/ }).click();
    await page.getByRole('heading', { name: '最新树根' }).waitFor();
    await looksRight();
  });

  it('is compared with what somebody kept, in their browser: the same, or changed since', async () => {
    const { page, complaints } = citizen;
    const compare = async (size: string, root: string): Promise<void> => {
      await page.getByLabel('抄存的记录数').fill(size);
      await page.getByLabel('抄存的树根', { exact: true }).fill(root);
      await page.getByRole('button', { name: '比对' }).click();
    };
    await compare('20', ` ${ROOT.slice(0, 30)} ${ROOT.slice(30)} `);
    await page.getByText('一致：您抄存之后', { exact: false }).waitFor();
    await compare('20', `sha256:${'ef'.repeat(32)}`);
    await page.getByText('不一致！', { exact: false }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('is given to programs page by page: sizes and hashes, nothing of what is in the log', async () => {
    type Logs = { items: Record<string, unknown>[]; next: string | null };
    const { body } = await api.stranger.get<Logs>('/api/public/logs?limit=1');
    expect(body.items).toEqual([
      {
        ...{ cycleId, area: '演示街道', year: 2026, rehearsal: true, size: 41 },
        ...{
          origin: expect.stringContaining(cycleId),
          root: `sha256:${'cd'.repeat(32)}`,
          at: expect.any(Number),
        },
      },
    ]);
    const rest = await api.stranger.get<Logs>(`/api/public/logs?limit=1&after=${body.next}`);
    expect(rest.body).toEqual({ items: [], next: null });
  });
});
