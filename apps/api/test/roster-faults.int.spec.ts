import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestApi } from './harness/api.js';
import { OTHER_COMMUNITY } from './harness/places.js';
import { csv, row, startRostering, type Rostering } from './harness/rostering.js';
import { ROSTER_HEADER, rosteredCycle, setStage } from './harness/year.js';

let rostering: Rostering;
let api: TestApi;
beforeAll(async () => {
  rostering = await startRostering();
  ({ api } = rostering);
});
afterAll(() => rostering.close());
const send: Rostering['send'] = (...asked) => rostering.send(...asked);
const onRoster: Rostering['onRoster'] = (...asked) => rostering.onRoster(...asked);
const refused: Rostering['refused'] = (...asked) => rostering.refused(...asked);

describe('ROSTER_INVALID', () => {
  it.each([
    { fault: 'an unknown unit', rows: [row({ unit: 'unit-nowhere' })], at: [2, 'unit', 'UNIT_UNKNOWN'] },
    {
      fault: 'a community of another unit',
      rows: [row({ community: OTHER_COMMUNITY })],
      at: [2, 'community', 'COMMUNITY_UNKNOWN'],
    },
    {
      fault: 'an unknown person',
      rows: [row({ personRef: 'person-9' })],
      at: [2, 'personRef', 'PERSON_UNKNOWN'],
    },
    { fault: 'nobody at all', rows: [row({ personRef: '' })], at: [2, 'personRef', 'PERSON_MISSING'] },
    {
      fault: 'a reference and a name',
      rows: [row({ name: '演示' })],
      at: [2, 'personRef', 'PERSON_AMBIGUOUS'],
    },
    {
      fault: 'the same person twice',
      rows: [row(), row({ posts: 'deputy' })],
      at: [3, 'personRef', 'DUPLICATE_ROW'],
    },
    {
      fault: 'the same new person twice',
      rows: [
        row({ personRef: '', name: '演示丁', phone: '130 0000 0000' }),
        row({ personRef: '', name: '演示丁', phone: '13000000000' }),
      ],
      at: [3, 'name', 'DUPLICATE_ROW'],
    },
    { fault: 'an unknown post', rows: [row({ posts: 'mayor' })], at: [2, 'posts', 'POST_UNKNOWN'] },
    { fault: 'no post', rows: [row({ posts: '' })], at: [2, 'posts', 'CELL_EMPTY'] },
    {
      fault: 'an unknown category',
      rows: [row({ category: 'guest' })],
      at: [2, 'category', 'CATEGORY_UNKNOWN'],
    },
    {
      fault: 'an unknown earlier result',
      rows: [row({ earlier: '2025=great' })],
      at: [2, 'earlier', 'EARLIER_RESULT_UNKNOWN'],
    },
    {
      fault: 'an earlier year to come',
      rows: [row({ earlier: '2026=competent' })],
      at: [2, 'earlier', 'EARLIER_YEAR_INVALID'],
    },
    {
      fault: 'an earlier result out of form',
      rows: [row({ earlier: 'competent' })],
      at: [2, 'earlier', 'CELL_FORM'],
    },
    { fault: 'nothing below the header', rows: [], at: [1, '', 'TABLE_EMPTY'] },
  ])('names row, column and code for $fault', async ({ rows, at: [inRow, column, code] }) => {
    const body = await refused(() => send(csv(...rows)));
    expect(body).toMatchObject({ status: 422, code: 'ROSTER_INVALID' });
    expect(body.errors).toContainEqual(expect.objectContaining({ row: inRow, column, code }));
    for (const { messageZh } of body.errors ?? []) expect(messageZh).toMatch(/\p{Script=Han}/u);
  });

  it('imports nothing when one row of many is wrong, and tells of all that are', async () => {
    const rows = [
      row(),
      row({ personRef: 'person-2', posts: 'mayor' }),
      row({ personRef: 'person-3', unit: 'x' }),
    ];
    const body = await refused(() => send(csv(...rows)));
    expect(body.errors?.map(({ row: at, code }) => `${at} ${code}`)).toEqual([
      '3 POST_UNKNOWN',
      '4 UNIT_UNKNOWN',
    ]);
  });

  it('refuses columns nobody declared rather than drop them', async () => {
    const body = await refused(() => send(`${ROSTER_HEADER},salary\n${row()},1`));
    expect(body.errors).toEqual([expect.objectContaining({ row: 1, column: '9', code: 'COLUMN_UNKNOWN' })]);
  });

  it('refuses facts of the wrong type and punishments out of form', async () => {
    const head = `${ROSTER_HEADER},first_job,months_in_unit,punishments`;
    const body = await refused(() => send(`${head}\n${row()},maybe,1e3,late`));
    expect(body.errors?.map(({ column, code }) => `${column} ${code}`).sort()).toEqual([
      'first_job FACT_TYPE',
      'months_in_unit FACT_TYPE',
      'punishments CELL_FORM',
    ]);
  });

  it('refuses somebody who is on the roster already', async () => {
    const { cycleId: id } = await rosteredCycle(api);
    const { body } = await send(csv(row()), 'text/csv', id);
    expect(body).toMatchObject({ code: 'ROSTER_INVALID' });
    expect(body.errors).toEqual([expect.objectContaining({ row: 2, code: 'DUPLICATE_APPRAISEE' })]);
    expect(await onRoster(id)).toBe(3);
  });

  it('repeats nothing of what a cell says', async () => {
    const body = await refused(() =>
      send(csv(row({ posts: '<script>alert(1)</script>', personRef: '=cmd' }))),
    );
    expect(JSON.stringify(body)).not.toContain('alert(1)</script>,');
  });
});

describe('ROSTER_CLOSED', () => {
  it('refuses a whole roster once the cycle is open', async () => {
    const { cycleId: id } = await rosteredCycle(api);
    await setStage(api, id, { cycle: { state: 'open' } });
    const { body } = await send(csv(row()), 'text/csv', id);
    expect(body).toMatchObject({ status: 409, code: 'ROSTER_CLOSED' });
    expect(await onRoster(id)).toBe(3);
  });
});
