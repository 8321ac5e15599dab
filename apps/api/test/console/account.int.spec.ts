import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Clock, IdentityProvider, WorkflowGateway } from '@kaoji/application';
import type { Browser } from 'playwright-core';
import { startApi, type TestApi } from '../harness/api.js';
import { consoleFolder, openBrowser, takeSeat, type Seat } from '../harness/console.js';
import { LEAD, mapping, startOidc, type Oidc } from '../harness/oidc.js';
import { PASSWORD, UNIT, accountId } from '../harness/places.js';
import { collectingCycle } from '../harness/year.js';

/** Every unit that was told to close, with the id of the request. */
const told: string[] = [];
const gateway = {
  closeCollection: (_cycleKey: string, unitId: string, updateId: string) => {
    told.push(`${unitId} ${updateId}`);
    return Promise.resolve({ ok: true });
  },
} as unknown as WorkflowGateway;
let ahead = 0;
const clock: Clock = { now: () => Date.now() + ahead };
const later = (minutes: number): void => void (ahead += minutes * 60_000);

let oidc: Oidc;
/** The provider knows where to send people back to once the service has an address. */
const port: IdentityProvider = {
  begin: (again) => oidc.provider().port.begin(again),
  finish: (query, attempt) => oidc.provider().port.finish(query, attempt),
};
let api: TestApi;
let browser: Browser;
let hr: Seat;
let board: string;
beforeAll(async () => {
  [api, browser] = await Promise.all([
    startApi({ consoleFolder: consoleFolder(), gateway, clock, provider: { mapping: mapping(), port } }),
    openBrowser(),
  ]);
  [oidc, hr] = await Promise.all([startOidc(`${api.url}/sign-in/provider`), takeSeat(browser, api.url)]);
  const { cycleId } = await collectingCycle(api);
  board = `/cycles/${cycleId}/units/${UNIT}`;
});
afterAll(async () => {
  await browser.close();
  await Promise.all([api.close(), oidc.close()]);
});

const startClosing = async (reason: string): Promise<void> => {
  const { page } = hr;
  await page.goto(board);
  await page.getByRole('button', { name: '提前结束评价' }).click();
  await page.getByLabel('提前结束的理由').fill(reason);
  later(16);
  await page.getByRole('button', { name: '确认提前结束' }).click();
};
const asked = () => hr.page.getByRole('dialog', { name: '请再次输入密码' });

describe('a decision over a form that is half filled in', () => {
  const REASON = '演示：全部收齐 <img src=x onerror="document.title=1">';

  it('asks for the password in one place, above what was written, and wants it right', async () => {
    await hr.signIn('hr');
    await startClosing(REASON);
    await asked().getByLabel('密码').fill('wrong');
    await asked().getByRole('button', { name: '确认并继续' }).click();
    await asked().getByText('用户名或密码不正确', { exact: true }).waitFor();
    expect(told).toEqual([]);
  });

  it('decides nothing when one would rather not, and keeps what was written', async () => {
    const { page } = hr;
    await asked().getByRole('button', { name: '暂不办理' }).click();
    await asked().waitFor({ state: 'detached' });
    expect(await page.getByLabel('提前结束的理由').inputValue()).toBe(REASON);
    await page.getByRole('alert').getByText('请再次确认身份').waitFor();
    expect(told).toEqual([]);
  });

  it('goes on with the same request once it was given, and asks no more for a quarter of an hour', async () => {
    const { page, complaints } = hr;
    const keys: (string | undefined)[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/close-collection')) keys.push(request.headers()['idempotency-key']);
    });
    await page.getByRole('button', { name: '确认提前结束' }).click();
    await asked().getByLabel('密码').fill(PASSWORD);
    await asked().getByRole('button', { name: '确认并继续' }).click();
    await page.getByText('评价已结束，名单正在汇总。').waitFor();
    expect(told).toHaveLength(1);
    expect(keys).toHaveLength(2);
    expect(keys[0]).toBe(keys[1]);
    expect(complaints).toEqual([]);
  });
});

describe('the screen of my account', () => {
  const sessions = () => hr.page.getByRole('region', { name: '登录会话' });

  it('says who I am, what I may do where, and where I am signed in', async () => {
    const elsewhere = await api.stranger.post('/api/tokens', { username: 'hr', password: PASSWORD });
    expect(elsewhere.status).toBe(200);
    const { page, looksRight } = hr;
    await page.goto('/');
    await page.getByRole('link', { name: 'hr', exact: true }).click();
    const who = page.getByRole('region', { name: '我是谁' });
    await who.getByText('人事专员', { exact: true }).waitFor();
    await who.getByText('演示街道').waitFor();
    await sessions().getByText('当前').waitFor();
    await looksRight();
  });

  it('ends a session elsewhere after saying what that does, and this one not at all', async () => {
    const { page } = hr;
    const end = sessions()
      .getByRole('button', { name: /^结束 .*命令行令牌/ })
      .first();
    const before = await sessions()
      .getByRole('button', { name: /^结束 / })
      .count();
    await end.click();
    await page.getByText('用这个令牌的程序会立即无法继续。').waitFor();
    await page.getByRole('tooltip').getByRole('button', { name: '结束' }).click();
    await sessions()
      .getByRole('button', { name: /^结束 / })
      .nth(before - 1)
      .waitFor({ state: 'detached' });
    expect(
      await sessions()
        .getByRole('button', { name: /^结束 / })
        .count(),
    ).toBe(before - 1);
  });
});

describe('a sign-in at a provider', () => {
  let lead: Seat;
  beforeAll(async () => {
    lead = await takeSeat(browser, api.url);
  });
  const signInThere = async (subject: string, page = lead.page): Promise<void> => {
    await page.locator('input[name=login]').fill(subject);
    await page.locator('input[name=password]').fill('demo');
    await page.getByRole('button').first().click();
  };

  it('begins at a button with its name and ends where one was going', async () => {
    oidc.people.set('lead', { preferred_username: '演示组长', ...LEAD });
    const { page, looksRight } = lead;
    await page.goto('/deputies');
    await page.getByRole('button', { name: '用演示统一认证登录' }).waitFor();
    await looksRight();
    await page.getByRole('button', { name: '用演示统一认证登录' }).click();
    await signInThere('lead');
    await page.getByRole('heading', { level: 1, name: '代理设置' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/deputies');
    await page.getByRole('link', { name: '演示组长', exact: true }).waitFor();
  });

  it('that is refused says why and leads back', async () => {
    oidc.people.set('lead', { preferred_username: '演示组长', groups: [] });
    const { page, looksRight } = lead;
    await page.context().clearCookies({ name: 'kaoji_session' });
    await page.goto('/sign-in');
    await page.getByRole('button', { name: '用演示统一认证登录' }).click();
    await page.getByText('您的身份信息没有对应的角色').waitFor();
    await looksRight();
    await page.getByRole('link', { name: '返回登录页' }).click();
    await page.getByRole('button', { name: '用演示统一认证登录' }).waitFor();
  });

  it('proves in a window of its own who decides, and the form goes on by itself', async () => {
    oidc.people.set('hr', { preferred_username: 'hr-there' });
    await api.database.transactions.run(({ accounts }) =>
      accounts.insertLink({ issuer: oidc.issuer, subject: 'hr', accountId: accountId('hr'), linkedAt: 1 }),
    );
    const { page } = hr;
    ahead = 0; // the provider tells the real time
    await page.context().clearCookies();
    await hr.signIn('hr');
    await startClosing('演示：再次结束');
    const opened = page.waitForEvent('popup');
    await asked().getByRole('button', { name: '到演示统一认证确认' }).click();
    const window = await opened;
    ahead = 0;
    await signInThere('hr', window);
    await page.getByText('评价已结束，名单正在汇总。').waitFor();
    expect(told).toHaveLength(2);
  });
});
