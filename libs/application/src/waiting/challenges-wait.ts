import type { ChallengeRow } from '../ports/panels.js';
import type { Appraisal, Cycle, Instant } from '../ports/records.js';
import type { Stores } from '../ports/stores.js';
import { rolesWith } from '../staff/access/permissions.js';
import { holdersOfRoles } from './holders-of-roles.js';
import { waitingTask } from './waiting-task.js';

type UnitOf = { readonly cycleId: string; readonly unitId: string };
type Seat = Pick<ChallengeRow, 'part' | 'role' | 'raterId'>;
type About = Pick<Appraisal, 'id' | 'cycleId' | 'unitId' | 'personId'>;

const challengesOf = ({ cycleId, unitId }: UnitOf): string => `challenge/${cycleId}/${unitId}/`;
const sourceOf = (appraisal: About, { part, role, raterId }: Seat): string =>
  `${challengesOf(appraisal)}${[appraisal.id, part, role, raterId].join('/')}`;

/**
 * A request that a member stand aside waits for those who may answer it: never the member, never whoever asked. Gives
 * the accounts it waits for, to be written to.
 */
export async function challengeWaits(
  stores: Stores,
  { areaId }: Pick<Cycle, 'areaId'>,
  appraisal: About,
  seat: Seat,
  { at, dueAt }: { readonly at: Instant; readonly dueAt: Instant | null },
): Promise<readonly string[]> {
  const { cycleId, unitId, id: appraisalId } = appraisal;
  const source = sourceOf(appraisal, seat);
  const holders = await holdersOfRoles(stores, rolesWith('panel.answer'), { areaId, unitId });
  const asked = holders.filter(({ id, personId }) => id !== seat.raterId && personId !== appraisal.personId);
  const tasks = asked.map(({ id: accountId }) =>
    waitingTask({
      ...{ accountId, kind: 'panel_challenge', source, cycleId, unitId, appraisalId, verbs: ['answer'] },
      ...{ since: at, dueAt, ifNothing: 'stays_open' },
    }),
  );
  await stores.inbox.projectNext([source], () => Promise.resolve(new Map([[source, tasks]])), at);
  return asked.map(({ id }) => id);
}

/** The request was answered. */
export function challengeIsAnswered(
  stores: Stores,
  appraisal: About,
  seat: Seat,
  at: Instant,
): Promise<void> {
  return stores.inbox.projectNext([sourceOf(appraisal, seat)], () => Promise.resolve(new Map()), at);
}

/** Whom unanswered requests of a unit wait for. */
export async function challengeAnswerers(stores: Stores, unit: UnitOf): Promise<readonly string[]> {
  return (await stores.inbox.ofSources(challengesOf(unit))).map(({ accountId }) => accountId);
}

/** The collection is over: a seat can change hands no more, and no answer is asked for. */
export async function endChallenges(stores: Stores, unit: UnitOf, at: Instant): Promise<void> {
  const open = await stores.inbox.ofSources(challengesOf(unit));
  const sources = [...new Set(open.map(({ source }) => source))];
  await stores.inbox.projectNext(sources, () => Promise.resolve(new Map()), at);
}
