import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { loadConfig, testVariables } from '@kaoji/config';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';

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
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export const PHONE = { width: 360, height: 740 };
export const DESKTOP = { width: 1280, height: 800 };
/** What a desktop window of 1280 by 1024 shows at 400 % zoom. */
export const ZOOMED = { width: 320, height: 256 };

/** A page in a browser profile of its own. Without `script` it is what a resident's page must do without. */
export async function openPage(
  browser: Browser,
  viewport: { readonly width: number; readonly height: number },
  options: { readonly script: boolean; readonly locale?: string } = { script: false },
): Promise<Page> {
  const context = await browser.newContext({
    viewport,
    javaScriptEnabled: options.script,
    locale: options.locale ?? 'zh-CN',
  });
  context.setDefaultTimeout(5000);
  return context.newPage();
}

const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds on the page by WCAG 2.2 A and AA and its best practices; the page needs script for this. */
export async function violationsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(await axeSource);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
      };
    };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations } = await axe.run({
      resultTypes: ['violations'],
      runOnly: { type: 'tag', values: tags },
    });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 120)}`));
  });
}
