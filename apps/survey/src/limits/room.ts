/** Room for so many at once. */
export type Room = {
  /** Does the work while there is room; null when there is none. */
  within<T>(work: () => Promise<T>): Promise<T> | null;
  /** Whether there is no room now; takes none. */
  isFull(): boolean;
};

export function createRoom(most: number): Room {
  let inside = 0;
  return {
    isFull: () => inside >= most,
    within(work) {
      if (inside >= most) return null;
      inside += 1;
      return work().finally(() => {
        inside -= 1;
      });
    },
  };
}
