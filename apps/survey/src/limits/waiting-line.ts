/** Where things wait for a set time, all equally long. */
export type WaitingLine = {
  /** Calls `leave` after the wait; at once when there is no wait, or when too many wait already. */
  join(leave: () => void): void;
};

const STEPS = 10;

/**
 * One clock for all who wait, in tenths of the wait, running only while somebody does: thousands of timers would cost
 * more than what they put off.
 */
export function createWaitingLine({
  waitMs,
  most,
}: {
  readonly waitMs: number;
  readonly most: number;
}): WaitingLine {
  const steps: (() => void)[][] = Array.from({ length: STEPS }, () => []);
  let at = 0;
  let waiting = 0;
  let clock: NodeJS.Timeout | null = null;

  const tick = (): void => {
    at = (at + 1) % STEPS;
    const leaving = steps[at] ?? [];
    steps[at] = [];
    waiting -= leaving.length;
    if (waiting === 0 && clock !== null) {
      clearInterval(clock);
      clock = null;
    }
    for (const leave of leaving) leave();
  };
  return {
    join(leave) {
      if (waitMs === 0 || waiting >= most) {
        leave();
        return;
      }
      waiting += 1;
      steps[at]?.push(leave);
      clock ??= setInterval(tick, waitMs / STEPS);
    },
  };
}
