import { HASH_OF_SUITE, hashText, type EntryKind } from '@kaoji/domain';
import { manifestOf, relisted, withManifest, type BundleFiles, type Dice } from '@kaoji/domain/testing';
import { edited, forged, pickPlace } from './edited-item.js';
import { itemsOf, linesIn, withoutItem, type ItemPlace } from './logged-items.js';
import type { Damaged, Forgeable, Forgery } from './tampering.js';

/** Edits an item and mends the manifest: the leaf of the item still has its old hash. */
const editOf = (...kinds: readonly EntryKind[]): Forgery => ({
  needs: 'nothing',
  codes: ['LEAF_HASH'],
  forge: (honest, dice) => {
    const { files, place } = edited(honest, dice, kinds);
    return forged(relisted(files, honest.hashes), place.entry);
  },
});

/** Two items of one entry of lines: the first two of it. */
function linePair({ files }: Forgeable, dice: Dice): readonly [number, number, string] {
  const inLines = itemsOf(files).filter(
    (item): item is ItemPlace & { readonly line: number } => item.line !== null,
  );
  const entries = [...new Set(inLines.map(({ entry }) => entry))].filter(
    (entry) => inLines.filter((item) => item.entry === entry).length > 1,
  );
  const chosen = entries[dice.below(Math.max(1, entries.length))];
  const [one, other] = inLines.filter(({ entry }) => entry === chosen);
  if (one === undefined || other === undefined) throw new RangeError('a bundle without two items in lines');
  return [one.line, other.line, one.entry];
}

/** Writes the lines of an entry anew and mends the manifest. */
const relined = (
  codes: readonly string[],
  change: (lines: readonly string[], one: number, other: number) => readonly string[],
): Forgery => ({
  needs: 'nothing',
  codes,
  forge: (honest, dice): Damaged => {
    const [one, other, entry] = linePair(honest, dice);
    const made = change(linesIn(honest.files, entry), one, other);
    const bytes = new TextEncoder().encode(made.map((line) => `${line}\n`).join(''));
    const files: BundleFiles = new Map([...honest.files, [entry, bytes]]);
    return forged(relisted(files, honest.hashes), entry);
  },
});

type Told = { readonly value: unknown };
const told = (line: string | undefined): Told => JSON.parse(line ?? '{}') as Told;

/** Forgeries of items by somebody who mends the manifest and leaves the log. */
export const ITEM_FORGERIES: Readonly<Record<string, Forgery>> = {
  'an edited score, hash fixed up': editOf('result'),
  'edited evidence, hash fixed up': editOf('evidence'),
  'an edited history, hash fixed up': editOf('history'),
  'an edited rulebook, hash fixed up': editOf('rulebook'),
  'an edited calendar, hash fixed up': editOf('calendar'),
  'an edited build of the flows, hash fixed up': editOf('workflow_bundle'),
  'an edited act, decision or notice, hash fixed up': editOf('act', 'decision', 'notice'),
  'an edited key change, hash fixed up': editOf('key_change'),
  'an item taken out of its entry': {
    needs: 'nothing',
    codes: ['LEAF_WITHOUT_ITEM'],
    forge: (honest, dice) => {
      const place = pickPlace(honest, dice, ['history', 'result', 'evidence', 'rulebook', 'calendar']);
      const files = withoutItem(honest.files, place);
      const manifest = manifestOf(files);
      const histories = manifest.histories.filter(({ entry }) => files.has(entry));
      return forged(relisted(withManifest(files, { ...manifest, histories }), honest.hashes));
    },
  },
  'an item said to be absent under another hash': {
    needs: 'nothing',
    codes: ['LEAF_HASH'],
    forge: (honest, dice) => {
      const place = pickPlace(honest, dice, ['result', 'evidence', 'rulebook']);
      const files = withoutItem(honest.files, place);
      const manifest = manifestOf(files);
      const bytes = Uint8Array.of(dice.below(256));
      const hash = hashText(honest.hashes, HASH_OF_SUITE[manifest.suite], bytes);
      const absent = [...manifest.absent, { leaf: place.leaf, hash, why: 'erased' as const }];
      return forged(relisted(withManifest(files, { ...manifest, absent }), honest.hashes));
    },
  },
  'what two items say exchanged': relined(['LEAF_HASH'], (lines, one, other) =>
    lines
      .with(one, JSON.stringify({ ...told(lines[one]), value: told(lines[other]).value }))
      .with(other, JSON.stringify({ ...told(lines[other]), value: told(lines[one]).value })),
  ),
  'an item twice': relined(['LEAF_TWICE'], (lines, one) => lines.toSpliced(one, 0, lines[one] ?? '')),
  'items in another order': relined(['ITEM_ORDER'], (lines) => lines.toReversed()),
  'an item under the id of another': relined(['LEAF_REF'], (lines, one) =>
    lines.with(one, (lines[one] ?? '').replace(/"ref":"[^"]*"/, '"ref":"another"')),
  ),
};
