import { canonicalJson, ENTRY_KINDS, type EntryKind, type LogKind } from '@kaoji/domain';
import type { LoggedItem } from '../../ports/log.js';
import type { BundleMaterial } from './bundle-material.js';

/** An entry of a bundle that is being written. */
export type WrittenEntry = {
  readonly kind: EntryKind;
  readonly form: 'file' | 'lines';
  readonly bytes: Uint8Array;
  readonly leaf?: number;
};
export type WrittenEntries = ReadonlyMap<string, WrittenEntry>;

const KIND_OF_LEAF = new Map(
  Object.entries(ENTRY_KINDS).flatMap(([kind, leaf]) => (leaf === null ? [] : [[leaf, kind as EntryKind]])),
);

/** The kind of entry an item of the log is shown in. */
export function entryKindOf({ kind }: Pick<LoggedItem, 'kind'>): EntryKind {
  const found = KIND_OF_LEAF.get(kind);
  if (found === undefined) throw new RangeError(`no entry of a bundle holds ${kind}`);
  return found;
}

/** The bytes of a text as a bundle holds it. */
export const textBytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A value a line, each in canonical JSON. */
export function linesOf(values: readonly unknown[]): Uint8Array {
  return textBytes(values.map((value) => `${canonicalJson(value)}\n`).join(''));
}

/** One more would make an entry longer than a reader lets in; lines go on in `result-2.jsonl`. */
const MOST_BYTES = 64 * 1024 * 1024;

/** `decision.jsonl`, `survey-count-2.jsonl`. */
const linesName = (kind: EntryKind, nth: number): string =>
  `${kind.replaceAll('_', '-')}${nth === 1 ? '' : `-${nth}`}.jsonl`;

function* portions(lines: readonly Uint8Array[], most: number): Generator<Uint8Array> {
  let portion: Uint8Array[] = [];
  let bytes = 0;
  for (const line of lines) {
    if (bytes + line.length > most && portion.length > 0) {
      yield Buffer.concat(portion);
      [portion, bytes] = [[], 0];
    }
    portion.push(line);
    bytes += line.length;
  }
  yield Buffer.concat(portion);
}

/** Where an item that is a file lies; `nth` counts those of its kind, from 1. Histories are named by their leaf. */
function fileName(kind: EntryKind, leaf: number, nth: number): string {
  switch (kind) {
    case 'history':
      return `histories/${leaf}.pb.gz`;
    case 'workflow_bundle':
      return `builds/${nth}/workflow-bundle.js`;
    default:
      return `${kind}${nth === 1 ? '' : `-${nth}`}.json`;
  }
}

/** What people read and compare on its own; every other stored row is a line. */
const DOCUMENTS: ReadonlySet<LogKind> = new Set(['rulebook', 'calendar', 'questionnaire']);

/** The bytes the hash of a leaf is over, where it is a file of its own. */
function fileBytes({ leaf, kind, value }: LoggedItem, bodies: BundleMaterial['bodies']): Uint8Array | null {
  if (DOCUMENTS.has(kind) && value !== null) return textBytes(canonicalJson(value));
  return bodies.get(leaf) ?? null;
}

/**
 * The items as entries: a file each for what is kept as bytes and for documents, one line each for stored rows, by their
 * place in the log. What is gone has no entry: whoever verifies misses it.
 */
export function itemEntries(
  items: readonly LoggedItem[],
  bodies: BundleMaterial['bodies'],
  most = MOST_BYTES,
): WrittenEntries {
  const written = new Map<string, WrittenEntry>();
  const seen = new Map<EntryKind, number>();
  const lines = new Map<EntryKind, Uint8Array[]>();
  for (const item of items) {
    const { leaf, ref, value } = item;
    const kind = entryKindOf(item);
    const bytes = fileBytes(item, bodies);
    if (bytes !== null) {
      const nth = (seen.get(kind) ?? 0) + 1;
      seen.set(kind, nth);
      written.set(fileName(kind, leaf, nth), { kind, form: 'file', bytes, leaf });
    } else if (value !== null) {
      const told = lines.get(kind) ?? [];
      told.push(linesOf([{ leaf, ref, value }]));
      lines.set(kind, told);
    }
  }
  for (const [kind, told] of lines) {
    for (const [at, bytes] of [...portions(told, most)].entries()) {
      written.set(linesName(kind, at + 1), { kind, form: 'lines', bytes });
    }
  }
  return written;
}
