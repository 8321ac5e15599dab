import { parseExact } from '../../exact/exact.js';
import type { ResultStatus } from '../evaluation.js';
import { compareWithLine, isNumber, lineOf, type NumberColumn } from './number-column.js';
import type { RuleSet } from './rule-set.js';
import { predicateOf, type Predicate, type ScoreReader } from './score-predicate.js';

/** Statuses by their code in a column. */
export const STATUSES = [
  'graded',
  'comment_only',
  'ungraded',
  'held',
  'undecided',
] as const satisfies readonly ResultStatus[];
const GRADED = 0;
const HELD = 3;
const UNDECIDED = 4;

export type DecidedColumns = {
  readonly status: Uint8Array; // index into STATUSES
  readonly grade: Int8Array; // index into the rulebook's grades, -1 without one
};

type Effect = { readonly when: Predicate; readonly kind: 'force' | 'cap' | 'outcome'; readonly code: number };
type BoundRules = { readonly eligibility: number; readonly effects: readonly Effect[] };

function bindRules(reader: ScoreReader, set: RuleSet, grades: readonly string[]): BoundRules {
  const codeOf = (outcome: ResultStatus) => STATUSES.indexOf(outcome);
  return {
    eligibility: codeOf(set.eligibility),
    effects: set.effects.map(({ when, effect }): Effect => {
      const bound = predicateOf(reader, when);
      if ('outcome' in effect) return { when: bound, kind: 'outcome', code: codeOf(effect.outcome) };
      if ('force' in effect) return { when: bound, kind: 'force', code: grades.indexOf(effect.force) };
      return { when: bound, kind: 'cap', code: grades.indexOf(effect.cap) };
    }),
  };
}

/** The grade of each band for a score, or -1 in a gap. */
function bandReader(
  { compiled }: ScoreReader,
  composite: NumberColumn,
  grades: readonly string[],
): (person: number) => number {
  const bands = compiled.rulebook.bands.map((band) => ({
    grade: grades.indexOf(band.grade),
    from: lineOf(parseExact(band.from.value)),
    to: lineOf(parseExact(band.to.value)),
    fromIncludes: band.from.includes,
    toIncludes: band.to.includes,
  }));
  return (person) => {
    for (const band of bands) {
      const low = compareWithLine(composite, person, band.from);
      if (low < 0 || (low === 0 && !band.fromIncludes)) continue;
      const high = compareWithLine(composite, person, band.to);
      if (high < 0 || (high === 0 && band.toIncludes)) return band.grade;
    }
    return -1;
  };
}

type Spoken = { hold: boolean; exclusion: number; force: number; cap: number };

function hear(effects: readonly Effect[], person: number): Spoken {
  const spoken: Spoken = { hold: false, exclusion: -1, force: -1, cap: -1 };
  for (const { when, kind, code } of effects) {
    if (!when(person)) continue;
    if (kind === 'force') spoken.force = Math.max(spoken.force, code);
    else if (kind === 'cap') spoken.cap = Math.max(spoken.cap, code);
    else if (code === HELD) spoken.hold = true;
    else if (spoken.exclusion < 0) spoken.exclusion = code;
  }
  return spoken;
}

/**
 * The status and grade of everyone before the quota, in the order of precedence of `decideProvisional`:
 * hold, exclusion, the worst of forces and caps, band.
 */
export function decideRows(reader: ScoreReader): DecidedColumns {
  const { columns, scores, compiled } = reader;
  const grades = compiled.rulebook.grades.map(({ code }) => code);
  const rules = columns.ruleSets.map((set) => bindRules(reader, set, grades));
  const bandOf = bandReader(reader, scores.composite, grades);
  const people = columns.ids.length;
  const status = new Uint8Array(people);
  const grade = new Int8Array(people).fill(-1);
  const silent: Spoken = { hold: false, exclusion: -1, force: -1, cap: -1 };
  for (let person = 0; person < people; person += 1) {
    const rule = rules[columns.ruleSetOf[person] ?? 0];
    const eligibility = rule?.eligibility ?? GRADED;
    const spoken = rule === undefined || rule.effects.length === 0 ? silent : hear(rule.effects, person);
    if (eligibility === HELD || spoken.hold) status[person] = HELD;
    else if (eligibility !== GRADED) status[person] = eligibility;
    else if (spoken.exclusion >= 0) status[person] = spoken.exclusion;
    else {
      const banded =
        spoken.force >= 0 ? spoken.force : isNumber(scores.composite, person) ? bandOf(person) : -1;
      const decided =
        banded >= 0 ? Math.max(banded, spoken.cap) : spoken.cap === grades.length - 1 ? spoken.cap : -1;
      status[person] = decided >= 0 ? GRADED : UNDECIDED;
      grade[person] = decided;
    }
  }
  return { status, grade };
}
