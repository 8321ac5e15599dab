import { describe, expect, it } from '@jest/globals';
import { APPROVAL_ROWS } from '../testing/approval-rows.js';
import { actFrom, after, inShort } from '../testing/approvals.js';
import { applyAct, refuseAct } from './apply-act.js';
import { APPROVAL_VERBS } from './approval-act.js';

describe('the verbs of an approval', () => {
  it.each(APPROVAL_ROWS)('$rule', ({ plan, before, act: line, refused, then }) => {
    const state = after(plan, before);
    const act = actFrom(state, line);
    expect(refuseAct(state, act)).toBe(refused ?? null);
    if (then !== undefined) expect(inShort(applyAct(state, act))).toBe(then);
  });

  it('each have a row that shows what they do', () => {
    const shown = APPROVAL_ROWS.filter(({ then }) => then !== undefined).map(
      ({ act }) => /^\S+ (\w+)/.exec(act)?.[1],
    );
    expect(APPROVAL_VERBS.filter((verb) => !shown.includes(verb))).toEqual([]);
  });
});
