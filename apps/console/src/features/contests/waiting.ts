import { useQuery } from '@tanstack/react-query';
import { firstOfInboxQuery, type InboxItem } from '../../api/inbox.js';

const MANY = 200;
const PREFIX = 'contest/';

/** What waits for me in contests, by due date within its kind; null until all of it is here. */
export function useContestsWaiting(): {
  readonly items: readonly InboxItem[] | null;
  readonly error: Error | null;
  readonly refetch: () => Promise<unknown>;
} {
  const reviews = useQuery(firstOfInboxQuery({ kind: 'review' }, MANY));
  const appeals = useQuery(firstOfInboxQuery({ kind: 'appeal' }, MANY));
  const outcomes = useQuery(firstOfInboxQuery({ kind: 'result' }, MANY));
  const all = [reviews, appeals, outcomes];
  const here = all.every(({ data }) => data !== undefined);
  const items = all
    .flatMap(({ data }) => data?.items ?? [])
    .filter(({ source }) => source.startsWith(PREFIX));
  return {
    items: here ? items : null,
    error: all.find(({ error }) => error !== null)?.error ?? null,
    refetch: () => Promise.all(all.map(({ refetch }) => refetch())),
  };
}

/** What may be done in one contest, as the inbox says: `hear`, `decide`, `decide_again`, `receive` and so on. */
export function verbsIn(items: readonly InboxItem[] | null, contestId: string): ReadonlySet<string> {
  const here = (items ?? []).filter(({ source }) => source === `${PREFIX}${contestId}`);
  return new Set(here.flatMap(({ verbs }) => verbs));
}
