import { compareExact, parseExact } from '../exact/exact.js';
import type { PanelRule } from '../rulebook/schema/scoring.js';

/** Whether a mark is so high or so low that the rulebook wants a reason; compared exactly. */
export function needsReason(panel: PanelRule | undefined, value: string): boolean {
  const bounds = panel?.reasonForExtremes;
  return bounds !== undefined && isExtreme(bounds, value);
}

/** At or above the upper bound, or at or below the lower. */
export function isExtreme(bounds: NonNullable<PanelRule['reasonForExtremes']>, value: string): boolean {
  const mark = parseExact(value);
  return (
    compareExact(mark, parseExact(bounds.atLeast)) >= 0 || compareExact(mark, parseExact(bounds.atMost)) <= 0
  );
}
