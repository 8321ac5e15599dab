import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ObjectionText } from '@kaoji/application';
import { createObjectionKeys } from '@kaoji/gateways';
import type { Browser, Page } from 'playwright-core';
import { DESKTOP, openBrowser, openPage, PHONE, violationsOf, ZOOMED } from './browser.js';
import { addNotice, CONTACT_KEY, type TestNotice } from './test-notice.js';
import type { SurveyWorld } from './survey-world.js';
import { HOUR_MS, NOW, openSurveyWorld, withSurveyWorld } from './survey-world.js';

const ID = '0b9f8a8e-1111-4222-8333-000000000001';
const form = (fields: Readonly<Record<string, string>>) =>
  new URLSearchParams({ id: ID, about: '', text: '演示异议', name: '', contact: '', ...fields }).toString();
const keys = createObjectionKeys([CONTACT_KEY]);
const stored = async (world: SurveyWorld, notice: TestNotice): Promise<readonly ObjectionText[]> => {
  const rows = await world.database.transactions.read((stores) => stores.notices.objectionsOf(notice.id));
  return Promise.all(rows.map(({ objection }) => keys.open(notice, objection.sealed)));
};

describe('a public notice', () => {
  let world: SurveyWorld;
  beforeAll(async () => {
    world = await openSurveyWorld();
  });
  afterAll(async () => world.close());

  it('shows names, community, proposed grade, period and surveys to everybody who has the link', async () => {
    const notice = await addNotice(world);
    const { status, body, headers } = await world.http.get(`${notice.path}?lang=zh`);
    expect(status).toBe(200);
    for (const text of [
      '演示甲',
      '演示&lt;乙&gt;',
      '演示社区',
      '拟定等次：优秀',
      '公示期',
      '有效80份',
      '65人满意，占81.3%（95%置信区间71.3%至88.3%）',
    ])
      expect(body).toContain(text);
    expect(body).toContain('2026年11月21日');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['set-cookie']).toBeUndefined();
  });

  it('prints the signed root of the log, once there is one', async () => {
    const log = { origin: 'kaoji/cycle-1', size: 1234, root: `sha256:${'ab'.repeat(32)}` };
    const [without, signed] = [await addNotice(world), await addNotice(world, { body: { log } })];
    expect((await world.http.get(`${without.path}?lang=zh`)).body).not.toContain('审计日志树根');
    const { body } = await world.http.get(`${signed.path}?lang=en`);
    for (const text of ['Root of the audit log', '1234 records', log.origin, log.root])
      expect(body).toContain(text);
  });

  it('shows nothing of scores, marks, posts or identities', async () => {
    const notice = await addNotice(world);
    const { body } = await world.http.get(`${notice.path}?lang=zh`);
    const withoutPictures = body.replace(/<svg.*?<\/svg>|<style>.*?<\/style>/gs, '');
    expect(withoutPictures).not.toMatch(/score|composite|personId|person-0|分数/);
  });

  it('takes an objection once, sealed, and says so with a number', async () => {
    const notice = await addNotice(world);
    const fields = { about: notice.shown, name: '演示者', contact: '演示地址' };
    const first = await world.http.post(`${notice.path}?lang=en`, form(fields));
    expect(first.status).toBe(201);
    expect(first.body).toContain(ID.slice(0, 8));
    expect((await world.http.post(notice.path, form(fields))).status).toBe(201);
    expect(await stored(world, notice)).toEqual([{ text: '演示异议', name: '演示者', contact: '演示地址' }]);
    const [row] = await world.database.transactions.read(({ notices }) => notices.objectionsOf(notice.id));
    expect(row?.objection).toMatchObject({ about: notice.shown, channel: 'link', recordedBy: null });
    // The hour, and no more: a time beside the log of a network would say who wrote.
    expect((row?.objection.receivedAt ?? 1) % HOUR_MS).toBe(0);
    expect(JSON.stringify(row)).not.toContain('演示');
  });

  it('gives back what was written when something is wrong with it, and keeps it in the other language', async () => {
    const notice = await addNotice(world, { body: { anonymous: false } });
    const refused = await world.http.post(`${notice.path}?lang=zh`, form({ id: ID }));
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('请填写姓名');
    expect(refused.body).toContain('演示异议');
    const switched = await world.http.post(`${notice.path}?lang=en`, `${form({})}&switch=en`);
    expect(switched.status).toBe(200);
    expect(switched.body).toContain('lang="en"');
    expect(switched.body).toContain('演示异议');
    expect(await stored(world, notice)).toEqual([]);
  });

  it.each([
    ['about somebody who is not shown', { about: 'somebody-else' }],
    ['without a text', { text: ' ' }],
    ['that is too long', { text: '演'.repeat(2001) }],
  ])('refuses an objection %s', async (_what, fields) => {
    const notice = await addNotice(world);
    expect((await world.http.post(notice.path, form(fields))).status).toBe(422);
    expect(await stored(world, notice)).toEqual([]);
  });

  it('is gone without a name once it has ended', async () => {
    const notice = await addNotice(world);
    await notice.end();
    for (const language of ['zh', 'en']) {
      const answer = await world.http.get(`${notice.path}?lang=${language}`);
      expect(answer.status).toBe(410);
      expect(answer.headers['x-problem-code']).toBe('NOTICE_OVER');
      expect(answer.body).toContain(language === 'zh' ? '公示期已结束' : 'This notice is over');
      expect(answer.body).not.toContain('演示');
    }
  });

  it('takes no objection once it has ended, from a page that was opened before', async () => {
    const notice = await addNotice(world);
    await world.http.get(notice.path);
    await notice.end();
    expect((await world.http.post(notice.path, form({}))).status).toBe(410);
    expect(await stored(world, notice)).toEqual([]);
  });

  it('does not end early because the clock of this machine is ahead', async () => {
    const notice = await addNotice(world);
    world.clock.set(notice.endsAt + 24 * HOUR_MS);
    expect((await world.http.get(notice.path)).status).toBe(200);
    // Nothing has ended it for days: names do not stay.
    world.clock.set(notice.endsAt + 72 * HOUR_MS);
    expect((await world.http.get(notice.path)).status).toBe(410);
    world.clock.set(NOW);
  });

  it.each([
    ['a link nobody made', (path: string) => `${path.slice(0, -3)}AAA`],
    ['a link to no notice', () => '/n/x'],
  ])('is not found by %s, and the page says so of a notice', async (_what, change) => {
    const notice = await addNotice(world);
    const { status, body, headers } = await world.http.get(change(notice.path));
    expect(status).toBe(404);
    expect(headers['x-problem-code']).toBe('LINK_UNKNOWN');
    expect(body).toMatch(/没有找到这份公示|could not find this notice/);
    expect(body).not.toMatch(/问卷|survey/i);
  });

  it('takes nothing but a form of its own', async () => {
    const notice = await addNotice(world);
    expect((await world.http.post(notice.path, 'text=x&id=mine')).status).toBe(415);
    const json = { 'content-type': 'application/json' };
    expect((await world.http.post(notice.path, '{}', json)).status).toBe(415);
  });
});

describe('limits', () => {
  it('hold an objection that comes too soon on its page, and say when to try again', async () => {
    const noticeLimits = { objectionsPerAddress: { atOnce: 1, perSecond: 0.1 } };
    await withSurveyWorld({ noticeLimits }, async (world) => {
      const notice = await addNotice(world);
      expect((await world.http.post(notice.path, form({}))).status).toBe(201);
      const id = ID.replace('1111', '2222');
      const second = await world.http.post(`${notice.path}?lang=zh`, form({ id, text: '演示第二件' }));
      expect(second.status).toBe(429);
      expect(second.headers['retry-after']).toBe('10');
      expect(second.body).toContain('演示第二件');
      world.clock.set(NOW + 10_000);
      expect((await world.http.post(notice.path, form({ id }))).status).toBe(201);
    });
  });

  it('stop looking and guessing that go on too fast', async () => {
    const one = { atOnce: 1, perSecond: 0.1 };
    await withSurveyWorld(
      { noticeLimits: { viewsPerAddress: one, forgedPerAddress: one } },
      async (world) => {
        const notice = await addNotice(world);
        const statuses = [];
        for (const path of [notice.path, notice.path, '/n/x', '/n/y'])
          statuses.push((await world.http.get(path)).status);
        expect(statuses).toEqual([200, 429, 404, 429]);
      },
    );
  });

  it('a database that is away costs nobody what they wrote', async () => {
    await withSurveyWorld({}, async (world) => {
      const notice = await addNotice(world);
      expect((await world.http.get(notice.path)).status).toBe(200);
      await world.loseDatabase();
      const answer = await world.http.post(`${notice.path}?lang=zh`, form({}));
      expect(answer.status).toBe(503);
      expect(answer.headers['retry-after']).toBe('30');
    });
  });
});

describe('in a browser', () => {
  let world: SurveyWorld;
  let browser: Browser;
  beforeAll(async () => {
    [world, browser] = await Promise.all([openSurveyWorld(), openBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await world.close();
  });
  const open = async (page: Page, notice: TestNotice, language = 'zh') =>
    page.goto(`${world.origin}${notice.path}?lang=${language}`);

  it('a resident reads, objects and is told that it arrived, without script, on a phone', async () => {
    const notice = await addNotice(world);
    const page = await openPage(browser, PHONE);
    await open(page, notice);
    await page.getByLabel('异议内容').fill('');
    await page.getByRole('button', { name: '提交异议' }).last().click();
    expect(await page.getByRole('alert').textContent()).toContain('请写明异议内容');
    await page.locator('label', { hasText: '演示甲' }).click();
    await page.getByLabel('异议内容').fill('演示异议：\n材料与事实不符');
    await page.getByRole('button', { name: '提交异议' }).last().click();
    expect(await page.locator('h1').textContent()).toBe('异议已收到');
    expect(await stored(world, notice)).toEqual([
      { text: '演示异议：\n材料与事实不符', name: null, contact: null },
    ]);
    await page.context().close();
  });

  it.each(['zh', 'en'])(
    'no page of it has an accessibility violation, sideways scrolling or a console message (%s)',
    async (language) => {
      const page = await openPage(browser, PHONE, { script: true });
      const messages: string[] = [];
      page.on('console', (message) => messages.push(message.text()));
      const notice = await addNotice(world);
      const over = await addNotice(world);
      await over.end();
      const send = () => page.locator('form button.go').click();
      const pages: Readonly<Record<string, () => Promise<unknown>>> = {
        notice: () => open(page, notice, language),
        errors: send,
        received: async () => {
          await page.locator('#text').fill('演示异议');
          await send();
        },
        over: () => open(page, over, language),
      };
      for (const [name, go] of Object.entries(pages)) {
        await go();
        for (const viewport of [PHONE, DESKTOP]) {
          await page.setViewportSize(viewport);
          expect([name, await violationsOf(page)]).toEqual([name, []]);
          expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
        }
        await page.setViewportSize(ZOOMED);
        expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
        await page.setViewportSize(PHONE);
      }
      expect(messages.filter((text) => !/status of [45]\d\d/.test(text))).toEqual([]);
      await page.context().close();
    },
    60_000,
  );
});
