import { compareExact, parseExact, type PersonEvaluation, type QuotaSheet } from '@kaoji/domain';

type Ranked = Pick<PersonEvaluation, 'id' | 'composite'>;

/**
 * Where a calibration table shows each person of a list, from 1: those with a seat by rank, candidates without one
 * by rank, then the others by composite, highest first, who have none last. The rank is the solver's: no tie is broken here.
 */
export function tablePlaces(
  people: readonly Ranked[],
  { awarded, displaced }: Pick<QuotaSheet, 'awarded' | 'displaced'>,
): ReadonlyMap<string, number> {
  const ranked = new Map([...awarded, ...displaced].map((id, at) => [id, at]));
  const scored = people.map(({ id, composite }) => ({
    id,
    rank: ranked.get(id) ?? ranked.size,
    composite: composite === null ? null : parseExact(composite),
  }));
  const inOrder = scored.toSorted((one, other) => {
    if (one.rank !== other.rank) return one.rank - other.rank;
    if (one.composite === null || other.composite === null) {
      return Number(one.composite === null) - Number(other.composite === null);
    }
    return compareExact(other.composite, one.composite);
  });
  return new Map(inOrder.map(({ id }, at) => [id, at + 1]));
}
