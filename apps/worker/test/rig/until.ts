import { setTimeout as pause } from 'node:timers/promises';

/** Asks until the answer holds; fails with the last answer when it does not in time. */
export async function until<T>(
  ask: () => Promise<T> | T,
  holds: (answer: T) => boolean,
  withinMs = 60_000, // nobody waits longer than the answer takes; a busy machine takes long
): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (holds(answer)) return answer;
    if (Date.now() > deadline)
      throw new Error(`still ${JSON.stringify(answer).slice(0, 500)} after ${withinMs} ms`);
    await pause(25);
  }
}
