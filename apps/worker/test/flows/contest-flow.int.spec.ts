import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Appraisal } from '@kaoji/application';
import {
  appealOutcome,
  contestResult,
  decideAgain,
  decideContest,
  deliverResults,
  holdHearing,
  receiveOutcome,
  receiveResult,
  relayOutbox,
  tryCorrections,
  viewContest,
  withdrawContest,
  type Actor,
} from '@kaoji/application/staff';
import { appraiseeOf, peopleDeps, quickRulebook, staffOf } from '@kaoji/application/testing';
import type { Correction } from '@kaoji/domain';
import {
  appraisalStateQuery,
  appraisalWorkflowId,
  contestWorkflowId,
  deliveryWorkflowId,
  unitWorkflowId,
} from '@kaoji/temporal-contract';
import { systemClock } from '@kaoji/gateways';
import { until } from '../rig/until.js';
import { startYearRig, type RunningYear, type YearRig } from '../rig/year-rig.js';

const DAY_MS = 40;
const DAYS = { window: 250, appeal: 50 };
const reason = '演示：核对原始记录后更正';

let rig: YearRig;
let year: RunningYear;
let people: ReturnType<typeof peopleDeps>;
let key = 0;
const next = (): string => `k${(key += 1)}`;

beforeAll(async () => {
  rig = await startYearRig('contests');
  await rig.work(rig.activities());
  people = peopleDeps({
    transactions: rig.database.transactions,
    gateway: rig.gateway,
    clock: systemClock,
  });
  year = await notifiedYear();
}, 90_000);
afterAll(async () => rig?.stop(), 60_000);

/** A unit whose results are written and not delivered yet; ten people, two seats. */
async function notifiedYear(reviewDays = 400): Promise<RunningYear> {
  const { process } = quickRulebook();
  const { contest } = process;
  const by = { role: 'reviewer', scope: 'area' } as const;
  const seeded = await rig.seed({
    workingDayMs: DAY_MS,
    rulebook: quickRulebook({
      // Nobody is late who is not meant to be, however busy the machine is.
      survey: { ...process.survey, workingDays: 5_000 },
      collection: { ...process.collection, workingDays: 5_000 },
      contest: {
        ...contest,
        workingDays: DAYS.window,
        othersWorkingDays: DAYS.window,
        review: { workingDays: reviewDays, by },
        appeal: { fileWithinWorkingDays: DAYS.appeal, workingDays: 400, by },
      },
    }),
    units: [{ id: 'u', people: 12, facts: { 11: { under_investigation: true } } }],
  });
  await seeded.start();
  await seeded.closeEverything();
  await seeded.decide('u', 1, 'approve');
  await rig.client.workflow.getHandle(unitWorkflowId(seeded.cycleKey, seeded.id('u'))).result();
  return seeded;
}

const appraisalAt = async (place: number, of = year): Promise<Appraisal> => {
  const row = await rig.database.transactions.read(async ({ appraisals }) =>
    appraisals.byId(of.appraisals[place]?.id ?? ''),
  );
  if (row === null) throw new Error(`nobody at ${place}`);
  return row;
};
const untilRow = async (place: number, done: (row: Appraisal) => boolean, of = year): Promise<Appraisal> =>
  until(async () => appraisalAt(place, of), done);
const consequencesAt = async (place: number) =>
  rig.database.transactions.read(async ({ decisions }) =>
    decisions.currentConsequences([year.appraisals[place]?.id ?? '']),
  );
const me = (place: number, of = year): Actor => appraiseeOf(of, place);
const reviewer = (nth: 1 | 2, of = year): Actor => staffOf(of, `reviewer-${nth}`);
const contestFlow = (contestId: string, of = year) =>
  rig.client.workflow.getHandle(contestWorkflowId(of.cycleKey, contestId));

/** Somebody receives their result and contests it; gives the contest once it is heard. */
async function contested(place: number, of = year): Promise<string> {
  const appraisalId = of.appraisals[place]?.id ?? '';
  if ((await appraisalAt(place, of)).notifiedAt === null) {
    await receiveResult(people, me(place, of), { appraisalId, key: next() });
  }
  const grounds = '演示：请求复核工作实绩得分';
  const { contestId } = await contestResult(people, me(place, of), { appraisalId, grounds, key: next() });
  await relayOutbox(people);
  await heard(contestId, of);
  return contestId;
}
const eventsOf = async (contestId: string) =>
  rig.database.transactions.read(async ({ contests }) => contests.events(contestId));
async function heard(contestId: string, of = year, level: 'review' | 'appeal' = 'review'): Promise<void> {
  await until(
    async () => viewContest(people, staffOf(of, 'hr_officer'), contestId),
    ({ status, stage }) => status === 'in_review' && stage === level,
  );
}
const decide = async (
  by: Actor,
  contestId: string,
  outcome: 'upheld' | 'changed' | 'sent_back',
  corrections: readonly Correction[] = [],
) => decideContest(people, by, { contestId, outcome, reason, corrections, key: next() });
const code = (expected: string) => expect.objectContaining({ code: expected });
/** Everything the supervisor marked was better than written down. */
const better = (value: string, of = year): readonly Correction[] =>
  ['staff.tasks', 'staff.service'].map((part) => ({
    ...{ kind: 'mark', part, role: 'supervisor', rater: `${of.cycle.areaId}-supervisor`, value, reason },
  }));

describe('delivery', () => {
  const hr = () => staffOf(year, 'hr_officer');
  const unit = () => ({ cycleId: year.cycle.id, unitId: year.id('u') });
  const refused = (place: number, witnesses: readonly string[]) =>
    deliverResults(people, hr(), {
      ...{ ...unit(), way: 'refused_witnessed', witnesses, key: next() },
      appraisals: [year.appraisals[place]?.id ?? ''],
    });
  const account = (name: string) => `${year.cycle.areaId}-${name}`;

  it('is reminded of, then given to HR, and never happens by itself', async () => {
    const watch = rig.client.workflow.getHandle(deliveryWorkflowId(year.cycleKey, year.id('u')));
    expect(await watch.result()).toEqual({ undelivered: 11 });
    const waiting = await rig.database.transactions.read(async ({ inbox }) => inbox.ofSources('result/'));
    const late = waiting.filter(({ cycleId, as }) => cycleId === year.cycle.id && as === 'superior');
    expect(new Set(late.map(({ accountId }) => accountId))).toEqual(new Set([hr().accountId]));
    expect(late).toHaveLength(11);
    expect((await appraisalAt(1)).notifiedAt).toBeNull();
  });

  it('leaves an appraisal ungraded, and nothing to contest, until its result has arrived', async () => {
    const { id } = year.appraisals[0] ?? { id: '' };
    const state = await rig.client.workflow
      .getHandle(appraisalWorkflowId(year.cycleKey, id))
      .query(appraisalStateQuery);
    expect(state.stage).toBe('sealed');
    const filed = contestResult(people, me(0), { appraisalId: id, grounds: 'g', key: next() });
    await expect(filed).rejects.toEqual(code('RESULT_NOT_RECEIVED'));
    expect(await appraisalAt(0)).toMatchObject({ status: 'graded', notifiedAt: null, contestUntil: null });
    await receiveResult(people, me(0), { appraisalId: id, key: next() });
  });

  it('takes a refusal with two different witnesses who neither are appraised nor decided', async () => {
    await expect(refused(10, [account('peer-1')])).rejects.toEqual(code('WITNESSES_INVALID'));
    await expect(refused(10, [account('peer-1'), account('peer-1')])).rejects.toEqual(
      code('WITNESSES_INVALID'),
    );
    const decider = await rig.database.transactions.read(async ({ deliveries }) =>
      deliveries.writtenTo([year.appraisals[10]?.id ?? '']),
    );
    await expect(refused(10, [account('peer-1'), decider[0]?.approvedBy ?? ''])).rejects.toEqual(
      code('WITNESSES_INVALID'),
    );
    await refused(10, [account('peer-1'), account('peer-2')]);
    const row = await appraisalAt(10);
    expect((row.contestUntil ?? 0) - (row.notifiedAt ?? 0)).toBe(DAYS.window * DAY_MS);
  });

  it('takes a posted letter with its reference only, and one at a time', async () => {
    const post = (places: readonly number[], reference?: string) =>
      deliverResults(people, hr(), {
        ...{ ...unit(), way: 'posted', reference, key: next() },
        appraisals: places.map((place) => year.appraisals[place]?.id ?? ''),
      });
    await expect(post([9])).rejects.toEqual(code('REFERENCE_MISSING'));
    await expect(post([8, 9], '演示-1')).rejects.toEqual(code('BATCH_REFUSED'));
    expect(await post([9], '演示-1')).toMatchObject({ delivered: 1 });
    await expect(post([9], '演示-2')).rejects.toEqual(code('ALREADY_DELIVERED'));
  });

  it('takes a list in one go, the hold having been told at once', async () => {
    const several = [1, 3, 4].map((place) => year.appraisals[place]?.id ?? '');
    const handed = await deliverResults(people, hr(), {
      ...{ ...unit(), way: 'handed_over', appraisals: several, key: next() },
    });
    expect(handed.delivered).toBe(3);
    const rows = await Promise.all([1, 3, 4].map(async (place) => appraisalAt(place)));
    expect(new Set(rows.map(({ notifiedAt }) => notifiedAt)).size).toBe(1);
    const held = await appraisalAt(11);
    expect([held.status, held.notifiedAt === null]).toEqual(['held', false]);
  });
});

describe('contest', () => {
  it('upheld in review and appeal leaves the result, and lets it take effect', async () => {
    const contestId = await contested(2);
    const before = await appraisalAt(2);
    expect(before.status).toBe('contested');
    await decide(reviewer(1), contestId, 'upheld');
    const appeal = () => appealOutcome(people, me(2), { contestId, grounds: '演示：仍有异议', key: next() });
    await expect(appeal()).rejects.toEqual(code('STAGE_NOT_OPEN'));
    await receiveOutcome(people, me(2), { contestId, key: next() });
    await appeal();
    await heard(contestId, year, 'appeal');
    await expect(decide(reviewer(1), contestId, 'upheld')).rejects.toEqual(code('TOOK_PART_BEFORE'));
    await holdHearing(people, reviewer(2), { contestId, note: '演示：当面听取陈述', key: next() });
    await decide(reviewer(2), contestId, 'upheld');
    await receiveOutcome(people, me(2), { contestId, key: next() });
    expect(await contestFlow(contestId).result()).toEqual({ how: 'decided', level: 'appeal' });
    const after = await untilRow(2, ({ status }) => status === 'recorded');
    expect([after.finalGrade, after.resultHash]).toEqual([before.finalGrade, before.resultHash]);
    expect((await eventsOf(contestId)).map(({ body }) => body.kind)).toEqual([
      ...['opened', 'decided', 'delivered', 'appealed'],
      ...['opened', 'heard', 'decided', 'delivered', 'ended'],
    ]);
  }, 30_000);

  it('changed on corrected evidence moves the quota line, touches nobody else, and is frozen while open', async () => {
    const contestId = await contested(5);
    const rows = await until(
      async () => consequencesAt(5),
      (all) => all.every(({ state }) => state === 'frozen'),
    );
    expect(rows.length).toBeGreaterThan(0);
    const corrections = better('100');
    const trial = await tryCorrections(people, reviewer(1), { contestId, corrections });
    expect(trial).toMatchObject({ changed: true, spared: false, seats: { over: 1 } });
    expect([trial.before.final.grade, trial.after.final.grade]).toEqual(['competent', 'excellent']);
    expect(trial.touched).toEqual([expect.objectContaining({ id: year.appraisals[1]?.id, effect: 'kept' })]);
    const outsider = await appraisalAt(1);
    const decided = await decide(reviewer(1), contestId, 'changed', corrections);
    expect(decided).toEqual({ outcome: 'changed', status: 'graded', grade: 'excellent', spared: false });
    expect((await consequencesAt(5)).filter(({ state }) => state === 'proposed')).toEqual([]);
    await receiveOutcome(people, me(5), { contestId, key: next() });

    const after = await untilRow(5, ({ status }) => status === 'recorded');
    expect(after).toMatchObject({ finalGrade: 'excellent' });
    expect((await appraisalAt(1)).finalGrade).toBe(outsider.finalGrade);
    const inForce = (await consequencesAt(5)).filter(({ state }) => state === 'confirmed');
    expect(new Set(inForce.map(({ decidedBy }) => decidedBy))).toEqual(new Set([reviewer(1).accountId]));
    const late = appealOutcome(people, me(5), { contestId, grounds: '演示：逾期', key: next() });
    await expect(late).rejects.toEqual(code('CONTEST_WINDOW_CLOSED'));
  }, 30_000);

  it('sent back is decided again by whoever decides lists, on the corrections', async () => {
    const contestId = await contested(6);
    await decide(reviewer(2), contestId, 'sent_back', better('99.9'));
    const again = (by: Actor) =>
      decideAgain(people, by, { contestId, verdict: 'applied', reason, key: next() });
    await expect(again(reviewer(2))).rejects.toEqual(code('FORBIDDEN'));
    expect(await again(staffOf(year, 'supervisor'))).toMatchObject({ outcome: 'changed' });
    await receiveOutcome(people, me(6), { contestId, key: next() });
    await untilRow(6, ({ status }) => status === 'recorded');
    expect((await viewContest(people, me(6), contestId)).changed).toBe(true);
  }, 30_000);

  it('is never worse than before, whatever the corrections come to', async () => {
    const contestId = await contested(7);
    const worse = better('10');
    const trial = await tryCorrections(people, reviewer(1), { contestId, corrections: worse });
    expect(trial).toMatchObject({ spared: true, changed: false });
    expect(trial.after.final).toEqual(trial.before.final);
    await expect(decide(reviewer(1), contestId, 'changed', worse)).rejects.toEqual(code('NOTHING_CHANGES'));
    await withdrawContest(people, me(7), { contestId, key: next() });
    await expect(decide(reviewer(1), contestId, 'upheld')).rejects.toEqual(code('ALREADY_DECIDED'));
    expect(await contestFlow(contestId).result()).toEqual({ how: 'withdrawn', level: 'review' });
    await untilRow(7, ({ status }) => status === 'recorded');
  }, 30_000);

  it('is heard by nobody who marked, decided or is the contestant, whatever role they hold', async () => {
    const contestId = await contested(8);
    const asReviewer = (accountId: string, personId: string | null = null): Actor => ({
      ...{ accountId, personId },
      grants: [{ role: 'reviewer', areaId: year.cycle.areaId, unitId: null }],
    });
    for (const [actor, why] of [
      [asReviewer(`${year.cycle.areaId}-supervisor`), 'gave_marks'],
      [asReviewer(`${year.cycle.areaId}-peer-1`), 'gave_marks'],
      [asReviewer('somebody', me(8).personId), 'own_case'],
    ] as const) {
      await expect(decide(actor, contestId, 'upheld')).rejects.toEqual(
        expect.objectContaining({
          code: 'TOOK_PART_BEFORE',
          details: { why: expect.arrayContaining([why]) },
        }),
      );
    }
    await expect(decide(staffOf(year, 'superior'), contestId, 'upheld')).rejects.toEqual(code('FORBIDDEN'));
    const racing = await Promise.allSettled([
      decide(reviewer(1), contestId, 'upheld'),
      decide(reviewer(2), contestId, 'upheld'),
    ]);
    expect(racing.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  }, 30_000);

  it('that is late is reminded of and given to superiors as well, and decides nothing by itself', async () => {
    const late = await notifiedYear(1);
    const contestId = await contested(3, late);
    const whole = async () =>
      deliverResults(people, staffOf(late, 'hr_officer'), {
        ...{ cycleId: late.cycle.id, unitId: late.id('u'), way: 'handed_over', key: next() },
      });
    expect((await whole()).delivered).toBe(10);
    await expect(whole()).rejects.toEqual(code('NOTHING_TO_DELIVER'));
    const sent = await until(
      async () =>
        rig.database.transactions.read(async ({ decisions }) => decisions.remindersOf(late.cycle.id)),
      (all) => all.some(({ kind, stage }) => stage === 'contest_hearing' && kind === 'escalate'),
    );
    expect(sent.filter(({ stage }) => stage === 'contest_hearing').map(({ kind }) => kind)).toEqual([
      'remind',
      'escalate',
    ]);
    const view = await viewContest(people, staffOf(late, 'hr_officer'), contestId);
    expect(view).toMatchObject({ status: 'in_review', outcome: null });
    expect(view.events.at(-1)?.body.kind).toBe('escalated');
  }, 60_000);

  it('costs an appraisal nobody contests no more than before', async () => {
    await untilRow(0, ({ status }) => status === 'recorded');
    const cost = await rig.costOf(appraisalWorkflowId(year.cycleKey, year.appraisals[0]?.id ?? ''));
    expect(cost.transitions).toBeLessThanOrEqual(10);
    expect(cost.workflowTasks).toBeLessThanOrEqual(5);
  }, 30_000);
});
