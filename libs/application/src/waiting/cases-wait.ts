import type { Appraisal, Cycle, Instant } from '../ports/records.js';
import type { Stores } from '../ports/stores.js';
import { rolesWith } from '../staff/access/permissions.js';
import { holdersOfRoles } from './holders-of-roles.js';
import { waitingTask, type NewTask } from './waiting-task.js';

type About = Pick<Appraisal, 'id' | 'cycleId' | 'unitId' | 'personId'>;
type InArea = Pick<Cycle, 'areaId'>;
const heldCase = (appraisalId: string): string => `held/${appraisalId}`;
const consequencesOf = (appraisalId: string): string => `consequences/${appraisalId}`;

/** Held appraisals of one unit wait for those who decide lists: once the case has closed they are graded. Never one's own. */
export async function heldCasesWait(
  stores: Stores,
  { areaId }: InArea,
  roles: readonly string[],
  held: readonly About[],
  at: Instant,
): Promise<void> {
  const [one] = held;
  if (one === undefined) return;
  const deciding = await holdersOfRoles(stores, roles, { areaId, unitId: one.unitId });
  const tasks = new Map<string, readonly NewTask[]>();
  for (const appraisal of held) {
    const source = heldCase(appraisal.id);
    const { cycleId, unitId, id: appraisalId } = appraisal;
    const told = deciding.filter(({ personId }) => personId !== appraisal.personId);
    const said = { source, cycleId, unitId, appraisalId, verbs: ['grade_later'], since: at } as const;
    tasks.set(
      source,
      told.map(({ id: accountId }) =>
        waitingTask({ ...said, accountId, kind: 'held_case', ifNothing: 'stays_open' }),
      ),
    );
  }
  await stores.inbox.projectNext([...tasks.keys()], () => Promise.resolve(tasks), at);
}

/** What hurts waits for a named person, behind its gate; nobody decides it for themself. */
export async function consequencesWait(
  stores: Stores,
  { areaId }: InArea,
  appraisal: About,
  at: Instant,
): Promise<void> {
  const source = consequencesOf(appraisal.id);
  const { cycleId, unitId, id: appraisalId } = appraisal;
  const roles = rolesWith('consequence.confirm');
  const deciding = await holdersOfRoles(stores, roles, { areaId, unitId });
  const said = { source, cycleId, unitId, appraisalId, verbs: ['decide'], since: at } as const;
  const tasks = deciding
    .filter(({ personId }) => personId !== appraisal.personId)
    .map(({ id: accountId }) =>
      waitingTask({ ...said, accountId, kind: 'consequences', ifNothing: 'stays_open' }),
    );
  await stores.inbox.projectNext([source], () => Promise.resolve(new Map([[source, tasks]])), at);
}

/** The held case was graded. */
export function heldCaseIsGraded(stores: Stores, appraisalId: string, at: Instant): Promise<void> {
  return nothingWaits(stores, [heldCase(appraisalId)], at);
}

/** The consequences were decided. */
export function consequencesAreDecided(stores: Stores, appraisalId: string, at: Instant): Promise<void> {
  return nothingWaits(stores, [consequencesOf(appraisalId)], at);
}

/** Whoever left is neither graded nor asked any more. */
export function nothingWaitsFor(stores: Stores, appraisalId: string, at: Instant): Promise<void> {
  return nothingWaits(stores, [heldCase(appraisalId), consequencesOf(appraisalId)], at);
}

function nothingWaits(stores: Stores, sources: readonly string[], at: Instant): Promise<void> {
  return stores.inbox.projectNext(sources, () => Promise.resolve(new Map()), at);
}
