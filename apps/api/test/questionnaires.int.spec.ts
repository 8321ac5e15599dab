import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { defaultQuestionnaire, questionnaireHash } from '@kaoji/domain';
import type { AdoptedQuestionnaireView } from '@kaoji/http-contract';
import type { Person } from './harness/api.js';
import { refusal } from './harness/flow.js';
import { startVoting, type Voting } from './harness/voting.js';

const SOURCE = readFileSync(
  new URL('../../../libs/domain/questionnaires/cn-community-service-2024.yaml', import.meta.url),
  'utf8',
);
const OWN = SOURCE.replace('id: cn-community-service-2024', 'id: demo-own');

let voting: Voting;
let hr: Person;
beforeAll(async () => {
  voting = await startVoting();
  hr = await voting.api.as('hr');
});
afterAll(() => voting.close());

const adopt = async (source: string) =>
  hr.upload<AdoptedQuestionnaireView>('/api/questionnaires', 'text/yaml', source);
type Shown = { readonly hash: string; readonly questionnaire: { readonly id: string } };

describe('POST /api/questionnaires', () => {
  it('adopts a questionnaire under its hash, any number of times', async () => {
    const first = await adopt(OWN);
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({ id: 'demo-own', hash: expect.stringMatching(/^sha256:/) });
    expect((await adopt(OWN)).body).toEqual(first.body);
    const shown = await hr.get<Shown>(`/api/questionnaires/${first.body.hash}`);
    expect(shown.body.questionnaire.id).toBe('demo-own');
  });

  it('refuses QUESTIONNAIRE_FINDINGS with the lines, and adopts nothing', async () => {
    const refused = await adopt(OWN.replace(/satisfaction: true/g, ''));
    expect(refusal(refused)).toBe('422 QUESTIONNAIRE_FINDINGS');
    expect(refused.body).toMatchObject({ errors: [expect.objectContaining({ line: expect.any(Number) })] });
  });

  it('is HR’s to do', async () => {
    const supervisor = await voting.api.as('supervisor');
    expect(refusal(await supervisor.upload('/api/questionnaires', 'text/yaml', OWN))).toBe('403 FORBIDDEN');
  });
});

describe('the questionnaire of a cycle', () => {
  it('is the default one unless another is chosen before the surveys open', async () => {
    const vote = await voting.cycle();
    const path = `/api/cycles/${vote.cycleId}/questionnaire`;
    expect((await hr.get<Shown>(path)).body.hash).toBe(questionnaireHash(defaultQuestionnaire));
    expect((await hr.get<Shown>('/api/questionnaires/default')).body).toEqual(
      (await hr.get<Shown>(path)).body,
    );
    const { hash } = (await adopt(OWN)).body;
    expect((await hr.put(path, { hash })).body).toEqual({ done: true });
    expect((await hr.get<Shown>(path)).body.hash).toBe(hash);
    await vote.opened();
    expect((await vote.campaign()).questionnaireHash).toBe(hash);
    expect(refusal(await hr.put(path, { hash }))).toBe('409 STAGE_NOT_OPEN');
  });

  it('is one that was adopted', async () => {
    const vote = await voting.cycle();
    const hash = `sha256:${'0'.repeat(64)}`;
    expect(refusal(await hr.put(`/api/cycles/${vote.cycleId}/questionnaire`, { hash }))).toBe(
      '422 QUESTIONNAIRE_UNKNOWN',
    );
    expect(refusal(await hr.get(`/api/questionnaires/${hash}`))).toBe('404 NOT_FOUND');
  });
});
