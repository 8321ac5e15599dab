import { conflictOf, type AppraiseeTies, type Sitter, type StandDownCause } from './conflict.js';

/** A member who does not sit for one appraisee, why, and who sits in their place; null: the seat is empty. */
export type StoodDown = {
  readonly account: string;
  readonly cause: StandDownCause;
  readonly replacedBy: string | null;
};
export type Seating = {
  readonly seats: readonly string[];
  readonly stoodDown: readonly StoodDown[];
  /** How many seats stay empty. */
  readonly empty: number;
};
type Asked = {
  /** Seats per appraisee; null: as many as there are members. */
  readonly size: number | null;
  readonly members: readonly Sitter[];
  /** Others with the role, in the order they are called. */
  readonly reserve: readonly Sitter[];
  readonly ties: AppraiseeTies;
};

/**
 * Who sits for one appraisee: members in their order, whoever has a conflict replaced by the next member without a
 * seat, then by the reserve. Nobody with a conflict ever sits; a seat nobody can take stays empty.
 */
export function seatPanel({ size, members, reserve, ties }: Asked): Seating {
  // Where everybody with the role sits, the appraisee is no member at all; nothing was taken from them.
  const named = unique(members).filter((one) => size !== null || conflictOf(one, ties) !== 'oneself');
  const wanted = size ?? named.length;
  const first = named.slice(0, wanted);
  const seated = first.filter((member) => conflictOf(member, ties) === null).map(({ account }) => account);
  const known = new Set(first.map(({ account }) => account));
  const next = unique([...named.slice(wanted), ...reserve])
    .filter((one) => !known.has(one.account) && conflictOf(one, ties) === null)
    .map(({ account }) => account);
  const stoodDown = first.flatMap((member): StoodDown[] => {
    const cause = conflictOf(member, ties);
    return cause === null ? [] : [{ account: member.account, cause, replacedBy: next.shift() ?? null }];
  });
  const stepped = stoodDown.flatMap(({ replacedBy }) => replacedBy ?? []);
  const extra = next.slice(0, Math.max(0, wanted - first.length)); // fewer members than seats: the reserve fills up
  const seats = [...seated, ...stepped, ...extra];
  return { seats, stoodDown, empty: Math.max(0, wanted - seats.length) };
}

/**
 * Who takes the seat of somebody who leaves it later: the first of the candidates who neither sits, nor stood down,
 * nor has a conflict; null when there is nobody.
 */
export function replacementFor(
  candidates: readonly Sitter[],
  ties: AppraiseeTies,
  taken: ReadonlySet<string>,
): string | null {
  const free = candidates.find((one) => !taken.has(one.account) && conflictOf(one, ties) === null);
  return free?.account ?? null;
}

function unique(sitters: readonly Sitter[]): readonly Sitter[] {
  return [...new Map(sitters.map((sitter) => [sitter.account, sitter])).values()];
}
