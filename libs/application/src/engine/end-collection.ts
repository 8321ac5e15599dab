import { inboxTaskId } from '../inbox-task-id.js';
import type { ApprovalStand } from '../ports/approvals.js';
import type { InboxTask } from '../ports/inbox.js';
import type { Instant } from '../ports/records.js';
import type { Stores } from '../ports/stores.js';
import { findCycle } from '../staff/find.js';
import { endChallenges } from '../waiting/challenges-wait.js';
import { endReports } from '../waiting/duty-reports-wait.js';
import { projectMarking } from '../waiting/marks-wait.js';
import { moveUnit } from './cycle-context.js';
import type { EngineDeps, UnitKey, UnitRound } from './engine-deps.js';
import { recordStand, type ListRound } from './record-stand.js';

/** The collection is over: no mark is taken any more. */
export async function endCollection({ transactions, clock }: EngineDeps, key: UnitKey): Promise<void> {
  await transactions.run(async (stores) =>
    stores.effects.once(`collected/${key.cycleId}/${key.unitId}`, async () => {
      await moveUnit(stores, key, { state: 'composed' });
      const now = clock.now();
      await projectMarking(stores, key, null, now);
      await endReports(stores, key, now);
      await endChallenges(stores, key, now);
    }),
  );
}

/**
 * A returned list, or the returned part of one: evidence may be corrected, with no deadline, until HR submits it
 * again. Which part it is stands in the snapshot.
 */
export async function reopenForCorrection(
  { transactions, clock }: EngineDeps,
  key: UnitRound & { readonly stand: ApprovalStand },
): Promise<void> {
  const { cycleId, unitId, round, stand } = key;
  await transactions.run(async (stores) =>
    stores.effects.once(`returned/${cycleId}/${unitId}/${round}`, async () => {
      const now = clock.now();
      await recordStand(stores, key, stand, now);
      await openCorrection(stores, key, now);
      await moveUnit(stores, key, { state: 'collecting', collectionClosesAt: null });
    }),
  );
}

const correctionSource = ({ cycleId, unitId, round }: ListRound): string =>
  `correction/${cycleId}/${unitId}/${round}`;
/** A correction opens once and is done once. */
const OPEN = 1;
const DONE = 2;

/** What came back waits for those who submit lists. */
export async function openCorrection(stores: Stores, list: ListRound, now: Instant): Promise<void> {
  const { cycleId, unitId } = list;
  const source = correctionSource(list);
  const { areaId } = await findCycle(stores, cycleId);
  const officers = await stores.accounts.holdersOf('hr_officer', areaId, unitId);
  const tasks = officers.map(({ id: accountId }): InboxTask => ({
    ...{ id: inboxTaskId(source, accountId), accountId, kind: 'correction', as: 'self', onBehalfOf: null },
    ...{ source, version: OPEN, cycleId, unitId, appraisalId: null, step: null, verbs: ['resubmit'] },
    ...{ since: now, dueAt: null, ifNothing: 'stays_open' },
  }));
  await stores.inbox.project(source, OPEN, tasks, now);
}

/** HR has submitted the list again. */
export async function closeCorrection(stores: Stores, list: ListRound, now: Instant): Promise<void> {
  await stores.inbox.project(correctionSource(list), DONE, [], now);
}
