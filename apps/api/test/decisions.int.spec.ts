import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  recordDecision,
  restoreAfterContest,
  type ConsequenceRow,
  type WorkflowGateway,
} from '@kaoji/application';
import { createRulebookShelf } from '@kaoji/application/staff';
import { startOfCivilDay } from '@kaoji/domain';
import type {
  FollowUpView,
  GatesView,
  LedgerView,
  RefusedAttemptView,
  UnitConsequencesView,
} from '@kaoji/http-contract';
import { startApi, type Answer, type Person, type TestApi } from './harness/api.js';
import { AREA, UNIT, accountId, type Name } from './harness/places.js';
import { adoptNational, rosteredCycle, setStage } from './harness/year.js';

const HOUR = 3_600_000;
const at = (date: string, hour = 10): number => startOfCivilDay(date, 'Asia/Shanghai') + hour * HOUR;
/** Results of 2026 were told on 15 January; it is late on the first of March, and later a little past midnight. */
let now = at('2027-03-01', 23);
const told: unknown[] = [];
/** The flow of an appraisal, which takes every confirmation: what it does with it is its own test's matter. */
const gateway = {
  confirmConsequences: (...args: unknown[]) => {
    told.push(args);
    return Promise.resolve({ ok: true });
  },
} as unknown as WorkflowGateway;

let api: TestApi;
let hr: Person;
let superior: Person;
let cycleId: string;
let appraisalOf: (personId: string) => string;
const CUT = 'bad.reduce_performance_pay';
const EXIT = 'bad.terminate.contract';

type Refused = { status: number; code: string; errors?: { path: string; code: string; messageZh: string }[] };
const codeOf = ({ body }: Answer<unknown>): string => {
  const { status, code } = body as Refused;
  return `${status} ${code}`;
};
const faultsOf = ({ body }: Answer<unknown>): readonly string[] =>
  ((body as Refused).errors ?? []).map(({ path }) => path);

function consequence(appraisalId: string, rule: string, own: Partial<ConsequenceRow> = {}): ConsequenceRow {
  return {
    ...{ appraisalId, rule, clause: '第三十条', effect: 'reduce_performance_pay', params: {} },
    ...{ adverse: true, force: 'confirm', gate: ['pay_rule_consulted_and_published'], gateRecords: [] },
    ...{ state: 'proposed', decidedBy: null, decidedAt: null, version: 1 },
    ...own,
  };
}

beforeAll(async () => {
  api = await startApi({ clock: { now: () => now }, gateway });
  hr = await api.as('hr');
  superior = await api.as('superior');
  ({ cycleId, appraisalOf } = await rosteredCycle(api, { clock: { kind: 'calendar' } }));
  await setStage(api, cycleId, {
    appraisals: {
      status: 'awaiting_confirmation',
      finalStatus: 'graded',
      finalGrade: 'incompetent',
      notifiedAt: at('2027-01-15'),
    },
  });
  const [one, three] = [appraisalOf('person-1'), appraisalOf('person-3')];
  await api.database.transactions.run(({ decisions }) =>
    decisions.appendConsequences([
      consequence(one, CUT),
      consequence(one, 'good.salary_step', {
        ...{ effect: 'raise_salary_step', params: { steps: 1 }, adverse: false, gate: [] },
      }),
      consequence(one, EXIT, { effect: 'may_terminate_contract', force: 'may', gate: [] }),
      consequence(three, CUT, { gate: [] }),
      consequence(three, 'bad.terminate.elected', {
        ...{ effect: 'refer_removal_to_residents_meeting', force: 'may', gate: ['residents_meeting_vote'] },
      }),
    ]),
  );
});
afterAll(() => api.close());

const confirm = async (name: Name, person: string, body: unknown, key?: string) =>
  (await api.as(name)).post(`/api/appraisals/${appraisalOf(person)}/consequence-confirmations`, body, key);
const register = async (record: string, over: Record<string, unknown> = {}, name: Name = 'hr') =>
  (await api.as(name)).post<{ documentId: string }>(`/api/cycles/${cycleId}/documents`, {
    about: { appraisalId: appraisalOf('person-1') },
    record,
    reference: '演示文1号',
    issuedOn: '2027-02-01',
    ...over,
  });
const attempts = async () => {
  const path = `/api/cycles/${cycleId}/units/${UNIT}/refused-attempts`;
  return (await (await api.as('auditor')).get<{ items: RefusedAttemptView[] }>(path)).body.items;
};

describe('a document on record', () => {
  it.each<[string, string, Record<string, unknown>, string]>([
    ['that no gate asks for', 'a_nice_letter', {}, '422 DOCUMENT_UNKNOWN'],
    ['of what the system knows itself', 'contest_window_over', {}, '422 DOCUMENT_UNKNOWN'],
    ['of tomorrow', 'union_told', { issuedOn: '2027-03-02' }, '422 DOCUMENT_DATE_INVALID'],
    ['of no day', 'union_told', { issuedOn: '2027-02-30' }, '422 CIVIL_DATE_INVALID'],
    ['about nobody here', 'union_told', { about: { personRef: 'nobody' } }, '404 NOT_FOUND'],
    ['about a unit not in the cycle', 'union_told', { about: { unitId: 'nowhere' } }, '404 NOT_FOUND'],
  ])('%s is refused', async (_what, record, over, expected) => {
    expect(codeOf(await register(record, over))).toBe(expected);
  });

  it('is not registered by the person it is about, nor from another unit', async () => {
    expect(codeOf(await register('union_told', {}, 'hr_appraised'))).toBe('403 OWN_LIST');
    expect(codeOf(await register('union_told', {}, 'other_supervisor'))).toBe('403 FORBIDDEN');
    expect(codeOf(await register('union_told', {}, 'worker'))).toBe('403 FORBIDDEN');
  });
});

describe('what hurts', () => {
  it('is refused while a document is missing, which is named in both languages, and that it was wanted stays on record', async () => {
    const before = (await attempts()).length;
    const refused = await confirm('superior', 'person-1', { confirm: [CUT] });
    expect(codeOf(refused)).toBe('422 GATE_RECORDS_MISSING');
    expect((refused.body as unknown as Refused).errors).toEqual([
      expect.objectContaining({
        code: 'pay_rule_consulted_and_published',
        messageZh: expect.stringContaining('工资规则'),
        message: expect.stringContaining('pay rule'),
      }),
    ]);
    const kept = await attempts();
    expect(kept).toHaveLength(before + 1);
    expect(kept.at(-1)).toMatchObject({
      appraisalId: appraisalOf('person-1'),
      rules: [CUT],
      missing: [{ rule: CUT, record: 'pay_rule_consulted_and_published' }],
      code: 'GATE_RECORDS_MISSING',
      attemptedBy: accountId('superior'),
      attemptedAt: now,
    });
    expect(told).toEqual([]);
  });

  it('is no longer opened by saying so', async () => {
    const gateRecords = { [CUT]: ['pay_rule_consulted_and_published'] };
    expect(codeOf(await confirm('superior', 'person-1', { confirm: [CUT], gateRecords }))).toBe(
      '400 REQUEST_INVALID',
    );
  });

  it('is decided by nobody it is about, nor a relative of theirs', async () => {
    expect(codeOf(await confirm('hr_appraised', 'person-1', { confirm: [CUT] }))).toBe('403 OWN_LIST');
    await api.database.transactions.run(({ contests }) =>
      contests.recordKin({
        ...{ personId: 'person-1', accountId: accountId('hr2') },
        ...{ recordedBy: accountId('hr'), recordedAt: now },
      }),
    );
    expect(codeOf(await confirm('hr2', 'person-1', { confirm: [CUT] }))).toBe('403 OWN_LIST');
    expect(codeOf(await confirm('supervisor', 'person-1', { confirm: [CUT] }))).toBe('403 FORBIDDEN');
  });

  it('is shown for the whole unit: what the law lets follow, and what hurts with what is missing', async () => {
    const { body } = await superior.get<GatesView>(`/api/appraisals/${appraisalOf('person-1')}/gates`);
    expect(body.gates.map(({ rule, open }) => [rule, open])).toEqual([
      [CUT, false],
      [EXIT, false],
    ]);
    const path = `/api/cycles/${cycleId}/units/${UNIT}/consequences`;
    expect(codeOf(await superior.get(path))).toBe('409 STAGE_NOT_OPEN'); // no list was composed here
    expect(codeOf(await (await api.as('worker')).get<UnitConsequencesView>(path))).toBe('403 FORBIDDEN');
  });
});

describe('an exit', () => {
  const both = { confirm: [CUT, EXIT] };
  const PAPERS: readonly [string, Record<string, unknown>][] = [
    ['pay_rule_consulted_and_published', { about: { unitId: UNIT }, issuedOn: '2026-01-10' }],
    ['training_or_post_change_done', { about: { personRef: 'person-1' }, issuedOn: '2026-04-01' }],
    ['still_incompetent_after', { issuedOn: '2026-12-20' }],
    ['not_protected_by_article_42', {}],
    ['union_told', { contentHash: `sha256:${'0'.repeat(64)}` }],
    ['notice_or_month_pay', { form: 'notice', issuedOn: '2027-01-25' }],
    ['severance_settled', {}],
  ];

  it('is barred while an earlier failure is only stated on a roster', async () => {
    const refused = await confirm('superior', 'person-1', both);
    expect(codeOf(refused)).toBe('409 GATE_CLOSED_BY_LAW');
    expect(faultsOf(refused)).toContain(`${EXIT}.TWO_FAILURES_NOT_PROVEN`);
    expect((await attempts()).at(-1)).toMatchObject({ code: 'GATE_CLOSED_BY_LAW' });
  });

  it('names every missing document once the failures are proven', async () => {
    await importGrades('person-1,2024,incompetent,演示通报2号,2025-01-20,');
    const refused = await confirm('superior', 'person-1', both);
    expect(codeOf(refused)).toBe('422 GATE_RECORDS_MISSING');
    expect([...faultsOf(refused)].sort()).toEqual(
      [
        `${CUT}.pay_rule_consulted_and_published`,
        ...PAPERS.slice(1).map(([record]) => `${EXIT}.${record}`),
      ].sort(),
    );
  });

  it('is closed by a protected period, whatever else is on record, and names the paragraph', async () => {
    for (const [record, over] of PAPERS) expect((await register(record, over)).status).toBe(201);
    const protection = { paragraph: 'maternity', until: '2027-12-31' };
    const { body } = await register('protected_period', { about: { personRef: 'person-1' }, protection });
    const refused = await confirm('superior', 'person-1', both);
    expect(codeOf(refused)).toBe('409 GATE_CLOSED_BY_LAW');
    expect((refused.body as unknown as Refused).errors?.[0]?.messageZh).toContain('第四十二条第四项');
    const withdraw = `/api/documents/${body.documentId}/withdrawal`;
    const reason = { reason: '演示：登错了人' };
    expect((await hr.post(withdraw, reason)).status).toBe(200);
    expect(codeOf(await hr.post(withdraw, reason))).toBe('409 DUPLICATE_DOCUMENT');
  });

  it('of an elected member is only ever a referral', async () => {
    const { body } = await superior.get<GatesView>(`/api/appraisals/${appraisalOf('person-3')}/gates`);
    expect(body.gates.find(({ rule }) => rule === 'bad.terminate.elected')).toMatchObject({
      carriedOutAs: 'residents_meeting',
      open: false,
    });
  });

  it('can wait while what waits is confirmed: twice asked is once done, and says which documents opened it', async () => {
    expect((await confirm('superior', 'person-1', { confirm: [CUT] }, 'confirm-1')).body).toEqual({
      done: true,
    });
    expect((await confirm('superior', 'person-1', { confirm: [CUT] }, 'confirm-1')).body).toEqual({
      done: true,
    });
    expect(told).toHaveLength(1);
    const rows = await api.database.transactions.read(({ decisions }) =>
      decisions.currentConsequences([appraisalOf('person-1')]),
    );
    const cut = rows.find(({ rule }) => rule === CUT);
    expect(cut).toMatchObject({ state: 'confirmed', decidedBy: accountId('superior'), version: 2 });
    expect(cut?.gateRecords).toHaveLength(3);
  });

  it('is decided after the record, by its own gate, and enters the ledger', async () => {
    const later = `/api/appraisals/${appraisalOf('person-1')}/later-decisions`;
    expect(codeOf(await superior.post(later, { confirm: [EXIT] }))).toBe('409 STAGE_NOT_OPEN');
    await recordDecision(
      {
        transactions: api.database.transactions,
        clock: { now: () => now },
        rulebooks: createRulebookShelf(),
        postTitles: () => Promise.reject(new Error('not asked')),
      } as unknown as Parameters<typeof recordDecision>[0],
      { cycleId, appraisalId: appraisalOf('person-1'), approvedBy: accountId('supervisor') },
    );
    expect((await superior.post(later, { confirm: [EXIT] }, 'later-1')).body).toEqual({ done: true });
    expect((await superior.post(later, { confirm: [EXIT] }, 'later-1')).body).toEqual({ done: true });
    expect(codeOf(await superior.post(later, { confirm: [EXIT] }))).toBe('409 NOTHING_TO_CONFIRM');
  });
});

describe('the ledger', () => {
  const own = async (query = '') =>
    (await (await api.as('worker')).get<LedgerView>(`/api/ledger/mine${query}`)).body;

  it('is read by the person and by those who answer for them, and adds up to a date', async () => {
    const { entries, state } = await own();
    expect(entries.map(({ rule, effectiveOn }) => `${rule} ${effectiveOn}`).sort()).toEqual([
      `${CUT} 2027-01-01`,
      `${EXIT} 2027-03-01`,
      'good.salary_step 2027-01-01',
    ]);
    expect(state).toMatchObject({ paySteps: 1, performancePay: [{ year: 2026, coefficient: null }] });
    expect((await own('?at=2026-12-31')).state).toMatchObject({ paySteps: 0, performancePay: [] });
    const read = (name: Name) => api.as(name).then((one) => one.get('/api/people/person-1/ledger'));
    expect((await read('auditor')).status).toBe(200);
    expect(codeOf(await read('elsewhere'))).toBe('403 FORBIDDEN');
    expect(codeOf(await hr.get('/api/people/nobody/ledger'))).toBe('404 NOT_FOUND');
  });

  it('is exported for payroll: the same period is the same bytes, its hash printed and kept', async () => {
    const period = { areaId: AREA, from: '2027-03-01', to: '2027-03-01' };
    expect(codeOf(await hr.post('/api/payroll-exports/csv', period))).toBe('422 PERIOD_INVALID');
    now = at('2027-03-02', 1);
    const csv = await hr.post('/api/payroll-exports/csv', period);
    expect(csv.text.split('\r\n')).toHaveLength(1 + 3 + 4 + 1);
    expect((await hr.post('/api/payroll-exports/csv', period)).text).toBe(csv.text);
    const workbook = async () => {
      const sent = await fetch(`${api.url}/api/payroll-exports/xlsx`, await bearer('hr', period));
      return Buffer.from(await sent.arrayBuffer()).toString('base64');
    };
    const first = await workbook();
    expect(await workbook()).toBe(first);
    const { body } = await (
      await api.as('auditor')
    ).get<{ items: Record<string, unknown>[] }>(`/api/areas/${AREA}/payroll-exports`);
    expect(body.items.map(({ format, entries }) => `${String(format)} ${String(entries)}`)).toEqual([
      'csv 3',
      'csv 3',
      'xlsx 3',
      'xlsx 3',
    ]);
    const hashes = new Set(body.items.map(({ contentHash }) => contentHash));
    expect(hashes.size).toBe(1);
    expect(csv.text).toContain(`content-hash,${[...hashes].join()}`);
    expect(codeOf(await superior.post('/api/payroll-exports/csv', period))).toBe('403 FORBIDDEN');
  });

  it('undoes by entries of its own what a changed result undid, from the same day, once', async () => {
    const appraisalId = appraisalOf('person-1');
    const restore = () =>
      api.database.transactions.run(async (stores) => {
        const appraisal = await stores.appraisals.byId(appraisalId);
        const cycle = await stores.cycles.byId(cycleId);
        if (appraisal === null || cycle === null) throw new Error('seeded');
        const by = accountId('superior');
        await restoreAfterContest(stores, { cycle, appraisal, by, at: now, changeId: 'contest-1' });
      });
    const rows = await api.database.transactions.read(({ decisions }) =>
      decisions.currentConsequences([appraisalId]),
    );
    await api.database.transactions.run(({ decisions }) =>
      decisions.appendConsequences(
        rows
          .filter(({ rule }) => rule === CUT)
          .map((row): ConsequenceRow => ({ ...row, state: 'refused', version: row.version + 1 })),
      ),
    );
    await restore();
    await restore();
    const { entries, state } = await own();
    expect(state.performancePay).toEqual([]);
    expect((await own('?at=2027-01-01')).state.performancePay).toEqual([]);
    const reversals = entries.filter(({ reverses }) => reverses !== null);
    expect(reversals).toEqual([
      expect.objectContaining({
        reverses: `${appraisalId}/${CUT}`,
        because: 'contest-1',
        effectiveOn: '2027-01-01',
      }),
    ]);
  });
});

describe('after a result', () => {
  let rehearsed: string; // of person-1, on a rehearsal's clock
  beforeAll(async () => {
    const rehearsal = await rosteredCycle(api);
    rehearsed = rehearsal.appraisalOf('person-1');
    await setStage(api, rehearsal.cycleId, { appraisals: { status: 'recorded', notifiedAt: now } });
  });

  it('a plan is set with a deadline, waits in an inbox, and is met once its steps are done', async () => {
    const base = `/api/appraisals/${rehearsed}`;
    const plan = { steps: ['演示：每月走访', '演示：参加培训'], workingDays: 3 };
    expect(codeOf(await hr.post(`${base}/improvement-plans`, { ...plan, rule: 'none' }))).toBe(
      '422 CONSEQUENCE_UNKNOWN',
    );
    const live = `/api/appraisals/${appraisalOf('person-1')}/improvement-plans`;
    expect(codeOf(await hr.post(live, plan))).toBe('409 CALENDAR_YEAR_UNKNOWN'); // nobody knows the days of 2027 yet
    const { body } = await hr.post<{ planId: string }>(`${base}/improvement-plans`, plan);
    const path = `/api/improvement-plans/${body.planId}`;
    const waiting = () =>
      api.database.transactions.read(({ inbox }) => inbox.ofSource(`plan/${body.planId}`));
    expect(await waiting()).toEqual([
      expect.objectContaining({ kind: 'improvement_plan', accountId: accountId('hr') }),
    ]);
    const note = '演示：已完成';
    expect((await hr.post(`${path}/steps`, { step: 0, note })).body).toEqual({ done: true });
    expect(codeOf(await hr.post(`${path}/steps`, { step: 0, note }))).toBe('409 DUPLICATE_PLAN_ACT');
    expect(codeOf(await hr.post(`${path}/steps`, { step: 2, note }))).toBe('404 NOT_FOUND');
    expect(codeOf(await hr.post(`${path}/end`, { outcome: 'met', note }))).toBe('409 PLAN_STEPS_OPEN');
    await hr.post(`${path}/steps`, { step: 1, note });
    expect((await hr.post(`${path}/end`, { outcome: 'met', note })).body).toEqual({ done: true });
    expect(codeOf(await hr.post(`${path}/end`, { outcome: 'not_met', note }))).toBe('409 PLAN_ENDED');
    expect(await waiting()).toEqual([]);
  });

  it('a talk is recorded with what the person said to it, and both are shown to them', async () => {
    const base = `/api/appraisals/${rehearsed}`;
    const talk = { kind: 'reminder', heldOn: '2027-03-01', summary: '演示：谈话', reply: '演示：接受' };
    expect((await hr.post(`${base}/talks`, talk)).status).toBe(201);
    expect(codeOf(await hr.post(`${base}/talks`, { ...talk, heldOn: '2027-04-01' }))).toBe(
      '422 DOCUMENT_DATE_INVALID',
    );
    const { body } = await (await api.as('worker')).get<FollowUpView>(`${base}/follow-up`);
    expect(body.plans).toEqual([expect.objectContaining({ ended: true })]);
    expect(body.talks).toEqual([expect.objectContaining({ reply: '演示：接受' })]);
    expect(codeOf(await (await api.as('worker2')).get(`${base}/follow-up`))).toBe('403 FORBIDDEN');
  });
});

/** Results of earlier years: see earlier-grades.int.spec.ts. */
async function importGrades(...rows: readonly string[]): Promise<Answer> {
  const query = new URLSearchParams({ area: AREA, rulebook: await adoptNational(hr) });
  const header = 'personRef,year,result,reference,provenOn,corrects';
  return hr.upload(`/api/earlier-grades?${query.toString()}`, 'text/csv', [header, ...rows].join('\n'));
}

async function bearer(name: string, json: unknown): Promise<RequestInit> {
  const { body } = await api.stranger.send<{ token: string }>('/api/tokens', {
    method: 'POST',
    json: { username: name, password: 'demo-password-1' },
  });
  const headers = { authorization: `Bearer ${body.token}`, 'content-type': 'application/json' };
  return { method: 'POST', headers, body: JSON.stringify(json) };
}
