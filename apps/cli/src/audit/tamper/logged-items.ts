import { gunzipSync, gzipSync } from 'node:zlib';
import {
  canonicalJson,
  ENTRY_KINDS,
  HASH_OF_SUITE,
  hashText,
  type EntryKind,
  type Hashes,
} from '@kaoji/domain';
import { manifestOf, type BundleFiles, type Dice } from '@kaoji/domain/testing';

/** An item of a bundle that has a leaf: a whole entry, or a line of one (from 0). */
export type ItemPlace = {
  readonly entry: string;
  readonly kind: EntryKind;
  readonly line: number | null;
  readonly leaf: number;
};
type Line = { readonly leaf?: number; readonly ref: string; readonly value: unknown };

/** The lines of an entry, without their line feeds. */
export const linesIn = (files: BundleFiles, entry: string): readonly string[] =>
  new TextDecoder().decode(files.get(entry)).split('\n').slice(0, -1);

/** Every item with a leaf, of these kinds or of all. */
export function itemsOf(files: BundleFiles, kinds?: readonly EntryKind[]): readonly ItemPlace[] {
  const entries = manifestOf(files).entries.filter(
    ({ kind, name }) =>
      ENTRY_KINDS[kind] !== null && (kinds ?? [kind]).includes(kind) && (files.get(name)?.length ?? 0) > 0,
  );
  return entries.flatMap(({ name: entry, kind, form, leaf }): readonly ItemPlace[] => {
    if (form === 'file') return leaf === undefined ? [] : [{ entry, kind, line: null, leaf }];
    return linesIn(files, entry).flatMap((text, line) => {
      const told = (JSON.parse(text) as Line).leaf;
      return told === undefined ? [] : [{ entry, kind, line, leaf: told }];
    });
  });
}

/** Another value of the same form: somewhere in it a word, a number or a truth is another. */
function otherValue(value: unknown, dice: Dice): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'string') return `${value.slice(0, -1)}${value.endsWith('7') ? '3' : '7'}`;
  if (value === null || typeof value !== 'object') return 1;
  const members = Object.entries(value);
  const [key, member] = members[dice.below(Math.max(1, members.length))] ?? ['more', null];
  const changed = otherValue(member, dice);
  return Array.isArray(value)
    ? Object.assign([...(value as readonly unknown[])], { [key]: changed })
    : { ...value, [key]: changed };
}

function otherBytes(bytes: Uint8Array, dice: Dice): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const at = dice.below(copy.length);
  copy[at] = (copy[at] ?? 0) ^ (1 + dice.below(255));
  return copy;
}

/** As somebody edits it who knows its form: JSON stays JSON, and a packed history is unpacked and packed again. */
function editedFile(bytes: Uint8Array, { kind }: ItemPlace, dice: Dice): Uint8Array {
  if (kind === 'history' && bytes[0] === 0x1f && bytes[1] === 0x8b) {
    try {
      return gzipSync(otherBytes(gunzipSync(bytes), dice), { level: 9 });
    } catch {
      return otherBytes(bytes, dice); // noise that only begins so
    }
  }
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return new TextEncoder().encode(canonicalJson(otherValue(value, dice)));
  } catch {
    return otherBytes(bytes, dice);
  }
}

/** The files with this item edited, everything else as it was. */
export function withEdited(files: BundleFiles, place: ItemPlace, dice: Dice): BundleFiles {
  const bytes = files.get(place.entry) ?? new Uint8Array();
  if (place.line === null) return new Map([...files, [place.entry, editedFile(bytes, place, dice)]]);
  const lines = linesIn(files, place.entry);
  const told = JSON.parse(lines[place.line] ?? '{}') as Line;
  const made = lines.with(place.line, canonicalJson({ ...told, value: otherValue(told.value, dice) }));
  return new Map([...files, [place.entry, new TextEncoder().encode(`${made.join('\n')}\n`)]]);
}

/** The hash the item has now, in the form of its leaf. */
export function hashOfItem(files: BundleFiles, { entry, line }: ItemPlace, hashes: Hashes): string {
  const name = HASH_OF_SUITE[manifestOf(files).suite];
  if (line === null) return hashText(hashes, name, files.get(entry) ?? new Uint8Array());
  const { value } = JSON.parse(linesIn(files, entry)[line] ?? '{}') as Line;
  return hashText(hashes, name, new TextEncoder().encode(canonicalJson(value)));
}

/** The entry without the line, or without the whole entry. */
export function withoutItem(files: BundleFiles, { entry, line }: ItemPlace): BundleFiles {
  if (line === null) return new Map([...files].filter(([name]) => name !== entry));
  const rest = linesIn(files, entry).toSpliced(line, 1);
  return new Map([...files, [entry, new TextEncoder().encode(rest.map((one) => `${one}\n`).join(''))]]);
}
