import type { Browser, Page } from 'playwright-core';
import { benchCase, describeMachine, median, type BenchCase, type BenchReport } from '../bench-report.js';
import type { BenchSetting } from '../bench-setting.js';
import { withApprovals, type ApprovalsSetting } from '../approvals/approvals-setting.js';
import type { ShownList } from '../approvals/shown-lists.js';
import { serveFolder } from './bare-server.js';
import { EACH, fillInboxes, TASKS } from './fill-inboxes.js';
import { pageTimes } from './page-times.js';
import {
  changeMs,
  interactiveMs,
  scrollFramesPerSecond,
  SLOWER,
  slowPage,
  withBrowser,
} from './slow-browser.js';

export type ConsoleBenchOptions = { readonly repeats?: number };
export type ConsoleBenchSetting = BenchSetting & {
  readonly chromium: string;
  readonly consoleFolder: string;
  /** A page with nothing but this stack on it, built alike. */
  readonly bareFolder: string;
};

/** What product and issue ask for, on a processor slowed down four times. */
const LIMITS = { interactive: 2_500, change: 300, frames: 50, board: 1_000 };
const LIST = 1_000;
const BOARD = { units: 50, people: 200 };
const SCROLL_S = 3;
const HEADING = 'main h1';

/**
 * The console as its user meets it: in a real browser on a slow machine with an empty cache, next to a bare page of the same
 * libraries or to the limit set for it; and what a page of a long list costs at the service.
 */
export async function runConsoleBench(
  setting: ConsoleBenchSetting,
  { repeats = 3 }: ConsoleBenchOptions = {},
): Promise<BenchReport> {
  const cases = await withApprovals(setting, async (running) => {
    await running.startWorker();
    const listed = await running.seed({ lists: 1, people: LIST });
    await listed.begin();
    const [list] = await listed.shown();
    if (list === undefined) throw new Error('console bench: no list was shown');
    const board = await running.seed({ lists: BOARD.units, people: BOARD.people });
    const { id: cycleId } = board.year.cycle;
    const me = await running.database.transactions.read(async ({ accounts }) =>
      accounts.byUsername(`${list.cycleId}-area-supervisor`),
    );
    if (me === null) throw new Error('console bench: nobody to fill an inbox for');
    const { cycleId: at, unitId } = list;
    await fillInboxes(running.database, { cycleId: at, unitId, me: me.id, now: Date.now() });
    return withBrowser(setting.chromium, async (browser) => [
      ...(await screens(browser, setting, running, list, repeats)),
      ...(await large(browser, running, list, { cycleId, token: board.tokens.superior }, repeats)),
      ...(await listPages(running, list)),
    ]);
  });
  return { bench: 'console', machine: `${describeMachine()}; processor ${SLOWER} times slower`, cases };
}

/** The middle of some turns; the first only warms the servers up. */
async function middle(repeats: number, turn: () => Promise<number>): Promise<number> {
  const times: number[] = [];
  for (let at = 0; at <= repeats; at += 1) {
    const time = await turn();
    if (at > 0) times.push(time);
  }
  return median(times);
}

async function once<T>(
  browser: Browser,
  url: string,
  token: string | null,
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const page = await slowPage(browser, url, token);
  try {
    return await work(page);
  } finally {
    await page.context().close();
  }
}

async function screens(
  browser: Browser,
  { bareFolder }: ConsoleBenchSetting,
  { api }: ApprovalsSetting,
  { tokens }: ShownList,
  repeats: number,
): Promise<readonly BenchCase[]> {
  const token = tokens.supervisor;
  const bareServer = await serveFolder(bareFolder);
  try {
    const bare = await middle(repeats, async () =>
      once(browser, bareServer.url, null, async (page) => interactiveMs(page, '/', 'table')),
    );
    const shown = async (path: string, there: string): Promise<number> =>
      middle(repeats, async () =>
        once(browser, api.url, token, async (page) => interactiveMs(page, path, there)),
      );
    const home = await shown('/', HEADING);
    const inbox = await shown('/inbox', 'main .inbox-item');
    const change = await middle(repeats, async () =>
      once(browser, api.url, token, async (page) => {
        await interactiveMs(page, '/', HEADING);
        return changeMs(page, 'nav a[href="/deputies"]', `${HEADING}:text("代理设置")`);
      }),
    );
    const peer = 'a bare page of Vite and antd';
    return [
      benchCase('home interactive, nothing cached', 'ms', home, bare, peer),
      benchCase('home interactive, nothing cached', 'ms', home, LIMITS.interactive, 'limit'),
      benchCase('inbox of 2,000 interactive, nothing cached', 'ms', inbox, LIMITS.interactive, 'limit'),
      benchCase('from one screen to the next', 'ms', change, LIMITS.change, 'limit'),
    ];
  } finally {
    bareServer.close();
  }
}

async function large(
  browser: Browser,
  { api }: ApprovalsSetting,
  list: ShownList,
  board: { readonly cycleId: string; readonly token: string },
  repeats: number,
): Promise<readonly BenchCase[]> {
  const path = `/calibration/${list.cycleId}/${list.unitId}`;
  const frames = await middle(repeats, async () =>
    once(browser, api.url, list.tokens.supervisor, async (page) => {
      await interactiveMs(page, path, '.calibration-person');
      return scrollFramesPerSecond(page, '.calibration-frame', SCROLL_S);
    }),
  );
  const shown = await middle(repeats, async () =>
    once(browser, api.url, board.token, async (page) => {
      await interactiveMs(page, '/cycles', `main a[href="/cycles/${board.cycleId}"]`);
      return changeMs(page, `main a[href="/cycles/${board.cycleId}"]`, 'main table tbody tr:nth-child(10)');
    }),
  );
  const people = BOARD.units * BOARD.people;
  return [
    benchCase(`calibration table of ${LIST} rows, scrolled`, 'frames/s', frames, LIMITS.frames, 'limit'),
    benchCase(`cycle board of ${people} appraisees`, 'ms', shown, LIMITS.board, 'limit'),
  ];
}

async function listPages({ api }: ApprovalsSetting, { tokens }: ShownList): Promise<readonly BenchCase[]> {
  const headers = { authorization: `Bearer ${tokens.supervisor}` };
  const times = await pageTimes(
    async (after) => {
      const query = new URLSearchParams({ limit: '50', ...(after === null ? {} : { after }) });
      const answer = await fetch(`${api.url}/api/inbox?${query.toString()}`, { headers });
      if (answer.status !== 200) throw new Error(`console bench: the inbox answered ${answer.status}`);
      return (await answer.json()) as { next: string | null };
    },
    { rounds: 12, firstPages: 5 },
  );
  const name = `a page of 50 of an inbox of ${EACH} among ${TASKS} tasks, p99, far on`;
  return [benchCase(name, 'ms', times.further, times.first, 'the first pages')];
}
