import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { holds } from '../evaluate/condition.js';
import type { FactValue } from '../evaluate/facts.js';
import { compareExact, isExactText, parseExact } from '../exact/exact.js';
import type { QuotaRule } from '../rulebook/schema/quota.js';
import type { QuotaPerson } from './quota-base.js';

/** The draw key: SHA-256 of `seed/unit/appraisee` in hex; the smaller key comes first. The appraisee's `lot`, else their id. */
export function drawKey(seed: string, unit: string, appraisee: string): string {
  return bytesToHex(sha256(utf8ToBytes(`${seed}/${unit}/${appraisee}`)));
}

export type RankingRule = {
  readonly quota: QuotaRule;
  readonly seed: string;
  readonly keyOf: (person: QuotaPerson) => string;
};

/** The ranking of a quota under one seed; every draw key is computed at most once. */
export function rankingRule(quota: QuotaRule, seed: string): RankingRule {
  const keys = new Map<string, string>();
  const keyOf = ({ unit, id, lot }: QuotaPerson): string => {
    const known = keys.get(id) ?? drawKey(seed, unit, lot ?? id);
    keys.set(id, known);
    return known;
  };
  return { quota, seed, keyOf };
}

/** Who comes first (negative: the first) and what said so; `tie` when the whole chain is silent. */
export type Precedence = {
  readonly order: number;
  readonly by: 'grade' | 'composite' | 'tie' | (string & {});
};

function kindRank(value: FactValue | undefined): number {
  if (value === undefined) return 2;
  return typeof value === 'string' && !isExactText(value) ? 1 : 0;
}

/** Numbers (and true over false) by size, then texts in code-unit order; what is unknown comes last either way. */
function compareValues(a: FactValue | undefined, b: FactValue | undefined, direction: 1 | -1): number {
  const kinds = kindRank(a) - kindRank(b);
  if (kinds !== 0 || a === undefined || b === undefined) return kinds;
  if (kindRank(a) === 1) return a === b ? 0 : (a < b ? -1 : 1) * -direction;
  const number = (value: FactValue) =>
    parseExact(typeof value === 'boolean' ? String(Number(value)) : String(value));
  return compareExact(number(a), number(b)) * -direction;
}

function compareBy(
  rule: RankingRule,
  step: QuotaRule['tieBreaks'][number],
  a: QuotaPerson,
  b: QuotaPerson,
): number {
  if ('prefer' in step) return Number(holds(step.prefer, b.facts)) - Number(holds(step.prefer, a.facts));
  if ('by' in step) {
    return compareValues(
      a.facts.get(step.by),
      b.facts.get(step.by),
      step.direction === 'higher_first' ? 1 : -1,
    );
  }
  const keyA = rule.keyOf(a);
  const keyB = rule.keyOf(b);
  return keyA < keyB ? -1 : keyA > keyB ? 1 : 0;
}

/**
 * Orders two candidates of one unit: better grade, higher composite, then the tie-break chain in order.
 * Whoever has no composite (a forced grade) comes after those who have one.
 */
export function precedence(rule: RankingRule, a: QuotaPerson, b: QuotaPerson): Precedence {
  const grades = rule.quota.grades;
  const grade = grades.indexOf(a.grade ?? '') - grades.indexOf(b.grade ?? '');
  if (grade !== 0) return { order: grade, by: 'grade' };
  const composite = compareValues(a.facts.get('composite'), b.facts.get('composite'), 1);
  if (composite !== 0) return { order: composite, by: 'composite' };
  for (const step of rule.quota.tieBreaks) {
    const order = compareBy(rule, step, a, b);
    if (order !== 0) return { order, by: step.id };
  }
  return { order: 0, by: 'tie' };
}

/** Candidates from first to last; the person of a place is only made where it is asked for. */
export type Ranking = {
  readonly ids: readonly string[];
  readonly grades: readonly string[]; // provisional
  readonly personAt: (place: number) => QuotaPerson;
};

/** Candidates from first to last; whom the chain leaves tied stand in the order of their ids. */
export function rankCandidates(rule: RankingRule, candidates: readonly QuotaPerson[]): Ranking {
  const ranked = [...candidates].sort(
    (a, b) => precedence(rule, a, b).order || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
  return {
    ids: ranked.map(({ id }) => id),
    grades: ranked.map(({ grade }) => grade ?? ''),
    personAt: (place) => {
      const person = ranked[place];
      if (person === undefined) throw new RangeError(`no candidate at place ${place}`);
      return person;
    },
  };
}

/** The places around `place` whose people `alike` says belong with it; ranked people alike stand together. */
export function placesAlike(
  ranking: Ranking,
  place: number,
  alike: (a: QuotaPerson, b: QuotaPerson) => boolean,
): readonly [from: number, to: number] {
  const person = ranking.personAt(place);
  let from = place;
  let to = place;
  while (from > 0 && alike(ranking.personAt(from - 1), person)) from -= 1;
  while (to + 1 < ranking.ids.length && alike(ranking.personAt(to + 1), person)) to += 1;
  return [from, to];
}
