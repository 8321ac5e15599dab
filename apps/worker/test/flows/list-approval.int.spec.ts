import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Transactions, WorkflowGateway } from '@kaoji/application';
import { act, relayOutbox, type ActDeps, type Actor, type ActRequest } from '@kaoji/application/staff';
import { quickRulebook, tellAct } from '@kaoji/application/testing';
import { Refusal } from '@kaoji/domain';
import { connectTemporal, createIds, createWorkflowGateway, systemClock } from '@kaoji/gateways';
import { unitWorkflowId } from '@kaoji/temporal-contract';
import { until } from '../rig/until.js';
import { startYearRig, type RunningYear, type YearRig } from '../rig/year-rig.js';

const FIRST = 'approval.supervisor';
const SECOND = 'approval.leading_group';
/** Nobody listens on the discard port. */
const NOWHERE = '127.0.0.1:9';

let rig: YearRig;
const away = connectTemporal(NOWHERE, 'default');
let stopWorker: () => Promise<void>;
beforeAll(async () => {
  rig = await startYearRig('list-approval');
  stopWorker = await rig.work(rig.activities());
}, 60_000);
afterAll(async () => {
  await rig?.stop();
  await away.connection.close(); // as late as can be: a retry of its own may still be on its way
}, 60_000);

type List = {
  readonly year: RunningYear;
  readonly unitId: string;
  readonly supervisor: Actor;
  readonly superior: Actor;
  readonly deps: ActDeps;
  readonly asked: (verb: ActRequest['verb'], step: string) => ActRequest;
};

/** A unit whose first list waits for its supervisor. */
async function listOf(
  workingDayMs = 60_000,
  beforehand: (year: RunningYear) => Promise<unknown> = () => Promise.resolve(),
): Promise<List> {
  const year = await rig.seed({ workingDayMs, units: [{ id: 'u', people: 2 }], rulebook: quickRulebook() });
  await beforehand(year);
  await year.start();
  await year.closeEverything();
  const unitId = year.id('u');
  await until(
    async () => year.unitOf('u'),
    ({ state }) => state === 'deliberating',
  );
  const shown = await snapshot(year);
  const actor = (role: 'supervisor' | 'superior'): Actor => ({
    accountId: `${year.cycle.areaId}-${role}`,
    personId: null,
    grants: [{ role, areaId: year.cycle.areaId, unitId: null }],
  });
  const deps: ActDeps = {
    ...{ transactions: rig.database.transactions, gateway: rig.gateway, clock: systemClock },
    ...{ ids: createIds(systemClock), rulebooks: rig.people.rulebooks },
  };
  const { listHash } = shown;
  return {
    ...{ year, unitId, deps, supervisor: actor('supervisor'), superior: actor('superior') },
    asked: (verb, step) => ({ cycleId: year.cycle.id, unitId, round: 1, listHash, step, verb }),
  };
}

const read: Transactions['read'] = (work) => rig.database.transactions.read(work);
async function snapshot(year: RunningYear) {
  const shown = await read(({ approvals }) => approvals.latestOf(year.cycle.id, year.id('u')));
  if (shown === null) throw new Error('no list is shown');
  return shown;
}
const actsOf = async ({ year, unitId }: List) =>
  (await read(({ approvals }) => approvals.actsOf(year.cycle.id, unitId))).map(
    ({ seq, verb, actBy }) => `${seq} ${verb} ${actBy.replace(/^.*-/, '')}`,
  );
/** Accounts that see the list in their inbox. */
const waitedFor = async ({ year, unitId }: List) =>
  (await read(({ inbox }) => inbox.ofSource(`list/${year.cycle.id}/${unitId}/1`)))
    .map(({ accountId, as }) => `${accountId.replace(/^.*-/, '')} as ${as}`)
    .sort();
/** Stores that are lost once so many transactions have run. */
function lostAfter(runs: number): Transactions {
  let run = 0;
  return {
    read: (work) => rig.database.transactions.read(work),
    run: (work) => {
      run += 1;
      if (run > runs) throw new Refusal('DATABASE_UNAVAILABLE', 'The database does not answer.');
      return rig.database.transactions.run(work);
    },
  };
}
const codeOf = (fault: unknown): string => (fault instanceof Refusal ? fault.code : String(fault));
/** Messages of this list that nobody has delivered yet. */
const undelivered = async ({ unitId }: List) =>
  (await read(({ effects }) => effects.pendingOutbox(100))).filter(({ payload }) => payload.includes(unitId));

describe('who sits', () => {
  it('is never somebody with a relative on the list: the seat goes above, and says why', async () => {
    const list = await listOf(60_000, (year) =>
      rig.database.transactions.run(async (stores) => {
        const accountId = `${year.cycle.areaId}-supervisor`;
        const declared = { declaredBy: accountId, declaredAt: systemClock.now() };
        const personId = year.appraisals[0]?.personId ?? '';
        await stores.panels.declare([{ personId, accountId, kind: 'relative', ...declared }]);
      }),
    );
    const { plan } = await snapshot(list.year);
    const [first] = plan.steps;
    const ids = { supervisor: list.supervisor.accountId, superior: list.superior.accountId };
    expect(first?.recused).toEqual([{ account: ids.supervisor, why: 'relative' }]);
    expect(first?.seats.map(({ holder }) => holder)).toEqual([ids.superior]);
    const refused = await act(list.deps, list.supervisor, {
      ...list.asked('approve', FIRST),
      key: 'k',
    }).catch(codeOf);
    expect(['RECUSED', 'NOT_YOUR_TURN']).toContain(refused);
  }, 60_000);
});

describe('an act on a list', () => {
  it('is one Update, costs at most 3 state transitions, and tells who is waited for next', async () => {
    const list = await listOf();
    const { year, deps, supervisor, asked } = list;
    const flow = unitWorkflowId(year.cycleKey, list.unitId);
    const updates = async () =>
      ((await rig.historyOf(flow)).events ?? []).filter(
        (event) => event.workflowExecutionUpdateAcceptedEventAttributes != null,
      ).length;
    const [before, updatesBefore] = [await rig.costOf(flow), await updates()];
    const acted = await act(deps, supervisor, { ...asked('approve', FIRST), key: 'k1' });
    const [after, updatesAfter] = [await rig.costOf(flow), await updates()];
    expect(after.transitions - before.transitions).toBeGreaterThan(0);
    expect(after.transitions - before.transitions).toBeLessThanOrEqual(3);
    expect(updatesAfter - updatesBefore).toBe(1);
    expect(acted).toMatchObject({ seq: 1, status: 'open', step: SECOND, waiting: [list.superior.accountId] });
    expect(await waitedFor(list)).toEqual(['superior as self']);
  }, 60_000);

  it('done twice at once, and once more later, is one act with one answer', async () => {
    const list = await listOf();
    const once = async () =>
      act(list.deps, list.supervisor, { ...list.asked('approve', FIRST), key: 'double' });
    const both = await Promise.all([once(), once()]);
    expect(both[1]).toEqual(both[0]);
    expect(await once()).toEqual(both[0]);
    expect(await actsOf(list)).toEqual(['1 approve supervisor']);
  }, 60_000);

  it('of two who race for one seat lets one win and tells the other', async () => {
    const { year, unitId, deps } = await listOf();
    const list = { cycleId: year.cycle.id, cycleKey: year.cycleKey, unitId, round: 1 };
    const both = await Promise.all(
      ['a', 'b'].map(async (key) => tellAct(deps, list, key, { verb: 'approve' })),
    );
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, code: 'STAGE_NOT_OPEN' });
  }, 60_000);
});

describe('an act while the database is away', () => {
  it('leaves nothing, there and in the flow, when it was lost before', async () => {
    const list = await listOf();
    const lost = { ...list.deps, transactions: lostAfter(0) };
    await expect(
      act(lost, list.supervisor, { ...list.asked('approve', FIRST), key: 'k' }),
    ).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
    expect([await actsOf(list), await undelivered(list)]).toEqual([[], []]);
    expect((await list.year.stateOf('u')).step).toBe(FIRST);
  }, 60_000);

  it('records all of it or nothing when it was lost after the flow had answered; the relay records it once', async () => {
    const list = await listOf();
    const asked = { ...list.asked('approve', FIRST), key: 'k' };
    const lost = { ...list.deps, transactions: lostAfter(1) };
    expect(await act(lost, list.supervisor, asked).catch(codeOf)).toBe('DATABASE_UNAVAILABLE');
    expect((await list.year.stateOf('u')).step).toBe(SECOND); // the flow has taken it
    expect(await actsOf(list)).toEqual([]);
    expect([(await snapshot(list.year)).stand.step, await waitedFor(list)]).toEqual([
      FIRST,
      ['supervisor as self'],
    ]);
    expect(await undelivered(list)).toHaveLength(1);

    await Promise.all([relayOutbox(list.deps), relayOutbox(list.deps)]);
    expect(await actsOf(list)).toEqual(['1 approve supervisor']);
    expect(await waitedFor(list)).toEqual(['superior as self']);
    expect(await undelivered(list)).toEqual([]);
    expect(await act(list.deps, list.supervisor, asked)).toMatchObject({ seq: 1, step: SECOND });
    expect(await actsOf(list)).toEqual(['1 approve supervisor']);
  }, 60_000);

  it('settled out of order, leaves inbox and snapshot as the flow says', async () => {
    const list = await listOf();
    const lost = { ...list.deps, transactions: lostAfter(1) };
    await act(lost, list.supervisor, { ...list.asked('approve', FIRST), key: 'k1' }).catch(codeOf);
    const second = await act(list.deps, list.superior, { ...list.asked('approve', SECOND), key: 'k2' });
    expect(second).toMatchObject({ seq: 2, status: 'approved' });
    expect(await actsOf(list)).toEqual(['2 approve superior']);
    await relayOutbox(list.deps);
    expect(await actsOf(list)).toEqual(['1 approve supervisor', '2 approve superior']);
    expect(await snapshot(list.year)).toMatchObject({ version: 3, stand: { status: 'approved' } });
    expect(await waitedFor(list)).toEqual([]);
    const decided = await read(({ decisions }) => decisions.deliberations(list.year.cycle.id, list.unitId));
    expect(decided.map(({ decidedBy }) => decidedBy)).toEqual([list.superior.accountId]);
  }, 60_000);
});

describe('an act while Temporal is away', () => {
  it('is refused with TEMPORAL_UNAVAILABLE and kept; the relay settles it once', async () => {
    const list = await listOf();
    const gateway: WorkflowGateway = createWorkflowGateway(away);
    const asked = { ...list.asked('approve', FIRST), key: 'k' };
    expect(await act({ ...list.deps, gateway }, list.supervisor, asked).catch(codeOf)).toBe(
      'TEMPORAL_UNAVAILABLE',
    );
    expect([await actsOf(list), (await undelivered(list)).length]).toEqual([[], 1]);
    await relayOutbox(list.deps);
    expect(await actsOf(list)).toEqual(['1 approve supervisor']);
    expect(await act(list.deps, list.supervisor, asked)).toMatchObject({ seq: 1, step: SECOND });
  }, 60_000);
});

describe('a list nobody acts on', () => {
  it('lets its superiors act too, once the step is late; nothing is approved by that', async () => {
    const list = await listOf(100);
    await until(
      async () => waitedFor(list),
      (waiting) => waiting.includes('superior as superior'),
    );
    expect((await snapshot(list.year)).stand).toMatchObject({ status: 'open', step: FIRST, escalated: true });
    const acted = await act(list.deps, list.superior, { ...list.asked('approve', FIRST), key: 'k' });
    expect(acted).toMatchObject({ status: 'open', step: SECOND });
  }, 60_000);
});

describe('a worker that goes away while a list is approved', () => {
  it('is followed by one that goes on where it stopped', async () => {
    const list = await listOf();
    await act(list.deps, list.supervisor, { ...list.asked('approve', FIRST), key: 'k1' });
    await stopWorker();
    const waiting = act(list.deps, list.superior, { ...list.asked('approve', SECOND), key: 'k2' });
    const answered = waiting.catch(codeOf);
    stopWorker = await rig.work(rig.activities());
    const first = await answered; // in time, or to be asked again with the same key
    const acted =
      first === 'TEMPORAL_UNAVAILABLE'
        ? await act(list.deps, list.superior, { ...list.asked('approve', SECOND), key: 'k2' })
        : first;
    expect(acted).toMatchObject({ seq: 2, status: 'approved' });
    expect(await actsOf(list)).toEqual(['1 approve supervisor', '2 approve superior']);
  }, 60_000);
});
