import type { QuotaOutcome } from '../quota/solve-quota.js';
import type { Rulebook } from '../rulebook/schema/rulebook.js';
import type { Decision, QuotaSheet } from './evaluation.js';

/** The decision after the quota: the provisional one, unless the person wanted a seat and got none. */
export function finalDecision(
  rulebook: Rulebook,
  provisional: Decision,
  outcome: QuotaOutcome | undefined,
  sheet: QuotaSheet | undefined,
): Decision {
  if (outcome === undefined || outcome.kind === 'seat' || outcome.kind === 'elsewhere') return provisional;
  const rule = sheet?.capRule ?? rulebook.quota.id;
  const clause = sheet?.capClause ?? rulebook.quota.clause ?? null;
  if (outcome.kind === 'to_people') {
    return { status: 'undecided', grade: null, by: 'people', rule, clause, why: outcome.why };
  }
  const name = rulebook.grades.find(({ code }) => code === outcome.grade)?.title;
  const seats = sheet?.seats ?? 0;
  return {
    status: 'graded',
    grade: outcome.grade,
    by: 'quota',
    rule,
    clause,
    why: {
      zh: `名额${seats}个，排第${outcome.rank}位，确定为${name?.zh ?? outcome.grade}`,
      en: `ranked ${outcome.rank} for ${seats} seats: the grade is ${name?.en ?? outcome.grade}`,
    },
  };
}
