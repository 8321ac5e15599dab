import type { Exact } from '../exact/exact.js';
import { ZERO, exactFromInteger, minExact, multiplyExact, parseExact, sumExact } from '../exact/exact.js';
import type { Dimension } from '../rulebook/schema/scoring.js';
import type { AppraiseeCase } from './unit-case.js';

type Item = Dimension['adjustments'][number];

/** What one bonus or deduction item moves: times with evidence x points each, at most its cap. */
export type ItemPoints = {
  readonly item: Item;
  readonly times: number;
  readonly withoutEvidence: number; // times that were left out because nothing proves them
  readonly points: Exact; // never negative, also for deductions
};

export type Adjustments = {
  readonly items: readonly ItemPoints[];
  readonly bonus: Exact; // after the dimension's bonus cap
  readonly deduction: Exact; // after the dimension's deduction cap
};

/** Bonus and deduction points of one dimension; an entry that needs evidence and names none does not count. */
export function adjustmentsOf(dimension: Dimension, person: AppraiseeCase): Adjustments {
  const items = dimension.adjustments.flatMap((item): ItemPoints[] => {
    const entries = person.adjustments.filter((entry) => entry.item === item.id);
    if (entries.length === 0) return [];
    const proven = entries.filter((entry) => !item.evidenceRequired || entry.evidence.length > 0);
    const count = (of: typeof entries) => of.reduce((sum, entry) => sum + entry.times, 0);
    const times = count(proven);
    const points = multiplyExact(exactFromInteger(times), parseExact(item.pointsEach));
    return [
      {
        item,
        times,
        withoutEvidence: count(entries) - times,
        points: minExact(points, parseExact(item.cap)),
      },
    ];
  });
  const total = (kind: Item['kind'], cap: string | undefined) => {
    const sum = sumExact(items.filter(({ item }) => item.kind === kind).map(({ points }) => points));
    return cap === undefined ? sum : minExact(sum, parseExact(cap));
  };
  if (items.length === 0) return { items, bonus: ZERO, deduction: ZERO };
  return {
    items,
    bonus: total('bonus', dimension.bonusCap),
    deduction: total('deduction', dimension.deductionCap),
  };
}
