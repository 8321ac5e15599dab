import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApi, type Person, type TestApi } from './harness/api.js';
import { UNIT } from './harness/places.js';
import { collectingCycle, draftCycle, setStage } from './harness/year.js';

let hr: Person;
let api: TestApi;
beforeAll(async () => {
  api = await startApi();
  hr = await api.as('hr');
});
afterAll(() => api.close());

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
