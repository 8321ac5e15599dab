import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ArchiveStore } from '@kaoji/application';
import { createFolderArchive } from './folder-archive.js';
import type { S3Bucket } from './testing/s3-bucket.js';

const bytes = (text: string): Buffer => Buffer.from(text, 'utf8');

/** An S3 server to try: the path of a VersityGW executable. It is not part of `npm test`; docs/archive.md says how to get one. */
// eslint-disable-next-line no-restricted-syntax -- an adapter may not import libs/config, and only this test asks
const S3_EXECUTABLE = process.env['KAOJI_TEST_S3'] ?? '';

let scratch: string;
let bucket: S3Bucket | null = null;

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'kaoji-archive-'));
  if (S3_EXECUTABLE === '') return;
  const { startBucket } = await import('./testing/s3-bucket.js');
  bucket = await startBucket(S3_EXECUTABLE, join(scratch, 's3'));
}, 30_000);

afterAll(async () => {
  await bucket?.stop();
  await rm(scratch, { recursive: true, force: true });
});

const KINDS: readonly { readonly kind: string; readonly open: () => ArchiveStore }[] = [
  { kind: 'a folder', open: () => createFolderArchive(join(scratch, 'folder')) },
  ...(S3_EXECUTABLE === '' ? [] : [{ kind: 'a bucket', open: () => bucket!.archive }]),
];

describe.each(KINDS)('an archive in $kind', ({ open }) => {
  it('gives back what was put under a name, and nothing under another', async () => {
    const archive = open();
    expect(await archive.put('runs/a.json', bytes('一'))).toBe('stored');
    expect(await archive.get('runs/a.json')).toEqual(bytes('一'));
    expect(await archive.get('runs/b.json')).toBeNull();
  });

  it('takes the same bytes twice as one, from many at once too', async () => {
    const archive = open();
    const told = await Promise.all(
      Array.from({ length: 8 }, async () => archive.put('sha256/same', bytes('same'))),
    );
    expect(told).toContain('stored');
    expect(await archive.put('sha256/same', bytes('same'))).toBe('already');
  });

  it('refuses other bytes under a name, and keeps the first', async () => {
    const archive = open();
    await archive.put('once', bytes('first'));
    await expect(archive.put('once', bytes('second'))).rejects.toMatchObject({ code: 'ARCHIVE_CONFLICT' });
    expect(await archive.get('once')).toEqual(bytes('first'));
  });

  it('lists names by prefix in the order of their bytes', async () => {
    const archive = open();
    for (const name of ['list/b', 'list/a', 'list/a-1', 'other']) await archive.put(name, bytes(name));
    expect(await archive.list('list/')).toEqual(['list/a', 'list/a-1', 'list/b']);
  });

  it('keeps the first of two different writes at the same instant', async () => {
    const archive = open();
    const writes = Array.from({ length: 6 }, (_, number) => archive.put('race', bytes(`write ${number}`)));
    const told = await Promise.allSettled(writes);
    expect(told.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refused = told.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
    for (const fault of refused) expect(fault).toMatchObject({ code: 'ARCHIVE_CONFLICT' });
    const won = told.findIndex(({ status }) => status === 'fulfilled');
    expect(await archive.get('race')).toEqual(bytes(`write ${won}`));
  });

  it('lists more names than a server gives at a time', async () => {
    const archive = open();
    const names = Array.from({ length: 8 }, (_, number) => `many/${number}`);
    for (const name of names) await archive.put(name, bytes(name));
    expect(await archive.list('many/')).toEqual(names);
  });

  it.each(['../x', '/x', 'a//b', '.under-way/x', 'a/../b', '', 'a b', 'x'.repeat(600)])(
    'refuses the name "%s"',
    async (name) => {
      await expect(open().put(name, bytes('x'))).rejects.toMatchObject({ code: 'ARCHIVE_NAME_INVALID' });
    },
  );
});

it('never shows half a file of a writer that is killed, and takes the whole one after', async () => {
  const folder = join(scratch, 'killed');
  const size = 64 * 1024 * 1024;
  const script = join(scratch, 'writer.mjs');
  const module = new URL('./folder-archive.ts', import.meta.url).href;
  await writeFile(
    script,
    `import { createFolderArchive } from ${JSON.stringify(module)};
     process.stdout.write('go');
     await createFolderArchive(${JSON.stringify(folder)}).put('big', Buffer.alloc(${size}, 7));`,
  );
  const writer = spawn(process.execPath, ['--import', './from-source.mjs', script], {
    cwd: new URL('../../../..', import.meta.url),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => writer.once('exit', resolve));
  await new Promise((resolve) => writer.stdout.once('data', resolve));
  for (;;) {
    const drafts = await readdir(join(folder, '.under-way')).catch(() => []);
    if (drafts.length > 0 || writer.exitCode !== null) break;
    await new Promise((resolve) => setImmediate(resolve));
  }
  writer.kill('SIGKILL');
  await ended;
  const archive = createFolderArchive(folder);
  const found = await archive.get('big');
  expect([undefined, size]).toContain(found?.length);
  await archive.put('big', Buffer.alloc(size, 7));
  expect((await archive.get('big'))?.length).toBe(size);
  expect(await archive.list('')).toEqual(['big']);
});
