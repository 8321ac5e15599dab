import {
  appealOutcome,
  contestResult,
  decideContest,
  receiveOutcome,
  receiveResult,
  relayOutbox,
  withdrawContest,
} from '@kaoji/application/staff';
import { appraiseeOf, peopleDeps, quickRulebook, staffOf } from '@kaoji/application/testing';
import type { Correction } from '@kaoji/domain';
import { systemClock } from '@kaoji/gateways';
import {
  appraisalWorkflowId,
  contestWorkflowId,
  deliveryWorkflowId,
  unitWorkflowId,
} from '@kaoji/temporal-contract';
import { until } from './rig/until.js';
import { writeHistory } from './rig/write-history.js';
import { startYearRig, type RunningYear, type YearRig } from './rig/year-rig.js';

/**
 * Records the histories of contests that every later build must replay: one upheld in review and appeal, one that
 * changes the result, one taken back; and the watch over a unit's written results. Run it when one of these flows
 * changes on purpose, and say so in the commit:
 * node --import @swc-node/register/esm-register apps/worker/test/record-contests.ts
 */
const DAY_MS = 40;
const rig = await startYearRig('recorded-contests');
const people = peopleDeps({
  transactions: rig.database.transactions,
  gateway: rig.gateway,
  clock: systemClock,
});
let keys = 0;
const key = (): string => `k${(keys += 1)}`;
const reason = '演示：核对原始记录';

async function seededYear(): Promise<RunningYear> {
  const { process } = quickRulebook();
  const by = { role: 'reviewer', scope: 'area' } as const;
  const contest = { ...process.contest, workingDays: 250, othersWorkingDays: 250 };
  const year = await rig.seed({
    workingDayMs: DAY_MS,
    rulebook: quickRulebook({
      survey: { ...process.survey, workingDays: 5_000 },
      collection: { ...process.collection, workingDays: 5_000 },
      contest: {
        ...contest,
        review: { workingDays: 20, by },
        appeal: { fileWithinWorkingDays: 50, workingDays: 400, by },
      },
    }),
    units: [{ id: 'u', people: 12 }],
  });
  await year.start();
  await year.closeEverything();
  await year.decide('u', 1, 'approve');
  await rig.client.workflow.getHandle(unitWorkflowId(year.cycleKey, year.id('u'))).result();
  return year;
}

async function contested(year: RunningYear, place: number): Promise<string> {
  const appraisalId = year.appraisals[place]?.id ?? '';
  const own = appraiseeOf(year, place);
  await receiveResult(people, own, { appraisalId, key: key() });
  const { contestId } = await contestResult(people, own, { appraisalId, grounds: reason, key: key() });
  await relayOutbox(people);
  await untilOpened(contestId, 1);
  return contestId;
}

async function untilOpened(contestId: string, times: number): Promise<void> {
  await until(
    async () => rig.database.transactions.read(async ({ contests }) => contests.events(contestId)),
    (events) => events.filter(({ body }) => body.kind === 'opened').length === times,
  );
}

async function record(rigged: YearRig): Promise<void> {
  const year = await seededYear();
  const decide = async (
    nth: number,
    contestId: string,
    outcome: 'upheld' | 'changed',
    corrections: readonly Correction[] = [],
  ) => {
    const by = staffOf(year, `reviewer-${nth}`);
    await decideContest(people, by, { contestId, outcome, reason, corrections, key: key() });
  };
  const receive = async (place: number, contestId: string) =>
    receiveOutcome(people, appraiseeOf(year, place), { contestId, key: key() });

  const upheld = await contested(year, 2);
  const late = rig.database.transactions;
  await until(
    async () => late.read(async ({ decisions }) => decisions.remindersOf(year.cycle.id)),
    (sent) => sent.some(({ stage, kind }) => stage === 'contest_hearing' && kind === 'escalate'),
  );
  await decide(1, upheld, 'upheld');
  await receive(2, upheld);
  await appealOutcome(people, appraiseeOf(year, 2), { contestId: upheld, grounds: reason, key: key() });
  await untilOpened(upheld, 2);
  await decide(2, upheld, 'upheld');
  await receive(2, upheld);

  const changed = await contested(year, 5);
  const rater = `${year.cycle.areaId}-supervisor`;
  const corrections = ['staff.tasks', 'staff.service'].map((part): Correction => {
    return { kind: 'mark', part, role: 'supervisor', rater, value: '100', reason };
  });
  await decide(1, changed, 'changed', corrections);
  await receive(5, changed);

  const withdrawn = await contested(year, 6);
  await withdrawContest(people, appraiseeOf(year, 6), { contestId: withdrawn, key: key() });

  const appraisal = (place: number) => appraisalWorkflowId(year.cycleKey, year.appraisals[place]?.id ?? '');
  for (const [name, workflowId] of [
    ['appraisal/histories/contested-upheld', appraisal(2)],
    ['appraisal/histories/contested-changed', appraisal(5)],
    ['contest/histories/appealed', contestWorkflowId(year.cycleKey, upheld)],
    ['contest/histories/changed', contestWorkflowId(year.cycleKey, changed)],
    ['contest/histories/withdrawn', contestWorkflowId(year.cycleKey, withdrawn)],
    ['delivery/histories/undelivered', deliveryWorkflowId(year.cycleKey, year.id('u'))],
  ] as const) {
    await rigged.client.workflow.getHandle(workflowId).result();
    await writeHistory(rigged, name, workflowId);
  }
}

try {
  await rig.work(rig.activities());
  await record(rig);
} finally {
  await rig.stop();
}
