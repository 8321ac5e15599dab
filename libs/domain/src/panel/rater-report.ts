import {
  addExact,
  compareExact,
  divideExact,
  equalExact,
  exactFromInteger,
  formatExact,
  parseExact,
  roundExact,
  subtractExact,
  sumExact,
  ZERO,
  type Exact,
} from '../exact/exact.js';
import type { PanelRule } from '../rulebook/schema/scoring.js';
import { isExtreme } from './extremes.js';

/** One mark of a panel; `about` names the appraisee (and the post, where it says one). */
export type PanelMark = { readonly rater: string; readonly about: string; readonly value: string };

/** How one rater marked next to the others: decimals in points of the scale, rounded to four places half even. */
export type RaterHabit = {
  readonly rater: string;
  readonly marks: number;
  /** How many of them somebody else marked too: only these tell leniency. */
  readonly compared: number;
  /** Mean of (own mark - mean of all marks for the same appraisee); above 0 is lenient. Null: nothing to compare. */
  readonly leniency: string | null;
  /** Mean distance of own marks from their own mean. */
  readonly spread: string;
  readonly lowest: string;
  readonly highest: string;
  /** Share (0 to 1) of marks at or beyond the bounds that need a reason; null: the rulebook has none. */
  readonly extremes: string | null;
  /** The same mark for everybody, for three people or more. */
  readonly sameForAll: boolean;
};

const FEWEST_FOR_SAME = 3;
const shown = (value: Exact): string => formatExact(roundExact(value, 4, 'half_even'));
const mean = (values: readonly Exact[]): Exact =>
  divideExact(sumExact(values), exactFromInteger(values.length));

/** What each rater did, by account. It says nothing about whether a mark is right, and changes none. */
export function raterReport(
  marks: readonly PanelMark[],
  bounds: PanelRule['reasonForExtremes'],
): readonly RaterHabit[] {
  const parsed = marks.map(({ rater, about, value }) => ({ rater, about, value, exact: parseExact(value) }));
  const byAppraisee = grouped(parsed, ({ about }) => about);
  const means = new Map([...byAppraisee].map(([about, all]) => [about, mean(all.map(({ exact }) => exact))]));
  return [...grouped(parsed, ({ rater }) => rater)]
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([rater, own]): RaterHabit => {
      const values = own.map(({ exact }) => exact).sort(compareExact);
      const [lowest = ZERO, highest = ZERO] = [values[0], values.at(-1)];
      const compared = own.filter(({ about }) => (byAppraisee.get(about)?.length ?? 0) > 1);
      const deviations = compared.map(({ about, exact }) => subtractExact(exact, means.get(about) ?? ZERO));
      const extreme = bounds === undefined ? [] : own.filter(({ value }) => isExtreme(bounds, value));
      return {
        rater,
        marks: own.length,
        compared: compared.length,
        leniency: deviations.length === 0 ? null : shown(mean(deviations)),
        spread: shown(meanDistance(values)),
        lowest: formatExact(lowest),
        highest: formatExact(highest),
        extremes:
          bounds === undefined
            ? null
            : shown(divideExact(exactFromInteger(extreme.length), exactFromInteger(own.length))),
        sameForAll: own.length >= FEWEST_FOR_SAME && equalExact(lowest, highest),
      };
    });
}

function meanDistance(values: readonly Exact[]): Exact {
  const centre = mean(values);
  const distances = values.map((value) => {
    const distance = subtractExact(value, centre);
    return compareExact(distance, ZERO) < 0 ? subtractExact(ZERO, distance) : distance;
  });
  return divideExact(distances.reduce(addExact, ZERO), exactFromInteger(values.length));
}

function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return groups;
}
