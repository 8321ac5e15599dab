import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FollowUpView } from '@kaoji/http-contract';
import { at, codeOf, startWithDecisionsDue, type DecisionsDue } from './harness/decisions-due.js';
import { accountId } from './harness/places.js';
import { rosteredCycle, setStage } from './harness/year.js';

const now = at('2027-03-02', 1);

let api: DecisionsDue['api'];
let hr: DecisionsDue['hr'];
let appraisalOf: DecisionsDue['appraisalOf'];

beforeAll(async () => {
  ({ api, hr, appraisalOf } = await startWithDecisionsDue({ now: () => now }));
});
afterAll(() => api.close());

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
