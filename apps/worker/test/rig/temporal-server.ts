import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { connectTemporal } from '@kaoji/gateways';
import { loadConfig, testVariables } from '@kaoji/config';

export type TestServer = { readonly address: string; readonly stop: () => Promise<void> };

const READY_WITHIN_MS = 20_000;

/** The server `npm test` started, or for a single file run by hand one of our own. Fails where neither is to be had. */
export async function testServer(): Promise<TestServer> {
  const { TEMPORAL_ADDRESS } = loadConfig(testVariables);
  if (TEMPORAL_ADDRESS === undefined) return ownServer();
  return { address: TEMPORAL_ADDRESS, stop: async () => {} };
}

function executable(): string {
  const { PATH, XDG_CACHE_HOME } = loadConfig(testVariables);
  const cache = join(XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'kaoji/temporal/1.5.1');
  const folders = [...PATH.split(delimiter), cache];
  const found = folders.map((folder) => join(folder, 'temporal')).find((file) => existsSync(file));
  if (found === undefined) throw new Error('No Temporal server: run `npm test`, which gets one.');
  return found;
}

/** A server of one's own, for what a shared one must not have: other limits, or to be stopped. */
export async function ownServer(limits: Readonly<Record<string, number>> = {}): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'kaoji-temporal-'));
  const port = await freePort();
  const server = spawn(
    executable(),
    [
      ...['server', 'start-dev', '--headless', '--ip', '127.0.0.1', '--port', String(port)],
      ...['--db-filename', join(folder, 'temporal.db'), '--log-level', 'error'],
      ...['--sqlite-pragma', 'journal_mode=WAL', '--sqlite-pragma', 'synchronous=NORMAL'],
      ...['--dynamic-config-value', 'frontend.namespaceRPS=50000'],
      ...['--dynamic-config-value', 'frontend.enableServerVersionCheck=false'],
      ...Object.entries(limits).flatMap(([key, value]) => ['--dynamic-config-value', `${key}=${value}`]),
    ],
    { stdio: 'ignore' },
  );
  const address = `127.0.0.1:${port}`;
  const ended = new Promise<void>((resolve) => void server.once('exit', () => resolve()));
  const stop = async () => {
    server.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  await untilServing(address).catch(async (fault: unknown) => {
    await stop();
    throw fault;
  });
  return { address, stop };
}

async function untilServing(address: string): Promise<void> {
  const client = connectTemporal(address, 'default');
  const deadline = Date.now() + READY_WITHIN_MS;
  try {
    for (;;) {
      try {
        await client.withDeadline(Date.now() + 1_000, async () =>
          client.workflowService.describeNamespace({ namespace: 'default' }),
        );
        return;
      } catch (fault) {
        if (Date.now() > deadline) throw fault;
        await pause(100);
      }
    }
  } finally {
    await client.connection.close();
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => void probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise<void>((resolve) => void probe.close(() => resolve()));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
