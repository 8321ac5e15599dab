import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  isWitnessFileName,
  readWitnessFile,
  witnessFileName,
  type Witness,
  type WitnessFile,
} from '@kaoji/application';
import { readCheckpoint, readNote, Refusal } from '@kaoji/domain';
import { createFolderArchive } from '../archive/folder-archive.js';

const LARGEST_BYTES = 65_536; // a head is some hundred bytes

/** Witness files in a folder of their own, written once and whole. What is no witness file there is not followed or used. */
export function createWitnessFolder(folder: string): Witness {
  const archive = createFolderArchive(folder);
  return {
    async keep(note) {
      const signed = readNote(note);
      const head = signed === null ? null : readCheckpoint(signed.text);
      if (head === null)
        throw new Refusal('WITNESS_NO_HEAD', 'Only a signed tree head is kept as a witness.');
      const name = witnessFileName(head);
      try {
        return (await archive.put(name, Buffer.from(note, 'utf8'))) === 'stored' ? 'kept' : 'already';
      } catch (fault) {
        // An SM2 key signs the same head to other bytes each time: the first stays.
        if (fault instanceof Refusal && (await readOne(folder, name)) !== null) return 'already';
        throw fault;
      }
    },
    async read() {
      const found = await readdir(folder).catch((fault: unknown) => {
        if (isFault(fault, 'ENOENT')) return [];
        throw fault;
      });
      const names = found.filter((name) => !name.startsWith('.'));
      const read = await Promise.all(
        names.map(async (name) => ({ name, file: await readOne(folder, name) })),
      );
      const files = read.flatMap(({ file }) => file ?? []);
      const leftAside = read.flatMap(({ name, file }) => (file === null ? [name] : []));
      return { files: files.toSorted(bySize), leftAside: leftAside.toSorted() };
    },
  };
}

async function readOne(folder: string, name: string): Promise<WitnessFile | null> {
  if (!isWitnessFileName(name)) return null;
  const path = join(folder, name);
  const found = await lstat(path); // a link is left where it points
  if (!found.isFile() || found.size > LARGEST_BYTES) return null;
  const file = { name, note: await readFile(path, 'utf8') };
  return readWitnessFile(file) === null ? null : file;
}

function bySize(one: WitnessFile, other: WitnessFile): number {
  const sizes = Number.parseInt(one.name, 10) - Number.parseInt(other.name, 10);
  return sizes !== 0 ? sizes : one.name < other.name ? -1 : 1;
}

function isFault(fault: unknown, code: string): boolean {
  return typeof fault === 'object' && fault !== null && 'code' in fault && fault.code === code;
}
