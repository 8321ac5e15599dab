import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkDerivation } from '@kaoji/domain';
import type { ActListView, ApprovalView, ResultView } from '@kaoji/http-contract';
import type { Answer } from './harness/api.js';
import { refusal, startFlow, type Flow } from './harness/flow.js';
import { COMMUNITY, UNIT } from './harness/places.js';
import { theStoryIsTold } from './harness/told-story.js';
import { until } from './harness/until.js';

/** The two levels of the national rulebook. */
const FIRST = 'approval.supervisor';
const SECOND = 'approval.leading_group';

let flow: Flow;
beforeAll(async () => {
  flow = await startFlow();
}, 120_000);
afterAll(() => flow.close());

const post: Flow['post'] = (...asked) => flow.post(...asked);
const get: Flow['get'] = (...asked) => flow.get(...asked);
const list: Flow['list'] = (...asked) => flow.list(...asked);
const of = (person: string): string => flow.of(person);
const cyclePath = (): string => `/api/cycles/${flow.cycle()}`;
const unitPath = (): string => flow.unitPath();
/** Whether every step of the derivation on the wire follows from the steps below it. */
const checked = ({ evaluation }: ResultView): boolean =>
  evaluation.derivation !== undefined && checkDerivation(evaluation.derivation).ok;

describe('a year, from the plan to the record', () => {
  it('opens: the relay starts the workflow and the unit collects', async () => {
    await flow.open();
    expect(await flow.unit()).toMatchObject({ state: 'collecting', appraisals: 5, round: 0 });
  });

  it('takes in somebody who joins, once per key, and lets somebody leave', async () => {
    const joiner = {
      name: '演示新人',
      unit: UNIT,
      community: COMMUNITY,
      posts: ['grid_worker'],
      category: 'contract',
    };
    const path = `${cyclePath()}/appraisees`;
    const first = await post('hr', path, joiner, 'join-1');
    expect(first.status).toBe(201);
    expect((await post('hr', path, joiner, 'join-1')).body).toEqual(first.body);
    await flow.readAppraisals();
    expect(flow.appraisalOf('演示新人')).toBe(first.body['appraisalId']);
    expect((await flow.unit()).appraisals).toBe(6);
    expect(refusal(await post('hr', `${of('person-leaver')}/departure`, { leftOn: '2026-13-01' }))).toBe(
      '422 CIVIL_DATE_INVALID',
    );
    const left = await post('hr', `${of('person-leaver')}/departure`, { leftOn: '2026-06-30' }, 'leave-1');
    expect(left.body).toEqual({ done: true });
    expect(
      (await post('hr', `${of('person-leaver')}/departure`, { leftOn: '2026-06-30' }, 'leave-1')).body,
    ).toEqual({ done: true });
    const again = refusal(await post('hr', `${of('person-leaver')}/departure`, { leftOn: '2026-06-30' }));
    expect(['409 WORKFLOW_CLOSED', '409 STAGE_NOT_OPEN']).toContain(again);
  });

  it('gives out survey links once, takes one back, counts when two holders have opened the box', async () => {
    const surveys = `${cyclePath()}/surveys`;
    const opened = await flow.surveyAt('open');
    const { id } = opened;
    expect(opened).toMatchObject({ issued: 0, answered: null, root: null });
    const links = await post('hr', `/api/surveys/${id}/links`, { count: 3, stratum: 'ordinary' }, 'links-1');
    expect(links.status).toBe(201);
    const issued = links.body['links'] as string[];
    expect(issued).toHaveLength(3);
    for (const link of issued) expect(link).toMatch(/^http:\/\/survey\.test\/s\/.+/);
    const again = await post('hr', `/api/surveys/${id}/links`, { count: 3, stratum: 'ordinary' }, 'links-1');
    expect(refusal(again)).toBe('409 LINKS_ALREADY_ISSUED');
    expect(refusal(await post('hr', `/api/surveys/${id}/links/revoke`, { link: 'x' }))).toBe(
      '404 LINK_UNKNOWN',
    );
    expect((await post('hr', `/api/surveys/${id}/links/revoke`, { link: issued[2] })).body).toEqual({
      done: true,
    });
    expect(
      refusal(await post('elsewhere', `/api/surveys/${id}/links`, { count: 1, stratum: 'ordinary' })),
    ).toBe('403 FORBIDDEN');
    await flow.answer(issued.slice(0, 2));
    expect((await get<{ items: unknown[] }>('hr', `${cyclePath()}/survey-tallies`)).body.items).toEqual([]);
    expect((await post('hr', `/api/surveys/${id}/close`)).body).toEqual({ done: true });
    const { hash, count } = await flow.openBox();
    expect(count).toMatchObject({ received: 2, valid: 2, invalid: 0 });
    const confirm = `/api/surveys/${id}/count/confirm`;
    expect(refusal(await post('hr', confirm, { countHash: 'sha256:other' }))).toBe('409 COUNT_CHANGED');
    expect((await post('hr', confirm, { countHash: hash })).body).toEqual({ done: true });
    expect(refusal(await post('hr', confirm, { countHash: hash }))).toBe('409 STAGE_NOT_OPEN');
    const counted = await get<{ items: { answered: number }[] }>('hr', surveys);
    expect(counted.body.items).toEqual([
      expect.objectContaining({ state: 'closed_valid', issued: 3, answered: 2, root: count.root }),
    ]);
    expect(
      (await get<{ items: unknown[] }>('hr', `${cyclePath()}/survey-tallies`)).body.items.length,
    ).toBeGreaterThan(0);
    expect(refusal(await post('hr', `/api/surveys/${id}/links`, { count: 1, stratum: 'ordinary' }))).toBe(
      '409 CAMPAIGN_CLOSED',
    );
    expect(refusal(await post('hr', `/api/surveys/${id}/close`))).toBe('409 STAGE_NOT_OPEN');
  });

  it('closes the collection once: the same key again is the same answer, another is too late', async () => {
    await post('hr', `${cyclePath()}/mark-requests/default`);
    await flow.everybodyMarks();
    expect(refusal(await list())).toBe('409 STAGE_NOT_OPEN');
    expect(refusal(await get('worker', `${of('person-1')}/result`))).toBe('409 RESULT_NOT_READY');
    expect(refusal(await post('hr', `${unitPath()}/resubmit`, { round: 1 }))).toBe('409 STAGE_NOT_OPEN');
    const early = { reason: '演示：材料已齐' };
    for (const _time of ['first', 'again']) {
      const { body } = await post('hr', `${unitPath()}/close-collection`, early, 'close-1');
      expect(body).toEqual({ done: true });
    }
    const closings = await get<{ items: unknown[] }>('hr', `${cyclePath()}/early-closings`);
    expect(closings.body.items).toEqual([expect.objectContaining({ ...early, closedBy: 'account-hr' })]);
    await flow.at('deliberating');
    expect(refusal(await post('hr', `${unitPath()}/close-collection`, early))).toBe('409 STAGE_NOT_OPEN');
  });

  it('is acted on by whom the rulebook names, on the list they saw, and by nobody on it', async () => {
    const { body } = await list();
    expect(body.approval).toMatchObject({ step: FIRST, status: 'open' });
    expect([...(body.approval?.waiting ?? [])].sort()).toEqual(['account-supervisor', 'account-supervisor3']);
    expect(body.people.map(({ name }) => name).sort()).toEqual(
      ['演示主管', '演示新人', '演示甲', '演示乙', '演示丙'].sort(),
    );
    const decide = (over: Record<string, unknown>) => ({
      ...{ round: 1, listHash: body.listHash, step: FIRST, verb: 'approve' },
      ...over,
    });
    const path = `${unitPath()}/acts`;
    expect(refusal(await post('supervisor', path, decide({ listHash: 'another' })))).toBe('409 LIST_CHANGED');
    expect(refusal(await post('supervisor', path, decide({ round: 2 })))).toBe('409 STAGE_NOT_OPEN');
    const unexplained = decide({ verb: 'return', returnTo: 'collection' });
    expect(refusal(await post('supervisor', path, unexplained))).toBe('422 REASON_REQUIRED');
    expect(refusal(await post('supervisor2', path, decide({})))).toBe('403 OWN_LIST');
    for (const name of ['superior', 'hr'] as const) {
      expect(refusal(await post(name, path, decide({})))).toBe('403 NOT_YOUR_TURN');
    }
    for (const name of ['other_supervisor', 'elsewhere'] as const) {
      expect(refusal(await post(name, path, decide({})))).toBe('403 FORBIDDEN');
    }
    expect((await flow.unit()).state).toBe('deliberating');
    expect((await get<ActListView>('auditor', path)).body.items).toEqual([]); // nothing is kept of a refused act
  });

  it('is returned in part with a reason, corrected there and nowhere else, and composed again', async () => {
    const { body } = await list();
    const returned = {
      ...{ round: 1, listHash: body.listHash, step: FIRST, verb: 'return', returnTo: 'collection' },
      ...{ reason: '演示：核对加分', appraisals: [flow.appraisalOf('person-1')] },
    };
    const first = await post('supervisor', `${unitPath()}/acts`, returned, 'return-1');
    expect(first.body).toMatchObject({ seq: 1, status: 'returned', waiting: [] });
    expect((await post('supervisor', `${unitPath()}/acts`, returned, 'return-1')).body).toEqual(first.body);
    await flow.at('collecting');
    expect(refusal(await post('supervisor3', `${unitPath()}/acts`, returned))).toBe('409 ALREADY_DECIDED');
    const early = { reason: '演示' };
    expect(refusal(await post('hr', `${unitPath()}/close-collection`, early))).toBe('409 STAGE_NOT_OPEN');
    const row = (person: string) => ({
      ...{ appraisalId: flow.appraisalOf(person), item: 'bonus.innovation', times: 1, evidence: ['doc-1'] },
    });
    const adjustments = `${cyclePath()}/adjustments`;
    expect(refusal(await post('hr', adjustments, { rows: [row('person-2')] }))).toBe('409 NOT_REOPENED');
    expect((await post('hr', adjustments, { rows: [row('person-1')] })).body).toEqual({ recorded: 1 });
    expect(await flow.waiting('account-hr')).toEqual(['correction resubmit']);
    expect((await post('hr', `${unitPath()}/resubmit`, { round: 1 })).body).toEqual({ done: true });
    expect(await flow.waiting('account-hr')).toEqual([]);
    const again = await until('round 2', list, (answer) => answer.status === 200 && answer.body.round === 2);
    expect(again.body.earlier).toEqual([
      expect.objectContaining({ round: 1, verdict: 'return', reason: '演示：核对加分' }),
    ]);
    await flow.at('deliberating');
    expect(refusal(await post('supervisor', `${unitPath()}/acts`, returned))).toBe('409 ROUND_STALE');
    expect(refusal(await post('hr', `${unitPath()}/resubmit`, { round: 1 }))).toBe('409 ROUND_STALE');
  });

  it('lets one of two who approve at once win; the other is told, and the level above is asked', async () => {
    const { body } = await list();
    const approve = { round: 2, listHash: body.listHash, step: FIRST, verb: 'approve' };
    const both = await Promise.all(
      (['supervisor', 'supervisor3'] as const).map((name) =>
        post(name, `${unitPath()}/acts`, approve, 'same-key'),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const lost = both.find(({ status }) => status === 409) ?? (both[0] as Answer);
    expect(refusal(lost)).toBe('409 STAGE_NOT_OPEN');
    const won = both.find(({ status }) => status === 200);
    expect(won?.body).toMatchObject({ status: 'open', step: SECOND, waiting: ['account-superior'] });
    expect(await flow.waiting('account-supervisor')).toEqual([]);
    expect((await flow.waiting('account-superior'))[0]).toMatch(/^list approve/);
  });

  it('goes back a level and up again within its round, and every act stays with its reason', async () => {
    const { body } = await list();
    const at = (step: string) => ({ round: 2, listHash: body.listHash, step });
    const back = { ...at(SECOND), verb: 'return', returnTo: FIRST, reason: '演示：请主管复看' };
    expect((await post('superior', `${unitPath()}/acts`, back)).body).toMatchObject({ step: FIRST });
    const again = { ...at(FIRST), verb: 'approve' };
    expect((await post('supervisor3', `${unitPath()}/acts`, again)).body).toMatchObject({ step: SECOND });
    const shown = await get<ApprovalView>('supervisor', `${unitPath()}/approval`);
    expect(shown.body).toMatchObject({ round: 2, step: SECOND, status: 'open', opening: 4 });
    expect(shown.body.steps.map(({ id }) => id)).toEqual([FIRST, SECOND]);
    expect(shown.body.steps[0]?.recused).toEqual([{ account: 'account-supervisor2', why: 'own_case' }]);
    expect(shown.body.people).toContainEqual({ account: 'account-supervisor2', name: '演示主管' });
    const deciders = await get<{ deciders: { account: string }[] }>('worker', `${of('person-1')}/deciders`);
    expect(deciders.body.deciders.map(({ account }) => account)).toContain('account-superior');
    const many = { verb: 'approve', lists: [{ cycleId: flow.cycle(), unitId: UNIT, ...at(SECOND) }] };
    const batch = await post('superior', '/api/acts', many);
    expect(batch.body['items']).toEqual([
      expect.objectContaining({ acted: null, refused: expect.objectContaining({ code: 'BATCH_REFUSED' }) }),
    ]);
    const last = { ...at(SECOND), verb: 'approve' };
    expect((await post('superior', `${unitPath()}/acts`, last)).body).toMatchObject({ status: 'approved' });
    expect(await flow.waiting('account-superior')).toEqual([]);
    const rows = await flow.api.database.transactions.read(({ decisions }) =>
      decisions.deliberations(flow.cycle(), UNIT),
    );
    expect(rows.map(({ round, verdict, decidedBy }) => `${round} ${verdict} ${decidedBy}`)).toEqual([
      '1 return account-supervisor',
      '2 approve account-superior',
    ]);
    const acts = await get<ActListView>('auditor', `${unitPath()}/acts`);
    expect(acts.body.items.map(({ round, seq, verb, reason }) => [round, seq, verb, reason])).toEqual([
      [1, 1, 'return', '演示：核对加分'],
      [2, 1, 'approve', null],
      [2, 2, 'return', '演示：请主管复看'],
      [2, 3, 'approve', null],
      [2, 4, 'approve', null],
    ]);
  });

  it('shows the proposed names in public while the notice runs, and not after', async () => {
    await until('the notice', flow.unit, ({ state }) => state === 'notice' || state === 'notified');
    const shown = await flow.api.stranger.get<{
      items: { entries: { name: string; grade: string }[]; rehearsal: boolean; surveys: unknown[] }[];
    }>('/api/public/notices');
    expect(shown.body.items).toHaveLength(1);
    expect(shown.body.items[0]).toMatchObject({ rehearsal: true, unit: '东片', area: '演示街道' });
    expect(shown.body.items[0]?.entries).toEqual([expect.objectContaining({ grade: 'excellent' })]);
    expect(shown.text).not.toContain('composite');
    const { root } = await flow.survey();
    expect(shown.body.items[0]?.surveys).toEqual([
      expect.objectContaining({
        ...{ received: 2, valid: 2, issued: 3, leaves: 2, root },
        community: '东一社区',
      }),
    ]);
    await until(
      'the end of the notice',
      async () => (await flow.unit()).state,
      (state) => state === 'notified' || state === 'finished',
    );
    expect((await flow.api.stranger.get<{ items: unknown[] }>('/api/public/notices')).body.items).toEqual([]);
  });
});

describe('the results', () => {
  it('are read by the appraisee, and by those who work with the unit, and by nobody else', async () => {
    const path = `${of('person-1')}/result`;
    expect(refusal(await get('worker', path))).toBe('409 RESULT_NOT_RECEIVED');
    await post('worker', `${of('person-1')}/receipt`, {});
    const own = await get<ResultView>('worker', path);
    expect(own.status).toBe(200);
    expect(own.body).toMatchObject({ rehearsal: true, signature: null, contest: null });
    expect(own.body.evaluation.final).toMatchObject({ status: 'graded', grade: 'excellent' });
    expect(checked(own.body)).toBe(true);
    expect(own.body.rendered.zh.join('')).toMatch(/\p{Script=Han}/u);
    for (const name of ['hr', 'supervisor', 'superior', 'auditor'] as const) {
      expect((await get(name, `${of('person-1')}/result`)).status).toBe(200);
    }
    for (const name of ['worker2', 'other_supervisor', 'panel', 'peer', 'operator', 'elsewhere'] as const) {
      expect(refusal(await get(name, `${of('person-1')}/result`))).toBe('403 FORBIDDEN');
    }
  });

  it('are signed once, by the appraisee', async () => {
    const path = `${of('person-1')}/signature`;
    expect(refusal(await post('worker2', path, { signed: true }))).toBe('403 FORBIDDEN');
    expect((await post('worker', path, { signed: false, opinion: '演示：有意见' }, 'sign-1')).body).toEqual({
      done: true,
    });
    expect((await post('worker', path, { signed: false, opinion: '演示：有意见' }, 'sign-1')).body).toEqual({
      done: true,
    });
    expect(refusal(await post('worker', path, { signed: true }))).toBe('409 ALREADY_SIGNED');
    const { body } = await get<ResultView>('worker', `${of('person-1')}/result`);
    expect(body.signature).toMatchObject({ signed: false, opinion: '演示：有意见' });
  });

  it('are contested within the window, once, and everything freezes', async () => {
    const path = `${of('person-1')}/contests`;
    expect(refusal(await post('worker2', path, { grounds: '演示' }))).toBe('403 FORBIDDEN');
    const first = await post('worker', path, { grounds: '演示：请复核' }, 'contest-1');
    expect(first.status).toBe(201);
    expect((await post('worker', path, { grounds: '演示：请复核' }, 'contest-1')).body).toEqual(first.body);
    expect(refusal(await post('worker', path, { grounds: '演示：再次' }))).toBe('409 ALREADY_CONTESTED');
    const frozen = await until(
      'the freeze',
      async () => (await get<ResultView>('worker', `${of('person-1')}/result`)).body,
      ({ status }) => status === 'contested',
    );
    expect(frozen.contest).toMatchObject({ id: first.body['contestId'], grounds: '演示：请复核' });
    expect(frozen.consequences.map(({ state }) => state)).not.toContain('confirmed');
  });

  it('are graded later once a case has closed (Art 42), by whoever decides lists', async () => {
    const path = `${of('person-2')}/later-grade`;
    expect(refusal(await post('supervisor', `${of('person-3')}/later-grade`, { caseOutcome: 'none' }))).toBe(
      '409 NOT_HELD',
    );
    const exile = { caseOutcome: { punishment: 'exile', linkedToDuty: false } };
    expect(refusal(await post('supervisor', path, exile))).toBe('422 PUNISHMENT_UNKNOWN');
    const still = { caseOutcome: 'none', facts: { under_investigation: true } };
    expect(refusal(await post('supervisor', path, still))).toBe('409 STILL_HELD');
    const graded = await post('supervisor', path, { caseOutcome: 'none' }, 'later-1');
    expect(graded.body).toEqual({ status: 'graded', grade: expect.any(String) });
    expect((await post('supervisor', path, { caseOutcome: 'none' }, 'later-1')).body).toEqual(graded.body);
    await post('worker2', `${of('person-2')}/receipt`, {});
    const { body } = await get<ResultView>('worker2', `${of('person-2')}/result`);
    expect(body.evaluation.final.grade).toBe(graded.body['grade']);
    expect(body.evaluation.eligibility.status).toBe('graded');
    expect(checked(body)).toBe(true);
  });

  it('that hurt are confirmed one by one, behind their gates, after the window', async () => {
    const path = `${of('person-3')}/consequence-confirmations`;
    await post('worker3', `${of('person-3')}/receipt`, {}); // the window opens with it
    const { body } = await get<ResultView>('superior', `${of('person-3')}/result`);
    expect(body.evaluation.final.grade).toBe('incompetent');
    const waiting = body.consequences.filter(({ adverse, force }) => adverse && force === 'confirm');
    const rules = waiting.map(({ rule }) => rule);
    expect(rules.length).toBeGreaterThan(1);
    expect(refusal(await post('superior', path, { confirm: rules }))).toBe('409 STAGE_NOT_OPEN');
    await until(
      'the end of the window',
      async () => (await get<ResultView>('superior', `${of('person-3')}/result`)).body.status,
      (status) => status === 'awaiting_confirmation',
    );
    expect(refusal(await post('worker3', `${of('person-3')}/contests`, { grounds: '演示：迟到' }))).toBe(
      '409 CONTEST_WINDOW_CLOSED',
    );
    expect((await get<ResultView>('worker3', `${of('person-3')}/result`)).body.contest).toBeNull();
    expect(refusal(await post('superior', path, { confirm: rules }))).toBe('422 GATE_RECORDS_MISSING');
    expect(refusal(await post('superior', path, { confirm: ['no.such_rule'] }))).toBe(
      '422 CONSEQUENCE_UNKNOWN',
    );
    expect(refusal(await post('superior', path, { confirm: rules.slice(1) }))).toBe(
      '422 CONSEQUENCES_UNDECIDED',
    );
    expect(refusal(await post('supervisor', path, { confirm: rules }))).toBe('403 FORBIDDEN');
    for (const record of new Set(waiting.flatMap(({ gate }) => gate))) {
      if (record === 'written_result_delivered' || record === 'contest_window_over') continue; // the system knows
      await post('hr', `/api/cycles/${flow.cycle()}/documents`, {
        ...{ about: { appraisalId: flow.appraisalOf('person-3') }, record },
        ...{ reference: '演示文1号', issuedOn: '2026-01-15' },
      });
    }
    const [first = '', ...rest] = rules;
    const decided = { confirm: [first], refuse: rest };
    expect((await post('superior', path, decided, 'confirm-1')).body).toEqual({ done: true });
    expect((await post('superior', path, decided, 'confirm-1')).body).toEqual({ done: true });
    const recorded = await until(
      'the record',
      async () => (await get<ResultView>('superior', `${of('person-3')}/result`)).body,
      ({ status }) => status === 'recorded',
    );
    const states = recorded.consequences
      .filter(({ rule }) => rules.includes(rule))
      .map(({ rule, state }) => `${rule} ${state}`);
    expect(states.sort()).toEqual([`${first} confirmed`, ...rest.map((rule) => `${rule} refused`)].sort());
    expect(refusal(await post('superior', path, decided))).toBe('409 NOTHING_TO_CONFIRM');
  });
});

describe('afterwards', () => {
  it('an auditor reads the history, which names nobody', async () => {
    const { body, text } = await get<{ events: unknown[] }>('auditor', `${of('person-3')}/history`);
    expect(body.events.length).toBeGreaterThan(5);
    const decoded = text.replace(/"data":"([A-Za-z0-9+/=]+)"/g, (_whole, data: string) =>
      Buffer.from(data, 'base64').toString(),
    );
    expect(decoded).toContain(flow.cycle());
    for (const personal of ['演示', 'person-3', 'worker3']) expect(decoded).not.toContain(personal);
    expect(refusal(await get('auditor', '/api/appraisals/none/history'))).toBe('404 NOT_FOUND');
  });

  theStoryIsTold(() => flow);

  it('the summary counts everybody once, and a rehearsal enters nothing into the ledger', async () => {
    const { body } = await get('auditor', `${cyclePath()}/summary`);
    expect(body).toMatchObject({
      appraisals: 6,
      left: 1,
      held: 0,
      undecided: 0,
      surveyResponses: 2,
      ledgerEntries: 0,
    });
    const byGrade = body['byGrade'] as Record<string, number>;
    expect(Object.values(byGrade).reduce((sum, count) => sum + count, 0)).toBe(5);
    expect(byGrade['incompetent']).toBe(1);
    expect(body['quota']).toEqual([expect.objectContaining({ unit: UNIT })]);
  });

  it('nothing is left in the outbox', async () => {
    await until(
      'an empty outbox',
      () => flow.api.database.transactions.read(({ effects }) => effects.pendingOutbox(10)),
      (rows) => rows.length === 0,
    );
  });
});
