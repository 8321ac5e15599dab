import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { containerParts } from '@kaoji/application/container';
import { Refusal } from '@kaoji/domain';

/**
 * Writes the files of a bundle as one container and gives its length in bytes. The file is there complete or not at all;
 * one of that name is replaced. Refuses `FILE_NOT_WRITTEN`.
 */
export function writeBundle(file: string, files: ReadonlyMap<string, Uint8Array>): number {
  const part = `${file}.part`;
  try {
    const bytes = writeParts(part, files);
    renameSync(part, file);
    return bytes;
  } catch (fault) {
    rmSync(part, { force: true });
    if ((fault as NodeJS.ErrnoException).syscall === undefined) throw fault;
    throw new Refusal('FILE_NOT_WRITTEN', `${file}: ${(fault as Error).message}`);
  }
}

function writeParts(file: string, files: ReadonlyMap<string, Uint8Array>): number {
  const descriptor = openSync(file, 'w');
  let bytes = 0;
  try {
    for (const part of containerParts([...files].map(([name, content]) => ({ name, read: () => content })))) {
      for (let at = 0; at < part.length;) at += writeSync(descriptor, part, at);
      bytes += part.length;
    }
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  return bytes;
}
