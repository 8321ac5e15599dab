import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { revokeLink } from '@kaoji/application';
import type { Browser, Page } from 'playwright-core';
import { DESKTOP, openBrowser, openPage, PHONE, violationsOf, ZOOMED } from './browser.js';
import { LONG } from './long-questionnaire.js';
import type { SurveyWorld } from './survey-world.js';
import { HOUR_MS, NOW, OPEN, openSurveyWorld, PEOPLE } from './survey-world.js';

/** Worlds in which something is the matter, beside one in which nothing is. */
let world: SurveyWorld;
let long: SurveyWorld;
let busy: SurveyWorld;
let busier: SurveyWorld;
let limited: SurveyWorld;
let lost: SurveyWorld;
let sealed: SurveyWorld;
let lostToken = '';
let receipt = '';
let browser: Browser;
let page: Page;
const messages: string[] = [];
let lastStatus = 0;

beforeAll(async () => {
  [world, long, busy, busier, limited, lost, sealed, browser] = await Promise.all([
    openSurveyWorld(),
    openSurveyWorld({ questionnaire: LONG, people: PEOPLE.slice(0, 2) }),
    openSurveyWorld({ limits: { pagesAtOnce: 0, answersAtOnce: 0 } }),
    openSurveyWorld({ limits: { answersAtOnce: 0, heldAnswers: { atOnce: 0, perSecond: 1 } } }),
    openSurveyWorld({ limits: { perLink: { atOnce: 1, perSecond: 0.01 } } }),
    openSurveyWorld(),
    openSurveyWorld(),
    openBrowser(),
  ]);
  await world.add({ id: 'early', state: 'planned', opensAt: NOW + HOUR_MS });
  await world.add({ id: 'late', closesAt: NOW - 1 });
  [lostToken = ''] = await lost.issue(1);
  await lost.loseDatabase();
  const [token = ''] = await sealed.issue(1);
  await sealed.http.post(`/s/${token}`, 'c.overall=5');
  receipt = /<code>([^<]+)</.exec((await sealed.http.get(`/s/${token}/thanks`)).body)?.[1] ?? '';
  await sealed.seal();
  page = await openPage(browser, PHONE, { script: true });
  page.on('response', (response) => (lastStatus = response.status()));
  page.on('console', (message) => messages.push(message.text()));
});
afterAll(async () => {
  await browser.close();
  for (const each of [world, long, busy, busier, limited, lost, sealed]) await each.close();
});

type Language = 'zh' | 'en';
type State = readonly [status: number, open: (language: Language) => Promise<unknown>];
const go = (origin: string, token: string | undefined, language: Language) =>
  page.goto(`${origin}/s/${token}?lang=${language}`);
const newLink = async (where: SurveyWorld, campaignId = OPEN) => (await where.issue(1, { campaignId }))[0];
const press = () => page.locator('button.go').click();
/** Sends a form from a page of its own, as a page of ours would not. */
const send = async (
  where: SurveyWorld,
  token: string | undefined,
  language: Language,
  more = '',
  value = '4',
) => {
  await page.goto('about:blank');
  const action = `${where.origin}/s/${token}?lang=${language}`;
  await page.setContent(
    `<form method="post" action="${action}" ${more}><input name="c.overall" value="${value}"><button>`,
  );
  await page.getByRole('button').click();
};
const answered = async () => {
  const token = await newLink(world);
  await world.http.post(`/s/${token}`, 'c.overall=5');
  return token;
};
const ask = async (where: SurveyWorld, code: string, language: Language) => {
  await page.goto(`${where.origin}/receipt?lang=${language}`);
  await page.locator('#code').fill(code);
  await press();
};

const STATES: Readonly<Record<string, State>> = {
  'the form': [200, async (lang) => go(world.origin, await newLink(world), lang)],
  'the form with errors': [
    422,
    async (lang) => {
      await go(world.origin, await newLink(world), lang);
      await press();
    },
  ],
  'a first screen, assisted': [
    200,
    async (lang) => {
      const [token] = await long.issue(1, { channel: 'assisted' });
      await go(long.origin, token, lang);
    },
  ],
  'a screen with too many choices': [
    422,
    async (lang) => {
      await go(long.origin, await newLink(long), lang);
      await page.locator('label').first().click();
      await press();
      for (const nth of [0, 1, 2]) await page.locator('.list label').nth(nth).click();
      await press();
    },
  ],
  'the review': [
    200,
    async (lang) => {
      await go(long.origin, await newLink(long), lang);
      await page.locator('label').first().click();
      for (const _screen of [1, 2, 3]) await press();
    },
  ],
  thanks: [200, async (lang) => page.goto(`${world.origin}/s/${await answered()}/thanks?lang=${lang}`)],
  'a used link': [410, async (lang) => go(world.origin, await answered(), lang)],
  'a revoked link': [
    410,
    async (lang) => {
      const token = (await newLink(world)) ?? '';
      const { database, links, clock } = world;
      await revokeLink(
        { transactions: database.transactions, links, clock },
        { campaignId: OPEN, link: token },
      );
      await go(world.origin, token, lang);
    },
  ],
  'an expired link': [410, async (lang) => go(world.origin, await world.issueExpired(), lang)],
  'an early link': [403, async (lang) => go(world.origin, await newLink(world, 'early'), lang)],
  'a late link': [410, async (lang) => go(world.origin, await newLink(world, 'late'), lang)],
  'a mistyped link': [404, async (lang) => go(world.origin, `${await newLink(world)}x`, lang)],
  'a body that is no form': [
    415,
    async (lang) => send(world, await newLink(world), lang, 'enctype="text/plain"'),
  ],
  'a body that is too large': [
    413,
    async (lang) => send(world, await newLink(world), lang, '', 'x'.repeat(70_000)),
  ],
  'too many requests for a page': [
    429,
    async (lang) => {
      const token = await newLink(limited);
      await limited.http.get(`/s/${token}`);
      await go(limited.origin, token, lang);
    },
  ],
  'too many requests with an answer': [
    429,
    async (lang) => {
      const token = await newLink(limited);
      await limited.http.get(`/s/${token}`);
      await send(limited, token, lang);
    },
  ],
  'too many at once for a page': [503, async (lang) => go(busy.origin, await newLink(busy), lang)],
  'too many at once with an answer': [503, async (lang) => send(busy, await newLink(busy), lang)],
  'an answer nobody had time to look at': [503, async (lang) => send(busier, await newLink(busier), lang)],
  'a fault of ours': [503, async (lang) => go(lost.origin, lostToken, lang)],
  'a fault of ours with an answer': [503, async (lang) => send(lost, lostToken, lang)],
  'the receipt page': [200, async (lang) => page.goto(`${world.origin}/receipt?lang=${lang}`)],
  'a receipt that is none': [422, async (lang) => ask(world, 'ABCD', lang)],
  'a receipt not published yet': [404, async (lang) => ask(world, receipt, lang)],
  'a receipt that is counted': [200, async (lang) => ask(sealed, receipt, lang)],
};

describe('every page, in both languages', () => {
  it.each(Object.entries(STATES))(
    '%s has no accessibility violation, no sideways scrolling and no console message',
    async (name, [status, open]) => {
      for (const language of ['zh', 'en'] as const) {
        messages.length = 0;
        await page.setViewportSize(PHONE);
        await open(language);
        expect(lastStatus).toBe(status);
        expect(await page.locator('html').getAttribute('lang')).toBe(language === 'zh' ? 'zh-CN' : 'en');
        expect(await violationsOf(page)).toEqual([]);
        const hasLayout = /form|screen|review|counted/.test(name);
        if (hasLayout) {
          await page.setViewportSize(DESKTOP);
          expect(await violationsOf(page)).toEqual([]);
        }
        for (const viewport of [PHONE, ZOOMED]) {
          await page.setViewportSize(viewport);
          expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
        }
        expect(messages.filter((text) => !/status of [45]\d\d/.test(text))).toEqual([]);
      }
    },
    30_000,
  );
});
