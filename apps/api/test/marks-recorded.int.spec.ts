import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Person, TestApi } from './harness/api.js';
import { PART, startMarking, type Collecting, type Marking, type Refused } from './harness/marking.js';
import { UNIT, type Name } from './harness/places.js';

let session: Marking;
let api: TestApi;
let hr: Person;
beforeAll(async () => {
  session = await startMarking();
  ({ api, hr } = session);
});
afterAll(() => session.close());
const asked: Marking['asked'] = (...given) => session.asked(...given);
const stored: Marking['stored'] = (...given) => session.stored(...given);

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
