import { civilDateOf, type LocalText } from '@kaoji/domain';
import type { Secrets } from '../../ports/gateways.js';
import type { InboxTask } from '../../ports/inbox.js';
import type { Instant } from '../../ports/records.js';
import type { Actor } from '../access/actor.js';
import { notFound } from '../find.js';
import { ifNothingWords, TASK_WORDS } from './inbox-words.js';
import { cyclesOf, type CycleClock, type InboxDeps } from './my-inbox.js';
import { whoseInbox } from './whose-inbox.js';

export type FeedDeps = InboxDeps & { readonly secrets: Secrets };

/** A calendar shows what lies ahead; somebody with more open deadlines than this needs no calendar. */
const MOST_DEADLINES = 500;

/** One deadline. `day` is the last day in time by the cycle's calendar, or null in a rehearsal, where days last milliseconds. */
export type Deadline = {
  readonly id: string;
  readonly dueAt: Instant;
  readonly day: string | null;
  readonly title: LocalText;
  readonly place: string; // unit and year
  readonly ifNothing: LocalText;
};

/**
 * Makes a secret address for a calendar program, which cannot sign in, in the place of the one before. It is shown this
 * once: only its hash is kept.
 */
export async function renewFeed(
  { transactions, clock, secrets }: Pick<FeedDeps, 'transactions' | 'clock' | 'secrets'>,
  { accountId }: Actor,
): Promise<{ readonly secret: string; readonly createdAt: Instant }> {
  const secret = secrets.token();
  const createdAt = clock.now();
  await transactions.run((stores) =>
    stores.inbox.replaceFeed({ accountId, secretHash: secrets.hash(secret), createdAt }),
  );
  return { secret, createdAt };
}

/** Since when there is an address; null: there is none. */
export async function feedSince(
  { transactions }: Pick<FeedDeps, 'transactions'>,
  { accountId }: Actor,
): Promise<Instant | null> {
  const feed = await transactions.read((stores) => stores.inbox.feedOf(accountId));
  return feed?.createdAt ?? null;
}

/** Ends the address; a repeat changes nothing. */
export async function revokeFeed(
  { transactions }: Pick<FeedDeps, 'transactions'>,
  { accountId }: Actor,
): Promise<void> {
  await transactions.run((stores) => stores.inbox.revokeFeed(accountId));
}

/**
 * The deadlines behind a secret address: what waits and where, nobody's name. Refuses `NOT_FOUND`, with the same words for
 * an address never given out, one revoked, and one whose account is disabled.
 */
export async function feedDeadlines(
  { transactions, clock, secrets, rulebooks }: FeedDeps,
  secret: string,
): Promise<readonly Deadline[]> {
  return transactions.read(async (stores) => {
    const feed = await stores.inbox.feed(secrets.hash(secret));
    const account = feed === null ? null : await stores.accounts.byId(feed.accountId);
    if (account === null || account.disabled) throw notFound('calendar feed');
    const whose = await whoseInbox(stores, account.id, clock.now());
    const page = { after: null, limit: MOST_DEADLINES };
    const tasks = (await stores.inbox.open(whose, {}, page)).filter(({ dueAt }) => dueAt !== null);
    const cycles = await cyclesOf(rulebooks, stores, tasks);
    const areas = new Set([...cycles.values()].map(({ cycle }) => cycle.areaId));
    const units = new Map<string, string>();
    for (const areaId of areas) {
      for (const { id, name } of await stores.places.unitsOf(areaId)) units.set(id, name);
    }
    return tasks.flatMap((task) => {
      const clockOf = cycles.get(task.cycleId);
      return clockOf === undefined ? [] : [deadline(task, clockOf, units.get(task.unitId) ?? '')];
    });
  });
}

function deadline(task: InboxTask, { cycle, calendar }: CycleClock, unit: string): Deadline {
  const dueAt = task.dueAt ?? 0;
  const day = cycle.clock.kind === 'calendar' ? civilDateOf(dueAt, calendar.timeZone) : null;
  const title = TASK_WORDS[task.kind];
  const ifNothing = ifNothingWords(task);
  return { id: task.id, dueAt, day, title, place: `${unit} ${cycle.year}`.trim(), ifNothing };
}
