import type { EntryKind, LogEntry } from '@kaoji/domain';
import type { BundleFiles, Dice } from '@kaoji/domain/testing';
import { logOf } from './forged-log.js';
import { hashOfItem, itemsOf, withEdited, type ItemPlace } from './logged-items.js';
import { packed, type Damaged, type Forgeable } from './tampering.js';

/** The files after an edit, and where it was. */
export type Edit = { readonly files: BundleFiles; readonly place: ItemPlace };

/** An item of these kinds, or any where there is none of them. */
export function pickPlace({ files }: Forgeable, dice: Dice, kinds?: readonly EntryKind[]): ItemPlace {
  const wanted = itemsOf(files, kinds);
  const places = wanted.length > 0 ? wanted : itemsOf(files);
  const place = places[dice.below(places.length)];
  if (place === undefined) throw new RangeError('a bundle without an item');
  return place;
}

export function edited(honest: Forgeable, dice: Dice, kinds?: readonly EntryKind[]): Edit {
  const place = pickPlace(honest, dice, kinds);
  return { place, files: withEdited(honest.files, place, dice) };
}

/** The log as it must be for the edited item to be its leaf. */
export function mendedLog({ files, place }: Edit, { hashes }: Forgeable): readonly LogEntry[] {
  const entries = logOf(files);
  const entry = entries[place.leaf];
  if (entry === undefined) return entries;
  return entries.with(place.leaf, { ...entry, hash: hashOfItem(files, place, hashes) });
}

/** The files as a bundle again, and the entries one of which must be named. */
export function forged(files: BundleFiles, ...touched: readonly string[]): Damaged {
  return { bytes: packed(files), touched };
}
