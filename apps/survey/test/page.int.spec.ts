import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { revokeLink } from '@kaoji/application';
import type { Browser, Page } from 'playwright-core';
import { DESKTOP, openBrowser, openPage, PHONE, violationsOf, ZOOMED } from './browser.js';
import type { SurveyWorld } from './survey-world.js';
import { HOUR_MS, NOW, openSurveyWorld } from './survey-world.js';

let world: SurveyWorld;
let browser: Browser;
beforeAll(async () => {
  [world, browser] = await Promise.all([openSurveyWorld({ moreRated: 6 }), openBrowser()]);
}, 60_000);
afterEach(() => world.change({ state: 'open', opensAt: NOW - HOUR_MS }));
afterAll(async () => {
  await browser.close();
  await world.close();
});

const newLink = async () => `${world.origin}/s/${(await world.issue(1))[0]}`;
const lastPayload = async (url: string) => {
  const verified = world.links.verify(url.slice(url.lastIndexOf('/') + 1));
  const all = await world.envelopes();
  return all.find((envelope) => verified.ok && envelope.linkHash === verified.linkHash)?.payload;
};
const linkDeps = () => ({
  transactions: world.database.transactions,
  links: world.links,
  clock: world.clock,
});
const question = (page: Page, name: string | RegExp) => page.getByRole('radiogroup', { name });

describe('a resident with a phone and no script', () => {
  it.each([
    ['zh', '甲示例', '很满意', '满意', '还有什么想说的', '提交', '谢谢您'],
    ['en', '甲示例', 'Very satisfied', 'Satisfied', 'Anything else', 'Submit', 'Thank you'],
  ])('answers by touching labels (%s)', async (language, person, best, good, comment, submit, thanks) => {
    const url = await newLink();
    const page = await openPage(browser, PHONE, { script: false, locale: language });
    await page.goto(url);
    await question(page, /总体满意|Overall/)
      .getByLabel(good, { exact: true })
      .click();
    await question(page, person).getByLabel(best, { exact: true }).click();
    await page.getByLabel(comment).fill('楼道的灯修好了');
    await page.getByRole('button', { name: submit }).click();
    await page.getByRole('heading', { level: 1, name: thanks }).waitFor();
    expect(await lastPayload(url)).toBe(
      '{"overall":4,"workers":{"appraisal-01":5},"comment":"楼道的灯修好了"}',
    );
    await page.goto(url);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toMatch(/已经用过|has been used/);
    await page.context().close();
  });

  it('is told what is missing, finds it by the link, and loses nothing', async () => {
    const url = await newLink();
    const page = await openPage(browser, PHONE);
    await page.goto(url);
    await question(page, '丙示例').getByLabel('不满意', { exact: true }).click();
    await page.getByLabel('还有什么想说的').fill('  多谢 <b>');
    await page.getByRole('button', { name: '提交' }).click();
    const alert = page.getByRole('alert');
    expect(await alert.and(page.locator(':focus')).count()).toBe(1);
    await alert.getByRole('link').click();
    expect(await page.locator('#overall-5:focus').count()).toBe(1);
    await page.keyboard.press('Space');
    expect(await page.getByLabel('还有什么想说的').inputValue()).toBe('  多谢 <b>');
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByRole('heading', { name: '谢谢您' }).waitFor();
    expect(await lastPayload(url)).toBe('{"overall":5,"workers":{"appraisal-03":2},"comment":"多谢 <b>"}');
    await page.context().close();
  });

  it('changes the language in the middle and keeps what was filled in', async () => {
    const url = await newLink();
    const page = await openPage(browser, PHONE);
    await page.goto(url);
    await question(page, '总体满意').getByLabel('一般').click();
    await page.getByRole('button', { name: 'English' }).click();
    expect(await question(page, 'Overall').getByLabel('Neutral').isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Submit' }).click();
    await page.getByRole('heading', { name: 'Thank you!' }).waitFor();
    expect(await lastPayload(url)).toBe('{"overall":3,"workers":{}}');
    await page.context().close();
  });
});

describe('a resident with a keyboard and no script', () => {
  it.each([
    ['zh', '甲示例', '满意', '不了解', '还有什么想说的', '提交', '谢谢您'],
    ['en', '甲示例', 'Satisfied', 'Don’t know', 'Anything else', 'Submit', 'Thank you'],
  ])(
    'reaches and answers everything (%s)',
    async (language, person, good, unknown, comment, submit, thanks) => {
      const url = await newLink();
      const page = await openPage(browser, DESKTOP, { script: false, locale: language });
      await page.goto(url);
      const { keyboard } = page;
      const isOn = async (name: string) => {
        expect(
          await page
            .getByLabel(name)
            .or(page.getByRole('button', { name }))
            .and(page.locator(':focus'))
            .count(),
        ).toBe(1);
      };
      await keyboard.press('Tab');
      await isOn(language === 'zh' ? 'English' : '中文');
      await keyboard.press('Tab');
      await keyboard.press('ArrowRight');
      expect(
        await question(page, /总体满意|Overall/)
          .getByLabel(good, { exact: true })
          .isChecked(),
      ).toBe(true);
      await keyboard.press('Tab');
      await keyboard.press('ArrowLeft'); // around the corner to the last label
      expect(await question(page, person).getByLabel(unknown).isChecked()).toBe(true);
      await keyboard.press('Tab');
      await keyboard.press('Space');
      for (let skipped = 0; skipped < 8; skipped += 1) await keyboard.press('Tab');
      await keyboard.press('Tab');
      await isOn(comment);
      await keyboard.type('ok');
      await keyboard.press('Tab');
      await isOn(submit);
      await keyboard.press('Enter');
      await page.getByRole('heading', { name: thanks }).waitFor();
      expect(await lastPayload(url)).toBe('{"overall":4,"workers":{"appraisal-02":5},"comment":"ok"}');
      await page.context().close();
    },
  );

  it('submits with Enter inside a question, instead of changing the language', async () => {
    const url = await newLink();
    const page = await openPage(browser, DESKTOP);
    await page.goto(url);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '谢谢您' }).waitFor();
    await page.context().close();
  });
});

describe('every page', () => {
  const states: readonly [string, () => Promise<{ url: string; form?: string }>][] = [
    ['the form', async () => ({ url: await newLink() })],
    ['the form with errors', async () => ({ url: await newLink(), form: '提交|Submit' })],
    ['the form in the other language', async () => ({ url: await newLink(), form: 'English|中文' })],
    ['a mistyped link', async () => ({ url: `${await newLink()}x` })],
    [
      'thanks',
      async () => {
        const url = await newLink();
        await world.http.post(new URL(url).pathname, 'overall=5');
        return { url: `${url}/thanks` };
      },
    ],
    [
      'a used link',
      async () => {
        const url = await newLink();
        await world.http.post(new URL(url).pathname, 'overall=5');
        return { url };
      },
    ],
    [
      'a revoked link',
      async () => {
        const url = await newLink();
        await revokeLink(linkDeps(), { campaignId: 'campaign-1', link: url });
        return { url };
      },
    ],
    ['an expired link', async () => ({ url: `${world.origin}/s/${await world.issueExpired()}` })],
    [
      'an early link',
      async () => {
        await world.change({ state: 'planned', opensAt: NOW + HOUR_MS });
        return { url: await newLink() };
      },
    ],
    [
      'a late link',
      async () => {
        const url = await newLink();
        await world.change({ state: 'closed_valid' });
        return { url };
      },
    ],
  ];

  it.each(states)(
    '%s has no accessibility violation, no sideways scrolling and no console message',
    async (_what, make) => {
      for (const language of ['zh', 'en']) {
        await world.change({ state: 'open', opensAt: NOW - HOUR_MS });
        const { url, form } = await make();
        const page = await openPage(browser, PHONE, { script: true });
        const messages: string[] = [];
        page.on('console', (message) => messages.push(message.text()));
        await page.goto(`${url}?lang=${language}`);
        if (form !== undefined) await page.getByRole('button', { name: new RegExp(form) }).click();
        for (const viewport of [PHONE, DESKTOP]) {
          await page.setViewportSize(viewport);
          expect(await violationsOf(page)).toEqual([]);
        }
        for (const viewport of [PHONE, ZOOMED]) {
          await page.setViewportSize(viewport);
          expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
        }
        expect(messages.filter((text) => !/status of 4\d\d/.test(text))).toEqual([]);
        await page.context().close();
      }
    },
    60_000,
  );

  it('asks the network for nothing but itself', async () => {
    const page = await openPage(browser, PHONE, { script: true });
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    const url = await newLink();
    await page.goto(url, { waitUntil: 'networkidle' });
    expect(requests).toEqual([url]);
    expect(await page.evaluate('document.cookie + localStorage.length')).toBe('0');
    await page.context().close();
  });
});
