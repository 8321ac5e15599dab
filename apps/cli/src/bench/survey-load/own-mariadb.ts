import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo, connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Refusal } from '@kaoji/domain';
import { cpuSecondsOf } from './process-facts.js';

/** A MariaDB of our own that can be killed: data, account and files live in a temporary folder and die with it. */
export type OwnMariadb = {
  /** Its one database, as DATABASE_URL wants it. */
  readonly url: string;
  /** Kills it without a word (SIGKILL), as a power cut would. */
  kill(): Promise<void>;
  /** Starts it again on the same files and waits until it answers. */
  start(): Promise<void>;
  /** Processor seconds of the server that runs now; null where Linux does not tell. */
  cpuSeconds(): number | null;
  close(): Promise<void>;
};

/** Servers often lie outside a user's own path. */
const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/usr/libexec:/opt/homebrew/bin';
const READY_LIMIT_MS = 60_000;

/**
 * Installs and starts a MariaDB whose commits are durable: redo log and binary log are synced at each. Refuses
 * MARIADB_MISSING.
 */
export async function startOwnMariadb(): Promise<OwnMariadb> {
  const folder = await mkdtemp(join(tmpdir(), 'kaoji-mariadb-'));
  const password = randomBytes(18).toString('hex');
  const port = await freePort();
  await writeFile(join(folder, 'init.sql'), initialStatements(password), { mode: 0o600 });
  let server: ChildProcess | null = null;

  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const running = server;
    server = null;
    if (running === null || running.exitCode !== null || running.signalCode !== null) return;
    const ended = new Promise((resolve) => running.once('exit', resolve));
    running.kill(signal);
    await ended;
  };
  const start = async (): Promise<void> => {
    server = run('mariadbd', folder, serverArguments(folder, port));
    await untilItGreets(port, server);
  };
  const close = async (): Promise<void> => {
    await end('SIGTERM');
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const install = ['--no-defaults', `--datadir=${join(folder, 'data')}`, '--skip-test-db', asUser()];
    await toItsEnd(run('mariadb-install-db', folder, install));
    await start();
  } catch (fault) {
    await close();
    throw fault;
  }
  const url = `mariadb://kaoji:${password}@127.0.0.1:${port}/kaoji`;
  return { url, kill: () => end('SIGKILL'), start, cpuSeconds: () => cpuSecondsOf(server?.pid ?? 0), close };
}

function run(program: string, cwd: string, args: readonly string[]): ChildProcess {
  return spawn(program, args, { cwd, env: { PATH }, stdio: 'ignore' });
}

async function toItsEnd(child: ChildProcess): Promise<void> {
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', () => reject(missing()));
    child.once('exit', resolve);
  });
  if (code !== 0) throw new Error(`mariadb-install-db ended with ${code}`);
}

function missing(): Refusal {
  return new Refusal('MARIADB_MISSING', 'mariadbd and mariadb-install-db are not installed here.');
}

function asUser(): string {
  return `--user=${userInfo().username}`;
}

function initialStatements(password: string): string {
  return [
    'CREATE DATABASE IF NOT EXISTS kaoji CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;',
    `CREATE USER IF NOT EXISTS 'kaoji'@'127.0.0.1' IDENTIFIED BY '${password}';`,
    `GRANT ALL PRIVILEGES ON *.* TO 'kaoji'@'127.0.0.1' WITH GRANT OPTION;`,
    '',
  ].join('\n');
}

function serverArguments(folder: string, port: number): readonly string[] {
  const data = join(folder, 'data');
  return [
    '--no-defaults',
    `--datadir=${data}`,
    `--socket=${join(data, 'mariadb.sock')}`,
    `--pid-file=${join(data, 'mariadb.pid')}`,
    `--log-error=${join(folder, 'mariadb.log')}`,
    `--init-file=${join(folder, 'init.sql')}`,
    '--bind-address=127.0.0.1',
    `--port=${port}`,
    '--skip-name-resolve',
    '--performance-schema=0',
    '--server-id=1',
    '--log-bin=binlog',
    '--sync-binlog=1',
    '--innodb-flush-log-at-trx-commit=1',
    '--innodb-buffer-pool-size=1G',
    '--innodb-log-file-size=512M',
    '--max-connections=300',
    asUser(),
  ];
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function untilItGreets(port: number, server: ChildProcess): Promise<void> {
  let failed = false;
  server.once('error', () => (failed = true));
  for (const until = performance.now() + READY_LIMIT_MS; performance.now() < until; await pause(20)) {
    if (failed) throw missing();
    if (server.exitCode !== null) throw new Error(`mariadbd ended with ${server.exitCode}`);
    if (await greets(port)) return;
  }
  throw new Error('mariadbd was not ready in time');
}

function greets(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const end = (greeted: boolean) => {
      socket.destroy();
      resolve(greeted);
    };
    socket.setTimeout(2_000, () => end(false));
    socket.once('error', () => end(false));
    socket.once('data', () => end(true));
  });
}
