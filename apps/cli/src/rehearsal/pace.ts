import { atOnce } from './at-once.js';
import type { ApiSession } from './api-session.js';

const PROBES = 60;
/** Collection lasts ten working days in the national rulebook; what is done in it takes so many requests a person. */
const WORKING_DAYS = 10;
const REQUESTS_PER_PERSON = 3;
const SAFETY = 2.5;
const SHORTEST_DAY_MS = 1200;

/**
 * How long a working day of the rehearsal lasts on this machine, so that the simulated people are done well within
 * the collection window: from the measured time of a request, with a margin.
 */
export async function workingDayFor(session: ApiSession, people: number, ballots: number): Promise<number> {
  const startedAt = performance.now();
  await atOnce(8, Array.from({ length: PROBES }), async () => session.get('/api/me'));
  const requestMs = (performance.now() - startedAt) / PROBES;
  const requests = people * REQUESTS_PER_PERSON + ballots * 2;
  return Math.max(SHORTEST_DAY_MS, Math.ceil((requests * requestMs * SAFETY) / WORKING_DAYS));
}

/** How many ballots the residents of all communities cast: each community as many as its people are rated on. */
export function ballotsOf(
  people: readonly { readonly communityId: string; readonly satisfaction: { readonly of: number } }[],
): number {
  const most = new Map<string, number>();
  for (const { communityId, satisfaction } of people) {
    most.set(communityId, Math.max(most.get(communityId) ?? 0, satisfaction.of));
  }
  return [...most.values()].reduce((sum, count) => sum + count, 0);
}
