import { chromium, type Browser, type Page } from 'playwright-core';

/** As slow as an old office machine: every script takes so many times as long. */
export const SLOWER = 4;

const ARGUMENTS = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-sync'];
const DESKTOP = { width: 1280, height: 800 };

/** A browser for as long as `work` takes. `program`: Debian's Chromium, or what the launcher found. */
export async function withBrowser<T>(program: string, work: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = await chromium.launch({ executablePath: program, args: ARGUMENTS });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

/** A page in a profile of its own, with nothing in its cache, on a slow machine; signed in where a token is given. */
export async function slowPage(browser: Browser, url: string, token: string | null): Promise<Page> {
  const context = await browser.newContext({
    ...{ baseURL: url, viewport: DESKTOP, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' },
    ...{ reducedMotion: 'reduce' as const },
    ...(token === null ? {} : { extraHTTPHeaders: { authorization: `Bearer ${token}` } }),
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  return page;
}

/**
 * Milliseconds from the beginning of a navigation until `there` is on screen and the page has time for whoever uses it:
 * its main thread is idle.
 */
export async function interactiveMs(page: Page, path: string, there: string): Promise<number> {
  await page.goto(path, { waitUntil: 'commit' });
  await page.locator(there).first().waitFor();
  return page.evaluate('new Promise((idle) => requestIdleCallback(() => idle(performance.now())))');
}

/** Milliseconds from a click until `there` is on screen and the page is idle again. */
export async function changeMs(page: Page, click: string, there: string): Promise<number> {
  await page.evaluate(
    'globalThis.clickedAt = NaN; addEventListener("click", () => { clickedAt = performance.now(); }, { capture: true, once: true })',
  );
  await page.locator(click).first().click();
  await page.locator(there).first().waitFor();
  return page.evaluate(
    'new Promise((idle) => requestIdleCallback(() => idle(performance.now() - clickedAt)))',
  );
}

/** Frames a second while an element is scrolled from its top, a hundred pixels a frame. */
export async function scrollFramesPerSecond(page: Page, frame: string, seconds: number): Promise<number> {
  return page
    .locator(frame)
    .first()
    .evaluate(
      (element, ms) =>
        new Promise<number>((done) => {
          const scrolled = element as { scrollTop: number };
          const clock = globalThis as unknown as {
            requestAnimationFrame(draw: (now: number) => void): void;
          };
          let frames = 0;
          let from = Number.NaN;
          const draw = (now: number): void => {
            if (Number.isNaN(from)) from = now;
            else frames += 1;
            scrolled.scrollTop += 100;
            if (now - from < ms) clock.requestAnimationFrame(draw);
            else done((frames * 1_000) / (now - from));
          };
          clock.requestAnimationFrame(draw);
        }),
      seconds * 1_000,
    );
}
