import type { Exact } from '../exact/exact.js';
import { compareExact, parseExact } from '../exact/exact.js';
import type { Rulebook } from '../rulebook/schema/rulebook.js';

export type Band = Rulebook['bands'][number];

/** Whether the score lies in the band; each end says whether it belongs to it. */
export function inBand(band: Pick<Band, 'from' | 'to'>, score: Exact): boolean {
  const low = compareExact(score, parseExact(band.from.value));
  const high = compareExact(score, parseExact(band.to.value));
  return (low > 0 || (low === 0 && band.from.includes)) && (high < 0 || (high === 0 && band.to.includes));
}

/** The first band that holds the score, or null: lint finds gaps, the engine does not fill them. */
export function bandOf(bands: readonly Band[], score: Exact): Band | null {
  return bands.find((band) => inBand(band, score)) ?? null;
}
