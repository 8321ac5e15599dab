import { setTimeout as pause } from 'node:timers/promises';

/** Asks until `ready` likes the answer; gives up loudly after `limitMs`. */
export async function until<T>(
  what: string,
  ask: () => Promise<T>,
  ready: (answer: T) => boolean,
  limitMs = 600_000,
): Promise<T> {
  const deadline = performance.now() + limitMs;
  for (;;) {
    const answer = await ask();
    if (ready(answer)) return answer;
    if (performance.now() > deadline) throw new Error(`waited ${limitMs / 1000} s in vain: ${what}`);
    await pause(150);
  }
}
