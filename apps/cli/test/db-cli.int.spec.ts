import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { type Ending, runKaoji } from './run-kaoji.js';

const folder = mkdtempSync(join(tmpdir(), 'kaoji-cli-db-'));
afterAll(() => rmSync(folder, { recursive: true }));
const db = (words: readonly string[], url?: string): Promise<Ending> =>
  runKaoji(['db', ...words], { cwd: folder, env: url === undefined ? {} : { DATABASE_URL: url } });

describe('kaoji db', () => {
  it('names what is pending, runs it once, and then has nothing to do', async () => {
    const url = `sqlite:${join(folder, 'kaoji.db')}`;
    const before = await db(['status', '--json'], url);
    const { pending } = JSON.parse(before.out) as { pending: string[] };
    expect({ ...before, out: '', steps: pending.length > 10 }).toEqual({
      out: '',
      err: '',
      exitCode: 1,
      steps: true,
    });

    const ran = await db(['migrate', '--json'], url);
    expect({ exitCode: ran.exitCode, ...(JSON.parse(ran.out) as object) }).toEqual({
      exitCode: 0,
      format: 'kaoji-db/1',
      ran: pending,
    });

    expect(await db(['status', '--lang', 'en'], url)).toEqual({
      out: 'the schema is up to date\n',
      err: '',
      exitCode: 0,
    });
  });

  it.each([
    ['DATABASE_URL_MISSING', undefined],
    ['CONFIG_INVALID', 'postgres://hunter2@nowhere'],
    ['DATABASE_UNAVAILABLE', 'mariadb://kaoji:hunter2@127.0.0.1:1/kaoji'],
  ])('refuses with %s, without showing the address', async (code, url) => {
    const { out, err, exitCode } = await db(['migrate'], url);
    expect({ out, exitCode }).toEqual({ out: '', exitCode: 2 });
    expect(err).toMatch(new RegExp(`^kaoji: ${code}: [^\\n]+\\n$`));
    expect(err).not.toContain('hunter2');
  });
});
