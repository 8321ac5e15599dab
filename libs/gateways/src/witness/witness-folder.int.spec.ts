import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signTreeHead } from '@kaoji/application';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { smSuite } from '../suites/sm.js';
import { createWitnessFolder } from './witness-folder.js';

let scratch: string;

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'kaoji-witness-'));
});

afterAll(async () => {
  await rm(scratch, { recursive: true, force: true });
});

describe('a folder of witness files', () => {
  const keys = smSuite.newSigningKeys();
  const head = (size: number): string => {
    const root = Buffer.alloc(32, size);
    return signTreeHead({ suite: smSuite, origin: 'kaoji/x', size, root, key: { name: 'kaoji/x', ...keys } });
  };

  it('gives heads back by size, and takes a head signed anew as the same', async () => {
    const witness = createWitnessFolder(join(scratch, 'heads'));
    expect(await witness.read()).toEqual({ files: [], leftAside: [] });
    const [nine, ten] = [head(9), head(10)];
    expect([await witness.keep(ten), await witness.keep(nine), await witness.keep(head(9))]).toEqual([
      'kept',
      'kept',
      'already',
    ]);
    expect((await witness.read()).files).toEqual([
      { name: '9-0909090909090909.note', note: nine },
      { name: '10-0a0a0a0a0a0a0a0a.note', note: ten },
    ]);
  });

  it('leaves aside, by name, what is no witness file: other names, other heads, links, folders', async () => {
    const folder = join(scratch, 'mixed');
    const witness = createWitnessFolder(folder);
    await witness.keep(head(1));
    await writeFile(join(folder, 'notes.txt'), 'x');
    await writeFile(join(folder, '2-0909090909090909.note'), head(9));
    await writeFile(join(folder, '4-0404040404040404.note'), head(4).slice(0, 40));
    await symlink(join(folder, '1-0101010101010101.note'), join(folder, '3-0303030303030303.note'));
    await mkdir(join(folder, '5-0505050505050505.note'));
    const { files, leftAside } = await witness.read();
    expect(files.map(({ name }) => name)).toEqual(['1-0101010101010101.note']);
    expect(leftAside).toEqual([
      '2-0909090909090909.note',
      '3-0303030303030303.note',
      '4-0404040404040404.note',
      '5-0505050505050505.note',
      'notes.txt',
    ]);
    await expect(witness.keep(head(4))).rejects.toMatchObject({ code: 'ARCHIVE_CONFLICT' });
  });

  it('keeps nothing that is no head', async () => {
    const witness = createWitnessFolder(join(scratch, 'none'));
    await expect(witness.keep('nothing')).rejects.toMatchObject({ code: 'WITNESS_NO_HEAD' });
  });
});
