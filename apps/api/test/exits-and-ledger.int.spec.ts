import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { recordDecision, restoreAfterContest, type ConsequenceRow } from '@kaoji/application';
import { createRulebookShelf } from '@kaoji/application/staff';
import type { GatesView, LedgerView } from '@kaoji/http-contract';
import type { Answer } from './harness/api.js';
import {
  CUT,
  EXIT,
  at,
  codeOf,
  faultsOf,
  startWithDecisionsDue,
  type DecisionsDue,
  type Refused,
} from './harness/decisions-due.js';
import { AREA, UNIT, accountId, type Name } from './harness/places.js';
import { adoptNational } from './harness/year.js';

/** It is late on the first of March, and later a little past midnight. */
let now = at('2027-03-01', 23);

let api: DecisionsDue['api'];
let hr: DecisionsDue['hr'];
let superior: DecisionsDue['superior'];
let cycleId: DecisionsDue['cycleId'];
let appraisalOf: DecisionsDue['appraisalOf'];
let told: DecisionsDue['told'];
let confirm: DecisionsDue['confirm'];
let register: DecisionsDue['register'];
let attempts: DecisionsDue['attempts'];

beforeAll(async () => {
  ({ api, hr, superior, cycleId, appraisalOf, told, confirm, register, attempts } =
    await startWithDecisionsDue({ now: () => now }));
});
afterAll(() => api.close());

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
