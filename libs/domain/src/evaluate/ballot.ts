import type { Exact } from '../exact/exact.js';
import { compareExact, equalExact, parseExact } from '../exact/exact.js';
import type { Rulebook } from '../rulebook/schema/rulebook.js';
import type { RaterRule } from '../rulebook/schema/scoring.js';
import type { LocalText } from '../rulebook/schema/text.js';
import { markMaximum, partsOf } from './sheet.js';
import type { AppraiseeCase, Mark, UnitCase } from './unit-case.js';

type BallotRule = NonNullable<RaterRule['ballot']>;

/** What a role gave one person in one part under one post: the valid marks, small to large, and what was void. */
export type RoleMarks = {
  readonly marks: readonly Exact[];
  readonly voided: readonly {
    readonly rule: string;
    readonly clause: string | null;
    readonly why: LocalText;
  }[];
};

type Entry = {
  readonly person: string;
  readonly value: Exact;
  readonly max: Exact;
  readonly rule: BallotRule | null;
  readonly places: readonly Collected[];
};

/** The marks of one person, post, part and role while they are collected. */
type Collected = { readonly marks: Exact[]; readonly voided: RoleMarks['voided'][number][] };

const NO_MARKS: RoleMarks = { marks: [], voided: [] };

/** Maps in maps, made as they are needed: cheaper than one map over long joined keys. */
type Nested<T> = Map<string, T>;

function below<T>(map: Nested<T>, key: string, make: () => T): T {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** Why a ballot does not count, or null. A ballot is everything one rater gave in one role and part. */
function voidReason(rule: BallotRule, ballot: readonly Entry[]): LocalText | null {
  const first = ballot[0];
  if (first === undefined) return null;
  const people = new Set(ballot.map((entry) => entry.person)).size;
  if (rule.voidWhenAllSame && people >= 2 && ballot.every((entry) => equalExact(entry.value, first.value))) {
    return { zh: '全部打同一分数的票无效', en: 'a ballot with the same mark for everyone is void' };
  }
  if (rule.voidWhenAllMaximum && ballot.every((entry) => equalExact(entry.value, entry.max))) {
    return { zh: '全部打满分的票无效', en: 'a ballot with the maximum for everyone is void' };
  }
  const peopleWith = (fits: (value: Exact) => boolean) =>
    new Set(ballot.filter((entry) => fits(entry.value)).map((entry) => entry.person)).size;
  const high = rule.highMarks;
  if (high !== undefined) {
    const line = parseExact(high.atLeast);
    if (peopleWith((value) => compareExact(value, line) >= 0) > high.atMostPeople) {
      return {
        zh: `${high.atLeast}分及以上超过${high.atMostPeople}人的票无效`,
        en: `a ballot giving ${high.atLeast} or more to over ${high.atMostPeople} people is void`,
      };
    }
  }
  const low = rule.lowMarks;
  if (low !== undefined) {
    const line = parseExact(low.below);
    if (peopleWith((value) => compareExact(value, line) < 0) < low.atLeastPeople) {
      return {
        zh: `${low.below}分以下不足${low.atLeastPeople}人的票无效`,
        en: `a ballot giving less than ${low.below} to fewer than ${low.atLeastPeople} people is void`,
      };
    }
  }
  return null;
}

/** person -> post -> part -> role */
type Places = Nested<Nested<Nested<Nested<Collected>>>>;

type Collecting = {
  readonly rulebook: Rulebook;
  readonly places: Places;
  /** part -> roles that have a ballot rule on some sheet: only their marks are grouped by rater. */
  readonly ruled: ReadonlyMap<string, ReadonlySet<string>>;
  /** part -> role -> rater */
  readonly ballots: Nested<Nested<Nested<Entry[]>>>;
  readonly parsed: Map<string, Exact>;
};

function rolesWithBallotRule(rulebook: Rulebook): ReadonlyMap<string, ReadonlySet<string>> {
  const ruled: Nested<Set<string>> = new Map();
  for (const { sheets } of rulebook.dimensions) {
    for (const { id, source } of sheets.flatMap(({ parts }) => parts)) {
      const raters = source.kind === 'marks' ? source.raters : [];
      for (const { role, ballot } of raters) {
        if (ballot !== undefined) below(ruled, id, () => new Set<string>()).add(role);
      }
    }
  }
  return ruled;
}

function parsedOnce({ parsed }: Collecting, text: string): Exact {
  return below(parsed, text, () => parseExact(text));
}

function placeOf(
  { places }: Collecting,
  person: string,
  post: string,
  part: string,
  role: string,
): Collected {
  const posts = below(places, person, () => new Map<string, Nested<Nested<Collected>>>());
  const parts = below(posts, post, () => new Map<string, Nested<Collected>>());
  const roles = below(parts, part, () => new Map<string, Collected>());
  return below(roles, role, () => ({ marks: [], voided: [] }));
}

function collectMark(
  collecting: Collecting,
  person: AppraiseeCase,
  mark: Mark,
  parts: ReturnType<typeof partsOf>,
): void {
  const meant = parts.filter(
    ({ post, part }) => part.id === mark.part && (mark.post === undefined || mark.post === post),
  );
  const part = meant[0]?.part;
  const max = part === undefined ? null : markMaximum(collecting.rulebook, part, mark.role);
  if (part === undefined || max === null) return;
  const value = parsedOnce(collecting, mark.value);
  const places = meant.map(({ post }) => placeOf(collecting, person.id, post, mark.part, mark.role));
  const rule =
    part.source.kind === 'marks'
      ? (part.source.raters.find((rater) => rater.role === mark.role)?.ballot ?? null)
      : null;
  if (collecting.ruled.get(mark.part)?.has(mark.role) !== true) {
    for (const place of places) place.marks.push(value);
    return;
  }
  const roles = below(collecting.ballots, mark.part, () => new Map<string, Nested<Entry[]>>());
  const raters = below(roles, mark.role, () => new Map<string, Entry[]>());
  const ballot = below(raters, mark.rater, (): Entry[] => []);
  ballot.push({ person: person.id, value, max: parsedOnce(collecting, max), rule, places });
}

function countBallot(ballot: readonly Entry[]): void {
  const reasons = new Map<BallotRule, LocalText | null>();
  for (const { rule, value, places } of ballot) {
    if (rule !== null && !reasons.has(rule)) reasons.set(rule, voidReason(rule, ballot));
    const why = rule === null ? null : (reasons.get(rule) ?? null);
    for (const place of places) {
      if (rule === null || why === null) place.marks.push(value);
      else place.voided.push({ rule: rule.id, clause: rule.clause ?? null, why });
    }
  }
}

function* leaves<T>(places: Nested<Nested<Nested<Nested<T>>>>): Generator<T> {
  for (const posts of places.values()) {
    for (const parts of posts.values()) for (const roles of parts.values()) yield* roles.values();
  }
}

/** The valid marks of a whole case, found by person, post, part and role. */
export type Ballots = {
  readonly of: (person: string, post: string, part: string, role: string) => RoleMarks;
};

/**
 * Sorts every mark of the case by whom and what it is about and leaves out the void ballots. A mark without
 * a post counts for every post of the person whose sheet has the part. Raters are not kept: who gave which
 * mark is nobody's business after this point.
 */
export function collectBallots(rulebook: Rulebook, unitCase: UnitCase): Ballots {
  const collecting: Collecting = {
    rulebook,
    ruled: rolesWithBallotRule(rulebook),
    places: new Map(),
    ballots: new Map(),
    parsed: new Map(),
  };
  for (const person of unitCase.appraisees) {
    const parts = partsOf(rulebook, person);
    for (const mark of person.marks) collectMark(collecting, person, mark, parts);
  }
  for (const roles of collecting.ballots.values()) {
    for (const raters of roles.values()) for (const ballot of raters.values()) countBallot(ballot);
  }
  // The order of size hides who gave which mark and makes the result independent of the input order.
  for (const { marks } of leaves(collecting.places)) marks.sort(compareExact);
  return {
    of: (person, post, part, role) =>
      collecting.places.get(person)?.get(post)?.get(part)?.get(role) ?? NO_MARKS,
  };
}
