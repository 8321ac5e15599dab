import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApi, type TestApi } from './harness/api.js';
import { UNIT, accountId } from './harness/places.js';
import { terminalOf } from './harness/terminal.js';
import { collectingCycle } from './harness/year.js';

let api: TestApi;
let kaoji: Awaited<ReturnType<typeof terminalOf>>;
beforeAll(async () => {
  api = await startApi();
  kaoji = await terminalOf(api, 'supervisor');
});
afterAll(() => api.close());

describe('a person at a terminal', () => {
  it('reads their inbox', async () => {
    const { cycleId } = await collectingCycle(api);
    await (await api.as('hr')).post(`/api/cycles/${cycleId}/mark-requests/default`);
    const table = await kaoji('inbox', '--cycle', cycleId);
    expect(table).toMatchObject({ err: '', exitCode: 0 });
    expect(table.out).toMatch(/评分 × \d+.*东片 2026/);
    const json = await kaoji('inbox', '--cycle', cycleId, '--json');
    expect(JSON.parse(json.out)).toMatchObject({ format: 'kaoji-inbox/1', items: [{ kind: 'marking' }] });
  });

  it('is told in one line why an act is refused, and the program says so to others with exit code 2', async () => {
    const { cycleId } = await collectingCycle(api);
    const source = `list/${cycleId}/${UNIT}/1`;
    await api.database.transactions.run(({ inbox }) =>
      inbox.project(
        source,
        1,
        [
          {
            ...{ id: 'f00dfeed', accountId: accountId('supervisor'), kind: 'list', as: 'self', source },
            ...{ version: 1, onBehalfOf: null, cycleId, unitId: UNIT, appraisalId: null, step: 'unit' },
            ...{ verbs: ['approve'], since: 1, dueAt: null, ifNothing: 'stays_open' },
          },
        ],
        1,
      ),
    );
    const refused = await kaoji('act', 'f00d', 'approve');
    expect({ ...refused, lines: refused.err.trim().split('\n').length }).toMatchObject({
      out: '',
      err: expect.stringMatching(/^kaoji: NOT_FOUND: /),
      exitCode: 2,
      lines: 1,
    });
    expect(await kaoji('act', 'abcd1234', 'approve')).toMatchObject({
      err: expect.stringMatching(/^kaoji: TASK_UNKNOWN: /),
      exitCode: 2,
    });
  });
});
