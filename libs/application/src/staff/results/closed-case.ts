import type { AppraiseeCase, Condition, Rulebook } from '@kaoji/domain';

/** How a case ended (N6 Art 42). */
export type CaseOutcome = 'none' | { readonly punishment: string; readonly linkedToDuty: boolean };
type Facts = AppraiseeCase['facts'];

/** The fact by which a rulebook tells how an investigation ended, where it declares one. */
const CLOSED_FACT = 'investigation_closed';
/** A warning by whichever body (`admin_warning`); a serious warning is more than that. */
const WARNING = /^(?:[a-z]+_)?warning$/;

/**
 * Somebody's sealed case as it stands once the case against them is closed: what held them no longer holds,
 * the punishment is counted in the appraised year, and the rulebook is told how it ended. `facts` are what
 * the office adds, for rulebooks that ask for more.
 */
export function closedCase(
  rulebook: Rulebook,
  sealed: AppraiseeCase,
  year: number,
  outcome: CaseOutcome,
  facts: Facts = {},
): AppraiseeCase {
  const released = Object.fromEntries(holdingFacts(rulebook).map((fact) => [fact, false]));
  const punished =
    outcome === 'none' ? [] : [{ kind: outcome.punishment, year, linkedToDuty: outcome.linkedToDuty }];
  return {
    ...sealed,
    facts: { ...sealed.facts, ...released, ...endingFact(rulebook, outcome), ...facts },
    punishments: [...sealed.punishments, ...punished],
  };
}

/** Declared yes-or-no facts of persons that put somebody on hold when they are true. */
export function holdingFacts(rulebook: Rulebook): readonly string[] {
  const named = rulebook.eligibility
    .filter(({ outcome }) => outcome === 'held')
    .flatMap(({ when }) => factsSetTrue(when));
  return rulebook.facts
    .filter(({ id, type, scope }) => type === 'boolean' && scope === 'person' && named.includes(id))
    .map(({ id }) => id);
}

function factsSetTrue(condition: Condition): readonly string[] {
  if ('fact' in condition) return condition.op === 'eq' && condition.value === true ? [condition.fact] : [];
  if ('all' in condition) return condition.all.flatMap(factsSetTrue);
  return 'any' in condition ? condition.any.flatMap(factsSetTrue) : [];
}

function endingFact(rulebook: Rulebook, outcome: CaseOutcome): Facts {
  const declared = rulebook.facts.find(({ id, type }) => id === CLOSED_FACT && type === 'code')?.values ?? [];
  const ending = endingOf(outcome);
  return declared.includes(ending) ? { [CLOSED_FACT]: ending } : {};
}

function endingOf(outcome: CaseOutcome): string {
  if (outcome === 'none') return 'no_punishment';
  return WARNING.test(outcome.punishment) ? 'warning' : 'heavier';
}
