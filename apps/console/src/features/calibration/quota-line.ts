export const SHOWN = ['all', 'line', 'moved', 'uncertain'] as const;
/** Whom the table shows: everybody, who is near the line, whom the quota or a round moved, who needs a judgement. */
export type Shown = (typeof SHOWN)[number];

/** What the table needs to know of a person to place them; the rest is only shown. */
type Placed = {
  readonly appraisalId: string;
  readonly place: number;
  readonly line: object | null;
  readonly needsPeople: readonly string[];
  readonly provisional: { readonly grade: string | null };
  readonly final: { readonly grade: string | null };
};
type List<P extends Placed> = {
  readonly people: readonly P[];
  readonly sheet: { readonly seats: number; readonly awarded: readonly string[] };
  readonly changes: readonly { readonly appraisalId: string }[];
};
export type TableRow<P extends Placed> =
  | { readonly kind: 'person'; readonly person: P }
  /** Under the last seat. */
  | { readonly kind: 'line' };

/** The table from the first place down, with the quota line under the last seat; no line where nobody has a seat or lacks one. */
export function tableRows<P extends Placed>(
  { people, sheet, changes }: List<P>,
  shown: Shown,
): readonly TableRow<P>[] {
  const awarded = new Set(sheet.awarded);
  const moved = new Set(changes.map(({ appraisalId }) => appraisalId));
  const wanted = (person: P): boolean => {
    switch (shown) {
      case 'all':
        return true;
      case 'line':
        return person.line !== null;
      case 'moved':
        return person.provisional.grade !== person.final.grade || moved.has(person.appraisalId);
      case 'uncertain':
        return person.needsPeople.length > 0;
    }
  };
  const row = (person: P): TableRow<P> => ({ kind: 'person', person });
  const rows = people.filter(wanted).toSorted((one, other) => one.place - other.place);
  const inside = rows.filter(({ appraisalId }) => awarded.has(appraisalId));
  const outside = rows.filter(({ appraisalId }) => !awarded.has(appraisalId));
  const isDrawn = sheet.seats > 0 && outside.length > 0 && inside.length > 0;
  return [...inside.map(row), ...(isDrawn ? [{ kind: 'line' } as const] : []), ...outside.map(row)];
}
