export type Comparison = 'same' | 'other' | 'too_old' | 'not_yet';
type Head = { readonly size: number; readonly root: string };

/**
 * What a root that somebody kept says of the heads shown now (by size, the latest last): the same; another at the same size,
 * so that the record was changed; of a time before the heads shown, or after them. White space around what was typed is no difference.
 */
export function compareRoot(heads: readonly Head[], kept: Head): Comparison {
  const root = kept.root.replaceAll(/\s/g, '');
  const there = heads.find(({ size }) => size === kept.size);
  if (there !== undefined) return there.root === root ? 'same' : 'other';
  return kept.size > (heads.at(-1)?.size ?? 0) ? 'not_yet' : 'too_old';
}
