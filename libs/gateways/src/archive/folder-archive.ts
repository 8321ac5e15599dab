import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readdir, readFile, unlink } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { ArchiveStore } from '@kaoji/application';
import { archiveConflict, checkArchiveName, inByteOrder } from './archive-name.js';

const UNDER_WAY = '.under-way'; // no archive name begins with a dot

/**
 * An archive in a folder. A file appears under its name whole or not at all: written beside, forced to the disk, then
 * linked, which fails where the name is taken. Killed between, it leaves a file under `.under-way` that means nothing.
 */
export function createFolderArchive(folder: string): ArchiveStore {
  const root = resolve(folder);
  const pathOf = (name: string): string => join(root, ...checkArchiveName(name).split('/'));

  return {
    async put(name, bytes) {
      const path = pathOf(name);
      const found = await readIfThere(path);
      if (found !== null) return sameOrRefuse(name, found, bytes);
      await mkdir(dirname(path), { recursive: true });
      await mkdir(join(root, UNDER_WAY), { recursive: true });
      const draft = join(root, UNDER_WAY, randomUUID());
      try {
        await writeThrough(draft, bytes);
        await link(draft, path);
        await syncFolder(dirname(path));
        return 'stored';
      } catch (fault) {
        if (!isFault(fault, 'EEXIST')) throw fault;
        return sameOrRefuse(name, await readFile(path), bytes); // somebody was faster
      } finally {
        await unlink(draft).catch((fault: unknown) => {
          if (!isFault(fault, 'ENOENT')) throw fault;
        });
      }
    },
    get: (name) => readIfThere(pathOf(name)),
    async list(prefix) {
      const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(
        (fault: unknown) => {
          if (isFault(fault, 'ENOENT')) return [];
          throw fault;
        },
      );
      const names = entries
        .filter((entry) => entry.isFile())
        .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));
      return inByteOrder(names.filter((name) => !name.startsWith('.') && name.startsWith(prefix)));
    },
  };
}

function sameOrRefuse(name: string, found: Uint8Array, bytes: Uint8Array): 'already' {
  if (Buffer.compare(found, bytes) !== 0) throw archiveConflict(name);
  return 'already';
}

async function writeThrough(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A new name survives a power cut only once its folder is on the disk. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function readIfThere(path: string): Promise<Uint8Array | null> {
  return readFile(path).catch((fault: unknown) => {
    if (isFault(fault, 'ENOENT')) return null;
    throw fault;
  });
}

function isFault(fault: unknown, code: string): boolean {
  return typeof fault === 'object' && fault !== null && 'code' in fault && fault.code === code;
}
