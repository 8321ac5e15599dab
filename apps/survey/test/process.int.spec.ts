import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDatabase } from '@kaoji/persistence';
import { httpClient } from './http-client.js';
import { LINK_KEY } from './survey-world.js';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const root = fileURLToPath(new URL('../../..', import.meta.url)); // where the compiler options are
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kaoji-survey-'));
});
afterAll(() => rm(folder, { recursive: true }));

const start = (env: Record<string, string>) => {
  const child = spawn(process.execPath, ['--import', '@swc-node/register/esm-register', main], {
    env,
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const exit = new Promise<number | null>((resolve) => {
    child.once('exit', resolve);
  });
  const nextLine = async () => JSON.parse((await lines.next()).value as string) as Record<string, unknown>;
  return { child, nextLine, exit, errors: () => errors };
};

describe('the survey process', () => {
  it('says where it listens, answers, and stops in order when told to', async () => {
    const url = `sqlite:${join(folder, 'survey.db')}`;
    const database = await openDatabase(url);
    await database.migrate();
    await database.close();
    const survey = start({
      DATABASE_URL: url,
      KAOJI_SURVEY_PORT: '0',
      KAOJI_LINK_KEYS: `${LINK_KEY.id}:${LINK_KEY.secret}`,
    });
    const ready = await survey.nextLine();
    expect(ready).toMatchObject({ event: 'ready', service: 'survey', url: expect.stringMatching(/^http:/) });
    const http = httpClient(String(ready['url']));
    expect(await http.get('/ready')).toMatchObject({ status: 200, body: '{"ready":true,"database":true}' });
    expect((await http.get('/s/forged-token')).status).toBe(404);
    survey.child.kill('SIGTERM');
    expect(await survey.exit).toBe(0);
    expect(await survey.nextLine()).toMatchObject({ event: 'request', route: '/ready', status: 200 });
    expect(await survey.nextLine()).toMatchObject({ event: 'request', route: '/s/:token', status: 404 });
    expect(await survey.nextLine()).toMatchObject({ event: 'stopped' });
  }, 60_000);

  it('names what is wrong with its configuration, not the value, and does not start', async () => {
    const survey = start({ DATABASE_URL: 'sqlite::memory:', KAOJI_LINK_KEYS: 'secret-but-short' });
    expect(await survey.exit).not.toBe(0);
    expect(survey.errors()).toContain('KAOJI_LINK_KEYS: not valid');
    expect(survey.errors()).not.toContain('secret-but-short');
  }, 60_000);
});
