import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { diffEvaluations, evaluateUnit, lintRulebook } from '@kaoji/domain';
import { rowCounts } from '@kaoji/persistence/testing';
import type { CheckedRulebookView, WhatIfBody, WhatIfView } from '@kaoji/http-contract';
import { startApi, type Answer, type TestApi } from './harness/api.js';
import { OTHER_UNIT, UNIT, type Name } from './harness/places.js';
import { sealedCycle } from './harness/sealed-unit.js';
import { RULEBOOK } from './harness/year.js';

const folder = mkdtempSync(join(tmpdir(), 'kaoji-what-if-'));
const url = `sqlite:${join(folder, 'kaoji.db')}`;
const FLOOR = 'vetoes.2.when.value';

let api: TestApi;
let cycle: Awaited<ReturnType<typeof sealedCycle>>;
beforeAll(async () => {
  api = await startApi({ database: url });
  // One far above every line, one just below the line of 75; 80 of 100 residents satisfied, and 95.
  cycle = await sealedCycle(api, {
    'person-1': { mark: '72', satisfied: 80 },
    'person-2': { mark: '85', satisfied: 95 },
  });
});
afterAll(async () => {
  await api.close();
  rmSync(folder, { recursive: true, force: true });
});

const ask = async (
  name: Name,
  changes: WhatIfBody['changes'],
  unitId: string = UNIT,
): Promise<Answer<WhatIfView & { code?: string }>> =>
  (await api.as(name)).post(`/api/cycles/${cycle.cycleId}/units/${unitId}/what-if`, { changes });

describe('POST /api/cycles/:cycleId/units/:unitId/what-if', () => {
  it('finds no difference under the same numbers', async () => {
    const { status, body } = await ask('hr', [{ path: FLOOR, value: '0.60' }]);
    expect(status).toBe(200);
    expect(body.findings).toEqual([]);
    expect(body.outcome).toMatchObject({ people: 2, graded: [], scored: 0, elsewhere: 0, quota: [] });
  });

  it('names exactly those whom the engine grades otherwise under a changed floor, with the clause', async () => {
    const { body } = await ask('superior', [{ path: FLOOR, value: '0.85' }]);
    const under = (source: string) => {
      const { rulebook } = lintRulebook(source);
      if (rulebook === null) throw new Error('no rulebook');
      return evaluateUnit(rulebook, {
        ...{ format: 'kaoji-case/1', year: 2026, seed: 'demo', units: [{ id: UNIT, facts: {} }] },
        appraisees: [...cycle.sealed],
      });
    };
    const { graded } = diffEvaluations(under(RULEBOOK), under(body.source));
    expect(graded.map(({ id }) => id)).toEqual([cycle.appraisalOf('person-1')]);
    expect(body.outcome?.graded).toEqual([
      expect.objectContaining({
        appraisalId: cycle.appraisalOf('person-1'),
        name: '演示甲',
        before: graded[0]?.a,
        after: graded[0]?.b,
        step: graded[0]?.step,
      }),
    ]);
    expect(graded[0]).toMatchObject({
      a: { grade: 'basically_competent', by: 'band' },
      b: { grade: 'incompetent', by: 'veto', clause: '京民基发〔2012〕296号' },
    });
  });

  it('writes nothing but that somebody looked, at which unit', async () => {
    const before = await rowCounts(url);
    await ask('hr', [{ path: FLOOR, value: '0.85' }]);
    const after = await rowCounts(url);
    const grown = [...after].filter(([table, count]) => before.get(table) !== count);
    expect(grown.map(([table, count]) => [table, count - (before.get(table) ?? 0)])).toEqual([
      [expect.stringContaining('access'), 1],
    ]);
    const auditor = await api.as('auditor');
    const { body } = await auditor.get<{ items: { endpoint: string; subject: string }[] }>(
      `/api/cycles/${cycle.cycleId}/access`,
    );
    expect(body.items).toContainEqual(expect.objectContaining({ endpoint: 'whatIf', subject: UNIT }));
  });

  it('gives the changed rulebook as a file of another version, which can be adopted as it is', async () => {
    const { body } = await ask('hr', [
      { path: 'bands.1.from.value', value: '72.5' },
      { path: 'bands.2.to.value', value: '72.5' },
    ]);
    expect(body.outcome?.graded.map(({ after }) => after.grade)).toEqual(['competent']);
    expect(body.source).toContain("version: '2023.3-draft'");
    const { status } = await (await api.as('hr')).post('/api/rulebooks', { source: body.source });
    expect(status).toBe(201);
  });

  it('grades nobody under numbers lint refuses, and says which and where', async () => {
    const { status, body } = await ask('hr', [{ path: 'dimensions.0.weight', value: '45' }]);
    expect([status, body.outcome]).toEqual([200, null]);
    expect(body.findings).toEqual([expect.objectContaining({ code: 'LINT_WEIGHTS_NOT_100' })]);
  });

  it('changes numbers only: any other place is refused', async () => {
    for (const path of ['title.zh', 'bands.9.from.value', '__proto__.polluted']) {
      const { status, body } = await ask('hr', [{ path, value: '1' }]);
      expect([status, body.code]).toEqual([422, 'RULEBOOK_NUMBER_UNKNOWN']);
    }
  });

  it('waits until the evidence of the unit is sealed', async () => {
    const { status, body } = await ask('hr', [], OTHER_UNIT);
    expect([status, body.code]).toEqual([409, 'STAGE_NOT_OPEN']);
  });

  it('is for the HR officer and the superior of the unit, and nobody else', async () => {
    for (const name of ['supervisor', 'auditor', 'worker', 'elsewhere'] as const) {
      expect((await ask(name, [])).status).toBe(403);
    }
  });
});

describe('POST /api/rulebooks/check', () => {
  it('gives findings by line and the rulebook there is, and adopts nothing', async () => {
    const hr = await api.as('hr');
    const before = (await hr.get<{ items: unknown[] }>('/api/rulebooks')).body.items.length;
    const off = RULEBOOK.replace('weight: 40\n    rounding', 'weight: 45\n    rounding');
    const { body } = await hr.post<CheckedRulebookView>('/api/rulebooks/check', { source: off });
    expect(body.findings.map(({ code }) => code)).toEqual(['LINT_WEIGHTS_NOT_100']);
    expect(body.rulebook?.id).toBe('cn-public-institution-2023');
    const nonsense = await hr.post<CheckedRulebookView>('/api/rulebooks/check', { source: 'a: [1' });
    expect(nonsense.body).toMatchObject({ rulebook: null, hash: null, findings: [{ line: 1 }] });
    expect((await hr.get<{ items: unknown[] }>('/api/rulebooks')).body.items).toHaveLength(before);
  });
});

describe('an adopted rulebook', () => {
  it('comes with what lint says today, and as the file it was', async () => {
    const reader = await api.as('worker');
    const { items } = (await reader.get<{ items: { hash: string; version: string }[] }>('/api/rulebooks'))
      .body;
    const hash = items.find(({ version }) => version === '2023.3')?.hash ?? '';
    expect((await reader.get(`/api/rulebooks/${hash}/lint`)).body).toEqual({ hash, findings: [] });
    expect((await reader.get(`/api/rulebooks/${hash}/source`)).body).toEqual({ hash, source: RULEBOOK });
    const nowhere = await reader.get(`/api/rulebooks/sha256:${'0'.repeat(64)}/lint`);
    expect([nowhere.status, nowhere.body['code']]).toEqual([404, 'NOT_FOUND']);
  });
});
