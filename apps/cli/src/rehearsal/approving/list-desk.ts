import type { ActBody, ActedView, ApprovalView, CycleView, UnitListView } from '@kaoji/http-contract';
import { ApiProblem, type ApiSession } from '../api-session.js';
import type { Participant } from '../participants.js';
import type { Rehearsal } from '../rehearsal-context.js';
import { until } from '../until.js';
import { listPeople, type ListPeople, type Signatory } from './list-people.js';

/** Why a result stands although chance reaches across its line: said of each such case by whoever approves. */
export const ACKNOWLEDGED = '演示：已看过居民测评的票数和区间，结合平时考核认定。';

/** One unit's list while named people decide on it, whatever the round. */
export type ListDesk = {
  readonly rehearsal: Rehearsal;
  readonly people: ListPeople;
  /** Of this unit, without those who left. */
  readonly participants: readonly Participant[];
  readonly cycleId: string;
  readonly unitId: string;
  readonly path: string;
  list: UnitListView; // of the round that is decided on now
  step: string;
  status: ActedView['status'];
  waiting: readonly string[];
};
type More = Partial<Omit<ActBody, 'round' | 'listHash' | 'step' | 'verb'>>;

/** The desk of a unit as soon as its list is composed and shown. */
export async function openDesk(
  rehearsal: Rehearsal,
  cycleId: string,
  unitId: string,
  participants: readonly Participant[],
): Promise<ListDesk> {
  const people = await listPeople(rehearsal, unitId);
  const path = `/api/cycles/${cycleId}/units/${unitId}`;
  const own = participants.filter(({ person }) => person.unitId === unitId && person.special !== 'leaver');
  const desk = { rehearsal, people, participants: own, cycleId, unitId, path };
  return { ...desk, ...(await shown(people.hr.session, path, 1)) };
}

/** One act of one person on the list as it is now; the desk then stands where the approval does. */
export async function act(
  desk: ListDesk,
  by: Signatory,
  verb: ActBody['verb'],
  more: More = {},
): Promise<ActedView> {
  const { round, listHash } = desk.list;
  const acknowledged = verb === 'approve' ? { acknowledged: acknowledgedIn(desk.list) } : {};
  const body = { round, listHash, step: desk.step, verb, ...acknowledged, ...more };
  const acted = await by.session.post<ActedView>(`${desk.path}/acts`, body);
  const { step, status, waiting } = acted;
  Object.assign(desk, { step, status, waiting });
  return acted;
}

/** Whoever is waited for approves, step by step, until the list is decided. */
export async function approveThrough(desk: ListDesk): Promise<void> {
  const { supervisor, leaders, panel } = desk.people;
  while (desk.status === 'open') {
    const next = [supervisor, ...leaders, ...panel].find(({ id }) => desk.waiting.includes(id));
    if (next === undefined) throw new Error(`nobody of this rehearsal is waited for at ${desk.step}`);
    await act(desk, next, 'approve');
  }
}

/** HR has a returned or re-opened list composed again once it collects, and the desk shows the next round. */
export async function submitAgain(desk: ListDesk): Promise<void> {
  const { round } = desk.list;
  await untilCollecting(desk);
  await desk.people.hr.session.post(`${desk.path}/resubmit`, { round });
  Object.assign(desk, await shown(desk.people.hr.session, desk.path, round + 1));
}

/** Until what was returned can be corrected. */
export async function untilCollecting({ people, cycleId, unitId }: ListDesk): Promise<void> {
  await until(
    `${unitId} collects again`,
    async () => people.hr.session.get<CycleView>(`/api/cycles/${cycleId}`),
    ({ units }) => units.some((unit) => unit.unitId === unitId && unit.state === 'collecting'),
  );
}

/** Where the approval stands, read anew: somebody else has acted. */
export async function readAnew(desk: ListDesk): Promise<ApprovalView> {
  const view = await desk.people.hr.session.get<ApprovalView>(`${desk.path}/approval`);
  const waiting = view.tasks.map(({ account }) => account);
  Object.assign(desk, { step: view.step, status: view.status, waiting });
  return view;
}

function acknowledgedIn({ people }: UnitListView): ActBody['acknowledged'] {
  return people
    .filter(({ needsPeople }) => needsPeople.length > 0)
    .map(({ appraisalId }) => ({ appraisalId, reason: ACKNOWLEDGED }));
}

type Shown = Pick<ListDesk, 'list' | 'step' | 'status' | 'waiting'>;

async function shown(session: ApiSession, path: string, round: number): Promise<Shown> {
  const list = await until(
    `the list of ${path}, round ${round}`,
    async () => composedList(session, path),
    (found) => found?.approval != null && found.round >= round && found.stage === 'deliberating',
  );
  if (list?.approval == null) throw new Error(`no list of ${path}`);
  return { list, step: list.approval.step, status: 'open', waiting: list.approval.waiting };
}

/** The list, or null while there is none yet. */
async function composedList(session: ApiSession, path: string): Promise<UnitListView | null> {
  try {
    return await session.get<UnitListView>(`${path}/list`);
  } catch (error) {
    if (error instanceof ApiProblem && error.code === 'STAGE_NOT_OPEN') return null;
    throw error;
  }
}
