import type { InboxTask } from '@kaoji/application';
import type { Database } from '@kaoji/persistence';

/** Open tasks, and how many of them are one person's: more than anybody should have. */
export const TASKS = 200_000;
export const EACH = 2_000;
const SOURCES_AT_ONCE = 500;
const MINUTE_MS = 60_000;

/** Two hundred thousand open tasks, two thousand of them `me`'s, each with a due date of its own. */
export async function fillInboxes(
  { transactions }: Database,
  { cycleId, unitId, me, now }: { cycleId: string; unitId: string; me: string; now: number },
): Promise<void> {
  const task = (n: number): InboxTask => ({
    ...{
      id: `bench-${String(n).padStart(8, '0')}`,
      kind: 'marking',
      as: 'self',
      onBehalfOf: null,
      version: 1,
    },
    ...{ source: `bench/${n}`, cycleId, unitId, appraisalId: null, step: null, verbs: ['approve'] },
    ...{ since: now, dueAt: now + (n % EACH) * MINUTE_MS, ifNothing: 'reminded', count: 1 },
    accountId: n < EACH ? me : `bench-person-${Math.floor(n / EACH)}`,
  });
  for (let from = 0; from < TASKS; from += SOURCES_AT_ONCE) {
    const tasks = Array.from({ length: SOURCES_AT_ONCE }, (_, at) => task(from + at));
    const projections = tasks.map((one) => ({ source: one.source, version: 1, tasks: [one] }));
    await transactions.run(async ({ inbox }) => inbox.projectMany(projections, now));
  }
}
