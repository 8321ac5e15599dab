import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { runKaoji } from './run-kaoji.js';

const cwd = mkdtempSync(join(tmpdir(), 'kaoji-archive-cli-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const NOBODY = { TEMPORAL_ADDRESS: '127.0.0.1:1' }; // nobody listens there
const DATABASE = { DATABASE_URL: `sqlite:${join(cwd, 'kaoji.sqlite')}` };
const kaoji = (words: string, env: Record<string, string> = {}) =>
  runKaoji(words.split(' '), { cwd, env: { ...NOBODY, ...env } });

describe('kaoji audit', () => {
  it.each([
    { words: 'audit sweep --within soon', code: 'USAGE' },
    { words: 'audit sweep', code: 'TEMPORAL_UNAVAILABLE' },
    { words: 'audit gaps', code: 'DATABASE_URL_MISSING' },
  ])(
    '$words ends with $code in one line and exit 2',
    async ({ words, code }) => {
      const ending = await kaoji(words);
      expect(ending).toMatchObject({ exitCode: 2, out: '' });
      expect(ending.err.trim().split('\n')).toEqual([expect.stringContaining(code)]);
    },
    60_000,
  );

  it('gaps says that Temporal is away', async () => {
    expect((await kaoji('db migrate', DATABASE)).exitCode).toBe(0);
    expect(await kaoji('audit gaps', DATABASE)).toMatchObject({
      exitCode: 2,
      err: expect.stringContaining('TEMPORAL_UNAVAILABLE'),
    });
  }, 60_000);
});
