import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MarkingItem } from '@kaoji/http-contract';
import { startApi, type Person, type TestApi } from './harness/api.js';
import { COMMUNITY, UNIT, accountId, type Name } from './harness/places.js';
import { collectingCycle, draftCycle, setStage } from './harness/year.js';

const PART = 'political_quality.panel';
let api: TestApi;
let hr: Person;
beforeAll(async () => {
  api = await startApi();
  hr = await api.as('hr');
});
afterAll(() => api.close());

type Refused = {
  readonly status: number;
  readonly code: string;
  readonly errors?: { row: number; code: string }[];
};
type Collecting = Awaited<ReturnType<typeof collectingCycle>>;

/** A collecting cycle in which the panel member and the others are asked by their roles. */
async function asked(): Promise<Collecting> {
  const cycle = await collectingCycle(api);
  await hr.post(`/api/cycles/${cycle.cycleId}/mark-requests/default`);
  return cycle;
}
const marking = async (name: Name, { cycleId }: Collecting): Promise<readonly MarkingItem[]> =>
  (await (await api.as(name)).get<{ items: MarkingItem[] }>(`/api/cycles/${cycleId}/marking`)).body.items;
const mark = (appraisalId: string, value: string, over: Record<string, unknown> = {}) => ({
  appraisalId,
  part: PART,
  value,
  version: 1,
  ...over,
});
const give = async (name: Name, ...marks: readonly unknown[]) =>
  (await api.as(name)).post<Refused>('/api/marks', { marks });
const stored = (cycleId: string) =>
  api.database.transactions.read(({ marks }) => marks.currentOfUnit(cycleId, UNIT));

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

describe('routine scores and adjustments', () => {
  const ITEM = 'bonus.innovation';

  it('are recorded by HR and the supervisor of the unit, each time as a new version', async () => {
    const cycle = await asked();
    const appraisalId = cycle.appraisalOf('person-1');
    const path = `/api/cycles/${cycle.cycleId}`;
    const rows = [{ appraisalId, period: '2026-Q1', value: '90' }];
    for (const name of ['hr', 'supervisor'] as const) {
      expect((await (await api.as(name)).post(`${path}/routine`, { rows })).body).toEqual({ recorded: 1 });
    }
    const adjustments = [{ appraisalId, item: ITEM, times: 1, evidence: ['doc-1'] }];
    expect((await hr.post(`${path}/adjustments`, { rows: adjustments })).body).toEqual({ recorded: 1 });
    const [routine, adjusted] = await api.database.transactions.read(async ({ marks }) => [
      await marks.currentRoutineOfUnit(cycle.cycleId, UNIT),
      await marks.currentAdjustmentsOfUnit(cycle.cycleId, UNIT),
    ]);
    expect(routine).toEqual([expect.objectContaining({ value: '90', version: 2 })]);
    expect(adjusted).toEqual([expect.objectContaining({ item: ITEM, evidence: ['doc-1'], version: 1 })]);
  });

  it.each([
    {
      what: 'a score above 100',
      path: 'routine',
      row: { period: 'Q1', value: '100.5' },
      code: 'MARK_OUT_OF_SCALE',
    },
    {
      what: 'an unknown item',
      path: 'adjustments',
      row: { item: 'bonus.none', times: 1 },
      code: 'MARKS_INVALID',
    },
    {
      what: 'a bonus without evidence',
      path: 'adjustments',
      row: { item: ITEM, times: 1 },
      code: 'MARKS_INVALID',
    },
    {
      what: 'times below nothing',
      path: 'adjustments',
      row: { item: ITEM, times: -1 },
      code: 'REQUEST_INVALID',
    },
  ])('refuse $code for $what', async ({ path, row, code }) => {
    const cycle = await asked();
    const rows = [{ appraisalId: cycle.appraisalOf('person-1'), ...row }];
    expect((await hr.post(`/api/cycles/${cycle.cycleId}/${path}`, { rows })).body).toMatchObject({ code });
  });

  it('refuse FORBIDDEN to the supervisor of another unit', async () => {
    const cycle = await asked();
    const other = await api.as('other_supervisor');
    const rows = [{ appraisalId: cycle.appraisalOf('person-1'), period: 'Q1', value: '1' }];
    const { body } = await other.post(`/api/cycles/${cycle.cycleId}/routine`, { rows });
    expect(body).toMatchObject({ status: 403, code: 'FORBIDDEN' });
  });

  it('refuse NOT_FOUND for an appraisal of another cycle', async () => {
    const [cycle, other] = [await asked(), await asked()];
    const rows = [{ appraisalId: other.appraisalOf('person-1'), period: 'Q1', value: '1' }];
    expect((await hr.post(`/api/cycles/${cycle.cycleId}/routine`, { rows })).body).toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('PUT /api/appraisals/:id/duty-report', () => {
  it('is written by the appraisee alone, and kept in all its versions', async () => {
    const cycle = await asked();
    const path = `/api/appraisals/${cycle.appraisalOf('person-1')}/duty-report`;
    const worker = await api.as('worker');
    expect((await worker.put(path, { text: '第一稿' })).body).toEqual({ version: 1 });
    expect((await worker.put(path, { text: '第二稿' })).body).toEqual({ version: 2 });
    expect((await (await api.as('worker2')).put(path, { text: '别人' })).body).toMatchObject({
      code: 'FORBIDDEN',
    });
    const mine = await worker.get<{ items: unknown[] }>('/api/appraisals/mine');
    expect(mine.body.items).toContainEqual(expect.objectContaining({ dutyReportVersion: 2, signed: null }));
  });
});

describe('POST /api/cycles/:id/marks/import', () => {
  const HEAD = 'kind,appraisal,part,role,value,reason,period,item,times,evidence';
  const send = async (name: Name, { cycleId }: Collecting, ...rows: readonly string[]) =>
    (await api.as(name)).upload<Refused & { imported?: number }>(
      `/api/cycles/${cycleId}/marks/import`,
      'text/csv',
      [HEAD, ...rows].join('\n'),
    );

  it('takes marks of whoever imports, routine scores and adjustments, and corrects what was there', async () => {
    const cycle = await asked();
    const [one, two] = [cycle.appraisalOf('person-1'), cycle.appraisalOf('person-2')];
    expect((await send('panel', cycle, `mark,${one},${PART},,70`, `,${two},${PART},,71`)).body).toEqual({
      imported: 2,
    });
    expect((await send('panel', cycle, `评分,${one},${PART},panel_member,72`)).body).toEqual({ imported: 1 });
    expect(
      (
        await send(
          'hr',
          cycle,
          `routine,${one},,,95,,2026-Q1`,
          `adjustment,${one},,,,,,bonus.innovation,1,e1`,
        )
      ).body,
    ).toEqual({ imported: 2 });
    expect((await stored(cycle.cycleId)).map(({ value, version }) => `${value} v${version}`).sort()).toEqual([
      '71 v1',
      '72 v2',
    ]);
  });

  it('refuses MARKS_INVALID with every row that is wrong, and imports none', async () => {
    const cycle = await asked();
    const [one, two] = [cycle.appraisalOf('person-1'), cycle.appraisalOf('person-2')];
    const { body } = await send(
      'panel',
      cycle,
      `mark,${one},${PART},,70`,
      `mark,${two},${PART},,170`,
      `mark,${one},leaders.tasks,,70`,
      `routine,${one},,,90,,2026-Q1`,
      `mark,no-such,${PART},,70`,
    );
    expect(body).toMatchObject({ status: 422, code: 'MARKS_INVALID' });
    expect(body.errors?.map(({ row, code }) => `${row} ${code}`)).toEqual([
      '3 MARK_OUT_OF_SCALE',
      '4 MARK_NOT_REQUESTED',
      '5 FORBIDDEN',
      '6 NOT_FOUND',
    ]);
    expect(await stored(cycle.cycleId)).toEqual([]);
  });

  it('refuses MARKS_INVALID for the same mark twice and for an empty sheet', async () => {
    const cycle = await asked();
    const line = `mark,${cycle.appraisalOf('person-1')},${PART},,70`;
    expect((await send('panel', cycle, line, line)).body.errors).toEqual([
      expect.objectContaining({ row: 3, code: 'DUPLICATE_ROW' }),
    ]);
    expect((await send('panel', cycle)).body.errors).toEqual([
      expect.objectContaining({ code: 'TABLE_EMPTY' }),
    ]);
  });
});

describe('joining before the workflow can take anybody', () => {
  const entry = {
    personRef: 'person-3',
    unit: UNIT,
    community: 'community-east-1',
    posts: ['deputy'],
    category: 'elected',
  };

  it.each([
    { when: 'in a draft', stage: {}, code: 'CYCLE_STATE', draft: true },
    {
      when: 'while the unit opens',
      stage: { unit: { state: 'planned' } },
      code: 'STAGE_NOT_OPEN',
      draft: false,
    },
    {
      when: 'after the collection',
      stage: { unit: { state: 'composed' } },
      code: 'COLLECTION_CLOSED',
      draft: false,
    },
  ] as const)('refuses $code $when', async ({ stage, code, draft }) => {
    const cycleId = draft ? await draftCycle(hr) : (await collectingCycle(api)).cycleId;
    await setStage(api, cycleId, stage);
    const joiner = { ...entry, personRef: undefined, name: '演示新人' };
    const { body } = await hr.post(`/api/cycles/${cycleId}/appraisees`, joiner);
    expect(body).toMatchObject({ status: 409, code });
  });

  it('refuses DUPLICATE_APPRAISEE and ROSTER_INVALID, and writes nobody down', async () => {
    const { cycleId } = await collectingCycle(api);
    const path = `/api/cycles/${cycleId}/appraisees`;
    expect((await hr.post(path, entry)).body).toMatchObject({ status: 409, code: 'DUPLICATE_APPRAISEE' });
    const strange = { ...entry, personRef: undefined, name: '演示', posts: ['mayor'] };
    expect((await hr.post(path, strange)).body).toMatchObject({ status: 422, code: 'ROSTER_INVALID' });
    const { body } = await hr.get<{ items: unknown[] }>(`/api/cycles/${cycleId}/appraisals`);
    expect(body.items).toHaveLength(3);
  });
});
