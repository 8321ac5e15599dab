import type { Browser, Page } from 'playwright-core';
import type { Picture } from './pictures.js';
import type { Place } from './place.js';

const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };

/** A page in a profile of its own, signed in as a demo person, or as nobody. */
export async function takeSeat(
  browser: Browser,
  place: Place,
  { who, phone, language }: Pick<Picture, 'who' | 'phone' | 'language'>,
): Promise<Page> {
  const context = await browser.newContext({
    ...{ baseURL: place.url, viewport: phone === true ? PHONE : DESKTOP, timezoneId: 'Asia/Shanghai' },
    ...{ locale: language ?? 'zh-CN', reducedMotion: 'reduce' as const, colorScheme: 'light' as const },
  });
  const page = await context.newPage();
  if (who === null) return page;
  const { username, password } = place.account(who);
  await page.goto('/sign-in');
  await page.locator('input[autocomplete="username"]').fill(username);
  await page.locator('input[type="password"]').fill(password);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname !== '/sign-in');
  await page.locator('main h1').first().waitFor();
  return page;
}

/** Until everything asked for has come and is drawn. */
export async function atRest(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(QUIET);
  await page.evaluate(DRAWN);
}

/** No skeleton and no wheel, and nothing has come for half a second: a stream of events never ends. */
const QUIET = `document.querySelector('.ant-skeleton, .ant-spin-spinning') === null &&
  performance.getEntriesByType('resource').every(({ responseEnd }) => performance.now() - responseEnd > 500)`;
const DRAWN = `document.fonts.ready.then(() =>
  new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))`;
