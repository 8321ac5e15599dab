import type { Clock } from '@kaoji/application';
import type { Room } from './room.js';

export type SteadyRoomSizes = {
  readonly most: number;
  /** Not fewer than this, however slow: else a slow moment could close the room for good. */
  readonly fewest: number;
  /** The room is too large when work takes longer, milliseconds. */
  readonly goodMs: number;
};

const SMALLER = 0.8;
/** What one piece of work in good time adds: the room grows by a twentieth while it is worked through once. */
const LARGER = 0.05;

/**
 * Holds the wait down whatever the machine can do: what takes too long makes the room smaller by a fifth, at most once in
 * the time that is good, and what is done in good time while the room is more than half full makes it larger again. (Additive
 * increase and multiplicative decrease, as TCP does since Chiu and Jain, 1989.)
 */
export function createSteadyRoom({ most, fewest, goodMs }: SteadyRoomSizes, clock: Clock): Room {
  let size = most;
  let inside = 0;
  let smallerAt = Number.NEGATIVE_INFINITY;

  const learn = (since: number): void => {
    const now = clock.now();
    if (now - since <= goodMs) {
      if (inside * 2 > size) size = Math.min(most, size + LARGER);
      return;
    }
    // What began before the last change says nothing about the room as it is now.
    if (since < smallerAt) return;
    smallerAt = now;
    size = Math.max(Math.min(fewest, most), size * SMALLER);
  };

  return {
    isFull: () => inside >= Math.floor(size),
    within(work) {
      if (inside >= Math.floor(size)) return null;
      const since = clock.now();
      inside += 1;
      return work().finally(() => {
        learn(since);
        inside -= 1;
      });
    },
  };
}
