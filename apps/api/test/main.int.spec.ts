import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDatabase } from '@kaoji/persistence';
import { NOBODY } from './harness/api.js';
import { until } from './harness/until.js';

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kaoji-api-main-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function start(env: Record<string, string>) {
  const child = spawn(process.execPath, ['--import', './from-source.mjs', MAIN], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: '/usr/bin:/bin', ...env },
  });
  const [out, err]: [string[], string[]] = [[], []];
  child.stdout.on('data', (chunk: Buffer) => void out.push(chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => void err.push(chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { child, ended, out: () => out.join(''), err: () => err.join('') };
}

const settings = (file: string) => ({
  DATABASE_URL: `sqlite:${join(folder, file)}`,
  TEMPORAL_ADDRESS: NOBODY,
  KAOJI_API_PORT: '0',
  KAOJI_SURVEY_ORIGIN: 'http://survey.test/',
  KAOJI_LINK_KEYS: `k:${'A'.repeat(43)}`,
  KAOJI_CONTACT_KEYS: `k:${'A'.repeat(43)}`,
  KAOJI_PERSON_KEYS: `k:${'A'.repeat(43)}`,
});

describe('the process', () => {
  it('names what is missing in its configuration, and shows no value', async () => {
    const { ended, err } = start({
      ...settings('x.db'),
      KAOJI_LINK_KEYS: 'secret-without-form',
      DATABASE_URL: '',
    });
    expect(await ended).not.toBe(0);
    expect(err()).toMatch(/DATABASE_URL: not valid; KAOJI_LINK_KEYS: not valid/);
    expect(err()).not.toContain('secret-without-form');
  });

  it('does not start on a database whose migrations are pending, and says what to run', async () => {
    const { ended, err, out } = start(settings('empty.db'));
    expect(await ended).toBe(1);
    expect(err()).toContain('npm run kaoji -- db migrate');
    expect(out()).not.toContain('ready');
  });

  it('says in one line of JSON that it is ready and where, answers, and ends on SIGTERM', async () => {
    const env = settings('migrated.db');
    const database = await openDatabase(env.DATABASE_URL);
    await database.migrate();
    await database.close();
    const { child, ended, out } = start(env);
    const line = await until('the ready line', () =>
      Promise.resolve(
        out()
          .split('\n')
          .find((text) => text.includes('"ready"')),
      ),
    );
    const said = JSON.parse(line ?? '{}') as { event: string; service: string; url: string };
    expect(said).toMatchObject({ event: 'ready', service: 'api' });
    expect((await fetch(`${said.url}/health`)).status).toBe(200);
    expect((await fetch(`${said.url}/ready`)).status).toBe(503);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(out().trim().split('\n').at(-1)).toContain('"stopped"');
    for (const written of out().trim().split('\n'))
      expect(() => JSON.parse(written) as unknown).not.toThrow();
  });
});
