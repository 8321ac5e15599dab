import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sealAnswer } from './sealed-answer.js';
import { tallyEnvelopes } from './tally.js';

const rule = { satisfiedFrom: 4, scaleMax: 5, issued: 300 };
const ballot = (answer: unknown, stratum: 'ordinary' | 'representative' = 'ordinary') => ({
  payload: JSON.stringify({ overall: 5, workers: { p1: answer } }),
  stratum,
});
const times = (count: number, answer: number, stratum?: 'representative') =>
  Array.from({ length: count }, () => ballot(answer, stratum));

describe('tallyEnvelopes', () => {
  it.each([
    {
      rule: 'counts 149 satisfied of 250, nothing rounded',
      envelopes: [...times(149, 4), ...times(101, 3)],
      expected: { valid: 250, satisfied: 149, ordinary: 250 },
    },
    {
      rule: 'counts ordinary residents among the valid ballots only',
      envelopes: [...times(7, 5), ...times(3, 5, 'representative'), ballot(0)],
      expected: { valid: 10, satisfied: 10, ordinary: 7 },
    },
    {
      rule: 'takes the lowest answer as valid and not satisfied',
      envelopes: [ballot(1)],
      expected: { valid: 1, satisfied: 0, ordinary: 1 },
    },
    {
      rule: 'counts an answer exactly on satisfiedFrom as satisfied, one below not',
      envelopes: [ballot(4), ballot(3)],
      expected: { valid: 2, satisfied: 1, ordinary: 2 },
    },
    {
      rule: 'takes no number off the scale, no half, no text, no nothing',
      envelopes: [0, 6, -1, 3.5, '4', null, true, [4], { n: 4 }, 1e99].map((answer) => ballot(answer)),
      expected: { valid: 0, satisfied: 0, ordinary: 0 },
    },
    {
      rule: 'takes ballots that cannot be read as valid for nobody',
      envelopes: ['', '{', 'null', '[]', '"x"', '{"workers":null}', '{"workers":[5]}', '{}'].map(
        (payload) => ({
          payload,
          stratum: 'ordinary' as const,
        }),
      ),
      expected: { valid: 0, satisfied: 0, ordinary: 0 },
    },
    {
      rule: 'keeps the appraisee of an empty box, with the links issued',
      envelopes: [],
      expected: { valid: 0, satisfied: 0, ordinary: 0 },
    },
  ])('$rule', ({ envelopes, expected }) => {
    expect(tallyEnvelopes(rule, envelopes, ['p1'])).toEqual([
      { appraisalId: 'p1', issued: 300, ...expected },
    ]);
  });

  it('leaves out people who are not asked for and keeps the order asked for', () => {
    const payload = '{"overall":3,"workers":{"p1":5,"p2":2,"__proto__":5,"constructor":5}}';
    const rows = tallyEnvelopes(rule, [{ payload, stratum: 'ordinary' }], ['p2', 'toString', 'p1']);
    expect(rows.map((row) => [row.appraisalId, row.valid, row.satisfied])).toEqual([
      ['p2', 1, 0],
      ['toString', 0, 0],
      ['p1', 1, 1],
    ]);
  });

  it('agrees with counting each person alone, in any order of the envelopes', () => {
    const people = ['a', 'b', 'c'];
    const answers = fc.record({ a: fc.nat(6), b: fc.nat(6), c: fc.nat(6) }, { requiredKeys: [] });
    const box = fc.array(fc.tuple(answers, fc.constantFrom('ordinary' as const, 'service_object' as const)));
    fc.assert(
      fc.property(box, (ballots) => {
        const envelopes = ballots.map(([workers, stratum]) => {
          return { payload: sealAnswer({ overall: 3, workers }), stratum };
        });
        const rows = tallyEnvelopes(rule, [...envelopes].reverse(), people);
        for (const [at, person] of (['a', 'b', 'c'] as const).entries()) {
          const given = ballots.filter(([workers]) => [1, 2, 3, 4, 5].includes(workers[person] ?? 0));
          expect(rows[at]).toEqual({
            appraisalId: person,
            issued: 300,
            valid: given.length,
            satisfied: given.filter(([workers]) => (workers[person] ?? 0) > 3).length,
            ordinary: given.filter(([, stratum]) => stratum === 'ordinary').length,
          });
        }
      }),
    );
  });
});
