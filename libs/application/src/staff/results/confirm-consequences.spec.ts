import { describe, expect, it } from '@jest/globals';
import type { ConsequenceRow } from '../../ports/records.js';
import { decide } from './confirm-consequences.js';

const row = (over: Partial<ConsequenceRow>): ConsequenceRow => ({
  appraisalId: 'a',
  rule: 'pay.cut',
  clause: 'Art 30',
  effect: 'reduce_pay',
  params: {},
  adverse: true,
  force: 'confirm',
  gate: ['written_result_delivered'],
  gateRecords: [],
  state: 'proposed',
  decidedBy: null,
  decidedAt: null,
  version: 1,
  ...over,
});
const records = { 'pay.cut': ['written_result_delivered'] };

describe('decide', () => {
  it('writes the next version of each, with who, when and the records named', () => {
    const rows = [row({}), row({ rule: 'exit', gate: [], version: 3 })];
    const decided = decide(rows, { confirm: ['pay.cut'], refuse: ['exit'], gateRecords: records }, 'li', 9);
    expect(decided).toEqual([
      {
        ...row({}),
        state: 'confirmed',
        gateRecords: records['pay.cut'],
        decidedBy: 'li',
        decidedAt: 9,
        version: 2,
      },
      { ...rows[1], state: 'refused', decidedBy: 'li', decidedAt: 9, version: 4 },
    ]);
  });

  it.each([
    {
      rule: 'refuses to confirm behind a gate whose records are not named',
      rows: [row({})],
      input: { confirm: ['pay.cut'], refuse: [], gateRecords: {} },
      code: 'GATE_RECORDS_MISSING',
    },
    {
      rule: 'refuses a consequence nobody proposed',
      rows: [row({})],
      input: { confirm: ['exit'], refuse: ['pay.cut'], gateRecords: {} },
      code: 'CONSEQUENCE_UNKNOWN',
    },
    {
      rule: 'refuses to confirm and refuse the same one',
      rows: [row({})],
      input: { confirm: ['pay.cut'], refuse: ['pay.cut'], gateRecords: records },
      code: 'CONSEQUENCE_UNKNOWN',
    },
    {
      rule: 'refuses what was decided before',
      rows: [row({ state: 'confirmed' })],
      input: { confirm: ['pay.cut'], refuse: [], gateRecords: records },
      code: 'CONSEQUENCE_UNKNOWN',
    },
    {
      rule: 'refuses to leave one that hurts undecided',
      rows: [row({}), row({ rule: 'exit' })],
      input: { confirm: ['pay.cut'], refuse: [], gateRecords: records },
      code: 'CONSEQUENCES_UNDECIDED',
    },
  ])('$rule', ({ rows, input, code }) => {
    expect(() => decide(rows, input, 'li', 9)).toThrow(expect.objectContaining({ code }));
  });

  it('lets what an office merely may do wait', () => {
    const rows = [row({}), row({ rule: 'talk', force: 'may' })];
    const decided = decide(rows, { confirm: [], refuse: ['pay.cut'], gateRecords: {} }, 'li', 9);
    expect(decided.map(({ rule }) => rule)).toEqual(['pay.cut']);
  });
});
