import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Appraisal } from '@kaoji/application';
import { systemClock } from '@kaoji/gateways';
import { appraisalWorkflowId, cycleWorkflowId, unitWorkflowId } from '@kaoji/temporal-contract';
import { until } from '../rig/until.js';
import { quickRulebook, tellAct } from '@kaoji/application/testing';
import { startYearRig, type RunningYear, type YearRig } from '../rig/year-rig.js';

let rig: YearRig;
beforeAll(async () => {
  rig = await startYearRig('unit-flow');
  await rig.work(rig.activities());
}, 60_000);
afterAll(async () => rig?.stop(), 60_000);

const oneUnit = async (people = 4) => rig.seed({ workingDayMs: 60_000, units: [{ id: 'u', people }] });
const rowsOf = async (year: RunningYear): Promise<readonly Appraisal[]> =>
  rig.database.transactions.read(async (stores) => stores.appraisals.ofUnit(year.cycle.id, year.id('u')));
const reminders = async (year: RunningYear) =>
  rig.database.transactions.read(async (stores) =>
    (await stores.decisions.remindersOf(year.cycle.id)).map(({ stage, kind }) => `${stage} ${kind}`).sort(),
  );
const act = async (
  year: RunningYear,
  key: string,
  over: { readonly round?: number; readonly listHash?: string } = {},
): Promise<{ readonly ok: boolean }> =>
  tellAct(
    { transactions: rig.database.transactions, gateway: rig.gateway, clock: systemClock },
    { cycleId: year.cycle.id, cycleKey: year.cycleKey, unitId: year.id('u'), round: 1 },
    key,
    { verb: 'approve' },
    over,
  );

describe('unitAppraisal', () => {
  it('takes a unit from the open cycle to recorded appraisals, and closes the cycle', async () => {
    const year = await rig.seed({ workingDayMs: 100, units: [{ id: 'u', people: 6 }] });
    await year.start();
    await year.closeEverything();
    await year.decide('u', 1, 'approve');
    await year.deliver('u');

    const rows = await until(
      async () => rowsOf(year),
      (all) => all.every(({ status }) => status === 'recorded'),
    );
    expect(rows.map(({ finalGrade }) => finalGrade)).toEqual([
      'excellent',
      ...Array.from({ length: 5 }, () => 'competent'),
    ]);
    expect(await rig.client.workflow.getHandle(cycleWorkflowId(year.cycleKey)).result()).toEqual({
      units: 1,
    });
    expect((await year.unitOf('u')).state).toBe('finished');
    expect(rig.faults).toEqual([]);
  }, 60_000);

  it('costs, with the cycle, at most one state transition more per appraisee at 200 per unit', async () => {
    const year = await rig.seed({ workingDayMs: 100, units: [{ id: 'u', people: 200 }] });
    await year.start();
    await year.closeEverything();
    await year.decide('u', 1, 'approve');
    await year.deliver('u');
    await rig.client.workflow.getHandle(cycleWorkflowId(year.cycleKey)).result();

    const unit = await rig.costOf(unitWorkflowId(year.cycleKey, year.id('u')));
    const cycle = await rig.costOf(cycleWorkflowId(year.cycleKey));
    expect(unit.transitions + cycle.transitions).toBeGreaterThan(0);
    expect((unit.transitions + cycle.transitions) / 200).toBeLessThanOrEqual(1);
    const some = [0, 99, 199].map((place) => year.appraisals[place]?.id ?? '');
    for (const id of some) {
      await rig.client.workflow.getHandle(appraisalWorkflowId(year.cycleKey, id)).result();
      const own = await rig.costOf(appraisalWorkflowId(year.cycleKey, id));
      expect(own.transitions).toBeLessThanOrEqual(10);
      expect(own.workflowTasks).toBeLessThanOrEqual(5);
    }
  }, 60_000);

  it('reminds the late once, then tells their superior once, and ends the collection without them', async () => {
    const year = await rig.seed({ workingDayMs: 60, units: [{ id: 'u', people: 3, unmarked: [1] }] });
    await year.start();
    await year.untilStage('u', 'deliberating');

    expect(await reminders(year)).toEqual(
      expect.arrayContaining(['collection escalate', 'collection remind']),
    );
    const late = (await rowsOf(year))[1];
    expect(late).toMatchObject({ status: 'sealed', provisionalGrade: null });
  }, 60_000);

  it('approves nothing by a deadline: a list nobody decides on is reminded of, escalated, and waits', async () => {
    const year = await rig.seed({
      workingDayMs: 60,
      rulebook: quickRulebook(),
      units: [{ id: 'u', people: 3 }],
    });
    await year.start();
    await until(
      async () => reminders(year),
      (sent) => sent.includes('deliberation escalate'),
    );
    const { events } = await rig.historyOf(unitWorkflowId(year.cycleKey, year.id('u')));
    const count = (name: 'timerStarted' | 'timerFired' | 'timerCanceled') =>
      (events ?? []).filter((event) => event[`${name}EventAttributes`] != null).length;
    // No timer is left that could move it: only a person can.
    expect(count('timerStarted')).toBe(count('timerFired') + count('timerCanceled'));
    expect((await year.stateOf('u')).stage).toBe('deliberating');
    expect((await rowsOf(year)).map(({ status }) => status)).toEqual(['sealed', 'sealed', 'sealed']);
    expect((await reminders(year)).filter((sent) => sent.startsWith('deliberation'))).toEqual([
      'deliberation escalate',
      'deliberation remind',
    ]);
  }, 60_000);

  it('composes a returned list again after it was submitted again, and reminds anew in that round', async () => {
    const year = await rig.seed({ workingDayMs: 100, units: [{ id: 'u', people: 4 }] });
    await year.start();
    await year.closeEverything();
    await year.decide('u', 1, 'return');
    expect((await year.stateOf('u')).stage).toBe('returned');
    await until(
      async () => year.unitOf('u'),
      ({ state }) => state === 'collecting',
    );
    await rig.database.transactions.run(async (stores) =>
      stores.marks.append([
        {
          appraisalId: year.appraisals[3]?.id ?? '',
          part: 'staff.tasks',
          post: null,
          role: 'supervisor',
          raterId: `${year.cycle.areaId}-supervisor`,
          value: '100',
          reason: null,
          version: 2,
          markedAt: 1,
        },
      ]),
    );
    const before = (await rowsOf(year))[3]?.composite;

    expect(await rig.gateway.resubmit(year.cycleKey, year.id('u'), 'k1', { round: 1, by: 'hr' })).toEqual({
      ok: true,
    });
    await until(
      async () => year.stateOf('u'),
      ({ stage, round }) => stage === 'deliberating' && round === 2,
    );
    expect((await rowsOf(year))[3]?.composite).not.toBe(before);
    const inRoundTwo = await until(
      async () =>
        rig.database.transactions.read(async (stores) =>
          (await stores.decisions.remindersOf(year.cycle.id)).filter(({ key }) =>
            /deliberation\/2\/.*\/remind$/.test(key),
          ),
        ),
      (sent) => sent.length > 0,
    );
    expect(inRoundTwo).toHaveLength(1);
    await year.decide('u', 2, 'approve');
    expect(
      await rig.client.workflow.getHandle(unitWorkflowId(year.cycleKey, year.id('u'))).result(),
    ).toMatchObject({
      rounds: 2,
    });
  }, 60_000);

  it('takes in somebody who joins while it collects', async () => {
    const year = await oneUnit();
    await year.start();
    await year.untilStage('u', 'collecting');
    const first = year.appraisals[0];
    if (first === undefined) throw new Error('nobody');
    const joiner = { ...first, id: `${first.id}-late`, personId: `${first.id}-joiner`, joinedLate: true };
    await rig.database.transactions.run(async (stores) => {
      await stores.places.insertPeople([{ id: `${first.id}-joiner`, name: '演示新来者', phone: null }]);
      await stores.appraisals.insertMany([joiner]);
    });

    const admit = async () =>
      rig.gateway.admit(year.cycleKey, year.id('u'), 'k1', { appraisalId: joiner.id });
    expect([await admit(), await admit()]).toEqual([{ ok: true }, { ok: true }]);
    expect((await year.stateOf('u')).appraisals).toBe(5);
    const row = (await rowsOf(year)).find(({ id }) => id === joiner.id);
    expect(row).toMatchObject({ status: 'open', eligibility: 'graded' });
  }, 60_000);

  it('leaves out of the list whoever left before it was sealed', async () => {
    const year = await oneUnit();
    await year.start();
    await year.untilStage('u', 'collecting');
    const gone = year.appraisals[1]?.id ?? '';
    await rig.gateway.depart(year.cycleKey, gone, 'k1');
    await rig.client.workflow.getHandle(appraisalWorkflowId(year.cycleKey, gone)).result();
    await year.closeEverything();
    await year.untilStage('u', 'deliberating');

    const evidence = await rig.database.transactions.read(async (stores) =>
      stores.results.evidenceOfUnit(year.cycle.id, year.id('u'), 1),
    );
    expect(evidence.map(({ appraisalId }) => appraisalId)).not.toContain(gone);
    expect(evidence).toHaveLength(3);
    expect((await rowsOf(year)).find(({ id }) => id === gone)?.status).toBe('left');
  }, 60_000);

  it('composes no list of a quota pool before every unit of it has sealed', async () => {
    const rulebook = quickRulebook();
    const year = await rig.seed({
      workingDayMs: 60_000,
      rulebook: { ...rulebook, quota: { ...rulebook.quota, rounding: 'largest_remainder' } },
      units: [
        { id: 'pa', people: 3, pool: 'p' },
        { id: 'pb', people: 2, pool: 'p' },
      ],
    });
    await year.start();
    for (const unitId of ['pa', 'pb']) await year.untilStage(unitId, 'collecting');
    const campaigns = await rig.database.transactions.read(async (stores) =>
      stores.surveys.campaignsOf(year.cycle.id),
    );
    expect(campaigns).toHaveLength(2);
    await year.closeEverything();
    await Promise.all([year.untilStage('pa', 'deliberating'), year.untilStage('pb', 'deliberating')]);

    const sheets = await rig.database.transactions.read(async (stores) =>
      Promise.all(['pa', 'pb'].map(async (id) => stores.results.quotaSheet(year.cycle.id, year.id(id)))),
    );
    const seats = sheets.map((sheet) => (JSON.parse(sheet?.body ?? '{}') as { seats: number }).seats);
    // 20 % of 3 and of 2 are 0.6 and 0.4 seats: alone neither has one, together they have exactly one.
    expect(seats).toEqual([1, 0]);
  }, 60_000);

  describe('refuses', () => {
    it('a second closing of the collection, and joining after it, with STAGE_NOT_OPEN', async () => {
      const year = await oneUnit();
      await year.start();
      await year.untilStage('u', 'collecting');
      const close = async (key: string) => rig.gateway.closeCollection(year.cycleKey, year.id('u'), key);
      expect(await close('k1')).toEqual({ ok: true });
      expect(await close('k1')).toEqual({ ok: true });
      const refused = { ok: false, code: 'STAGE_NOT_OPEN' };
      expect(await close('k2')).toEqual(refused);
      expect(await rig.gateway.admit(year.cycleKey, year.id('u'), 'k3', { appraisalId: 'x' })).toEqual(
        refused,
      );
      expect(await rig.gateway.resubmit(year.cycleKey, year.id('u'), 'k5', { round: 0, by: 'hr' })).toEqual(
        refused,
      );
    }, 60_000);

    it('an act on another list, on another round, and one after the decision', async () => {
      const year = await oneUnit();
      await year.start();
      await year.closeEverything();
      await until(
        async () => year.unitOf('u'),
        ({ state }) => state === 'deliberating', // shown, and not only waited for
      );
      expect(await act(year, 'k1', { listHash: 'sha256:another' })).toEqual({
        ok: false,
        code: 'LIST_CHANGED',
      });
      expect(await act(year, 'k2', { round: 2 })).toEqual({ ok: false, code: 'STAGE_NOT_OPEN' });
      await year.decide('u', 1, 'return');
      expect(await act(year, 'k3')).toEqual({ ok: false, code: 'ALREADY_DECIDED' });
      await rig.gateway.resubmit(year.cycleKey, year.id('u'), 'k4', { round: 1, by: 'hr' });
      await until(
        async () => year.stateOf('u'),
        ({ round }) => round === 2,
      );
      expect(await act(year, 'k5')).toEqual({ ok: false, code: 'ROUND_STALE' });
      expect(await rig.gateway.resubmit(year.cycleKey, year.id('u'), 'k6', { round: 1, by: 'hr' })).toEqual({
        ok: false,
        code: 'ROUND_STALE',
      });
    }, 60_000);
  });
});
