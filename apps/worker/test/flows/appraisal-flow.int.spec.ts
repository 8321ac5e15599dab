import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { WorkflowHandle } from '@temporalio/client';
import type { MessageAnswer } from '@kaoji/application';
import {
  appraisalStateQuery,
  appraisalWorkflowId,
  type AppraisalActivities,
  type AppraisalResult,
  type GradeInput,
  type SealInput,
} from '@kaoji/temporal-contract';
import { startRig, type FlowRig } from '../rig/flow-rig.js';
import { until } from '../rig/until.js';

const CYCLE = { cycleId: 'c1', cycleKey: '' };
const SEAL: Omit<SealInput, 'round'> = {
  evidenceHash: 'sha256:e',
  composite: '89.6',
  provisional: 'competent',
  outcome: 'graded',
  derivationHash: 'sha256:d',
};

/** What the local activities were asked to record, in order. */
type Recorded = { readonly step: keyof AppraisalActivities; readonly appraisalId: string };

let rig: FlowRig;
const recorded: Recorded[] = [];
const stepsOf = (id: string) => recorded.filter((one) => one.appraisalId === id).map((one) => one.step);

const activities: AppraisalActivities = {
  recordDecision: async ({ appraisalId }) => void recorded.push({ step: 'recordDecision', appraisalId }),
  openConfirmation: async ({ appraisalId }) => void recorded.push({ step: 'openConfirmation', appraisalId }),
  freezeForContest: async ({ appraisalId }) => void recorded.push({ step: 'freezeForContest', appraisalId }),
  recordDeparture: async ({ appraisalId }) => void recorded.push({ step: 'recordDeparture', appraisalId }),
};

beforeAll(async () => {
  rig = await startRig('appraisal-flow');
  Object.assign(CYCLE, { cycleKey: rig.taskQueue });
  await rig.work(activities);
}, 60_000);
afterAll(async () => rig?.stop(), 60_000);

const workflowIdOf = (id: string) => appraisalWorkflowId(CYCLE.cycleKey, id);
const handleOf = (id: string): WorkflowHandle => rig.client.workflow.getHandle(workflowIdOf(id));
const stageOf = async (id: string) => (await handleOf(id).query(appraisalStateQuery)).stage;
const resultOf = async (id: string) => (await handleOf(id).result()) as AppraisalResult;
const open = async (id: string) =>
  rig.messenger.startAppraisal(CYCLE.cycleKey, {
    cycleId: CYCLE.cycleId,
    appraisalId: id,
    eligibility: 'graded',
  });
const seal = async (id: string, round = 1): Promise<MessageAnswer> =>
  rig.messenger.seal(CYCLE.cycleKey, id, { ...SEAL, round });
const gradeWith = (change: Partial<GradeInput> = {}, windowMs = 0): GradeInput => {
  const notifiedAt = Date.now();
  return {
    after: 'list',
    outcome: 'graded',
    grade: 'competent',
    resultHash: 'sha256:r',
    approvedBy: 'account-7',
    notifiedAt,
    contestUntil: notifiedAt + windowMs,
    adverse: 0,
    ...change,
  };
};
const grade = async (id: string, change: Partial<GradeInput> = {}, windowMs = 0): Promise<MessageAnswer> =>
  rig.messenger.grade(CYCLE.cycleKey, id, gradeWith(change, windowMs));
const sealed = async (id: string) => {
  await open(id);
  await seal(id);
};

describe('appraisal', () => {
  it('takes at most 10 state transitions and 5 workflow tasks when nobody contests it', async () => {
    await sealed('ordinary');
    await grade('ordinary', {}, 400);

    expect(await resultOf('ordinary')).toEqual({ end: 'recorded', outcome: 'graded', grade: 'competent' });
    const cost = await rig.costOf(workflowIdOf('ordinary'));
    expect(cost.transitions).toBeGreaterThan(0);
    expect(cost.transitions).toBeLessThanOrEqual(10);
    expect(cost.workflowTasks).toBeGreaterThan(0);
    expect(cost.workflowTasks).toBeLessThanOrEqual(5);
  });

  it('is recorded at once when there is no window to contest', async () => {
    await sealed('no-window');
    await grade('no-window');

    expect((await resultOf('no-window')).end).toBe('recorded');
    expect(stepsOf('no-window')).toEqual(['recordDecision']);
  });

  it('is recorded only after the window to contest', async () => {
    await sealed('window');
    const contestUntil = Date.now() + 700;
    await grade('window', { contestUntil });

    expect(stepsOf('window')).toEqual([]);
    await resultOf('window');
    expect(Date.now()).toBeGreaterThanOrEqual(contestUntil);
    expect(stepsOf('window')).toEqual(['recordDecision']);
  });

  it('is frozen while contested, and goes on under the result its contest left', async () => {
    await sealed('contested');
    await grade('contested', {}, 60_000);

    const answer = await rig.gateway.contest(CYCLE.cycleKey, 'contested', 'k1', { contestId: 'x1' });
    expect(answer).toEqual({ ok: true });
    expect(await stageOf('contested')).toBe('contested');
    expect(stepsOf('contested')).toEqual(['freezeForContest']);
    const decided = (contestId: string) =>
      rig.messenger.contestDecided(CYCLE.cycleKey, 'contested', {
        ...{ contestId, outcome: 'graded', grade: 'excellent', resultHash: 'sha256:x' },
        ...{ approvedBy: 'reviewer', adverse: 0 },
      });
    expect(await decided('x2')).toEqual({ ok: false, code: 'STAGE_NOT_OPEN' });
    expect(await decided('x1')).toEqual({ ok: true });
    expect(await resultOf('contested')).toEqual({ end: 'recorded', outcome: 'graded', grade: 'excellent' });
    expect(stepsOf('contested')).toEqual(['freezeForContest', 'recordDecision']);
  });

  it('waits for a named person to confirm what hurts, however long that takes', async () => {
    await sealed('adverse');
    await grade('adverse', { adverse: 1, grade: 'incompetent' }, 200);
    await until(
      async () => stageOf('adverse'),
      (stage) => stage === 'awaiting_confirmation',
    );
    expect(stepsOf('adverse')).toEqual(['openConfirmation']);

    await rig.gateway.confirmConsequences(CYCLE.cycleKey, 'adverse', 'k1', { by: 'hr', confirmed: ['pay'] });
    expect((await resultOf('adverse')).end).toBe('recorded');
    expect(stepsOf('adverse')).toEqual(['openConfirmation', 'recordDecision']);
  });

  it('is graded later when a held case closes', async () => {
    await sealed('held');
    await grade('held', { outcome: 'held', grade: null });
    expect(await stageOf('held')).toBe('held');

    const answer = await rig.gateway.gradeAfterHold(CYCLE.cycleKey, 'held', 'later-1', {
      by: 'supervisor',
      status: 'graded',
      grade: 'competent',
      resultHash: 'sha256:later',
      notifiedAt: 1,
      contestUntil: 1,
      adverse: 0,
    });
    expect(answer).toEqual({ ok: true });
    expect(await resultOf('held')).toEqual({ end: 'recorded', outcome: 'graded', grade: 'competent' });
  });

  it.each([
    { stage: 'before the seal', id: 'leaves-open', prepare: async () => open('leaves-open') },
    { stage: 'after the seal', id: 'leaves-sealed', prepare: async () => sealed('leaves-sealed') },
    {
      stage: 'in the window',
      id: 'leaves-graded',
      prepare: async () => {
        await sealed('leaves-graded');
        await grade('leaves-graded', {}, 60_000);
      },
    },
    {
      stage: 'while held',
      id: 'leaves-held',
      prepare: async () => {
        await sealed('leaves-held');
        await grade('leaves-held', { outcome: 'held', grade: null });
      },
    },
    {
      stage: 'before what hurts is confirmed',
      id: 'leaves-unconfirmed',
      prepare: async () => {
        await sealed('leaves-unconfirmed');
        await grade('leaves-unconfirmed', { adverse: 2 });
      },
    },
  ])('ends when the appraisee leaves $stage', async ({ id, prepare }) => {
    await prepare();
    expect(await rig.gateway.depart(CYCLE.cycleKey, id, 'k1')).toEqual({ ok: true });
    expect((await resultOf(id)).end).toBe('left');
    expect(stepsOf(id)).not.toContain('recordDecision');
  });

  it('answers the same update id the same way and does it once', async () => {
    await sealed('twice');
    expect(await seal('twice')).toEqual({ ok: true });
    expect(await seal('twice')).toEqual({ ok: true });
    await grade('twice', {}, 60_000);
    const contest = async () => rig.gateway.contest(CYCLE.cycleKey, 'twice', 'k1', { contestId: 'x1' });
    expect(await Promise.all([contest(), contest()])).toEqual([{ ok: true }, { ok: true }]);
    expect(await contest()).toEqual({ ok: true });
    expect(stepsOf('twice')).toEqual(['freezeForContest']);
  });

  it('starts once, however often it is asked to', async () => {
    await Promise.all([open('started'), open('started')]);
    await open('started');
    const { events } = await rig.historyOf(workflowIdOf('started'));
    expect(events?.filter((event) => event.workflowExecutionStartedEventAttributes != null)).toHaveLength(1);
  });

  describe('refuses', () => {
    const later = { ...gradeWith({ after: 'hold' }), by: 'supervisor', status: 'graded' as const };
    const contest = async (id: string) =>
      rig.gateway.contest(CYCLE.cycleKey, id, 'refused', { contestId: 'x' });
    const confirm = async (id: string) =>
      rig.gateway.confirmConsequences(CYCLE.cycleKey, id, 'refused', { by: 'hr', confirmed: [] });

    it.each<{ rule: string; code: string; ask: () => Promise<MessageAnswer> }>([
      {
        rule: 'a result before the seal',
        code: 'STAGE_NOT_OPEN',
        ask: async () => {
          await open('r1');
          return grade('r1');
        },
      },
      {
        rule: 'an earlier round of evidence',
        code: 'ROUND_STALE',
        ask: async () => {
          await open('r2');
          await seal('r2', 2);
          return seal('r2', 1);
        },
      },
      {
        rule: 'a contest before the result',
        code: 'STAGE_NOT_OPEN',
        ask: async () => {
          await sealed('r3');
          return contest('r3');
        },
      },
      {
        rule: 'a contest after the window',
        code: 'CONTEST_WINDOW_CLOSED',
        ask: async () => {
          await sealed('r4');
          await grade('r4', { adverse: 1 });
          return contest('r4');
        },
      },
      {
        rule: 'a confirmation while the result can be contested',
        code: 'STAGE_NOT_OPEN',
        ask: async () => {
          await sealed('r5');
          await grade('r5', { adverse: 1 }, 60_000);
          return confirm('r5');
        },
      },
      {
        rule: 'a confirmation where nothing hurts',
        code: 'NOTHING_TO_CONFIRM',
        ask: async () => {
          await sealed('r6');
          await grade('r6', {}, 60_000);
          return confirm('r6');
        },
      },
      {
        rule: 'a later grade of whoever is not held',
        code: 'NOT_HELD',
        ask: async () => {
          await sealed('r7');
          return rig.gateway.gradeAfterHold(CYCLE.cycleKey, 'r7', 'k1', later);
        },
      },
      {
        rule: 'a second result',
        code: 'ALREADY_DECIDED',
        ask: async () => {
          await sealed('r8');
          await grade('r8', {}, 60_000);
          return rig.client.workflow
            .getHandle(workflowIdOf('r8'))
            .executeUpdate('grade', { updateId: 'another', args: [gradeWith()] })
            .then(
              (): MessageAnswer => ({ ok: true }),
              (fault: Error): MessageAnswer => ({ ok: false, code: (fault.cause as Error).message }),
            );
        },
      },
      {
        rule: 'anything once it has ended',
        code: 'WORKFLOW_CLOSED',
        ask: async () => {
          await sealed('r9');
          await grade('r9');
          await resultOf('r9');
          return contest('r9');
        },
      },
      { rule: 'anything before it has started', code: 'STAGE_NOT_OPEN', ask: async () => contest('nobody') },
    ])('$rule with $code', async ({ code, ask }) => {
      expect(await ask()).toEqual({ ok: false, code });
    });

    it('without leaving a trace in the history', async () => {
      await sealed('traceless');
      const before = (await rig.historyOf(workflowIdOf('traceless'))).events?.length;
      await contest('traceless');
      await confirm('traceless');
      expect((await rig.historyOf(workflowIdOf('traceless'))).events).toHaveLength(before ?? NaN);
    });
  });
});
