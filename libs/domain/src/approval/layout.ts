import type { Seat } from './approval-state.js';
import { votes } from './people.js';

/** How a line of seats began: by plan, as an added sign or as a delegation, and from which line. */
export type Beginning = { readonly how: Seat['origin']; readonly of: string | null };

/** What hangs together: a planned seat and everything added to it. All of it must approve. */
export type Chain = { readonly root: string; readonly seats: readonly Seat[] };

export type Layout = {
  readonly beginnings: ReadonlyMap<string, Beginning>;
  readonly roots: ReadonlyMap<string, string>;
  /** In the order of the plan, without chains that have no live seat. */
  readonly chains: readonly Chain[];
};

function layOut(seats: readonly Seat[]): Layout {
  const lines = new Map(seats.map(({ id, line }) => [id, line]));
  const beginnings = new Map<string, Beginning>();
  const roots = new Map<string, string>();
  const chains = new Map<string, Seat[]>();
  for (const seat of seats) {
    if (seat.id === seat.line) {
      const of = seat.from === null ? null : (lines.get(seat.from) ?? null);
      beginnings.set(seat.line, { how: seat.origin, of });
      roots.set(seat.line, of === null ? seat.line : (roots.get(of) ?? seat.line)); // whoever added sat there before
    }
    const root = roots.get(seat.line) ?? seat.line;
    const chain = chains.get(root) ?? [];
    chains.set(root, chain);
    if (votes(seat)) chain.push(seat);
  }
  const live = [...chains].filter(([, chain]) => chain.length > 0);
  return { beginnings, roots, chains: live.map(([root, chain]) => ({ root, seats: chain })) };
}

const known = new WeakMap<readonly Seat[], Layout>();

/** The seats of a step as they hang together; worked out once for each list of seats, which never changes. */
export function layoutOf(seats: readonly Seat[]): Layout {
  const layout = known.get(seats) ?? layOut(seats);
  known.set(seats, layout);
  return layout;
}
