import type { Hashes } from '@kaoji/domain';
import type { BundleFiles, Dice } from '@kaoji/domain/testing';
import { writeContainer } from '../container/write-container.js';
import { plainEntry, type RawEntry } from './raw-container.js';

/** An honest bundle in the forms a damage may start from. */
export type Honest = {
  readonly files: BundleFiles;
  readonly hashes: Hashes;
  readonly bytes: Buffer; // of the container
  readonly entries: readonly RawEntry[]; // in the order of the container
};

/** A damaged bundle, and the entries one of which a finding must name; none where it is about the file as a whole. */
export type Damaged = { readonly bytes: Buffer; readonly touched: readonly string[] };
export type Damage = (honest: Honest, dice: Dice) => Damaged;

export function honestContainer(files: BundleFiles, hashes: Hashes): Honest {
  const sorted = [...files.keys()].sort();
  const entries = sorted.map((name) => plainEntry(name, files.get(name) ?? new Uint8Array()));
  return { files, hashes, entries, bytes: packed(files) };
}

/** The files in a container as our own writer makes it. */
export function packed(files: BundleFiles): Buffer {
  return writeContainer([...files].map(([name, bytes]) => ({ name, read: () => bytes })));
}

export const nameOf = (entry: RawEntry | undefined): string => entry?.name.toString('latin1') ?? '';
