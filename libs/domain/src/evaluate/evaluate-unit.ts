import { derivePerson } from '../derivation/derive-person.js';
import { solveQuota, type QuotaResult } from '../quota/solve-quota.js';
import { contentHash } from '../rulebook/content-hash.js';
import type { Rulebook } from '../rulebook/schema/rulebook.js';
import { collectBallots } from './ballot.js';
import { checkCase } from './check-case.js';
import type { ExactText } from '../derivation/node.js';
import { formatExact } from '../exact/exact.js';
import { consequencesOf } from './consequences.js';
import { quotaPersonOf, standingOf, type PersonStanding } from './evaluate-person.js';
import type { Evaluation, Flag, PersonEvaluation } from './evaluation.js';
import { unitFacts } from './facts.js';
import { finalDecision } from './final-decision.js';
import { personFlags } from './person-flags.js';
import type { Score } from './score.js';
import { needsPeople } from './survey-uncertainty.js';
import { evaluateTerm } from './term.js';
import type { UnitCase } from './unit-case.js';

export type EvaluateOptions = {
  /** Whether every person carries the tree of steps, on unless set to false; or only those named. */
  readonly derivations?: boolean | ReadonlySet<string>;
  /** The content hash of the rulebook, where the caller has it already; computed otherwise. */
  readonly hash?: string;
};

function textOf(score: Score): ExactText | null {
  return score.kind === 'number' ? formatExact(score.value) : null;
}

function quotaFlags(quota: QuotaResult, id: string): readonly Flag[] {
  const outcome = quota.outcomes.get(id);
  if (outcome?.kind !== 'elsewhere') return [];
  const why = {
    zh: '名额在别处统计，不占本单位名额',
    en: 'counted elsewhere: takes no seat of this unit',
  };
  return [{ code: 'COUNTED_ELSEWHERE', why }];
}

function evaluatePerson(
  rulebook: Rulebook,
  standing: PersonStanding,
  quota: QuotaResult,
  derivations: boolean,
): PersonEvaluation {
  const { person, facts, scores, provisional, eligibility } = standing;
  const sheet = quota.sheets.find(({ unit }) => unit === person.unit);
  const final = finalDecision(rulebook, provisional, quota.outcomes.get(person.id), sheet);
  const result = final.grade ?? final.status;
  return {
    id: person.id,
    unit: person.unit,
    eligibility,
    dimensions: Object.fromEntries(
      Object.entries(scores.dimensions).map(([dimension, score]) => [dimension, textOf(score)]),
    ),
    composite: textOf(scores.composite),
    provisional,
    final,
    line: quota.lines.get(person.id) ?? null,
    flags: [...personFlags(rulebook, standing), ...quotaFlags(quota, person.id)],
    needsPeople: needsPeople(standing.uncertainty),
    consequences: consequencesOf(rulebook, result, facts, person.earlier),
    term: evaluateTerm(rulebook, facts, result, person.earlier),
    ...(derivations ? { derivation: derivePerson(rulebook, standing, quota) } : {}),
  };
}

/** Everyone's standing and the quota over all units of the case; the case must have passed `checkCase`. */
export function standUnit(
  rulebook: Rulebook,
  unitCase: UnitCase,
): { readonly standings: readonly PersonStanding[]; readonly quota: QuotaResult } {
  const ballots = collectBallots(rulebook, unitCase);
  const units = new Map(unitCase.units.map((unit) => [unit.id, unit]));
  const standings = unitCase.appraisees.map((person) => {
    const unit = units.get(person.unit);
    if (unit === undefined) throw new Error(`unit not in the case: ${person.unit}`);
    return standingOf(rulebook, unitCase.year, unit, person, ballots);
  });
  const quota = solveQuota(
    rulebook,
    unitCase.seed,
    unitCase.units.map((unit) => ({
      id: unit.id,
      facts: unitFacts(rulebook, unit, unitCase.year),
      headcount: unit.headcount,
      pool: unit.pool,
    })),
    standings.map(quotaPersonOf),
  );
  return { standings, quota };
}

/**
 * Evaluates a whole unit (or several pooled ones): eligibility, scores, vetoes, bands, quota, consequences.
 * Deterministic: people come back in the order given, and another order changes nobody's result. Refuses a
 * faulty case with `CASE_INVALID` (all faults at once). Proposals only: named people decide (PIPL Art 24).
 */
export function evaluateUnit(
  rulebook: Rulebook,
  unitCase: UnitCase,
  options: EvaluateOptions = {},
): Evaluation {
  checkCase(rulebook, unitCase);
  const { standings, quota } = standUnit(rulebook, unitCase);
  const wanted = options.derivations ?? true;
  return {
    format: 'kaoji-evaluation/1',
    rulebook: { id: rulebook.id, version: rulebook.version, hash: options.hash ?? contentHash(rulebook) },
    year: unitCase.year,
    people: standings.map((standing) => {
      const derived = typeof wanted === 'boolean' ? wanted : wanted.has(standing.person.id);
      return evaluatePerson(rulebook, standing, quota, derived);
    }),
    quota: quota.sheets,
  };
}
