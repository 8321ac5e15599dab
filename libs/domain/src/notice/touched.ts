import { Refusal } from '../refusal.js';

/** What an upheld objection touches: the evidence of named appraisees, or the line that the seats are drawn at. */
export type Touch =
  { readonly kind: 'evidence'; readonly appraisals: readonly string[] } | { readonly kind: 'quota_line' };

/** The seats of a list: who has one and which candidates have none. */
export type SeatLine = { readonly awarded: readonly string[]; readonly displaced: readonly string[] };

/**
 * Whose evidence an upheld objection re-opens, sorted: exactly those it names, or all candidates on both sides of the line. Refuses
 * `TOUCHED_UNKNOWN` where somebody is not on the list, nobody is named, or nobody stands at a line.
 */
export function touchedBy(touch: Touch, line: SeatLine, listed: readonly string[]): readonly string[] {
  const named = touch.kind === 'evidence' ? touch.appraisals : [...line.awarded, ...line.displaced];
  const known = new Set(listed);
  const unknown = named.filter((id) => !known.has(id));
  // A line may also have been drawn through people who have left since; whoever is named must be here.
  const touched = touch.kind === 'evidence' && unknown.length > 0 ? [] : named.filter((id) => known.has(id));
  if (touched.length > 0) return [...new Set(touched)].sort();
  throw new Refusal('TOUCHED_UNKNOWN', 'An upheld objection says whose evidence it touches, on this list.', {
    unknown,
  });
}
