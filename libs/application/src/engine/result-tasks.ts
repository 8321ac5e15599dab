import { inboxTaskId } from '../inbox-task-id.js';
import type { InboxTask } from '../ports/inbox.js';
import type { Account, Appraisal, Instant } from '../ports/records.js';
import type { Stores } from '../ports/stores.js';
import type { CycleContext } from './cycle-context.js';

/** The written result of one appraisal that waits to be received. */
export type WaitingResult = {
  readonly appraisal: Pick<Appraisal, 'id' | 'cycleId' | 'unitId' | 'personId'>;
  readonly dueAt: Instant;
};

export const resultSource = (appraisalId: string): string => `result/${appraisalId}`;

/**
 * Puts results that wait into the inboxes of those they are about, and of HR once they are late; set by set, of one
 * unit. Nobody without an account is forgotten: their result stays on the unit's list of deliveries.
 */
export async function showResults(
  stores: Stores,
  { cycle }: CycleContext,
  unitId: string,
  waiting: readonly WaitingResult[],
  now: Instant,
  late = false,
): Promise<void> {
  if (waiting.length === 0) return;
  const accounts = await stores.accounts.holdersOf('appraisee', cycle.areaId, unitId);
  const officers = late ? await stores.accounts.holdersOf('hr_officer', cycle.areaId, unitId) : [];
  const own = new Map<string, Account[]>();
  for (const account of accounts) {
    if (account.personId === null) continue;
    own.set(account.personId, [...(own.get(account.personId) ?? []), account]);
  }
  const tasks = new Map(
    waiting.map((one) => [
      resultSource(one.appraisal.id),
      [
        ...(own.get(one.appraisal.personId) ?? []).map((account) => taskOf(one, account, 'self', now)),
        ...officers.map((account) => taskOf(one, account, 'superior', now)),
      ],
    ]),
  );
  await stores.inbox.projectNext([...tasks.keys()], () => Promise.resolve(tasks), now);
}

/** These results have reached their people. */
export async function closeResults(
  stores: Stores,
  appraisalIds: readonly string[],
  now: Instant,
): Promise<void> {
  if (appraisalIds.length === 0) return;
  const sources = appraisalIds.map(resultSource);
  const none = new Map(sources.map((source) => [source, []]));
  await stores.inbox.projectNext(sources, () => Promise.resolve(none), now);
}

function taskOf(
  { appraisal, dueAt }: WaitingResult,
  { id: accountId }: Account,
  as: 'self' | 'superior',
  now: Instant,
): Omit<InboxTask, 'version'> {
  const source = resultSource(appraisal.id);
  const own = as === 'self';
  return {
    ...{ id: inboxTaskId(source, accountId), accountId, kind: 'result', as, onBehalfOf: null, source },
    ...{ cycleId: appraisal.cycleId, unitId: appraisal.unitId, appraisalId: appraisal.id, step: null },
    verbs: own ? ['receive', 'sign'] : ['hand_over', 'refused_witnessed', 'post'],
    ...{ since: now, dueAt, ifNothing: own ? 'superior_told' : 'stays_open' },
  };
}
