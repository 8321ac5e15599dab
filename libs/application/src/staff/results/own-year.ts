import { Refusal, workingDaysLeft } from '@kaoji/domain';
import { cycleContext, type CycleContext } from '../../engine/cycle-context.js';
import type { Clock } from '../../ports/gateways.js';
import type { Appraisal, Cycle, DutyReport, Instant } from '../../ports/records.js';
import type { Stores, Transactions } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { demandOwn } from '../collect/own-evidence.js';
import { requireCollecting } from '../collect/require-collecting.js';
import { findAppraisal, findCycleUnit } from '../find.js';
import type { RulebookShelf } from '../plan/rulebook-shelf.js';
import { yearSteps, type YearStep } from './year-steps.js';

export type OwnStep = YearStep & {
  readonly overdue: boolean;
  /** After today, by the cycle's calendar; null without a due date. */
  readonly workingDaysLeft: number | null;
};
export type OwnYear = Pick<Cycle, 'year' | 'run'> &
  Pick<Appraisal, 'cycleId' | 'status'> & {
    readonly appraisalId: string;
    readonly steps: readonly OwnStep[];
    readonly dutyReport: Omit<DutyReport, 'appraisalId'> | null;
    readonly reportOpen: boolean;
    readonly contestId: string | null;
  };
type Deps = {
  readonly transactions: Transactions;
  readonly rulebooks: RulebookShelf;
  readonly clock: Clock;
};

/** One's own year: the steps with their dates, and one's duty report as it stands. Refuses `NOT_FOUND`, `FORBIDDEN`. */
export async function ownYear(deps: Deps, actor: Actor, appraisalId: string): Promise<OwnYear> {
  const now = deps.clock.now();
  return deps.transactions.read(async (stores) => {
    const { appraisal, cycle } = await findAppraisal(stores, appraisalId);
    demandOwn(actor, appraisal, cycle.areaId);
    const context = await cycleContext(deps, stores, cycle.id);
    const unit = await findCycleUnit(stores, cycle.id, appraisal.unitId);
    const report = await stores.appraisals.latestDutyReport(appraisalId);
    const { year, run } = cycle;
    return {
      ...{ appraisalId, cycleId: cycle.id, year, run, status: appraisal.status },
      steps: yearSteps(context.rulebook, unit, appraisal, now).map((step) => timed(step, context, now)),
      dutyReport: report === null ? null : withoutId(report),
      reportOpen: await isCollecting(stores, appraisal, now),
      contestId: (await stores.decisions.contestOf(appraisalId))?.id ?? null,
    };
  });
}

function withoutId({ text, version, submittedAt }: DutyReport): Omit<DutyReport, 'appraisalId'> {
  return { text, version, submittedAt };
}

function timed(step: YearStep, { cycle: { clock }, calendar }: CycleContext, now: Instant): OwnStep {
  const { dueAt: deadlineAt } = step;
  if (deadlineAt === null) return { ...step, overdue: false, workingDaysLeft: null };
  const left = workingDaysLeft({ now, deadlineAt, clock, calendar });
  return { ...step, overdue: deadlineAt < now, workingDaysLeft: left };
}

/** As a report is asked for: whether it would be taken now. */
async function isCollecting(stores: Stores, appraisal: Appraisal, now: Instant): Promise<boolean> {
  try {
    await requireCollecting(stores, [appraisal], now);
    return true;
  } catch (fault) {
    if (fault instanceof Refusal) return false;
    throw fault;
  }
}
