import type { Appraisal, Instant } from '../ports/records.js';
import type { Stores } from '../ports/stores.js';
import { waitingTask, type NewTask } from './waiting-task.js';

type UnitOf = { readonly cycleId: string; readonly unitId: string };
type Reporting = Pick<Appraisal, 'id' | 'cycleId' | 'unitId'>;
const reportsOf = ({ cycleId, unitId }: UnitOf): string => `duty_report/${cycleId}/${unitId}/`;
const sourceOf = (appraisal: Reporting): string => `${reportsOf(appraisal)}${appraisal.id}`;

/** Asks these people, as far as they have accounts, for their report on the year; whoever is not graded is not asked. */
export async function askForReports(
  stores: Stores,
  areaId: string,
  { cycleId, unitId }: UnitOf,
  appraisals: readonly Appraisal[],
  { at, dueAt }: { readonly at: Instant; readonly dueAt: Instant | null },
): Promise<void> {
  const accounts = await stores.accounts.holdersOf('appraisee', areaId, unitId);
  const accountOf = new Map(accounts.map(({ id, personId }) => [personId, id]));
  const tasks = new Map<string, readonly NewTask[]>();
  for (const appraisal of appraisals) {
    const accountId = accountOf.get(appraisal.personId);
    if (accountId === undefined || appraisal.eligibility === 'ungraded') continue;
    const source = sourceOf(appraisal);
    const task = waitingTask({
      ...{ accountId, kind: 'duty_report', source, cycleId, unitId, appraisalId: appraisal.id },
      ...{ verbs: ['write'], since: at, dueAt, ifNothing: 'counts_as_missing' },
    });
    tasks.set(source, [task]);
  }
  await stores.inbox.projectNext([...tasks.keys()], () => Promise.resolve(tasks), at);
}

/** The report is there, or its author has left: nothing is asked of them any more. */
export async function reportIsIn(stores: Stores, appraisal: Reporting, at: Instant): Promise<void> {
  await stores.inbox.projectNext([sourceOf(appraisal)], () => Promise.resolve(new Map()), at);
}

/** The collection is over: no report is taken any more. */
export async function endReports(stores: Stores, unit: UnitOf, at: Instant): Promise<void> {
  const open = await stores.inbox.ofSources(reportsOf(unit));
  const sources = open.map(({ source }) => source);
  await stores.inbox.projectNext(sources, () => Promise.resolve(new Map()), at);
}
