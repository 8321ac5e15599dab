import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GatesView, UnitConsequencesView } from '@kaoji/http-contract';
import {
  CUT,
  EXIT,
  at,
  codeOf,
  startWithDecisionsDue,
  type DecisionsDue,
  type Refused,
} from './harness/decisions-due.js';
import { UNIT, accountId } from './harness/places.js';

const now = at('2027-03-01', 23);

let api: DecisionsDue['api'];
let superior: DecisionsDue['superior'];
let cycleId: DecisionsDue['cycleId'];
let appraisalOf: DecisionsDue['appraisalOf'];
let told: DecisionsDue['told'];
let confirm: DecisionsDue['confirm'];
let register: DecisionsDue['register'];
let attempts: DecisionsDue['attempts'];

beforeAll(async () => {
  ({ api, superior, cycleId, appraisalOf, told, confirm, register, attempts } = await startWithDecisionsDue({
    now: () => now,
  }));
});
afterAll(() => api.close());

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
