import type { PlannedSeat, PlannedStep, RecusalGround, StepRule } from './approval-plan.js';
import { fillSeats } from './fill-seats.js';

export type StepPeople = {
  /** Whom the rulebook names for the step; a person named twice has one seat. */
  readonly candidates: readonly PlannedSeat[];
  readonly superiors: readonly string[];
  readonly starter: string | null;
  /** Whom a rule keeps out: an own case, a relative, the same post, part taken before. */
  readonly recused: readonly { readonly account: string; readonly why: RecusalGround }[];
};

/**
 * The step with its people named. The starter and whoever a rule keeps out get no seat. Where nobody is left the superiors take the
 * seats; where every seat counts (all, in order, vote) one free superior takes each seat that fell empty. With nobody at all the
 * step has no seat: it waits and never passes.
 * Throws RangeError for a weight that is no whole number above 0.
 */
export function planStep(rule: StepRule, people: StepPeople): PlannedStep {
  for (const { weight } of people.candidates) {
    if (!Number.isSafeInteger(weight) || weight < 1) throw new RangeError(`planStep: weight ${weight}`);
  }
  const candidates = people.candidates.filter(
    ({ holder }, at, all) => all.findIndex((other) => other.holder === holder) === at,
  );
  const out = new Map(people.recused.map(({ account, why }) => [account, why]));
  if (people.starter !== null && !out.has(people.starter)) {
    const named = [...candidates.map(({ holder }) => holder), ...people.superiors];
    if (named.includes(people.starter)) out.set(people.starter, 'starter');
  }
  const superiors = [...new Set(people.superiors)].filter((account) => !out.has(account));
  return {
    id: rule.id,
    many: rule.many,
    seats: fillSeats(rule.many.mode, candidates, superiors, (account) => out.has(account)),
    superiors,
    returnTo: rule.returnTo,
    reasonFor: rule.reasonFor,
    batch: rule.batch,
    recused: [...out].map(([account, why]) => ({ account, why })),
  };
}
