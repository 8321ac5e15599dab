import type { LineReason, QuotaSheet } from '../evaluate/evaluation.js';
import type { Facts } from '../evaluate/facts.js';
import { exact, formatExact, multiplyExact, parseExact } from '../exact/exact.js';
import type { QuotaRule } from '../rulebook/schema/quota.js';
import type { LocalText } from '../rulebook/schema/text.js';
import { lineReasons } from './line.js';
import { chooseCap, type CapChoice } from './quota-cap.js';
import { isCountedElsewhere, quotaBase, tallyOf, type QuotaPerson } from './quota-base.js';
import {
  placesAlike,
  precedence,
  rankCandidates,
  rankingRule,
  type Ranking,
  type RankingRule,
} from './ranking.js';
import { roundSeats } from './seats.js';

export type QuotaUnit = {
  readonly id: string;
  readonly facts: Facts;
  readonly headcount?: number | undefined;
  readonly pool?: string | undefined;
};

/** What the quota did to a candidate: a seat, the next grade below, or a matter for people. */
export type QuotaOutcome =
  | { readonly kind: 'seat'; readonly rank: number; readonly grade: string }
  | { readonly kind: 'displaced'; readonly rank: number; readonly grade: string }
  | { readonly kind: 'to_people'; readonly rank: number; readonly why: LocalText }
  | { readonly kind: 'elsewhere'; readonly grade: string };

export type QuotaResult = {
  readonly sheets: readonly QuotaSheet[];
  readonly outcomes: ReadonlyMap<string, QuotaOutcome>; // by appraisee id; candidates only
  readonly lines: ReadonlyMap<string, LineReason>;
  /** Units whose seats are left to people because a raised and a lowered cap both apply. */
  readonly conflicts: ReadonlySet<string>;
};

/** A unit ready for its seats. */
export type UnitTask = {
  readonly unit: QuotaUnit;
  readonly base: number;
  readonly ranking: Ranking;
};

/** The grade whoever gets no seat falls to: the next below the last of the joint grades. */
export function gradeBelow(grades: readonly { readonly code: string }[], quota: QuotaRule): string {
  const last = Math.max(...quota.grades.map((code) => grades.findIndex((grade) => grade.code === code)));
  const below = grades[last + 1];
  if (below === undefined) throw new Error(`no grade below the quota grades of ${quota.id}`);
  return below.code;
}

const CAPS_CONFLICT: LocalText = {
  zh: '提高和降低优秀比例的情形同时存在，名额由人工研究确定',
  en: 'a raised and a lowered cap both apply; people decide the seats',
};
const TIE_UNBROKEN: LocalText = {
  zh: '名额线上并列，各项规则均不能分出先后，由人工研究确定',
  en: 'tied on the line and no rule breaks the tie; people decide',
};

/** Places tied by the whole chain across the line, as [from, to]; null when the chain separates the sides. */
function tiedOnLine(rule: RankingRule, ranking: Ranking, seats: number): readonly [number, number] | null {
  if (separatedBy(rule, ranking, seats) !== 'tie') return null;
  return placesAlike(ranking, seats, (a, b) => precedence(rule, a, b).by === 'tie');
}

/** What puts the last in before the first out; null where there is no such pair. */
function separatedBy(rule: RankingRule, ranking: Ranking, seats: number): string | null {
  if (seats === 0 || ranking.ids.length <= seats) return null;
  return precedence(rule, ranking.personAt(seats - 1), ranking.personAt(seats)).by;
}

type Assigned = {
  readonly sheet: QuotaSheet;
  readonly outcomes: readonly (readonly [string, QuotaOutcome])[];
  readonly lines: ReadonlyMap<string, LineReason>;
};

function outcomesOf(
  ranking: Ranking,
  seats: number | null,
  tied: readonly [number, number] | null,
  below: string,
): (readonly [string, QuotaOutcome])[] {
  return ranking.ids.map((id, place): readonly [string, QuotaOutcome] => {
    const rank = place + 1;
    if (seats === null) return [id, { kind: 'to_people', rank, why: CAPS_CONFLICT }];
    if (tied !== null && place >= tied[0] && place <= tied[1]) {
      return [id, { kind: 'to_people', rank, why: TIE_UNBROKEN }];
    }
    if (rank <= seats) return [id, { kind: 'seat', rank, grade: ranking.grades[place] ?? below }];
    return [id, { kind: 'displaced', rank, grade: below }];
  });
}

function assign(
  task: UnitTask,
  choice: CapChoice,
  rule: RankingRule,
  seats: number | null,
  below: string,
): Assigned {
  const { unit, base, ranking } = task;
  const { quota } = rule;
  const open = seats ?? 0;
  const tied = tiedOnLine(rule, ranking, open);
  const outcomes = outcomesOf(ranking, seats, tied, below);
  const idsOf = (kind: QuotaOutcome['kind']) =>
    outcomes.filter(([, outcome]) => outcome.kind === kind).map(([id]) => id);
  const separator = separatedBy(rule, ranking, open);
  const drawn = quota.tieBreaks.some((step) => 'draw' in step && step.id === separator);
  const cap = choice.cap ?? quota.cap;
  const sheet: QuotaSheet = {
    unit: unit.id,
    base,
    baseKind: quota.base,
    cap: formatExact(parseExact(cap)),
    capRule: choice.rule,
    capClause: choice.clause,
    exactSeats: formatExact(multiplyExact(exact(BigInt(base)), parseExact(cap))),
    rounding: quota.rounding,
    seats: open,
    pool: unit.pool ?? null,
    candidates: ranking.ids.length,
    awarded: idsOf('seat'),
    displaced: idsOf('displaced'),
    drawSeed: drawn ? rule.seed : null,
    toPeople: seats === null ? CAPS_CONFLICT : tied === null ? null : TIE_UNBROKEN,
  };
  return { sheet, outcomes, lines: seats === null ? new Map() : lineReasons(rule, ranking, open) };
}

/** Caps, whole seats (pooled where the rounding says so) and who gets them, for ranked units. */
export function giveSeats(
  grades: readonly { readonly code: string }[],
  rule: RankingRule,
  tasks: readonly UnitTask[],
): QuotaResult {
  const { quota } = rule;
  const below = gradeBelow(grades, quota);
  const choices = new Map(tasks.map(({ unit }) => [unit.id, chooseCap(quota, unit.facts)]));
  const claims = tasks.flatMap(({ unit, base }) => {
    const cap = choices.get(unit.id)?.cap ?? null;
    if (cap === null) return [];
    const exactSeats = multiplyExact(exact(BigInt(base)), parseExact(cap));
    return [{ unit: unit.id, pool: unit.pool ?? null, exactSeats }];
  });
  const seats = roundSeats(quota.rounding, claims);
  const assigned = tasks.map((task): Assigned => {
    const choice = choices.get(task.unit.id) ?? { cap: null, rule: quota.id, clause: null };
    return assign(task, choice, rule, seats.get(task.unit.id) ?? null, below);
  });
  return {
    sheets: assigned.map(({ sheet }) => sheet),
    outcomes: new Map(assigned.flatMap(({ outcomes }) => outcomes)),
    lines: new Map(assigned.flatMap(({ lines }) => [...lines])),
    conflicts: new Set([...choices].filter(([, { cap }]) => cap === null).map(([unit]) => unit)),
  };
}

/**
 * Gives the seats of the quota grades. Per unit: base (see `quotaBase`), cap (raised, lowered), exact seats
 * base x cap, whole seats by the stated rounding (pooled for `largest_remainder`). Candidates of any of the
 * joint grades are ranked together by `precedence`; who has no seat falls to the next grade below. Where
 * `whenBoth` is `to_people` nobody is awarded; a tie on the line that the chain does not break goes to people
 * for those tied. N6 Art 15.
 */
export function solveQuota(
  rulebook: { readonly grades: readonly { readonly code: string }[]; readonly quota: QuotaRule },
  seed: string,
  units: readonly QuotaUnit[],
  people: readonly QuotaPerson[],
): QuotaResult {
  const { quota } = rulebook;
  const rule = rankingRule(quota, seed);
  const byUnit = new Map<string, QuotaPerson[]>(units.map(({ id }) => [id, []]));
  for (const person of people) byUnit.get(person.unit)?.push(person);
  const wants = ({ grade }: QuotaPerson) => grade !== null && quota.grades.includes(grade);
  const tasks = units.map((unit): UnitTask => {
    const here = byUnit.get(unit.id) ?? [];
    const candidates = here.filter((person) => wants(person) && !isCountedElsewhere(quota, person));
    return {
      unit,
      base: quotaBase(quota, tallyOf(quota, here), unit.headcount),
      ranking: rankCandidates(rule, candidates),
    };
  });
  const elsewhere = people.flatMap((person): [string, QuotaOutcome][] =>
    wants(person) && person.grade !== null && isCountedElsewhere(quota, person)
      ? [[person.id, { kind: 'elsewhere', grade: person.grade }]]
      : [],
  );
  const given = giveSeats(rulebook.grades, rule, tasks);
  return { ...given, outcomes: new Map([...given.outcomes, ...elsewhere]) };
}
