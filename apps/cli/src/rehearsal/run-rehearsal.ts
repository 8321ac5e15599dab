import type { AppraisalItem, CycleView, CycleSummary } from '@kaoji/http-contract';
import { appraisalWorkflowId } from '@kaoji/temporal-contract';
import type { TemporalPlace } from '../replay/read-histories.js';
import { allAppraisals } from './all-appraisals.js';
import type { ApiSession } from './api-session.js';
import { atOnce } from './at-once.js';
import { checkHistories } from './check-histories.js';
import { collectYear } from './collect-year.js';
import { confirmAdverse, everyoneSigns } from './contesting.js';
import { ACKNOWLEDGED, decideList } from './deciding.js';
import { changeStaff } from './mid-year-changes.js';
import { participantsOf, type Participant } from './participants.js';
import { openBoxes } from './opening-boxes.js';
import { prepareYear } from './prepare-year.js';
import { accountOf, type Rehearsal } from './rehearsal-context.js';
import { readYear } from './read-year.js';
import { readSurveys, renderSurveys } from './survey-report.js';
import { renderYear } from './year-report.js';
import { until } from './until.js';

/** The counts `npm start -- --json` ends with; `seconds` is added by whoever timed it. */
export type RehearsalSummary = {
  readonly cycle: string;
  readonly appraisals: number;
  readonly byGrade: Readonly<Record<string, number>>;
  readonly ungraded: number;
  readonly commentOnly: number;
  readonly held: number;
  readonly surveyResponses: number;
  readonly stateTransitionsPerAppraisal: number;
  readonly workflowTasksPerAppraisal: number;
  readonly historiesReplayed: number;
  readonly replayFailures: number;
};
export type RehearsalOutcome = {
  readonly summary: RehearsalSummary;
  readonly text: string;
  readonly failures: readonly string[];
};

/** Runs one complete annual cycle through the public HTTP API and the survey pages only, then checks its histories. */
export async function runRehearsal(
  rehearsal: Rehearsal,
  place: TemporalPlace,
  bundle: string,
): Promise<RehearsalOutcome> {
  const hr = await rehearsal.session(accountOf(rehearsal, 'hr_officer').username);
  const { cycleId, key, holders } = await prepareYear(rehearsal);
  const path = `/api/cycles/${cycleId}`;
  const cycle = async (): Promise<CycleView> => hr.get<CycleView>(path);
  const participants = async (): Promise<readonly Participant[]> =>
    participantsOf(hr, cycleId, rehearsal.people);

  await until('every unit collects', cycle, (view) =>
    view.units.every((unit) => unit.state === 'collecting'),
  );
  await changeStaff(rehearsal, hr, cycleId, await participants());
  const surveyed = await collectYear(rehearsal, cycleId, await participants());

  rehearsal.say('结束评价；开箱、计票、确认', 'closing the collection; boxes opened, counted, confirmed');
  const { units } = await cycle();
  await atOnce(4, units, async ({ unitId }) => hr.post(`${path}/units/${unitId}/close-collection`));
  const receiptHeld = await openBoxes(rehearsal, hr, cycleId, holders, surveyed);
  rehearsal.say('封存、计分、核定名额', 'sealing, scoring, seats');

  rehearsal.say('集体研究审定（一个单元先退回一次）', 'deliberation (one list is returned once first)');
  await atOnce(4, units, async ({ unitId }, index) => decideList(rehearsal, cycleId, unitId, index === 0));
  rehearsal.say('优秀拟定人选公示', 'public notice of those proposed excellent');
  await until('every unit has notified', cycle, (view) =>
    view.units.every((unit) => unit.state === 'notified' || unit.state === 'finished'),
  );
  const notified = (await participants()).filter(({ person }) => person.special !== 'leaver');
  rehearsal.say('书面告知、签署意见、复核申请', 'written notification, signatures, contests');
  await everyoneSigns(rehearsal, notified);
  await gradeLater(rehearsal, notified);
  await settle(rehearsal, cycleId, notified);

  rehearsal.say('核验：重放全部流程历史', 'checking: replaying every history');
  const people = await participants();
  const ordinary = new Set(
    people.filter(({ person }) => person.special === null).map((one) => one.appraisalId),
  );
  const check = await checkHistories(place, key, bundle, ordinary);
  const summary = await hr.get<CycleSummary>(`${path}/summary`);
  const held = await heldIds(hr, cycleId);
  return {
    text:
      renderYear(await readYear(rehearsal, hr, cycleId, people)) +
      renderSurveys(await readSurveys(rehearsal, hr, cycleId)) +
      replayHint(key, people),
    failures: [
      ...(receiptHeld ? [] : ["a resident's receipt is not under the published root"]),
      ...check.running.filter((id) => !held.has(id)).map((id) => `appraisal ${id} did not end`),
      ...check.telling.map((id) => `the history of ${id} holds a name or a text`),
      ...(check.replayFailures > 0 ? [`${check.replayFailures} histories do not replay`] : []),
      ...(summary.ledgerEntries > 0 ? ['a rehearsal reached the entitlement ledger'] : []),
      ...(summary.undecided > 0 ? [`${summary.undecided} appraisals undecided`] : []),
    ],
    summary: {
      cycle: key,
      appraisals: summary.appraisals,
      byGrade: summary.byGrade,
      ungraded: summary.ungraded,
      commentOnly: summary.commentOnly,
      held: summary.held,
      surveyResponses: summary.surveyResponses,
      stateTransitionsPerAppraisal: check.stateTransitionsPerAppraisal,
      workflowTasksPerAppraisal: check.workflowTasksPerAppraisal,
      historiesReplayed: check.historiesReplayed,
      replayFailures: check.replayFailures,
    },
  };
}

/** The tie on the excellent line is the story most worth replaying. */
function replayHint(key: string, people: readonly Participant[]): string {
  const told = people.find(({ person }) => person.special === 'tie_on_line');
  if (told === undefined) return '';
  const id = appraisalWorkflowId(key, told.appraisalId);
  return `\n重放其中一次考核 Replay one of them:\n  npm run kaoji -- replay --workflow ${id}`;
}

/** One investigation ends without punishment: the unit's supervisor approves the later grade (Art 42). */
async function gradeLater(rehearsal: Rehearsal, notified: readonly Participant[]): Promise<void> {
  for (const { appraisalId, person } of notified.filter(
    (one) => one.person.special === 'investigation_closed',
  )) {
    rehearsal.say('结案未受处分，补定档次', 'case closed without punishment: graded later');
    const supervisor = await rehearsal.session(accountOf(rehearsal, 'supervisor', person.unitId).username);
    // Kept only if the case turns out to be uncertain, which nobody can see while it is held.
    const acknowledged = [{ appraisalId, reason: ACKNOWLEDGED }];
    const input = { caseOutcome: 'none', acknowledged };
    await supervisor.post(`/api/appraisals/${appraisalId}/later-grade`, input);
  }
}

/** Confirms what hurts as it comes up after the contest windows, until nothing but held cases waits. */
async function settle(
  rehearsal: Rehearsal,
  cycleId: string,
  notified: readonly Participant[],
): Promise<void> {
  rehearsal.say(
    '复核期满，逐项确认不利结果运用',
    'contest windows end; adverse consequences are confirmed one by one',
  );
  const hr = await rehearsal.session(accountOf(rehearsal, 'hr_officer').username);
  const all = async (): Promise<readonly AppraisalItem[]> => allAppraisals(hr, cycleId);
  const ENDED: ReadonlySet<string> = new Set(['recorded', 'left', 'held', 'contested']);
  await until(
    'every appraisal is recorded, held or contested',
    async () => {
      const items = await all();
      const waiting = items.filter((item) => item.status === 'awaiting_confirmation').map((item) => item.id);
      await confirmAdverse(rehearsal, waiting);
      return items;
    },
    (items) => items.length >= notified.length && items.every((item) => ENDED.has(item.status)),
  );
}

async function heldIds(hr: ApiSession, cycleId: string): Promise<ReadonlySet<string>> {
  const items = await allAppraisals(hr, cycleId);
  return new Set(items.filter((item) => item.status === 'held').map((item) => item.id));
}
