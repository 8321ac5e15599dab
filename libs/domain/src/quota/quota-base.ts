import { holds } from '../evaluate/condition.js';
import type { EligibilityOutcome } from '../evaluate/evaluation.js';
import type { Facts } from '../evaluate/facts.js';
import type { QuotaRule } from '../rulebook/schema/quota.js';

/** What the quota needs to know of a person before it is solved. */
export type QuotaPerson = {
  readonly id: string;
  readonly lot?: string | undefined; // what the draw hashes; absent: the id
  readonly unit: string;
  readonly outcome: EligibilityOutcome; // `graded` also while the grade is undecided
  readonly grade: string | null; // provisional
  readonly facts: Facts; // with `composite`, `score.<dimension>` as they are known
};

/** Whether the person is counted elsewhere: neither in the base nor in the ranking of this unit. */
export function isCountedElsewhere(quota: QuotaRule, person: QuotaPerson): boolean {
  return quota.excludes !== undefined && holds(quota.excludes.when, person.facts);
}

/** The people of one unit as the base counts them. */
export type BaseTally = {
  readonly counted: number; // outcome in `baseCounts`, not counted elsewhere
  readonly refused: number; // of those, the ones for whom `refusals` holds
  readonly elsewhere: number;
};

/**
 * The number the cap is taken of, for one unit.
 * - `should_appraise`: its people whose outcome is in `baseCounts`, without those counted elsewhere.
 * - `took_part`: the same without those for whom `refusals` holds.
 * - `headcount`: the headcount the case states for the unit, less its people counted elsewhere (never below 0).
 */
export function quotaBase(quota: QuotaRule, tally: BaseTally, headcount: number | undefined): number {
  switch (quota.base) {
    case 'should_appraise':
      return tally.counted;
    case 'took_part':
      return tally.counted - tally.refused;
    case 'headcount':
      if (headcount === undefined) throw new Error('quota base is headcount but the unit has none');
      return Math.max(0, headcount - tally.elsewhere);
  }
}

/** Counts the people of one unit. */
export function tallyOf(quota: QuotaRule, people: readonly QuotaPerson[]): BaseTally {
  const { refusals } = quota;
  const here = people.filter((person) => !isCountedElsewhere(quota, person));
  const counted = here.filter(({ outcome }) => quota.baseCounts.includes(outcome));
  const refused = refusals === undefined ? [] : counted.filter(({ facts }) => holds(refusals.when, facts));
  return { counted: counted.length, refused: refused.length, elsewhere: people.length - here.length };
}
