import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { expect } from '@jest/globals';
import { loadConfig, testVariables } from '@kaoji/config';
import { chromium, type Browser, type Page } from 'playwright-core';
import { PASSWORD, type Name } from './places.js';

const BUILD = fileURLToPath(new URL('../../../launcher/src/console.mjs', import.meta.url));

/** The folder of the built console: the one `npm test` built, or one that is built now. */
export function consoleFolder(): string {
  const given = loadConfig(testVariables).KAOJI_CONSOLE;
  if (given !== undefined && given !== '') return given;
  const said = execFileSync(process.execPath, [BUILD], {
    encoding: 'utf8',
    env: { PATH: '/usr/bin:/bin', NODE_OPTIONS: '' },
  });
  return said.trim().split('\n').at(-1) ?? '';
}

/** Debian's Chromium, as its package installs it, unless the environment names another. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: loadConfig(testVariables).KAOJI_CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-sync',
    ],
  });
}

export const PHONE = { width: 360, height: 740 };
export const DESKTOP = { width: 1280, height: 800 };

/** Somebody at a browser of their own. */
export type Seat = {
  readonly page: Page;
  /** What the browser complained about, but for answers that are no success: those are on screen. */
  readonly complaints: readonly string[];
  signIn(name: Name): Promise<void>;
  /** Both languages, phone and desktop, light and dark: nothing axe finds, nothing that scrolls sideways. */
  looksRight(): Promise<void>;
};

/** A browser profile of one's own at the console, not signed in. */
export async function takeSeat(browser: Browser, url: string): Promise<Seat> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: DESKTOP,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => void complaints.push(message));
  page.on('console', (message) => {
    const text = message.text();
    const isOurs = message.type() === 'error' || message.type() === 'warning';
    if (isOurs && !/Failed to load resource/.test(text)) complaints.push(text);
  });
  return {
    page,
    complaints,
    signIn: async (name) => {
      await page.goto('/');
      await page.getByLabel('用户名').fill(name);
      await page.getByLabel('密码').fill(PASSWORD);
      await page.getByRole('button', { name: '登录', exact: true }).click();
      await page.getByRole('heading', { level: 1, name: `${name}，您好` }).waitFor();
    },
    looksRight: async () => {
      for (const toggle of ['English', '中文']) {
        await page.getByRole('button', { name: toggle }).click();
        const language = toggle === 'English' ? 'en' : 'zh-CN';
        expect(await page.locator('html').getAttribute('lang')).toBe(language);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          await page.setViewportSize(colorScheme === 'light' ? PHONE : DESKTOP);
          expect(await lastingViolationsOf(page)).toEqual([]);
          expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
        }
      }
      await page.emulateMedia({ colorScheme: 'light' });
    },
  };
}

const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A colour on its way from light to dark has no contrast of its own: what is found must still be there once all is drawn. */
async function lastingViolationsOf(page: Page): Promise<readonly string[]> {
  let found: readonly string[] = [];
  for (let look = 0; look < 5; look += 1) {
    await page.evaluate(drawn);
    found = await violationsOf(page);
    if (found.length === 0) break;
  }
  return found;
}

/** Two frames later, and with every transition at its end; what turns for ever is not waited for. */
const drawn = `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))).then(() =>
  Promise.allSettled(
    document.getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity)
      .map(({ finished }) => finished),
  ).then(() => undefined))`;

/** What axe finds by WCAG 2.2 A and AA and its best practices. */
async function violationsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(await axeSource);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations } = await axe.run({
      resultTypes: ['violations'],
      runOnly: { type: 'tag', values: tags },
    });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
  });
}
