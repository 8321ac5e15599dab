import { describe, expect, it } from '@jest/globals';
import type { PersonEvaluation } from '@kaoji/domain';
import type { AppraisalRecord } from './appraisal-record.js';
import { appraisalStory } from './appraisal-story.js';

const evaluation = (grade: string, composite: string, mark: string): string => {
  const decision = { status: 'graded', grade, by: 'band', rule: 'band', clause: '第十条' };
  const why = { zh: '落在区间', en: 'in the band' };
  const node = {
    what: { zh: '第四季度', en: 'fourth quarter' },
    rule: 'routine',
    clause: '第八条',
    children: [],
  };
  return JSON.stringify({
    ...{ id: 'a1', unit: 'u1', composite, line: null, provisional: { ...decision, why } },
    ...{ final: { ...decision, why }, derivation: { ...node, value: mark } },
  } as unknown as PersonEvaluation);
};
const decision = (grade: string) => ({
  status: 'graded',
  grade,
  by: 'quota',
  rule: 'q',
  clause: null,
  why: { zh: '', en: '' },
});
const record = {
  appraisal: { id: 'a1', personId: 'p1' },
  ...{ cycleKey: '2025/demo/rehearsal-1', rehearsal: true, notices: [], ledger: [] },
  evidence: {
    ...{ appraisalId: 'a1', round: 1, hash: 'sha256:e', sealedAt: 0 },
    body: JSON.stringify({
      marks: [{ role: 'peer' }, { role: 'peer' }],
      routine: [1, 2, 3, 4],
      adjustments: [],
    }),
  },
  evaluations: [
    { appraisalId: 'a1', round: 1, hash: 'h1', body: evaluation('competent', '95.06', '95') },
    { appraisalId: 'a1', round: 2, hash: 'h2', body: evaluation('excellent', '95.3', '100') },
  ],
  acts: [
    { verb: 'return', round: 1, step: 's1', actBy: 'boss', onBehalfOf: null, actAt: 0, reason: '演示：核对' },
  ],
  deliveries: [
    {
      ...{ appraisalId: 'a1', document: 'result', way: 'refused_witnessed', deliveredBy: 'hr' },
      ...{ witnesses: ['w1', 'w2'], reference: null, deliveredAt: 0, contestUntil: 86_400_000 },
    },
  ],
  contest: {
    row: { id: 'c1', appraisalId: 'a1', grounds: '演示：漏记表彰', filedAt: 0 },
    events: [
      {
        ...{ contestId: 'c1', seq: 1, actor: 'rev', happenedAt: 0 },
        body: {
          ...{ kind: 'decided', stage: 'review', outcome: 'changed', reason: '演示：属实', corrections: [] },
          ...{ spared: false, beforeHash: 'h1', afterHash: 'h2' },
          touched: [
            {
              ...{ id: 'other-person', unit: 'u1', effect: 'kept' },
              ...{ before: decision('excellent'), recomputed: decision('competent') },
            },
          ],
        },
      },
      {
        ...{ contestId: 'c1', seq: 2, actor: 'me', happenedAt: 0 },
        body: { kind: 'appealed', grounds: '演示：不服' },
      },
    ],
  },
  consequences: [
    {
      ...{
        rule: 'bad.pay',
        clause: '第三十条',
        effect: 'cut',
        adverse: true,
        state: 'confirmed',
        decidedBy: 'boss',
      },
      ...{ gate: ['talk_record'], gateRecords: ['doc-1'] },
    },
  ],
  roles: new Map([
    ['boss', ['superior']],
    ['hr', ['hr_officer']],
    ['w1', ['panel_member']],
    ['w2', ['peer']],
    ['rev', ['reviewer']],
    ['me', ['self']],
  ]),
} as unknown as AppraisalRecord;

describe('the story of an appraisal', () => {
  it('goes from evidence to ledger, a chapter each, in Chinese and in English', () => {
    const chapters = (text: string): readonly string[] =>
      text
        .split('\n')
        .filter((line) => /^\S/u.test(line))
        .slice(1);
    expect(chapters(appraisalStory(record, 'zh'))).toEqual(
      ['证据', '评定', '审定', '公示', '送达', '复核、申诉', '结果运用', '权益台账'], // prettier-ignore
    );
    expect(chapters(appraisalStory(record, 'en'))).toEqual(
      ['Evidence', 'Grade', 'Approval', 'Notice', 'Delivery', 'Contest', 'Consequences', 'Ledger'], // prettier-ignore
    );
  });

  it('tells people by role, and never who else was touched', () => {
    const text = appraisalStory(record, 'zh');
    expect(text).toContain('领导班子成员 退回：演示：核对');
    expect(text).toContain('见证：考察组成员、同事');
    expect(text).toContain('触及另一人：优秀，重算为合格，保留原档次');
    expect(text).not.toContain('other-person');
  });

  it('shows what a contest changed: before, after, and every step that differs with its clause', () => {
    const text = appraisalStory(record, 'en');
    expect(text).toContain('before: competent, score 95.06; after: excellent, score 95.3 (第十条)');
    expect(text).toContain('fourth quarter: 95 → 100 [第八条]');
    expect(text).toContain('the appraisee appeals');
  });

  it('says which gate a consequence stood behind and what was on record for it', () => {
    expect(appraisalStory(record, 'en')).toContain(
      'bad.pay [第三十条] cut (adverse): confirmed, a member of the leading group; gate talk_record: 1 on record',
    );
  });

  it('says that a rehearsal never reaches the ledger', () => {
    expect(appraisalStory(record, 'zh')).toContain('演练不入台账');
  });
});
