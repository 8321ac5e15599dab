import { readFile, writeFile } from 'node:fs/promises';
import { Refusal } from '@kaoji/domain';
import { type Command, InvalidArgumentError } from 'commander';
import type { Terminal } from '../terminal/terminal.js';

type Flags = { readonly appraisees: number; readonly seed: string; readonly accounts: string };

const MOST = 2000;
const FEWEST = 48;

/** `kaoji demo seed`: a plainly synthetic subdistrict to rehearse with. */
export function register(program: Command, terminal: Terminal): void {
  const demo = program.command('demo').description('a synthetic subdistrict to try Kaoji with');
  demo
    .command('seed')
    .description('put the demo subdistrict into the database at DATABASE_URL')
    .option('--appraisees <n>', `${FEWEST} to ${MOST} people`, appraisees, FEWEST)
    .option('--seed <text>', 'same seed, same year', 'kaoji')
    .requiredOption('--accounts <file>', 'where the accounts are kept, readable by you only')
    .action(async (flags: Flags) => seed(flags, terminal));
}

function appraisees(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < FEWEST || value > MOST)
    throw new InvalidArgumentError(`a whole number from ${FEWEST} to ${MOST}`);
  return value;
}

async function seed(flags: Flags, terminal: Terminal): Promise<void> {
  const [
    { cliVariables, loadConfig },
    { openDatabase },
    { createPasswords, personSealing },
    { readAccounts },
    { seedDemo },
  ] = await Promise.all([
    import('@kaoji/config'),
    import('@kaoji/persistence'),
    import('@kaoji/gateways'),
    import('./read-accounts.js'),
    import('./seed-demo.js'),
  ]);
  const { DATABASE_URL, KAOJI_PERSON_KEYS, KAOJI_SUITE } = loadConfig(cliVariables);
  if (DATABASE_URL === undefined) throw new Refusal('DATABASE_URL_MISSING', 'set DATABASE_URL.');
  const known = await readFile(flags.accounts, 'utf8').then(readAccounts, () => null);
  const database = await openDatabase(DATABASE_URL, personSealing(KAOJI_PERSON_KEYS, KAOJI_SUITE.usual));
  try {
    const { file, created } = await seedDemo(
      database.transactions,
      createPasswords(),
      known,
      flags.appraisees,
      flags.seed,
    );
    if (created) await writeFile(flags.accounts, `${JSON.stringify(file, null, 1)}\n`, { mode: 0o600 });
    terminal.out(JSON.stringify({ areaId: file.areaId, appraisees: file.appraisees, created }));
  } finally {
    await database.close();
  }
}
