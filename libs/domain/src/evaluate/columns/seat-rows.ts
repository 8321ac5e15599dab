import { quotaBase, type QuotaPerson } from '../../quota/quota-base.js';
import { precedence, rankingRule, type Ranking, type RankingRule } from '../../quota/ranking.js';
import { giveSeats, type QuotaResult, type UnitTask } from '../../quota/solve-quota.js';
import { STATUSES, type DecidedColumns } from './decide-rows.js';
import { compareAt, isNumber } from './number-column.js';
import { factsWithScores, predicateOf, type ScoreReader } from './score-predicate.js';

type Counting = {
  readonly candidates: readonly number[][]; // per unit, people
  readonly counted: Int32Array;
  readonly refused: Int32Array;
  readonly elsewhere: Int32Array;
};

/** One walk over everybody: who is in which base, and who wants a seat. */
function count({ columns, compiled, ...rest }: ScoreReader, decided: DecidedColumns): Counting {
  const reader = { columns, compiled, ...rest };
  const { quota, grades } = compiled.rulebook;
  const wanted = grades.map(({ code }) => quota.grades.includes(code));
  const inBase = STATUSES.map((status) =>
    quota.baseCounts.some((one) => one === (status === 'undecided' ? 'graded' : status)),
  );
  const rules = columns.ruleSets.map((set) => ({
    elsewhere: predicateOf(reader, set.countedElsewhere),
    refused: predicateOf(reader, set.refused),
  }));
  const zeros = () => new Int32Array(columns.units.length);
  const all = {
    candidates: columns.units.map((): number[] => []),
    counted: zeros(),
    refused: zeros(),
    elsewhere: zeros(),
  };
  const add = (tally: Int32Array, unit: number) => {
    tally[unit] = (tally[unit] ?? 0) + 1;
  };
  for (let person = 0; person < columns.ids.length; person += 1) {
    const unit = columns.unitOf[person] ?? 0;
    const rule = rules[columns.ruleSetOf[person] ?? 0];
    if (rule?.elsewhere(person)) {
      add(all.elsewhere, unit);
      continue;
    }
    if (wanted[decided.grade[person] ?? -1]) all.candidates[unit]?.push(person);
    if (!inBase[decided.status[person] ?? 0]) continue;
    add(all.counted, unit);
    if (rule?.refused(person)) add(all.refused, unit);
  }
  return all;
}

function quotaPerson(reader: ScoreReader, decided: DecidedColumns, person: number): QuotaPerson {
  const { columns, compiled } = reader;
  const status = STATUSES[decided.status[person] ?? 0] ?? 'graded';
  return {
    id: columns.ids[person] ?? '',
    lot: columns.lots?.[person],
    unit: columns.units[columns.unitOf[person] ?? 0]?.id ?? '',
    outcome: status === 'undecided' ? 'graded' : status,
    grade: compiled.rulebook.grades[decided.grade[person] ?? -1]?.code ?? null,
    facts: factsWithScores(reader, person),
  };
}

/** Grade, then composite, in whole numbers; the chain is only asked where both are equal. */
function rank(
  reader: ScoreReader,
  decided: DecidedColumns,
  rule: RankingRule,
  candidates: number[],
): Ranking {
  const { columns, compiled, scores } = reader;
  const places = compiled.rulebook.grades.map(({ code }) => rule.quota.grades.indexOf(code));
  const known = new Map<number, QuotaPerson>();
  const personOf = (person: number): QuotaPerson => {
    const made = known.get(person) ?? quotaPerson(reader, decided, person);
    known.set(person, made);
    return made;
  };
  const { composite } = scores;
  const order = (a: number, b: number): number => {
    const grade = (places[decided.grade[a] ?? 0] ?? 0) - (places[decided.grade[b] ?? 0] ?? 0);
    if (grade !== 0) return grade;
    const hasA = isNumber(composite, a);
    const hasB = isNumber(composite, b);
    if (hasA !== hasB) return hasA ? -1 : 1;
    const score = hasA ? compareAt(composite, b, a) : 0;
    if (score !== 0) return score;
    const idA = columns.ids[a] ?? '';
    const idB = columns.ids[b] ?? '';
    return precedence(rule, personOf(a), personOf(b)).order || (idA < idB ? -1 : idA > idB ? 1 : 0);
  };
  const ranked = candidates.sort(order);
  return {
    ids: ranked.map((person) => columns.ids[person] ?? ''),
    grades: ranked.map((person) => compiled.rulebook.grades[decided.grade[person] ?? -1]?.code ?? ''),
    personAt: (place) => personOf(ranked[place] ?? -1),
  };
}

/** The quota over all units of the columns, with the same rules and reasons as `solveQuota`. */
export function seatRows(reader: ScoreReader, decided: DecidedColumns): QuotaResult {
  const { columns, compiled } = reader;
  const { quota, grades } = compiled.rulebook;
  const rule = rankingRule(quota, columns.seed);
  const counting = count(reader, decided);
  const tasks = columns.units.map((unit, at): UnitTask => ({
    unit,
    base: quotaBase(
      quota,
      {
        counted: counting.counted[at] ?? 0,
        refused: counting.refused[at] ?? 0,
        elsewhere: counting.elsewhere[at] ?? 0,
      },
      unit.headcount,
    ),
    ranking: rank(reader, decided, rule, counting.candidates[at] ?? []),
  }));
  return giveSeats(grades, rule, tasks);
}
