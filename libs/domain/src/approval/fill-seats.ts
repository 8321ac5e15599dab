import type { HowMany, PlannedSeat } from './approval-plan.js';

/**
 * Seats for the people named, without those who are out. In `one` the others suffice while somebody is left; elsewhere every seat
 * counts, so a free superior takes the place of whoever is out, and without one the seat is `vacant`: it never just disappears.
 * When nobody is left at all the superiors sit down together.
 */
export function fillSeats(
  mode: HowMany['mode'],
  named: readonly PlannedSeat[],
  superiors: readonly string[],
  isOut: (account: string) => boolean,
): readonly PlannedSeat[] {
  const staying = new Set(named.map(({ holder }) => holder).filter((holder) => !isOut(holder)));
  const free = [...new Set(superiors)].filter((account) => !isOut(account) && !staying.has(account));
  if (staying.size === 0 && free.length > 0)
    return free.map((holder) => ({ holder, weight: 1, origin: 'no_approver' }));
  const seated = new Set<string>(); // one person, one seat
  return named.flatMap((seat): readonly PlannedSeat[] => {
    const { holder, weight } = seat;
    if (!isOut(holder) && !seated.has(holder)) {
      seated.add(holder);
      return [{ ...seat, origin: seat.origin === 'no_approver' ? 'no_approver' : 'rule' }];
    }
    if (mode === 'one' && staying.size > 0) return [];
    const superior = mode === 'one' ? undefined : free.shift();
    if (superior === undefined) return [{ holder, weight, origin: 'vacant' }];
    return [{ holder: superior, weight, origin: 'no_approver' }];
  });
}
