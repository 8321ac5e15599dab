import { describe, expect, it } from '@jest/globals';
import { APPROVAL_VERBS } from '@kaoji/domain/approval';
import { countVerbs, missingFrom, renderVerbs, type Outcomes, type VerbUse } from './verb-report.js';

const uses = APPROVAL_VERBS.map((verb): VerbUse => ({
  ...{ verb, unit: '演示单位', round: 2, step: 'approval.supervisor', asDeputy: false },
}));
const outcomes: Outcomes = {
  ...{ deputyActs: 1, superiorsForNobody: 1, objectionsUpheld: 1, objectionsDismissed: 1 },
  ...{ reviewsUpheld: 1, reviewsChanged: 1, appealsUpheld: 1, refusalsWitnessed: 1 },
};

describe('the report of verbs', () => {
  it('has a line for every verb of the approval, used or not, and for every outcome', () => {
    const text = renderVerbs([], outcomes);
    for (const verb of APPROVAL_VERBS) expect(text).toMatch(new RegExp(` ${verb} +│ 0 `));
    for (const words of ['objections upheld', 'reviews that changed', 'appeals upheld', 'witnessed by two'])
      expect(text).toContain(words);
  });

  it('says in which unit, round and step a verb was used', () => {
    expect(renderVerbs(uses, outcomes)).toContain('演示单位 第2轮 approval.supervisor');
  });

  it.each(APPROVAL_VERBS)('misses %s when nobody used it', (verb) => {
    const without = uses.filter((use) => use.verb !== verb);
    expect(missingFrom(without, outcomes)).toEqual([`the approval verb ${verb} was never used`]);
    expect(countVerbs(without)[verb]).toBe(0);
  });

  it.each(Object.keys(outcomes))('misses a year without %s', (kind) => {
    expect(missingFrom(uses, { ...outcomes, [kind]: 0 })).toEqual([`the year holds no ${kind}`]);
    expect(missingFrom(uses, outcomes)).toEqual([]);
  });
});
