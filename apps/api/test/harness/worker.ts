import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { FlowCode } from '@kaoji/application';
import { loadConfig, testVariables } from '@kaoji/config';
import { connectTemporal } from '@kaoji/gateways';
import { until } from './until.js';

const WORKER = new URL('../../../worker/src/', import.meta.url);
const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const HASTE_MS = 90_000;
const ONE_KEY = `test:${'A'.repeat(43)}`;

/** Where Temporal is; tests that need it do not pretend without it. */
export function temporalAddress(): string {
  const { TEMPORAL_ADDRESS } = loadConfig(testVariables);
  if (TEMPORAL_ADDRESS !== undefined) return TEMPORAL_ADDRESS;
  throw new Error(
    'TEMPORAL_ADDRESS is missing: `npm test` sets it; alone, point it at a Temporal dev server.',
  );
}

export type Stage = {
  readonly address: string;
  readonly namespace: string;
  readonly databaseUrl: string;
  /** The code the worker runs, whatever build is asked for. */
  readonly code: FlowCode;
  /** Starts the real worker process on this database; stops with `close`. */
  startWorker(): Promise<void>;
  close(): Promise<void>;
};

/** A Temporal namespace and a database file of one's own, and the worker between them. */
export async function openStage(): Promise<Stage> {
  const address = temporalAddress();
  const namespace = `api-test-${randomBytes(4).toString('hex')}`;
  await registerNamespace(address, namespace);
  const folder = await mkdtemp(join(tmpdir(), 'kaoji-api-test-'));
  const databaseUrl = `sqlite:${join(folder, 'kaoji.db')}`;
  const started: ChildProcess[] = [];
  return {
    address,
    namespace,
    databaseUrl,
    code: { of: async () => readFile(join(folder, 'workflows.js'), 'utf8').catch(() => null) },
    startWorker: async () => {
      const bundle = join(folder, 'workflows.js');
      const { line } = await run('bundle.ts', ['--out', bundle], {});
      const { buildId } = JSON.parse(line) as { buildId: string };
      const { child } = await run('main.ts', [], {
        DATABASE_URL: databaseUrl,
        TEMPORAL_ADDRESS: address,
        TEMPORAL_NAMESPACE: namespace,
        KAOJI_BUILD_ID: buildId,
        KAOJI_WORKFLOW_BUNDLE: bundle,
        KAOJI_WORKER_PORT: '0',
        KAOJI_SURVEY_ORIGIN: 'http://survey.test',
        KAOJI_LINK_KEYS: ONE_KEY,
        KAOJI_CONTACT_KEYS: ONE_KEY,
        KAOJI_PERSON_KEYS: ONE_KEY,
      });
      started.push(child);
    },
    close: async () => {
      for (const child of started) {
        const ended = new Promise((resolve) => child.once('exit', resolve));
        child.kill('SIGTERM');
        await ended;
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function registerNamespace(address: string, namespace: string): Promise<void> {
  const client = connectTemporal(address, namespace);
  const retention = { seconds: 86_400 } as unknown as { seconds: never };
  await client.workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod: retention });
  await until('the namespace to be known', () =>
    client.workflowService.listWorkflowExecutions({ namespace, pageSize: 1 }).then(
      () => true,
      () => false,
    ),
  );
  await client.connection.close();
}

/** Runs a file of the worker from source until its first line of JSON: the bundle's answer, or `ready`. */
async function run(
  file: string,
  args: readonly string[],
  env: Record<string, string>,
): Promise<{ readonly child: ChildProcess; readonly line: string }> {
  const child = spawn(
    process.execPath,
    ['--import', './from-source.mjs', fileURLToPath(new URL(file, WORKER)), ...args],
    { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], env: { PATH: '/usr/bin:/bin', ...env } },
  );
  const said: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => void said.push(chunk.toString()));
  const lines = createInterface({ input: child.stdout });
  const line = await new Promise<string>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`${file} is not ready: ${said.join('')}`)), HASTE_MS);
    child.once('exit', (code) => {
      if (code !== 0) reject(new Error(`${file} ended with ${String(code)}: ${said.join('')}`));
    });
    lines.on('line', (text) => {
      if (!text.includes('"ready"') && !text.includes('"buildId"')) return;
      clearTimeout(late);
      resolve(text);
    });
  });
  return { child, line };
}
