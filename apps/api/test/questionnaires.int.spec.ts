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
/** Rates people in three steps, where the rulebook knows five. */
const THREE_STEPS = OWN.replace('id: demo-own', 'id: demo-three-steps').replace(
  'labels: *satisfaction\n    required: true\n    satisfaction: true',
  `labels: [{ zh: 不满意, en: Dissatisfied }, { zh: 一般, en: Neither }, { zh: 满意, en: Satisfied }]
    required: true
    satisfaction: true`,
);

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

describe('GET /api/questionnaires/:hash/preview', () => {
  const textIn = (page: string) =>
    page.replace(/&#39;/g, "'").replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');

  it('shows every text of a questionnaire in both languages, with its hash and version', async () => {
    const page = await hr.get('/api/questionnaires/default/preview');
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'; style-src 'self'");
    expect(page.headers.get('cache-control')).toBe('no-store');
    const { title, intro, community, appraisee, comment, version } = defaultQuestionnaire;
    const texts = [title, intro, comment?.title, comment?.hint].concat(
      [...community, ...appraisee].flatMap((question) => [
        question.title,
        question.hint,
        ...(question.kind === 'scale' ? question.labels : question.options.map((option) => option.title)),
      ]),
    );
    for (const text of texts) {
      expect(textIn(page.text)).toContain(text?.zh ?? '');
      expect(textIn(page.text)).toContain(text?.en ?? '');
    }
    expect(page.text).toContain(questionnaireHash(defaultQuestionnaire));
    expect(page.text).toContain(`<dd>${version}</dd>`);
  });

  it('shows markup in a text as text, and reading hints below their question', async () => {
    const title = 'Are you satisfied with the <script>alert(1)</script> & grid management of “ours”?';
    const source = OWN.replace(/en: 'Overall, how satisfied [^\n]*/, `en: '${title}'`);
    const page = await hr.get(`/api/questionnaires/${(await adopt(source)).body.hash}/preview`);
    expect(page.text).not.toContain('<script');
    expect(textIn(page.text)).toContain(title);
    const [, first = '', second = ''] = page.text.split('<section');
    expect([first.includes('HINT_JARGON'), second.includes('HINT_')]).toEqual([true, false]);
  });

  it('is for those who may read questionnaires, and of one that was adopted', async () => {
    const path = '/api/questionnaires/default/preview';
    expect(refusal(await (await voting.api.as('worker')).get(path))).toBe('403 FORBIDDEN');
    expect(refusal(await voting.api.stranger.get(path))).toBe('401 NOT_SIGNED_IN');
    expect(refusal(await hr.get(`/api/questionnaires/sha256:${'0'.repeat(64)}/preview`))).toBe(
      '404 NOT_FOUND',
    );
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

  it('rates people on the scale of the rulebook, when it is chosen and when the surveys open', async () => {
    const vote = await voting.cycle();
    const path = `/api/cycles/${vote.cycleId}/questionnaire`;
    const { hash } = (await adopt(THREE_STEPS)).body;
    const refused = await hr.put(path, { hash });
    expect(refusal(refused)).toBe('422 SURVEY_SCALE_MISMATCH');
    expect((await hr.get<Shown>(path)).body.hash).toBe(questionnaireHash(defaultQuestionnaire));

    // Whatever way it got there: residents are not asked what could not be counted.
    await voting.api.database.transactions.run(({ questionnaires }) =>
      questionnaires.chooseForCycle(vote.cycleId, hash),
    );
    await expect(vote.opened()).rejects.toMatchObject({ code: 'SURVEY_SCALE_MISMATCH' });
    expect(await vote.campaign()).toMatchObject({ state: 'planned', questionnaireHash: null });
    await hr.put(path, { hash: (await adopt(OWN)).body.hash });
    await vote.opened();
    expect(await vote.campaign()).toMatchObject({ state: 'open' });
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
