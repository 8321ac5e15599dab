import { civilDateOf, civilHour } from '@kaoji/domain';
import type { CycleContext } from '../engine/cycle-context.js';
import type { Instant } from '../ports/records.js';
import type { Stores } from '../ports/stores.js';

/** Where the rulebook says nothing of when people may be written to. */
const OFFICE_HOURS = { fromHour: 9, toHour: 18 };

/**
 * Queues word that something waits, at most one a day for each of them, for the next civil hour of a working day: reminders fall due at midnight, and
 * nobody is woken for one. Whoever has no contact has their inbox. In a rehearsal nobody is written to. Gives those to whom a message is new.
 */
export async function writeToStaff(
  stores: Stores,
  { cycle, rulebook, calendar }: CycleContext,
  accountIds: readonly string[],
  at: Instant,
): Promise<readonly string[]> {
  if (cycle.run !== 'live') return [];
  const notBefore = civilHour(at, rulebook.survey?.reminders ?? OFFICE_HOURS, calendar);
  const day = civilDateOf(notBefore, calendar.timeZone);
  const queued: string[] = [];
  for (const accountId of [...new Set(accountIds)].sort()) {
    if (await stores.inbox.queueMessage({ accountId, day, notBefore })) queued.push(accountId);
  }
  return queued;
}
