import { describe, expect, it } from '@jest/globals';
import type { PersonEvaluation } from '@kaoji/domain';
import { STORY_CHAPTERS, stepLines, toldSteps, type Story, type StoryLanguage } from '@kaoji/domain/story';
import type { AppraisalRecord } from './appraisal-record.js';
import { ownStory } from './own-story.js';
import { tellAppraisal } from './tell-appraisal.js';

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
  appraisal: { id: 'a1', unitId: 'u1' },
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

/** Everything a reader is shown of a story. */
function textOf(story: Story, language: StoryLanguage): string {
  return toldSteps(story)
    .flatMap((step) => [
      step.what[language],
      ...stepLines(step, language).map(({ label, text }) => `${label}: ${text}`),
    ])
    .join('\n');
}

describe('the story of an appraisal, from its records', () => {
  const story = tellAppraisal(record, []);

  it('goes from evidence to ledger', () => {
    const chapters = new Set(story.steps.map(({ chapter }) => chapter));
    const untold = new Set(['start', 'notice', 'engine']); // nothing of them is on this record
    expect(STORY_CHAPTERS.filter((chapter) => chapters.has(chapter))).toEqual(
      STORY_CHAPTERS.filter((chapter) => !untold.has(chapter)),
    );
  });

  it('tells people by role, and never who else was touched', () => {
    const text = textOf(story, 'zh');
    expect(text).toContain('第 1 轮 s1 退回\n谁: 领导班子成员\n为何: 演示：核对');
    expect(text).toContain('见证：考察组成员、同事');
    expect(text).toContain('触及另一人（保留原档次）：优秀 → 合格');
    expect(JSON.stringify(story)).not.toContain('other-person');
  });

  it('shows what a contest changed: before, after, and every step that differs with its clause', () => {
    const text = textOf(story, 'en');
    expect(text).toContain('changed: score: 95.06 → 95.3');
    expect(text).toContain('changed: grade: competent → excellent [第十条]');
    expect(text).toContain('changed: fourth quarter: 95 → 100 [第八条]');
    expect(text).toContain('the appraisee appeals');
  });

  it('says which gate a consequence stood behind and what was on record for it', () => {
    expect(textOf(story, 'en')).toContain(
      'bad.pay cut (adverse): confirmed; gate talk_record: 1 on record\nwho: a member of the leading group\nclause: 第三十条',
    );
  });

  it('says that a rehearsal never reaches the ledger', () => {
    expect(textOf(story, 'zh')).toContain('演练不入台账');
  });
});

describe('the same story for the appraisee', () => {
  it('leaves out whom a contest touched, reasons given on the list, and accounts', () => {
    const story = ownStory(record, []);
    const text = textOf(story, 'zh');
    expect(text).not.toContain('触及另一人');
    expect(text).not.toContain('演示：核对');
    expect(text).toContain('演示：属实');
    expect(story.steps.every(({ account }) => account === null)).toBe(true);
  });

  it('keeps an outcome that has not reached them to itself, and the result it comes to', () => {
    const events = record.contest?.events.slice(0, 1) ?? [];
    const undelivered = {
      ...record,
      contest: record.contest === null ? null : { ...record.contest, events },
    };
    const all = textOf(tellAppraisal(undelivered, []), 'en');
    const own = textOf(ownStory(undelivered, []), 'en');
    for (const secret of ['95.3', 'decided the review']) {
      expect(all).toContain(secret);
      expect(own).not.toContain(secret);
    }
    expect(own).toContain('the appraisee contests');
  });
});
