import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { Terminal } from '../terminal/terminal.js';

type Flags = {
  readonly api: string;
  readonly accounts: string;
  readonly chromium: string;
  readonly out: string;
  readonly only?: string;
};

/** `kaoji screens`: a picture of everybody's main screens, of a demo that runs. */
export function register(program: Command, terminal: Terminal): void {
  program
    .command('screens')
    .description("take pictures of everybody's main screens, of a demo as a first `npm start` leaves it")
    .requiredOption('--api <url>', 'where the staff API answers')
    .requiredOption('--accounts <file>', 'the demo accounts, as `kaoji demo seed` wrote them')
    .requiredOption('--chromium <program>', 'the browser')
    .requiredOption('--out <folder>', 'where the pictures go')
    .option('--only <text>', 'those whose name holds this')
    .action(async (flags: Flags) => takeScreens(flags, terminal));
}

async function takeScreens(flags: Flags, terminal: Terminal): Promise<void> {
  const [{ chromium }, { readAccounts }, { openPlace }, { PICTURES }, { atRest, takeSeat }] =
    await Promise.all([
      import('playwright-core'),
      import('../demo/read-accounts.js'),
      import('./place.js'),
      import('./pictures.js'),
      import('./seat.js'),
    ]);
  const { accounts } = readAccounts(await readFile(flags.accounts, 'utf8'));
  const place = await openPlace(flags.api, accounts);
  await mkdir(flags.out, { recursive: true });
  const browser = await chromium.launch({
    executablePath: flags.chromium,
    args: ['--headless', '--no-sandbox', '--disable-gpu'],
  });
  try {
    for (const picture of PICTURES.filter(({ name }) => name.includes(flags.only ?? ''))) {
      const page = await takeSeat(browser, place, picture);
      await page.goto(await picture.path(place));
      await picture.before?.(page);
      await atRest(page);
      await page.screenshot({ path: join(flags.out, `${picture.name}.png`), animations: 'disabled' });
      await page.context().close();
      terminal.out(`${picture.name}.png`);
    }
  } finally {
    await browser.close();
  }
}
