import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suiteOf } from '@kaoji/gateways';
import { openDatabase } from '@kaoji/persistence';
import { seedUnit } from '@kaoji/persistence/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Ending, runKaoji } from './run-kaoji.js';

const folder = mkdtempSync(join(tmpdir(), 'kaoji-heads-'));
const url = `sqlite:${join(folder, 'kaoji.db')}`;
const key = (name: string) => `${name}:intl:${suiteOf('intl')!.newSigningKeys().privateKey}`;
const [first, second] = [key('one'), key('two')];
const audit = (words: readonly string[], keys = first): Promise<Ending> =>
  runKaoji(['audit', ...words, '--cycle', 'cycle-1'], {
    cwd: folder,
    env: { DATABASE_URL: url, KAOJI_LOG_KEYS: keys, KAOJI_WITNESS: join(folder, 'witness') },
  });
type Heads = { readonly heads: readonly { readonly size: number; readonly root: string }[] };

beforeAll(async () => {
  const database = await openDatabase(url);
  await database.migrate();
  await database.transactions.run(async (stores) => {
    await seedUnit(stores, 1);
  });
  await database.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('kaoji audit heads', () => {
  it('numbers and signs when asked to, and finds signatures and entries in agreement', async () => {
    const { out, exitCode } = await audit(['heads', '--number', '--json']);
    expect(exitCode).toBe(0);
    const told = JSON.parse(out) as Heads;
    expect(told).toMatchObject({ format: 'kaoji-heads/1', origin: 'kaoji/cycle-1', fault: null });
    const again = await audit(['heads', '--lang', 'en']);
    expect(again.out).toContain(told.heads[0]!.root);
    expect(again.out).toContain('signatures and entries agree');
    expect(again.out).toMatch(/^public key {2}one\+[0-9a-f]{8}\+\S+$/m);
  });

  it('names a key that is none without showing it', async () => {
    const { err, exitCode } = await audit(['heads'], 'bad:intl:AAAAAAAAAAAAAAAAAAAAAAAA');
    expect(exitCode).toBe(2);
    expect(err).toMatch(/^kaoji: LOG_KEY_INVALID: The log key "bad"[^\n]+\n$/);
    expect(err).not.toContain('AAAA');
  });
});

describe('a database made anew behind the log', () => {
  it('does not agree with the heads the witness kept', async () => {
    const other = `sqlite:${join(folder, 'other.db')}`;
    const database = await openDatabase(other);
    await database.migrate();
    await database.transactions.run(async (stores) => {
      await seedUnit(stores, 1, { drawSeed: 'luckier' });
    });
    await database.close();
    const env = { DATABASE_URL: other, KAOJI_LOG_KEYS: first, KAOJI_WITNESS: join(folder, 'witness') };
    const words = ['audit', 'heads', '--number', '--json', '--cycle', 'cycle-1'];
    const { out, exitCode } = await runKaoji(words, { cwd: folder, env });
    expect(exitCode).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ fault: { code: 'HEAD_DIFFERS' } });
  });
});

describe('kaoji audit keys rotate', () => {
  it('prints what both keys signed, and the next head is of the new one', async () => {
    const { out, exitCode } = await audit(['keys', 'rotate', '--json'], `${second},${first}`);
    expect(exitCode).toBe(0);
    const change = JSON.parse(out) as { change: string; from: number; head: { size: number } };
    for (const name of ['— one ', '— two ']) expect(change.change).toContain(name);
    expect(change.head.size).toBe(change.from);
    const again = await audit(['keys', 'rotate'], `${second},${first}`);
    expect([again.exitCode, again.err]).toEqual([2, expect.stringContaining('LOG_KEY_PRESENT')]);
  });
});
