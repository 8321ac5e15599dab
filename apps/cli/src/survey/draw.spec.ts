import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { drawSample, listHash } from '@kaoji/domain';
import { main } from '../main.js';

const folder = mkdtempSync(join(tmpdir(), 'kaoji-draw-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function kaoji(csv: string, ...words: readonly string[]) {
  const file = join(folder, 'population.csv');
  writeFileSync(file, csv);
  const result = { out: [] as string[], err: [] as string[], exitCode: 0 };
  await main(['survey', 'draw', '--population', file, ...words], {
    out: (line) => void result.out.push(line),
    err: (line) => void result.err.push(line),
    setExitCode: (code) => void (result.exitCode = code),
  });
  return result;
}

const households = Array.from({ length: 40 }, (_, at) => `H${at + 1}`);
const list = ['ref,stratum', ...households.map((ref) => `${ref},ordinary`), 'R1,representative'].join('\n');
const SIZES = ['--seed', '2026-03-01', '--size', 'ordinary=7', '--size', 'representative=2'];

describe('kaoji survey draw', () => {
  it('draws what the domain draws, whatever the order of the list, and says the hash of the list', async () => {
    const { out, exitCode } = await kaoji(list, ...SIZES, '--json');
    const strata = [
      { stratum: 'ordinary', refs: households, size: 7 },
      { stratum: 'representative', refs: ['R1'], size: 2 },
    ];
    expect(JSON.parse(out[0] ?? '')).toEqual({
      format: 'kaoji-draw/1',
      seed: '2026-03-01',
      listHash: listHash(strata),
      strata: drawSample({ seed: '2026-03-01', strata }),
    });
    expect(exitCode).toBe(0);
    const [header, ...rows] = list.split('\n');
    const turned = `\ufeff${[header, ...rows.reverse()].join('\r\n')}\r\n\r\n`;
    expect((await kaoji(turned, ...SIZES, '--json')).out).toEqual(out);
  });

  it('says in words when a list is shorter than the sample', async () => {
    const { out } = await kaoji(list, ...SIZES);
    expect(out[0]).toContain('representative：名单1，应抽2，抽中1（名单全部抽中）');
    expect((await kaoji(list, ...SIZES, '--lang', 'en')).out[0]).toContain('1 drawn (the whole list)');
  });

  it.each([
    ['POPULATION_COLUMNS', 'id,stratum\nH1,ordinary', 'column "ref"'],
    ['POPULATION_COLUMNS', '', 'column "ref"'],
    ['POPULATION_ROW', 'ref,stratum\nH1,ordinary\nH2,villager', 'line 3'],
    ['POPULATION_ROW', 'ref,stratum\n,ordinary', 'line 2: the ref is empty'],
    ['POPULATION_ROW', 'ref,stratum\nH1,ordinary\n\nH1,ordinary', 'line 4: H1 is already on line 2'],
    ['POPULATION_UNREADABLE', 'ref,stratum\n"H1,ordinary', 'line'],
  ])('refuses a faulty list with %s and its line, exit 2', async (code, csv, place) => {
    const { err, exitCode } = await kaoji(csv, ...SIZES);
    expect(err[0]).toMatch(new RegExp(`^kaoji: ${code}: `));
    expect(err[0]).toContain(place);
    expect(exitCode).toBe(2);
  });

  it.each(['ordinary', 'ordinary=-1', 'ordinary=1.5', 'villager=3'])('refuses --size %s', async (size) => {
    const { err, exitCode } = await kaoji(list, '--seed', 's', '--size', size);
    expect(err[0]).toContain('DRAW_SIZE_INVALID');
    expect(exitCode).toBe(2);
  });

  it('refuses a stratum asked for twice, and a seed of nothing', async () => {
    const twice = await kaoji(list, '--seed', 's', '--size', 'ordinary=1', 'ordinary=2');
    expect(twice.err[0]).toContain('DRAW_SIZE_INVALID');
    expect((await kaoji(list, '--seed', '', '--size', 'ordinary=1')).err[0]).toContain('DRAW_TEXT_INVALID');
  });
});
