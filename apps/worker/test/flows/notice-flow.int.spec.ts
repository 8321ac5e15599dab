import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  answerObjection,
  listNotices,
  listObjections,
  recordObjection,
  recordRoutine,
  resubmit,
  type Actor,
} from '@kaoji/application/staff';
import { quickRulebook } from '@kaoji/application/testing';
import { createObjectionSealer } from '@kaoji/gateways';
import { unitWorkflowId } from '@kaoji/temporal-contract';
import { until } from '../rig/until.js';
import { startYearRig, type RunningYear, type YearRig } from '../rig/year-rig.js';

let rig: YearRig;
/** How far the clock of the activities is from the right one. */
let offsetMs = 0;
beforeAll(async () => {
  rig = await startYearRig('notice-flow');
  const clock = { now: () => Date.now() + offsetMs };
  await rig.work({ ...rig.activities(), ...rig.activitiesWith({ clock }) });
}, 60_000);
afterAll(async () => rig?.stop(), 60_000);

const WORKING_DAY_MS = 500;
const NOTICE_MS = 5 * WORKING_DAY_MS;
const clock = { now: () => Date.now() };
const seedUnit = async (people = 6) =>
  rig.seed({ workingDayMs: WORKING_DAY_MS, rulebook: quickRulebook(), units: [{ id: 'u', people }] });
const atNotice = async (year: RunningYear, round = 1) => {
  await year.decide('u', round, 'approve');
  return until(
    async () => year.unitOf('u'),
    ({ state, round: at }) => state === 'notice' && at === round,
  );
};
const started = async () => {
  const year = await seedUnit();
  await year.start();
  await year.closeEverything();
  await atNotice(year);
  return year;
};
const staff = (year: RunningYear, role: 'hr_officer' | 'supervisor'): Actor => ({
  accountId: `${year.cycle.areaId}-${role}`,
  personId: null,
  grants: [{ role, areaId: year.cycle.areaId, unitId: null }],
});
const deps = () => ({ ...rig.deps, ...rig.people, clock, objectionSealer: createObjectionSealer() });
const pagesOf = async (year: RunningYear) =>
  rig.database.transactions.read((stores) => stores.notices.pagesOf(year.cycle.id, year.id('u')));
const unitOf = (year: RunningYear) => ({ cycleId: year.cycle.id, unitId: year.id('u') });
const object = async (year: RunningYear, key: string, about?: string) =>
  recordObjection(deps(), staff(year, 'hr_officer'), {
    ...{ ...unitOf(year), about, key, text: '演示异议：材料与事实不符' },
    name: '演示居民',
  });
const answer = async (year: RunningYear, objectionId: string, verdict: 'upheld' | 'dismissed') =>
  answerObjection(deps(), staff(year, 'supervisor'), {
    ...{ objectionId, verdict, reason: '演示答复：已核实', key: `answer-${objectionId}` },
  });
const settled = async (year: RunningYear, round: number) =>
  until(
    async () => (await pagesOf(year)).find((page) => page.round === round),
    (page) => page?.outcome !== null && page !== undefined,
  );
const tasksOf = async (objectionId: string) =>
  rig.database.transactions.read((stores) => stores.inbox.ofSource(`objection/${objectionId}`));
const result = async (year: RunningYear) =>
  rig.client.workflow.getHandle(unitWorkflowId(year.cycleKey, year.id('u'))).result();

describe('the public notice of a unit', () => {
  it('shows who is proposed for the whole period, then forgets their names, and the list is final', async () => {
    const year = await started();
    const [notice] = await listNotices(deps(), staff(year, 'hr_officer'), ...ids(year));
    expect(notice).toMatchObject({
      ...{ round: 1, endedAt: null, outcome: null, standing: [], objections: 0 },
      entries: [{ appraisalId: year.appraisals[0]?.id, grade: 'excellent' }],
      address: expect.stringMatching(/^http:\/\/survey\.test\/n\/[\w-]{60,90}$/),
    });
    const [shown] = await pagesOf(year);
    expect(JSON.parse(shown?.body ?? '')).toMatchObject({ entries: [{ gradeTitle: { zh: '优秀' } }] });
    expect(await result(year)).toMatchObject({ rounds: 1 });
    const [page] = await pagesOf(year);
    expect(page).toMatchObject({ body: '', outcome: 'final' });
    expect(page?.endedAt).toBeGreaterThanOrEqual(notice?.endsAt ?? Infinity);
    expect((notice?.endsAt ?? 0) - (notice?.startsAt ?? 0)).toBe(NOTICE_MS);
  }, 60_000);

  it('is not settled while an objection is open, and is once a named person has answered it', async () => {
    const year = await started();
    const { objectionId } = await object(year, 'k1', year.appraisals[0]?.id);
    expect(await object(year, 'k1', year.appraisals[0]?.id)).toEqual({ objectionId });
    await until(
      async () => (await pagesOf(year))[0],
      (page) => page !== undefined && page.endedAt !== null,
    );
    expect((await pagesOf(year))[0]).toMatchObject({ outcome: null, body: '' });
    expect((await year.stateOf('u')).stage).toBe('notice');
    expect((await tasksOf(objectionId)).map(({ kind, ifNothing }) => [kind, ifNothing])).toContainEqual([
      'objection',
      'stays_open',
    ]);
    await expect(object(year, 'k2')).rejects.toMatchObject({ code: 'NOTICE_OVER' });

    await answer(year, objectionId, 'dismissed');
    expect(await answer(year, objectionId, 'dismissed')).toEqual({ done: true });
    await expect(
      answerObjection(deps(), staff(year, 'supervisor'), {
        ...{ objectionId, verdict: 'upheld', reason: '演示', key: 'another' },
      }),
    ).rejects.toMatchObject({ code: 'ALREADY_ANSWERED' });
    expect(await tasksOf(objectionId)).toEqual([]);
    expect(await result(year)).toMatchObject({ rounds: 1 });
    expect((await pagesOf(year))[0]?.outcome).toBe('final');
  }, 60_000);

  it('re-opens exactly what an upheld objection touches; the next round shows only who was not shown', async () => {
    const year = await started();
    const [first, second] = year.appraisals.map(({ id }) => id);
    if (first === undefined || second === undefined) throw new Error('nobody');
    const { objectionId } = await object(year, 'k1', first);
    await answer(year, objectionId, 'upheld');
    // Answered early: the others are shown to the end all the same.
    const page = await settled(year, 1);
    expect(page?.endedAt).toBeGreaterThanOrEqual(page?.endsAt ?? Infinity);
    await year.untilStage('u', 'returned');

    const correct = async (appraisalId: string) =>
      recordRoutine(deps(), staff(year, 'supervisor'), year.cycle.id, [
        ...['2026-q1', '2026-q2'].map((period) => ({ appraisalId, period, value: '60' })),
      ]);
    await expect(correct(second)).rejects.toMatchObject({ code: 'NOT_REOPENED' });
    await correct(first);
    await markDown(year, first);
    await resubmit(deps(), staff(year, 'hr_officer'), { ...unitOf(year), round: 1, key: 'again' });
    await atNotice(year, 2);

    const [, notice] = await listNotices(deps(), staff(year, 'hr_officer'), ...ids(year));
    expect(notice).toMatchObject({ round: 2, entries: [{ appraisalId: second, grade: 'excellent' }] });
    expect((notice?.endsAt ?? 0) - (notice?.startsAt ?? 0)).toBe(NOTICE_MS);
    const [shown] = await listObjections(deps(), staff(year, 'hr_officer'), ...ids(year));
    expect(shown).toMatchObject({
      ...{ text: '演示异议：材料与事实不符', name: '演示居民', about: first, channel: 'in_person' },
      answer: { verdict: 'upheld', touch: 'evidence', touched: [first], reason: '演示答复：已核实' },
    });
    expect(shown?.changes).toEqual([
      expect.objectContaining({
        ...{ appraisalId: first, cause: 'reopened' },
        ...{ before: expect.objectContaining({ grade: 'excellent' }) },
        ...{ after: expect.objectContaining({ grade: 'competent' }) },
      }),
      expect.objectContaining({
        ...{ appraisalId: second, cause: 'line' },
        ...{ before: expect.objectContaining({ grade: 'competent' }) },
        ...{ after: expect.objectContaining({ grade: 'excellent' }) },
      }),
    ]);
    expect(await result(year)).toMatchObject({ rounds: 2 });
  }, 60_000);

  it('needs no second notice when the corrected list shows nobody new', async () => {
    const year = await started();
    const { objectionId } = await object(year, 'k1', year.appraisals[0]?.id);
    await answer(year, objectionId, 'upheld');
    await settled(year, 1);
    await year.untilStage('u', 'returned');
    await resubmit(deps(), staff(year, 'hr_officer'), { ...unitOf(year), round: 1, key: 'again' });
    await year.decide('u', 2, 'approve');
    expect(await result(year)).toMatchObject({ rounds: 2 });
    expect(await pagesOf(year)).toHaveLength(1);
  }, 60_000);

  it('waits again when the activity’s clock says that it is not over yet', async () => {
    const year = await started();
    const [notice] = await pagesOf(year);
    offsetMs = -2 * NOTICE_MS; // an hour, a day: what matters is that it is behind the end
    try {
      expect(await result(year)).toMatchObject({ rounds: 1 });
    } finally {
      offsetMs = 0;
    }
    expect(Date.now()).toBeGreaterThanOrEqual((notice?.endsAt ?? Infinity) + NOTICE_MS);
    const { events } = await rig.historyOf(unitWorkflowId(year.cycleKey, year.id('u')));
    const asked = (events ?? []).filter(
      (event) => event.activityTaskScheduledEventAttributes?.activityType?.name === 'closeNotice',
    );
    expect(asked.length).toBeGreaterThanOrEqual(2);
  }, 60_000);
});

const ids = (year: RunningYear): [string, string] => [year.cycle.id, year.id('u')];

/** Whoever marked well corrects it. */
async function markDown(year: RunningYear, appraisalId: string): Promise<void> {
  await rig.database.transactions.run(async (stores) => {
    const current = await stores.marks.currentOfUnit(year.cycle.id, year.id('u'));
    const own = current.filter((mark) => mark.appraisalId === appraisalId && mark.role === 'supervisor');
    await stores.marks.append(
      own.map((mark) => ({ ...mark, value: '85', version: mark.version + 1, markedAt: 1 })),
    );
  });
}
