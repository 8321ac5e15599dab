/**
 * Which cells of a question with one answer each may be shown: null for those that may not. A count from 1 to
 * `k - 1` is hidden; then, smallest first, more cells until at least two are hidden and together they hold
 * `k` or more, because the total is known. A zero is shown: it is about nobody. Nothing is shown of a question
 * that fewer than `k` answered.
 */
export function suppressCells(counts: readonly number[], k: number): readonly (number | null)[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return counts;
  if (total < k) return counts.map(() => null);
  const filled = counts
    .map((count, at) => ({ count, at }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => a.count - b.count || a.at - b.at);
  const hidden = new Set(filled.filter(({ count }) => count < k).map(({ at }) => at));
  if (hidden.size === 0) return counts;
  let held = filled.filter(({ at }) => hidden.has(at)).reduce((sum, { count }) => sum + count, 0);
  for (const { count, at } of filled.filter((cell) => !hidden.has(cell.at))) {
    if (hidden.size >= 2 && held >= k) break;
    hidden.add(at);
    held += count;
  }
  return counts.map((count, at) => (hidden.has(at) ? null : count));
}

/**
 * The same where each of `answered` people may choose several: an option is hidden when 1 to `k - 1` chose it,
 * or when all but so many did.
 */
export function suppressChoices(
  counts: readonly number[],
  answered: number,
  k: number,
): readonly (number | null)[] {
  const few = (count: number) => count > 0 && count < k;
  if (few(answered)) return counts.map(() => null);
  return counts.map((count) => (few(count) || few(answered - count) ? null : count));
}
