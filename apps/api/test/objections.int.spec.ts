import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { submitObjection, type NoticeBody, type NoticePage, type WorkflowGateway } from '@kaoji/application';
import { createObjectionRelay, createRulebookShelf } from '@kaoji/application/staff';
import { createObjectionKeys, createObjectionSealer, systemClock } from '@kaoji/gateways';
import type { NoticeItem, ObjectionItem } from '@kaoji/http-contract';
import { openSurveyDatabase } from '@kaoji/persistence';
import { CONTACT_KEY, startApi, type Answer, type TestApi } from './harness/api.js';
import { accountId, UNIT, type Name } from './harness/places.js';
import { RULEBOOK, rosteredCycle, setStage } from './harness/year.js';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'kaoji-objections-'));
const file = `sqlite:${join(folder, 'kaoji.db')}`; // the public side has a connection of its own
const told: string[] = [];
/** The flow takes every answer; what it does then is told by apps/worker/test/flows/notice-flow.int.spec.ts. */
const gateway = {
  objectionAnswered: async (...[, , , { objectionId }]) => {
    told.push(objectionId);
    return { ok: true };
  },
} as Partial<WorkflowGateway> as WorkflowGateway;

let api: TestApi;
let cycleId = '';
let path = '';
let shown = '';
let standsBeside = '';
const NOTICE = 'notice-1';
beforeAll(async () => {
  api = await startApi({ database: file, gateway });
  const rostered = await rosteredCycle(api);
  cycleId = rostered.cycleId;
  path = `/api/cycles/${cycleId}/units/${UNIT}`;
  shown = rostered.appraisalOf('person-1');
  standsBeside = rostered.appraisalOf('person-2');
  const publicKey = await createObjectionKeys([CONTACT_KEY]).publicKeyOf(NOTICE);
  const now = systemClock.now();
  const body: Pick<NoticeBody, 'anonymous'> & { entries: { appraisalId: string }[] } = {
    anonymous: true,
    entries: [{ appraisalId: shown }],
  };
  const page: NoticePage = {
    ...{ id: NOTICE, cycleId, unitId: UNIT, round: 1, publicKey, endedAt: null, outcome: null },
    ...{ startsAt: now - 1, endsAt: now + 3_600_000, standing: [], body: JSON.stringify(body) },
    entries: [{ appraisalId: shown, grade: 'excellent' }],
  };
  await api.database.transactions.run(async (stores) => {
    await stores.notices.insertPage(page);
    await stores.results.insertEvaluations(
      [shown, standsBeside].map((appraisalId) => ({ appraisalId, round: 1, hash: 'h', body: '{}' })),
    );
    const line = JSON.stringify({ awarded: [shown], displaced: [standsBeside] });
    await stores.results.insertQuotaSheet({ cycleId, unitId: UNIT, round: 1, hash: 'h', body: line });
  });
});
afterAll(async () => {
  await api.close();
  rmSync(folder, { recursive: true, force: true });
});

const post = async (name: Name, to: string, json: unknown, key?: string) =>
  (await api.as(name)).post(to, json, key);
const record = async (change: object = {}, key?: string) =>
  post('hr', `${path}/objections`, { text: '演示异议', ...change }, key);
const idOf = ({ body }: Answer) => String(body['objectionId']);
const respond = async (id: string, change: object = {}, name: Name = 'supervisor', key?: string) =>
  post(name, `/api/objections/${id}/answer`, { verdict: 'dismissed', reason: '演示答复', ...change }, key);
const objections = async (): Promise<readonly ObjectionItem[]> =>
  (await (await api.as('hr')).get<{ items: ObjectionItem[] }>(`${path}/objections`)).body.items;
const tasksOf = async (id: string) =>
  (await api.database.transactions.read(({ inbox }) => inbox.ofSource(`objection/${id}`)))
    .map(({ accountId: of }) => of)
    .sort();

describe('GET /api/cycles/:cycleId/units/:unitId/notices', () => {
  it('gives the address of the public page, which everybody may have', async () => {
    const { body } = await (await api.as('supervisor')).get<{ items: NoticeItem[] }>(`${path}/notices`);
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({ id: NOTICE, round: 1, unanswered: 0, outcome: null });
    expect(body.items[0]?.address).toMatch(/^http:\/\/survey\.test\/n\/[\w-]+$/);
    expect(JSON.stringify(body)).not.toContain('publicKey');
  });
});

describe('an objection by link', () => {
  it('comes before all who may answer it, and is read by them alone', async () => {
    const survey = await openSurveyDatabase(file);
    const id = '0b9f8a8e-1111-4222-8333-000000000001';
    const given = { about: shown, text: '演示链接异议', name: '', contact: '' };
    const deps = { notices: survey.notices, objections: survey.objections, clock: systemClock };
    const sent = await submitObjection(
      { ...deps, objectionSealer: createObjectionSealer() },
      NOTICE,
      id,
      given,
    );
    await survey.close();
    expect(sent).toEqual({ kind: 'accepted' });

    const relay = createObjectionRelay({
      ...api.database,
      clock: systemClock,
      rulebooks: createRulebookShelf(),
    });
    expect([await relay(), await relay()]).toEqual([1, 0]);
    const expected = ['hr', 'hr2', 'superior', 'supervisor', 'supervisor2', 'supervisor3'] as const;
    // The account of somebody who is on the list is not among them.
    expect(await tasksOf(id)).toEqual(expected.map(accountId));
    const [found] = await objections();
    expect(found).toMatchObject({ id, about: shown, text: '演示链接异议', name: null, channel: 'link' });
    const stored = await api.database.transactions.read(({ notices }) => notices.objection(id));
    expect(JSON.stringify(stored)).not.toContain('演示');
    for (const name of ['auditor', 'panel', 'worker', 'other_supervisor', 'elsewhere'] as const) {
      const { status } = await (await api.as(name)).get(`${path}/objections`);
      expect([name, status]).toEqual([name, 403]);
    }
  });
});

describe('POST /api/cycles/:cycleId/units/:unitId/objections', () => {
  it('records one made in person, once, in the name of whoever recorded it', async () => {
    const first = await record({ about: shown, name: '演示居民', contact: '演示地址' }, 'record-1');
    expect(first.status).toBe(201);
    expect(idOf(await record({ about: shown, name: '演示居民', contact: '演示地址' }, 'record-1'))).toBe(
      idOf(first),
    );
    const found = (await objections()).find(({ id }) => id === idOf(first));
    expect(found).toMatchObject({
      ...{ text: '演示异议', name: '演示居民', contact: '演示地址' },
      ...{ channel: 'in_person', recordedBy: accountId('hr'), answer: null },
    });
    expect(await tasksOf(idOf(first))).toContain(accountId('superior'));
  });

  it('refuses one about somebody who is not shown, and whoever is on the list themself', async () => {
    expect((await record({ about: standsBeside })).body).toMatchObject({ status: 404, code: 'NOT_FOUND' });
    expect((await post('hr_appraised', `${path}/objections`, { text: '演示' })).body).toMatchObject({
      ...{ status: 403, code: 'OWN_LIST' },
    });
  });
});

describe('POST /api/objections/:objectionId/answer', () => {
  it('answers once, with a reason, and tells the flow', async () => {
    const id = idOf(await record());
    expect((await respond(id, { reason: '' })).status).toBe(400);
    expect((await respond(id, {}, 'supervisor', 'answer-1')).body).toEqual({ done: true });
    expect((await respond(id, {}, 'supervisor', 'answer-1')).body).toEqual({ done: true });
    expect((await respond(id, {}, 'superior')).body).toMatchObject({ status: 409, code: 'ALREADY_ANSWERED' });
    expect(told.filter((one) => one === id)).toHaveLength(1);
    expect(await tasksOf(id)).toEqual([]);
    expect((await objections()).find((one) => one.id === id)?.answer).toMatchObject({
      ...{ verdict: 'dismissed', reason: '演示答复', answeredBy: accountId('supervisor'), touched: [] },
    });
  });

  it.each<{ rule: string; about: boolean; touch?: object; touched: readonly string[] | 'TOUCHED_UNKNOWN' }>([
    { rule: 'the evidence of whom it is about', about: true, touched: ['shown'] },
    {
      rule: 'the candidates on both sides of the line',
      about: true,
      touch: { kind: 'quota_line' },
      touched: ['shown', 'beside'],
    },
    {
      rule: 'the evidence that is named, of one about the list',
      about: false,
      touch: { kind: 'evidence', appraisals: ['beside'] },
      touched: ['beside'],
    },
    { rule: 'nothing that nobody names', about: false, touched: 'TOUCHED_UNKNOWN' },
    {
      rule: 'nobody beside whom it is about',
      about: true,
      touch: { kind: 'evidence', appraisals: ['shown', 'beside'] },
      touched: 'TOUCHED_UNKNOWN',
    },
    {
      rule: 'nobody who is not on the list',
      about: false,
      touch: { kind: 'evidence', appraisals: ['somebody'] },
      touched: 'TOUCHED_UNKNOWN',
    },
  ])('upheld, touches $rule', async ({ about, touch, touched }) => {
    const named = (text: string) => text.replace('shown', shown).replace('beside', standsBeside);
    const id = idOf(await record(about ? { about: shown } : {}));
    const asked = JSON.parse(named(JSON.stringify({ touch }))) as object;
    const answer = await respond(id, { verdict: 'upheld', ...asked });
    if (touched === 'TOUCHED_UNKNOWN') {
      expect(answer.body).toMatchObject({ status: 422, code: touched });
      return;
    }
    expect(answer.body).toEqual({ done: true });
    const found = (await objections()).find((one) => one.id === id);
    expect(found?.answer?.touched).toEqual(touched.map(named).sort());
  });

  it('refuses whoever is on the list, and whoever has no part in it', async () => {
    const id = idOf(await record());
    expect((await respond(id, {}, 'hr_appraised')).body).toMatchObject({ code: 'OWN_LIST' });
    expect((await respond(id, {}, 'other_supervisor')).body).toMatchObject({ code: 'FORBIDDEN' });
    expect((await respond('none')).body).toMatchObject({ status: 404 });
  });

  it('still takes answers, and no objection, once the notice has ended', async () => {
    const id = idOf(await record());
    const page = await api.database.transactions.read(({ notices }) => notices.page(NOTICE));
    await api.database.transactions.run(({ notices }) => notices.end(NOTICE, page?.endsAt ?? 0));
    expect((await record()).body).toMatchObject({ status: 409, code: 'NOTICE_OVER' });
    expect((await respond(id)).body).toEqual({ done: true });
  });
});

describe('what an objection cannot do', () => {
  it('is taken without a name where the rulebook wants one', async () => {
    const named = RULEBOOK.replace(/^version: .*$/m, "version: 'named'").replace(
      '    id: process.notice\n',
      '    id: process.notice\n    anonymousObjections: false\n',
    );
    const hr = await api.as('hr');
    const adopted = await hr.upload<{ hash: string }>('/api/rulebooks', 'text/yaml', named);
    expect(adopted.body).toMatchObject({ hash: expect.any(String) });
    const other = await rosteredCycle(api, { rulebookHash: adopted.body.hash });
    const to = `/api/cycles/${other.cycleId}/units/${UNIT}/objections`;
    expect((await hr.post(to, { text: '演示异议' })).body).toMatchObject({
      status: 422,
      code: 'NAME_REQUIRED',
    });
    const withName = await hr.post(to, { text: '演示异议', name: '演示居民' });
    expect(withName.body).toMatchObject({ code: 'NOTICE_OVER' }); // none is shown there
  });

  it('opens no evidence but that which it touched', async () => {
    await setStage(api, cycleId, { unit: { state: 'collecting', collectionClosesAt: null, round: 1 } });
    await api.database.transactions.run(({ notices }) =>
      notices.insertReopened([{ cycleId, unitId: UNIT, round: 1, appraisalId: shown }]),
    );
    const routine = (appraisalId: string) =>
      post('hr', `/api/cycles/${cycleId}/routine`, {
        rows: [{ appraisalId, period: '2026-q1', value: '80' }],
      });
    expect((await routine(standsBeside)).body).toMatchObject({ status: 409, code: 'NOT_REOPENED' });
    expect((await routine(shown)).body).toEqual({ recorded: 1 });
  });

  it('is read when it was not sealed for its notice', async () => {
    await api.database.transactions.run(async ({ notices }) => {
      const page = await notices.page(NOTICE);
      if (page === null) throw new Error('no notice');
      await notices.insertPage({ ...page, id: 'notice-2', round: 2, body: '{}', endedAt: null });
      const objection = { id: 'forged', noticeId: 'notice-2', about: null, sealed: 'AAAA', receivedAt: 1 };
      await notices.insertObjection({ ...objection, channel: 'link', recordedBy: null });
    });
    const { body } = await (await api.as('hr')).get(`${path}/objections`);
    expect(body).toMatchObject({ status: 500, code: 'OBJECTION_SEALED_WRONG' });
  });
});
