type Decided = {
  readonly status: 'graded' | 'comment_only' | 'ungraded' | 'held' | 'undecided';
  readonly grade: string | null;
};
export type GradeCount = { readonly word: string; readonly before: number; readonly after: number };

/** How many stand where before and after the quota, by what each place is called, in the order they are met in the list. */
export function gradeCounts(
  people: readonly { readonly provisional: Decided; readonly final: Decided; readonly place: number }[],
  wordOf: (decided: Decided) => string,
): readonly GradeCount[] {
  const counts = new Map<string, { before: number; after: number }>();
  const at = (decided: Decided): { before: number; after: number } => {
    const word = wordOf(decided);
    const found = counts.get(word) ?? { before: 0, after: 0 };
    counts.set(word, found);
    return found;
  };
  for (const { provisional, final } of people.toSorted((one, other) => one.place - other.place)) {
    at(final).after += 1;
    at(provisional).before += 1;
  }
  return [...counts].map(([word, count]) => ({ word, ...count }));
}
