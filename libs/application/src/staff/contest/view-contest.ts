import { renderDerivation, workingDaysLeft, type AppraiseeCase, type PersonEvaluation } from '@kaoji/domain';
import type { Clock } from '../../ports/gateways.js';
import type { ContestEventRow } from '../../ports/contests.js';
import type { ContestRow, Instant, StoredQuotaSheet } from '../../ports/records.js';
import type { Stores, Transactions } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { forbidden, holds } from '../access/permissions.js';
import { isOwn } from '../collect/own-evidence.js';
import { namedAccounts, type NamedAccount } from '../decide/named-accounts.js';
import type { RulebookShelf } from '../plan/rulebook-shelf.js';
import { withBlindRaters } from './blind-raters.js';
import { findContest, type FoundContest } from './find-contest.js';
import { demandHearer } from './hearers.js';

type Deps = {
  readonly transactions: Transactions;
  readonly rulebooks: RulebookShelf;
  readonly clock: Clock;
};

export type ContestView = Pick<ContestRow, 'id' | 'appraisalId' | 'grounds' | 'filedAt'> & {
  readonly cycleId: string;
  readonly unitId: string;
  readonly status: FoundContest['state']['status'];
  readonly stage: FoundContest['state']['stage'];
  readonly outcome: FoundContest['state']['outcome'];
  readonly changed: boolean;
  readonly dueAt: Instant | null;
  readonly appealUntil: Instant | null;
  /** After today, by the cycle's calendar, to `dueAt` and to `appealUntil`. */
  readonly dueDaysLeft: number | null;
  readonly appealDaysLeft: number | null;
  readonly events: readonly Omit<ContestEventRow, 'contestId'>[];
  /** Whoever acted or hears it, by name. */
  readonly people: readonly NamedAccount[];
};
type Told = Omit<ContestView, 'dueDaysLeft' | 'appealDaysLeft' | 'people'>;
/** What somebody needs who hears a contest: everything the result rests on. */
export type ContestFile = {
  readonly contest: ContestView;
  readonly evaluation: PersonEvaluation;
  readonly rendered: { readonly zh: readonly string[]; readonly en: readonly string[] };
  /** Blind marks without whose they are. */
  readonly evidence: AppraiseeCase;
  readonly evidenceHash: string;
  readonly dutyReport: { readonly text: string; readonly submittedAt: Instant } | null;
  readonly quota: StoredQuotaSheet['body'] | null;
};

/**
 * A contest and what happened to it: for the contestant, whoever hears it, those who decide the unit's lists, HR and
 * auditors. A contestant learns the outcome with its delivery, and never who else it would have touched. Refuses
 * `NOT_FOUND`, `FORBIDDEN`.
 */
export async function viewContest(deps: Deps, actor: Actor, contestId: string): Promise<ContestView> {
  return deps.transactions.read(async (stores) => {
    const found = await findContest(stores, contestId);
    const { appraisal, cycle } = found;
    if (isOwn(actor, appraisal)) return complete(deps, stores, found, forContestant(found));
    const scope = { areaId: cycle.areaId, unitId: appraisal.unitId };
    const official = holds(actor, 'result.read_of_others', scope);
    if (!official) {
      const rulebook = await deps.rulebooks.take(stores, cycle.rulebookHash);
      await demandHearer(stores, rulebook, found, actor);
    }
    return complete(deps, stores, found, viewOf(found));
  });
}

/** The file of a contest, for whoever hears it. Refuses `FORBIDDEN`, `TOOK_PART_BEFORE`, `NOT_FOUND`. */
export async function contestFile(deps: Deps, actor: Actor, contestId: string): Promise<ContestFile> {
  return deps.transactions.read(async (stores) => {
    const found = await findContest(stores, contestId);
    const { appraisal, cycle } = found;
    const rulebook = await deps.rulebooks.take(stores, cycle.rulebookHash);
    await demandHearer(stores, rulebook, found, actor);
    const stored = await stores.results.evaluation(appraisal.id);
    const sealed = await stores.results.evidence(appraisal.id);
    if (stored === null || sealed === null) throw forbidden();
    const evaluation = JSON.parse(stored.body) as PersonEvaluation;
    const report = await stores.appraisals.latestDutyReport(appraisal.id);
    const sheet = await stores.results.quotaSheet(cycle.id, appraisal.unitId);
    const { derivation } = evaluation;
    const lines = (language: 'zh' | 'en') =>
      derivation === undefined ? [] : renderDerivation(derivation, language, rulebook);
    return {
      contest: await complete(deps, stores, found, viewOf(found)),
      evaluation,
      rendered: { zh: lines('zh'), en: lines('en') },
      evidence: withBlindRaters(JSON.parse(sealed.body) as AppraiseeCase),
      evidenceHash: sealed.hash,
      dutyReport: report === null ? null : { text: report.text, submittedAt: report.submittedAt },
      quota: sheet?.body ?? null,
    };
  });
}

function viewOf({ contest, appraisal, events, state }: FoundContest): Told {
  const { id, appraisalId, grounds, filedAt } = contest;
  const { cycleId, unitId } = appraisal;
  const { status, stage, outcome, changed, dueAt, appealUntil } = state;
  return {
    ...{ id, appraisalId, cycleId, unitId, grounds, filedAt },
    ...{ status, stage, outcome, changed, dueAt, appealUntil },
    events: events.map(({ contestId: _contestId, ...event }) => event),
  };
}

function forContestant(found: FoundContest): Told {
  const view = viewOf(found);
  const onItsWay = found.state.status === 'decided';
  const known = onItsWay ? view.events.slice(0, lastOutcome(view.events)) : view.events;
  return {
    ...view,
    outcome: onItsWay ? null : view.outcome,
    changed: onItsWay ? false : view.changed,
    events: known.map((event) => ({ ...event, body: withoutOthers(event.body) })),
  };
}

/** With the clock in working days, and the names of those it speaks of. */
async function complete(
  { rulebooks, clock: { now } }: Deps,
  stores: Stores,
  { cycle }: FoundContest,
  told: Told,
): Promise<ContestView> {
  const calendar = await rulebooks.calendar(stores, cycle.calendarHash);
  const left = (deadlineAt: Instant | null) =>
    deadlineAt === null ? null : workingDaysLeft({ now: now(), deadlineAt, clock: cycle.clock, calendar });
  return {
    ...told,
    dueDaysLeft: left(told.dueAt),
    appealDaysLeft: left(told.appealUntil),
    people: await namedAccounts(stores, told.events.flatMap(accountsOf)),
  };
}

function accountsOf({ actor, body }: Omit<ContestEventRow, 'contestId'>): readonly string[] {
  const named = body.kind === 'opened' || body.kind === 'escalated' ? body.reviewers : [];
  const excluded = body.kind === 'opened' ? body.excluded.map(({ account }) => account) : [];
  return [...(actor === null ? [] : [actor]), ...named, ...excluded];
}

function lastOutcome(events: ContestView['events']): number {
  return events.findLastIndex(({ body }) => body.kind === 'decided' || body.kind === 'decided_again');
}

function withoutOthers(body: ContestEventRow['body']): ContestEventRow['body'] {
  if (body.kind === 'opened') return { ...body, excluded: [] };
  if (body.kind === 'decided' || body.kind === 'decided_again') return { ...body, touched: [] };
  return body;
}
