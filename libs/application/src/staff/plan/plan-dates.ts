import {
  Refusal,
  addWorkingDays,
  civilDateOf,
  deliberationSteps,
  startOfCivilDay,
  type Calendar,
  type CivilDate,
  type LocalText,
  type Rulebook,
} from '@kaoji/domain';
import type { Clock } from '../../ports/gateways.js';
import type { Transactions } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { demand } from '../access/permissions.js';
import { viewRulebook } from '../views/rulebooks.js';
import type { CalendarShelf } from './calendar-shelf.js';
import type { RulebookShelf } from './rulebook-shelf.js';

export type PlanDatesDeps = {
  readonly transactions: Transactions;
  readonly clock: Clock;
  readonly rulebooks: RulebookShelf;
  readonly calendars: CalendarShelf;
};
export type PlanStage = {
  readonly stage: 'collection' | 'survey' | 'deliberation' | 'notice' | 'signature' | 'contest';
  readonly title: LocalText | null;
  readonly clause: string | null;
  readonly workingDays: number;
  /** The day it begins; its first working day comes after. Null where the calendar does not reach. */
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
};
export type PlanDates = {
  readonly calendarId: string;
  readonly openOn: CivilDate;
  readonly stages: readonly PlanStage[];
  readonly calendarEnds: CivilDate | null;
};

/**
 * When every stage would begin and end if a cycle was opened on a day (today, unless named) and each took its full
 * time once. Refuses `CIVIL_DATE_INVALID`, `CALENDAR_UNKNOWN`, `NOT_FOUND`, `FORBIDDEN`; where the calendar ends, dates are null.
 */
export async function planDates(
  deps: PlanDatesDeps,
  actor: Actor,
  asked: {
    readonly areaId: string;
    readonly rulebook: string;
    readonly openOn?: string | undefined;
    readonly calendar?: string | undefined;
  },
): Promise<PlanDates> {
  demand(actor, 'cycle.plan', { areaId: asked.areaId, unitId: 'whole_area' });
  const rulebook = await viewRulebook(deps, asked.rulebook);
  const { calendar } = deps.calendars.pick(asked.calendar);
  const openOn = asked.openOn ?? civilDateOf(deps.clock.now(), calendar.timeZone);
  startOfCivilDay(openOn, calendar.timeZone);
  const stages = stagesOf(rulebook, calendar, openOn);
  const ends = stages.some(({ to }) => to === null) ? `${calendar.years.at(-1)?.year ?? ''}-12-31` : null;
  return { calendarId: calendar.id, openOn, stages, calendarEnds: ends };
}

/** The stages in order, each from the day the one before it ends. */
export function stagesOf(rulebook: Rulebook, calendar: Calendar, openOn: CivilDate): readonly PlanStage[] {
  const { process, survey } = rulebook;
  const stage = (
    name: PlanStage['stage'],
    from: CivilDate | null,
    workingDays: number,
    said: { readonly title?: LocalText | undefined; readonly clause?: string | null | undefined },
  ): PlanStage => ({
    ...{ stage: name, title: said.title ?? null, clause: said.clause ?? null, workingDays, from },
    to: endOf(calendar, from, workingDays),
  });
  const collecting = [
    stage('collection', openOn, process.collection.workingDays, { clause: process.collection.clause }),
    ...(survey === undefined
      ? []
      : [stage('survey', openOn, process.survey.workingDays, { clause: process.survey.clause })]),
  ];
  const approving: PlanStage[] = [];
  for (const { title, clause, escalateAfterWorkingDays } of deliberationSteps(rulebook)) {
    const from = approving.at(-1)?.to ?? (approving.length === 0 ? latest(collecting) : null);
    approving.push(stage('deliberation', from, escalateAfterWorkingDays, { title, clause }));
  }
  const notice = stage('notice', approving.at(-1)?.to ?? null, process.notice.workingDays, process.notice);
  const { signature, contest } = process;
  const longest = Math.max(contest.workingDays, contest.othersWorkingDays);
  return [
    ...collecting,
    ...approving,
    notice,
    stage('signature', notice.to, signature.workingDays, { clause: signature.clause }),
    stage('contest', notice.to, longest, { clause: contest.clause }),
  ];
}

/** Collecting ends when the last of what runs side by side does. */
function latest(stages: readonly PlanStage[]): CivilDate | null {
  const ends = stages.map(({ to }) => to);
  return ends.includes(null) ? null : (ends.toSorted().at(-1) ?? null);
}

function endOf(calendar: Calendar, from: CivilDate | null, workingDays: number): CivilDate | null {
  if (from === null) return null;
  try {
    return addWorkingDays(calendar, from, workingDays);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'CALENDAR_YEAR_UNKNOWN') return null;
    throw error;
  }
}
