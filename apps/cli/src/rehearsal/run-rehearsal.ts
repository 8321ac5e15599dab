import type { AppraisalItem, CycleView, CycleSummary } from '@kaoji/http-contract';
import { appraisalWorkflowId } from '@kaoji/temporal-contract';
import type { TemporalPlace } from '../replay/read-histories.js';
import { allAppraisals } from './all-appraisals.js';
import type { ApiSession } from './api-session.js';
import { atOnce } from './at-once.js';
import { checkHistories } from './check-histories.js';
import { collectYear } from './collect-year.js';
import { confirmAdverse, countRefusedAttempts } from './confirming.js';
import { everyoneSigns, receiveLater, type Contested } from './contesting.js';
import { decideList } from './approving/decide-list.js';
import { ACKNOWLEDGED } from './approving/list-desk.js';
import { changeStaff } from './mid-year-changes.js';
import { participantsOf, type Participant } from './participants.js';
import { bundleText, leaveBundle, type LeftBundle } from './leave-bundle.js';
import { openBoxes } from './opening-boxes.js';
import { prepareYear } from './prepare-year.js';
import { accountOf, type Rehearsal } from './rehearsal-context.js';
import { readApprovals } from './read-approvals.js';
import { readYear } from './read-year.js';
import { readSurveys, renderSurveys } from './survey-report.js';
import { countVerbs, missingFrom, renderVerbs, type Outcomes } from './verb-report.js';
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
  /** How often each approval verb was used, and what became of objections and contests. */
  readonly verbs: Readonly<Record<string, number>>;
  readonly outcomes: Outcomes;
  /** The bundle it left and whether verifying it found nothing; null where none was asked for. */
  readonly audit: LeftBundle | null;
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
  auditFile: string | null,
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
  await atOnce(4, units, async ({ unitId }) =>
    hr.post(`${path}/units/${unitId}/close-collection`, { reason: '演练：材料已齐' }),
  );
  const receiptHeld = await openBoxes(rehearsal, hr, cycleId, holders, surveyed);
  rehearsal.say('封存、计分、核定名额', 'sealing, scoring, seats');

  rehearsal.say(
    '逐级审核、集体研究审定（有退回、转办、回避），公示优秀人选，一项异议成立',
    'lists are decided (returned, passed on, people stand aside); notice of those proposed excellent, one objection upheld',
  );
  const listed = await participants();
  const steppedIn = await atOnce(4, units, async ({ unitId }) =>
    decideList(rehearsal, cycleId, unitId, listed),
  );
  const superiorsForNobody = steppedIn.reduce((sum, one) => sum + one.superiorsForNobody, 0);
  await until('every unit has notified', cycle, (view) =>
    view.units.every((unit) => unit.state === 'notified' || unit.state === 'finished'),
  );
  const notified = (await participants()).filter(({ person }) => person.special !== 'leaver');
  rehearsal.say('书面告知、签署意见、复核申请', 'written notification, signatures, contests');
  const contested = await everyoneSigns(rehearsal, cycleId, notified);
  await gradeLater(rehearsal, notified);
  await settle(rehearsal, cycleId, notified);

  rehearsal.say('核验：重放全部流程历史', 'checking: replaying every history');
  const people = await participants();
  const ordinary = new Set(
    people.filter(({ person }) => person.special === null).map((one) => one.appraisalId),
  );
  const check = await checkHistories(place, key, bundle, ordinary);
  const summary = await hr.get<CycleSummary>(`${path}/summary`);
  const exits = people.some(({ person }) => person.special === 'second_year_incompetent');
  const refused = await countRefusedAttempts(rehearsal, cycleId);
  const held = await heldIds(hr, cycleId);
  const { uses, outcomes } = await readApprovals(rehearsal, hr, cycleId, contested, superiorsForNobody);
  const left = auditFile === null ? null : await leaveBundle(rehearsal, place, { cycleId, file: auditFile });
  return {
    text:
      renderYear(await readYear(rehearsal, hr, cycleId, people)) +
      renderSurveys(await readSurveys(rehearsal, hr, cycleId)) +
      renderVerbs(uses, outcomes) +
      replayHint(key, people, contested) +
      (left === null ? '' : bundleText(left)),
    failures: [
      ...(receiptHeld ? [] : ["a resident's receipt is not under the published root"]),
      ...check.running.filter((id) => !held.has(id)).map((id) => `appraisal ${id} did not end`),
      ...check.telling.map((id) => `the history of ${id} holds a name or a text`),
      ...(check.replayFailures > 0 ? [`${check.replayFailures} histories do not replay`] : []),
      ...(exits && refused === 0 ? ['no refused exit is on record'] : []),
      ...(summary.ledgerEntries > 0 ? ['a rehearsal reached the entitlement ledger'] : []),
      ...missingFrom(uses, outcomes),
      ...(left === null || left.verdict === 'proved'
        ? []
        : [`the audit bundle is not proved: ${left.differences[0] ?? left.verdict}`]),
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
      verbs: countVerbs(uses),
      outcomes,
      audit: left,
    },
  };
}

/** The tie on the excellent line is worth replaying; the contested appraisals are told from evidence to ledger. */
function replayHint(key: string, people: readonly Participant[], contested: readonly Contested[]): string {
  const told = people.find(({ person }) => person.special === 'tie_on_line');
  const flows = told === undefined ? [] : [`--workflow ${appraisalWorkflowId(key, told.appraisalId)}`];
  const stories = contested.map(({ appraisalId }) => `--appraisal ${appraisalId}`);
  const commands = [...flows, ...stories].map((target) => `  npm run kaoji -- replay ${target}`);
  return [
    '',
    '重放其中一次考核，讲述有争议的考核 Replay one of them; the stories of the contested ones:',
    ...commands,
  ].join('\n');
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
    await receiveLater(rehearsal, { appraisalId, person });
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
  const ENDED: ReadonlySet<string> = new Set(['recorded', 'left', 'held']);
  await until(
    'every appraisal is recorded or held',
    async () => {
      const items = await all();
      const waiting = items.filter((item) => item.status === 'awaiting_confirmation').map((item) => item.id);
      await confirmAdverse(rehearsal, cycleId, waiting);
      return items;
    },
    (items) => items.length >= notified.length && items.every((item) => ENDED.has(item.status)),
  );
}

async function heldIds(hr: ApiSession, cycleId: string): Promise<ReadonlySet<string>> {
  const items = await allAppraisals(hr, cycleId);
  return new Set(items.filter((item) => item.status === 'held').map((item) => item.id));
}
