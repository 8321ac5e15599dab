import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Person, TestApi } from './harness/api.js';
import { PART, mark, startMarking, type Marking } from './harness/marking.js';
import { COMMUNITY, UNIT, accountId } from './harness/places.js';
import { collectingCycle, setStage } from './harness/year.js';

let session: Marking;
let api: TestApi;
let hr: Person;
beforeAll(async () => {
  session = await startMarking();
  ({ api, hr } = session);
});
afterAll(() => session.close());
const asked: Marking['asked'] = (...given) => session.asked(...given);
const marking: Marking['marking'] = (...given) => session.marking(...given);
const give: Marking['give'] = (...given) => session.give(...given);
const stored: Marking['stored'] = (...given) => session.stored(...given);

describe('mark requests', () => {
  it('ask everybody with a marking role for everybody of the unit, once, and never for themself', async () => {
    const cycle = await collectingCycle(api);
    const path = `/api/cycles/${cycle.cycleId}/mark-requests/default`;
    const { body } = await hr.post<{ assigned: number }>(path);
    expect(body.assigned).toBeGreaterThan(0);
    expect((await hr.post(path)).body).toEqual({ assigned: 0 });
    const panel = await marking('panel', cycle);
    expect(panel.map(({ part, name }) => `${part} ${name}`).sort()).toEqual(
      ['演示甲', '演示乙', '演示丙'].map((name) => `${PART} ${name}`).sort(),
    );
    expect(panel[0]).toMatchObject({ max: '100', marked: null, nextVersion: 1, evidenceRequired: true });
    // worker2 is a peer of the unit and appraised in it.
    const names = (await marking('worker2', cycle)).map(({ name }) => name);
    expect(names).toContain('演示甲');
    expect(names).not.toContain('演示乙');
  });

  it("ask the panel about residents' satisfaction only where a survey was handed to it", async () => {
    const cycle = await collectingCycle(api);
    await api.database.transactions.run(({ surveys }) =>
      surveys.insertCampaigns([
        {
          id: `campaign-${cycle.cycleId}`.slice(0, 64),
          cycleId: cycle.cycleId,
          unitId: UNIT,
          communityId: COMMUNITY,
          state: 'closed_to_panel',
          opensAt: 0,
          closesAt: 1,
          extensions: 1,
          questionnaireHash: null,
          panelReason: 'sample_not_valid',
          version: 1,
        },
      ]),
    );
    await hr.post(`/api/cycles/${cycle.cycleId}/mark-requests/default`);
    const asked = (await marking('panel', cycle)).filter(({ part }) => part !== PART);
    expect(asked.map(({ part, name }) => `${part} ${name}`).sort()).toEqual(
      ['演示甲', '演示乙'].map((name) => `resident_satisfaction.survey ${name}`).sort(),
    );
  });

  it('refuse MARK_REQUEST_INVALID for unknown raters, parts and roles, and for oneself', async () => {
    const cycle = await collectingCycle(api);
    const own = cycle.appraisalOf('person-2');
    const request = (over: Record<string, unknown>) => ({
      appraisalId: own,
      part: PART,
      role: 'panel_member',
      raterId: accountId('panel'),
      ...over,
    });
    const requests = [
      request({}),
      request({ raterId: 'account-nobody-knows' }),
      request({ raterId: accountId('elsewhere') }),
      request({ part: 'no_such_part' }),
      request({ role: 'peer' }),
      request({ appraisalId: 'no-such-appraisal' }),
      request({ raterId: accountId('worker2') }),
    ];
    const path = `/api/cycles/${cycle.cycleId}/mark-requests`;
    const { body } = await hr.put<{ code: string; errors: { path: string; code: string }[] }>(path, {
      requests,
    });
    expect(body.code).toBe('MARK_REQUEST_INVALID');
    expect(body.errors.map(({ path: at, code }) => `${at} ${code}`)).toEqual([
      'requests.1.raterId RATER_UNKNOWN',
      'requests.2.raterId RATER_UNKNOWN',
      'requests.3.part PART_NOT_MARKED',
      'requests.4.part PART_NOT_MARKED',
      'requests.5.appraisalId APPRAISAL_UNKNOWN',
      'requests.6.raterId RATER_IS_APPRAISEE',
    ]);
    expect(await marking('panel', cycle)).toEqual([]);
    expect((await hr.put(path, { requests: [requests[0]] })).body).toEqual({ assigned: 1 });
    expect(await marking('panel', cycle)).toHaveLength(1);
  });

  it('refuse CYCLE_STATE once the cycle is closed', async () => {
    const cycle = await collectingCycle(api);
    await setStage(api, cycle.cycleId, { cycle: { state: 'closed' } });
    const { body } = await hr.post(`/api/cycles/${cycle.cycleId}/mark-requests/default`);
    expect(body).toMatchObject({ status: 409, code: 'CYCLE_STATE' });
  });
});

describe('POST /api/marks', () => {
  it('takes marks, and corrections as new versions; the same key again marks nothing twice', async () => {
    const cycle = await asked();
    const [one, two] = [cycle.appraisalOf('person-1'), cycle.appraisalOf('person-2')];
    const panel = await api.as('panel');
    const marks = [
      mark(one, '88.5', { reason: '演示：走访记录' }),
      mark(two, '60', { post: null, reason: null }),
    ];
    expect((await panel.post('/api/marks', { marks }, 'once')).body).toEqual({ marked: 2 });
    expect((await panel.post('/api/marks', { marks }, 'once')).body).toEqual({ marked: 2 });
    expect((await give('panel', mark(one, '90', { version: 2 }))).body).toEqual({ marked: 1 });
    const rows = await stored(cycle.cycleId);
    expect(rows.map(({ value, version }) => `${value} v${version}`).sort()).toEqual(['60 v1', '90 v2']);
    const own = (await marking('panel', cycle)).find(({ appraisalId }) => appraisalId === one);
    expect(own).toMatchObject({ marked: '90', nextVersion: 3 });
  });

  it('shows nobody what others gave', async () => {
    const cycle = await asked();
    await give('panel', mark(cycle.appraisalOf('person-1'), '12.34'));
    for (const name of ['supervisor', 'peer', 'worker2', 'superior'] as const) {
      expect(JSON.stringify(await marking(name, cycle))).not.toContain('12.34');
    }
  });

  it.each([
    { fault: 'above the maximum', value: '100.000001' },
    { fault: 'below nothing', value: '-0.5' },
  ])('refuses MARK_OUT_OF_SCALE $fault, and the whole batch with it', async ({ value }) => {
    const cycle = await asked();
    const { body } = await give(
      'panel',
      mark(cycle.appraisalOf('person-2'), '80'),
      mark(cycle.appraisalOf('person-1'), value),
    );
    expect(body).toMatchObject({ status: 422, code: 'MARK_OUT_OF_SCALE' });
    expect(await stored(cycle.cycleId)).toEqual([]);
  });

  it.each(['1e2', 'NaN', '٣', '90.1234567', '', 88])(
    'refuses REQUEST_INVALID for %j as a mark',
    async (value) => {
      const { body } = await give('panel', mark('some-appraisal', value as string));
      expect(body).toMatchObject({ status: 400, code: 'REQUEST_INVALID' });
    },
  );

  it('refuses MARK_NOT_REQUESTED to whoever was not asked, also for another part', async () => {
    const cycle = await asked();
    const one = cycle.appraisalOf('person-1');
    for (const [name, over] of [
      ['supervisor', {}],
      ['other_supervisor', {}],
      ['panel', { part: 'leaders.tasks' }],
      ['panel', { role: 'supervisor' }],
    ] as const) {
      expect((await give(name, mark(one, '80', over))).body).toMatchObject({
        status: 403,
        code: 'MARK_NOT_REQUESTED',
      });
    }
    expect((await give('panel', mark('no-such-appraisal', '80'))).body).toMatchObject({ code: 'NOT_FOUND' });
    expect(await stored(cycle.cycleId)).toEqual([]);
  });

  it('refuses VERSION_CONFLICT for a version that is not the next', async () => {
    const cycle = await asked();
    const one = cycle.appraisalOf('person-1');
    await give('panel', mark(one, '80'));
    for (const version of [1, 3]) {
      expect((await give('panel', mark(one, '70', { version }))).body).toMatchObject({
        status: 409,
        code: 'VERSION_CONFLICT',
      });
    }
  });

  it('lets one of two corrections at once through', async () => {
    const cycle = await asked();
    const one = cycle.appraisalOf('person-1');
    const both = await Promise.all([give('panel', mark(one, '70')), give('panel', mark(one, '71'))]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('refuses COLLECTION_NOT_OPEN before and COLLECTION_CLOSED after the window', async () => {
    const cycle = await asked();
    const one = cycle.appraisalOf('person-1');
    const stages = [
      { unit: { state: 'planned' }, code: 'COLLECTION_NOT_OPEN' },
      { unit: { state: 'collecting', collectionClosesAt: Date.now() - 1 }, code: 'COLLECTION_CLOSED' },
      { unit: { state: 'composed' }, code: 'COLLECTION_CLOSED' },
      { unit: { state: 'deliberating' }, code: 'COLLECTION_CLOSED' },
      { unit: { state: 'finished' }, code: 'COLLECTION_CLOSED' },
    ] as const;
    for (const { unit, code } of stages) {
      await setStage(api, cycle.cycleId, { unit });
      expect((await give('panel', mark(one, '80'))).body).toMatchObject({ status: 409, code });
      const worker = await api.as('worker');
      const report = await worker.put(`/api/appraisals/${one}/duty-report`, { text: '演示' });
      expect(report.body).toMatchObject({ status: 409, code });
    }
    expect(await stored(cycle.cycleId)).toEqual([]);
  });
});
