import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { APPROVAL_ROWS } from '../testing/approval-rows.js';
import { MAJORITY, actOf, planOf, stepWith } from '../testing/approvals.js';
import { oracleAllows } from '../testing/approval-oracle.js';
import { diceOf } from '../testing/dice.js';
import { APPROVAL_VERBS, type ApprovalAct, type ApprovalRefusal, type ApprovalVerb } from './approval-act.js';
import type { ApprovalPlan, HowMany } from './approval-plan.js';
import type { ApprovalState } from './approval-state.js';
import { applyAct, escalateStep, openApproval, refuseAct } from './apply-act.js';

import { DEPUTY_VERBS } from './may-act.js';
import { planStep } from './plan-step.js';
import { runAnew } from './run-anew.js';
import { tasksOf } from './tasks-of.js';

const PEOPLE = ['a', 'b', 'c', 'd', 'e', 'boss', 'chief', 'starter', 'x'] as const;
const MODES: readonly [HowMany, HowMany, HowMany, HowMany] = [
  { mode: 'all' },
  { mode: 'one' },
  { mode: 'in_order' },
  MAJORITY,
];
type Dice = ReturnType<typeof diceOf>;

function anyPlan(dice: Dice): ApprovalPlan {
  const count = 1 + dice.below(3);
  const ids = ['s1', 's2', 's3'].slice(0, count);
  const steps = ids.map((id, at) =>
    planStep(
      {
        id,
        many: dice.pick(MODES),
        returnTo: [...ids.slice(0, at), 'collection'],
        reasonFor: [],
        batch: false,
      },
      {
        candidates: PEOPLE.filter(() => dice.chance(35)).map((holder) => ({ holder, weight: 1 })),
        superiors: dice.chance(80) ? ['boss', 'chief'] : [],
        starter: 'starter',
        recused: dice.chance(20) ? [{ account: dice.pick(PEOPLE), why: 'relative' }] : [],
      },
    ),
  );
  return { starter: 'starter', steps };
}

function anyAct(state: ApprovalState, dice: Dice): ApprovalAct {
  const last = state.acts.at(-1);
  if (last !== undefined && dice.chance(6))
    return actOf(state, `act-${state.version}`, last.by, 'withdraw', { act: last.id });
  const tasks = tasksOf(state);
  const task = dice.chance(70) ? tasks[dice.below(Math.max(1, tasks.length))] : undefined;
  const listed = task?.verbs[dice.below(task.verbs.length)];
  const anyVerb = APPROVAL_VERBS[dice.below(APPROVAL_VERBS.length)] ?? 'read';
  const verb: ApprovalVerb = dice.chance(40) && task !== undefined ? 'approve' : (listed ?? anyVerb);
  const open = state.challenges[0]?.against;
  const to =
    verb === 'grant_recusal' || verb === 'refuse_recusal'
      ? [open ?? dice.pick(PEOPLE)]
      : verb === 'hand_over'
        ? [dice.pick(PEOPLE), dice.pick(PEOPLE)]
        : [dice.pick(PEOPLE)];
  const step = state.plan.steps[dice.below(state.plan.steps.length)]?.id ?? state.step;
  const acted = state.acts[dice.below(Math.max(1, state.acts.length))]?.id;
  const deputy = dice.chance(15); // mostly an outsider for whoever is waited for
  const by = deputy ? dice.pick(['y', 'z', ...PEOPLE]) : (task?.account ?? dice.pick(PEOPLE));
  return actOf(state, `act-${state.version}`, by, verb, {
    to,
    onBehalfOf: deputy ? (task?.account ?? dice.pick(PEOPLE)) : null,
    ...(verb === 'return' && dice.chance(60) ? { returnTo: step } : {}),
    ...(verb === 'return' && dice.chance(40) ? { appraisals: ['p1'] } : {}),
    ...(acted === undefined ? {} : { act: acted }),
    ...(dice.chance(5) ? { reasonHash: null } : {}),
  });
}

type Walk = {
  readonly states: readonly ApprovalState[];
  readonly refused: readonly { readonly act: ApprovalAct; readonly code: ApprovalRefusal }[];
};

/** Acts of anybody, mostly of whoever is waited for; the refused ones change nothing. */
function walk(
  seed: number,
  check: (before: ApprovalState, act: ApprovalAct, now: ApprovalState) => void,
): Walk {
  const dice = diceOf(seed);
  let state = openApproval(anyPlan(dice));
  const states = [state];
  const refused: { act: ApprovalAct; code: ApprovalRefusal }[] = [];
  for (let move = 0; move < 30 && state.status === 'open'; move += 1) {
    if (dice.chance(5)) state = escalateStep(state);
    const act = anyAct(state, dice);
    const code = refuseAct(state, act);
    if (code !== null) {
      refused.push({ act, code });
      expect(() => applyAct(state, act)).toThrow(/refused/);
      continue;
    }
    const now = applyAct(state, act);
    check(state, act, now);
    state = now;
    states.push(state);
  }
  return { states, refused };
}

const anySeed = fc.integer({ min: 0, max: 2 ** 31 });
const RUNS = { numRuns: 40 };
const ids = ({ acts }: ApprovalState) => acts.map(({ id }) => id);

describe('whatever anybody does', () => {
  it('keeps every earlier act and adds one, one version on, as plain JSON', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        walk(seed, (before, act, now) => {
          expect(now.version).toBe(before.version + 1);
          expect(ids(now)).toEqual([...ids(before), act.id]);
          expect(now.acts.map(({ verb, by, at, reasonHash }) => ({ verb, by, at, reasonHash }))).toEqual(
            [...before.acts, act].map(({ verb, by, at, reasonHash }) => ({ verb, by, at, reasonHash })),
          );
          expect(JSON.parse(JSON.stringify(now))).toEqual(now);
        });
      }),
      RUNS,
    );
  });

  it('nothing is approved without the named approvals, counted independently', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const last = walk(seed, (_before, act, now) => {
          if (now.status === 'approved') expect([act.verb, oracleAllows(now)]).toEqual([act.verb, true]);
        });
        expect(last.states.length).toBeGreaterThan(0);
      }),
      RUNS,
    );
  });

  it('an act of whoever stood aside never counts, nor one done for them', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        walk(seed, (_before, _act, { recused, acts, seats }) => {
          const counted = acts.filter(
            ({ counts, verb }) => counts && !['recuse', 'read', 'urge', 'cc', 'challenge'].includes(verb),
          );
          for (const account of recused) {
            expect(counted.filter(({ by, onBehalfOf }) => by === account || onBehalfOf === account)).toEqual(
              [],
            );
            expect(seats.filter(({ holder, state }) => holder === account && state !== 'gone')).toEqual([]);
          }
        });
      }),
      RUNS,
    );
  });

  it('no natural person fills two seats of a step, and the starter none', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        walk(seed, (_before, _act, { acts, seats }) => {
          const used = seats.filter(
            ({ act, state }) => act !== null && ['approved', 'rejected', 'abstained'].includes(state),
          );
          const people = used.map(({ act }) => acts.find(({ id }) => id === act)?.by);
          expect(new Set(people).size).toBe(people.length);
          expect(people).not.toContain('starter');
          const live = seats.filter(({ state }) =>
            ['waiting', 'approved', 'rejected', 'abstained'].includes(state),
          );
          expect(new Set(live.map(({ holder }) => holder)).size).toBe(live.length);
        });
      }),
      RUNS,
    );
  });

  it('running the acts anew gives the same approval', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const { states } = walk(seed, () => undefined);
        const last = states.at(-1);
        if (last !== undefined) expect(runAnew(last, last.acts, last.recused)).toEqual(last);
      }),
      RUNS,
    );
  });

  it('an escalation decides nothing and changes no vote', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        walk(seed, (_before, _act, now) => {
          const late = escalateStep(now);
          expect({ ...late, version: 0, escalated: true, escalations: [] }).toEqual({
            ...now,
            version: 0,
            escalated: late.escalated ? true : now.escalated,
            escalations: [],
            seats: now.seats.map((seat) => ({ ...seat, claimedBy: late === now ? seat.claimedBy : null })),
            ...(late === now ? { escalated: true } : {}),
          });
        });
      }),
      RUNS,
    );
  });

  it('whoever has a task may do what it says', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        walk(seed, (_before, _act, now) => {
          for (const { account, verbs, seat, as } of tasksOf(now)) {
            for (const verb of verbs.filter((each) =>
              ['approve', 'reject', 'abstain', 'give_back', 'claim'].includes(each),
            )) {
              const more = as === 'superior' ? { seat } : {};
              expect([verb, refuseAct(now, actOf(now, 'next', account, verb, more))]).toEqual([verb, null]);
            }
          }
        });
      }),
      RUNS,
    );
  });
});

describe('a refusal', () => {
  /** Codes any verb may get, and the one a deputy gets for a verb that is not for deputies. */
  const ANY = ['ALREADY_DECIDED', 'STAGE_NOT_OPEN', 'RECUSED', 'REASON_REQUIRED'];
  const shown = (verb: ApprovalVerb) =>
    APPROVAL_ROWS.filter(({ act }) => /^\S+ (\w+)/.exec(act)?.[1] === verb).map(({ refused }) => refused);

  it('never has a code that docs/approvals.md does not name for the verb', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const { refused } = walk(seed, () => undefined);
        for (const { act, code } of refused) {
          if (ANY.includes(code) || (act.onBehalfOf !== null && !DEPUTY_VERBS.includes(act.verb))) continue;
          expect([act.verb, shown(act.verb)]).toEqual([act.verb, expect.arrayContaining([code])]);
        }
      }),
      RUNS,
    );
  });
});

describe('the order of votes', () => {
  const VOTERS = ['a', 'b', 'c', 'd', 'e'] as const;
  const VERBS: Readonly<Record<'all' | 'one' | 'vote', readonly [ApprovalVerb, ...ApprovalVerb[]]>> = {
    all: ['approve', 'approve', 'approve', 'reject'],
    one: ['reject', 'reject', 'reject', 'approve'],
    vote: ['approve', 'approve', 'reject', 'abstain', 'return'],
  };
  const anyVote = fc.record({
    seed: anySeed,
    mode: fc.constantFrom('all' as const, 'one' as const, 'vote' as const),
    of: fc.constantFrom('seated' as const, 'cast' as const),
    threshold: fc.constantFrom('1/2', '2/3', '0.6', '1'),
    quorum: fc.constantFrom('1/3', '1/2', '2/3', '1'),
    votes: fc.shuffledSubarray([...VOTERS], { minLength: 1 }),
  });

  it('does not change what comes of them', () => {
    fc.assert(
      fc.property(anyVote, ({ seed, mode, of, threshold, quorum, votes }) => {
        const dice = diceOf(seed);
        const many: HowMany =
          mode === 'vote'
            ? { mode, threshold, inclusive: threshold === '1' || dice.chance(50), of, quorum }
            : { mode };
        const seats = VOTERS.map((holder) => ({ holder, weight: mode === 'vote' ? 1 + dice.below(3) : 1 }));
        const plan = planOf(stepWith(many, [], { seats, superiors: [] }));
        const said = new Map(VOTERS.map((voter) => [voter, dice.pick(VERBS[mode])]));
        const outcome = (order: readonly (typeof VOTERS)[number][]) => {
          let state = openApproval(plan);
          for (const voter of order) {
            const act = actOf(state, voter, voter, said.get(voter) ?? 'approve', { appraisals: [voter] });
            const code = refuseAct(state, act);
            if (code === null) state = applyAct(state, act);
            else expect(code).toBe('ALREADY_DECIDED');
          }
          return [state.status, state.returned];
        };
        const first = outcome(votes);
        expect(outcome([...votes].reverse())).toEqual(first);
        expect(outcome([...votes].sort())).toEqual(first);
      }),
      { numRuns: 200 },
    );
  });
});
