import type { Rulebook } from '@kaoji/domain';
import type { Appraisal, CycleUnit, CycleUnitState, Instant } from '../../ports/records.js';

export type YearStepCode = 'collect' | 'decide' | 'notice' | 'deliver' | 'contest' | 'record';
/** A step of somebody's year: where it stands, until when it runs, and what the rulebook gives it. */
export type YearStep = {
  readonly code: YearStepCode;
  readonly state: 'done' | 'now' | 'to_come';
  readonly endedAt: Instant | null;
  readonly dueAt: Instant | null;
  readonly workingDays: number | null;
  readonly clause: string | null;
};
type State = YearStep['state'];

const ORDER: readonly CycleUnitState[] = [
  'planned',
  'collecting',
  'composed',
  'deliberating',
  'notice',
  'notified',
  'finished',
];
const OVER: readonly Appraisal['status'][] = ['recorded', 'left'];

/** The steps of one person's year in order, as the unit and their own appraisal stand at `now`. */
export function yearSteps(
  { process }: Rulebook,
  unit: CycleUnit,
  appraisal: Pick<Appraisal, 'status' | 'notifiedAt' | 'contestUntil'>,
  now: Instant,
): readonly YearStep[] {
  const { notifiedAt, contestUntil } = appraisal;
  const decide = stateOf(unit, 'composed', 'deliberating');
  const contest = contestState(appraisal, now);
  const of = (code: YearStepCode, state: State, until: Instant | null, rule: Rule): YearStep => ({
    ...{ code, state, workingDays: rule.workingDays ?? null, clause: rule.clause ?? null },
    endedAt: state === 'done' ? until : null,
    dueAt: state === 'now' ? until : null,
  });
  const steps = [
    of('collect', stateOf(unit, 'collecting', 'collecting'), unit.collectionClosesAt, process.collection),
    of('decide', decide, null, { clause: process.deliberation.clause }),
    of('notice', stateOf(unit, 'notice', 'notice'), unit.noticeEndsAt, process.notice),
    { ...of('deliver', deliverState(unit, appraisal), null, {}), endedAt: notifiedAt },
    // How long it is depends on the result.
    of('contest', contest, contestUntil, { clause: process.contest.clause }),
    of('record', recordState(appraisal), null, {}),
  ];
  return steps;
}

type Rule = { readonly workingDays?: number | undefined; readonly clause?: string | undefined };

function stateOf({ state }: CycleUnit, from: CycleUnitState, to: CycleUnitState): State {
  const at = ORDER.indexOf(state);
  if (at < ORDER.indexOf(from)) return 'to_come';
  return at > ORDER.indexOf(to) ? 'done' : 'now';
}

function deliverState(
  unit: CycleUnit,
  { notifiedAt, status }: Pick<Appraisal, 'notifiedAt' | 'status'>,
): State {
  if (notifiedAt !== null) return 'done';
  return status === 'graded' && stateOf(unit, 'notified', 'finished') === 'now' ? 'now' : 'to_come';
}

function contestState(
  { notifiedAt, contestUntil, status }: Pick<Appraisal, 'notifiedAt' | 'contestUntil' | 'status'>,
  now: Instant,
): State {
  if (status === 'contested') return 'now';
  if (notifiedAt === null) return 'to_come';
  return contestUntil === null || contestUntil <= now || OVER.includes(status) ? 'done' : 'now';
}

function recordState({ status }: Pick<Appraisal, 'status'>): State {
  if (OVER.includes(status)) return 'done';
  return status === 'awaiting_confirmation' ? 'now' : 'to_come';
}
