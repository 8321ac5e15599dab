import type { Account, Instant } from '../ports/records.js';
import type { Stores } from '../ports/stores.js';
import { writeToStaff } from '../waiting/write-to-staff.js';
import { cycleContext, type CycleContext } from './cycle-context.js';
import type { EngineDeps, UnitKey } from './engine-deps.js';
import { showResults, type WaitingResult } from './result-tasks.js';

/**
 * Records a reminder to everybody of a unit whose written result has not reached them, or gives those results to HR,
 * who hand them over, have a refusal witnessed, or post them. Delivers nothing. Gives how many are undelivered.
 */
export async function remindDelivery(
  deps: EngineDeps,
  { cycleId, unitId, kind }: UnitKey & { readonly kind: 'remind' | 'escalate' },
): Promise<{ readonly undelivered: number }> {
  return deps.transactions.run(async (stores) => {
    const now = deps.clock.now();
    const context = await cycleContext(deps, stores, cycleId);
    const waiting = await undeliveredOf(stores, cycleId, unitId);
    if (waiting.length === 0) return { undelivered: 0 };
    const officers = await stores.accounts.holdersOf('hr_officer', context.cycle.areaId, unitId);
    await stores.decisions.insertReminder({
      key: `${cycleId}/${unitId}/delivery/0/${kind}`,
      ...{ cycleId, unitId, kind, stage: 'delivery', sentAt: now },
      recipients: kind === 'remind' ? waiting.length : officers.length,
    });
    if (kind === 'escalate') await showResults(stores, context, unitId, waiting, now, true);
    const told = kind === 'escalate' ? officers : await accountsOf(stores, context, unitId, waiting);
    await writeToStaff(stores, context, ids(told), now);
    return { undelivered: waiting.length };
  });
}

const ids = (accounts: readonly Account[]): readonly string[] => accounts.map(({ id }) => id);

async function accountsOf(
  stores: Stores,
  { cycle }: CycleContext,
  unitId: string,
  waiting: readonly WaitingResult[],
): Promise<readonly Account[]> {
  const people = new Set(waiting.map(({ appraisal }) => appraisal.personId));
  const accounts = await stores.accounts.holdersOf('appraisee', cycle.areaId, unitId);
  return accounts.filter(({ personId }) => personId !== null && people.has(personId));
}

/** Results of a unit that are written and have not reached their people, who are still there. */
export async function undeliveredOf(
  stores: Stores,
  cycleId: string,
  unitId: string,
): Promise<readonly (WaitingResult & { readonly document: 'result' | 'later_result' })[]> {
  const people = await stores.appraisals.ofUnit(cycleId, unitId);
  const open = people.filter(({ status, notifiedAt }) => status === 'graded' && notifiedAt === null);
  const ids = open.map(({ id }) => id);
  const written = new Map<string, { document: 'result' | 'later_result'; dueAt: Instant }>();
  for (const { appraisalId, document, dueAt } of await stores.deliveries.writtenTo(ids)) {
    if (document === 'result' || document === 'later_result') written.set(appraisalId, { document, dueAt });
  }
  return open.flatMap((appraisal) => {
    const one = written.get(appraisal.id);
    return one === undefined ? [] : [{ appraisal, ...one }];
  });
}
