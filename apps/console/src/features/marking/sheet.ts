import type { MarkingItem } from '../../api/marking.js';

/** What stands in the fields of one mark. */
export type Entry = { readonly value: string; readonly reason: string };
export type MarkDraft = Readonly<Record<string, Entry>>;
export const NO_DRAFT: MarkDraft = {};
export type Fault = 'not_a_number' | 'out_of_scale' | 'reason_missing';

export type MarkKey = Pick<MarkingItem, 'appraisalId' | 'part' | 'post' | 'role'>;
export const keyOf = ({ appraisalId, part, post, role }: MarkKey): string =>
  [appraisalId, part, post ?? '', role].join('/');

/** What is being written, or what was given before. */
export function entryOf(item: MarkingItem, draft: MarkDraft): Entry {
  return draft[keyOf(item)] ?? { value: item.marked ?? '', reason: item.reason ?? '' };
}

/** Whether there is something to send: a field left empty changes nothing. */
export function isChanged(item: MarkingItem, draft: MarkDraft): boolean {
  const { value, reason } = entryOf(item, draft);
  if (value.trim() === '') return false;
  return value.trim() !== item.marked || reason.trim() !== (item.reason ?? '');
}

/** What the service would refuse, said while it is typed; the service decides. */
export function faultOf(item: MarkingItem, { value, reason }: Entry): Fault | null {
  const text = value.trim();
  if (text === '') return null;
  if (!/^\d{1,6}(\.\d{1,6})?$/.test(text)) return 'not_a_number';
  if (scaled(text) > scaled(item.max)) return 'out_of_scale';
  return needsReason(item, text) && reason.trim() === '' ? 'reason_missing' : null;
}

/** Whether the rulebook wants a reason for a mark so high or so low. */
export function needsReason({ reasonBounds }: MarkingItem, value: string): boolean {
  const text = value.trim();
  if (reasonBounds === null || !/^\d{1,6}(\.\d{1,6})?$/.test(text)) return false;
  return scaled(text) >= scaled(reasonBounds.atLeast) || scaled(text) <= scaled(reasonBounds.atMost);
}

/** The place of the anchor a mark falls under, best first; -1 where none does. */
export function anchorOf({ anchors }: MarkingItem, value: string): number {
  const text = value.trim();
  if (!/^\d{1,6}(\.\d{1,6})?$/.test(text)) return -1;
  return anchors.findIndex(({ atLeast }) => scaled(text) >= scaled(atLeast));
}

/** Millionths, exactly: decimals are compared as they are written. */
function scaled(text: string): bigint {
  const [whole = '0', fraction = ''] = text.split('.');
  return BigInt(whole + fraction.padEnd(6, '0'));
}

/** By name, as a Chinese reader looks for one; the parts of a person stay in the order of the rulebook. */
export function inOrder(items: readonly MarkingItem[]): readonly MarkingItem[] {
  return items.toSorted((one, other) => one.name.localeCompare(other.name, 'zh-CN'));
}

export type Marked = {
  readonly appraisalId: string;
  readonly name: string;
  readonly items: readonly MarkingItem[];
};
/** The people on the sheet, in its order, each with what they are marked on. */
export function peopleOf(items: readonly MarkingItem[]): readonly Marked[] {
  const found = new Map<string, MarkingItem[]>();
  for (const item of items) found.set(item.appraisalId, [...(found.get(item.appraisalId) ?? []), item]);
  return [...found].map(([appraisalId, own]) => ({ appraisalId, name: own[0]?.name ?? '', items: own }));
}

export type Standing = 'given' | 'drafted' | 'open';
/** Where a mark stands: given and not changed since, written here, or still to be written. */
export function standingOf(item: MarkingItem, draft: MarkDraft): Standing {
  if (isChanged(item, draft)) return 'drafted';
  return item.marked === null ? 'open' : 'given';
}
