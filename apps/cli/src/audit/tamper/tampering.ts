import type { AuditFinding, Hashes } from '@kaoji/domain';
import type { BundleFiles, Dice } from '@kaoji/domain/testing';
import { writeContainer } from '@kaoji/application/container';
import type { StolenKey } from './forged-log.js';
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

/** What whoever verifies may know from outside the bundle: the first key of the log, and heads that were printed or kept. */
export type Outside = { readonly keys: readonly string[]; readonly heads: readonly string[] };
export const NOTHING: Outside = { keys: [], heads: [] };
/** What a verifier finds in the bytes of a bundle; never throws on what it reads. */
export type Verifier = (bytes: Uint8Array, outside: Outside) => Promise<readonly AuditFinding[]>;

/** An honest bundle of a whole cycle, with what its forgers may have stolen. */
export type Forgeable = Honest & {
  /** `from`: the size of the first head the present key signs. */
  readonly keys: { readonly former: StolenKey; readonly present: StolenKey; readonly from: number };
  readonly outside: Outside;
};
/** A forgery by somebody who mends whatever can be mended. */
export type Forgery = {
  /** What must be known from outside to see it. */
  readonly needs: 'nothing' | 'key' | 'heads';
  /** One of these codes must be found. */
  readonly codes: readonly string[];
  readonly forge: (honest: Forgeable, dice: Dice) => Damaged;
};

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
