import {
  Refusal,
  canonicalJson,
  evaluateAfterHold,
  hashOf,
  type AppraiseeCase,
  type PersonEvaluation,
  type QuotaSheet,
} from '@kaoji/domain';
import { unitCaseOf } from '../../engine/appraisee-case.js';
import { cycleContext, type CycleContext } from '../../engine/cycle-context.js';
import { deliveryWait, finalResult, proposedRow } from '../../engine/notify-unit.js';
import { showResults } from '../../engine/result-tasks.js';
import { poolOf } from '../../engine/seal-evidence.js';
import { heldCaseIsGraded } from '../../waiting/cases-wait.js';
import type { Clock } from '../../ports/gateways.js';
import type { Appraisal, Instant } from '../../ports/records.js';
import type { Stores, Transactions } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { onceFor } from '../access/idempotency.js';
import { demand, forbidden, hasRole } from '../access/permissions.js';
import { isOwn } from '../collect/own-evidence.js';
import { acknowledgedCases, type Acknowledgement } from '../decide/uncertain-cases.js';
import { findAppraisal, findCycleUnit } from '../find.js';
import type { RulebookShelf } from '../plan/rulebook-shelf.js';
import { closedCase, type CaseOutcome } from './closed-case.js';

export type LaterGradeInput = {
  readonly appraisalId: string;
  readonly caseOutcome: CaseOutcome;
  readonly facts?: AppraiseeCase['facts'] | undefined;
  /** Of an uncertain case: why its result stands. */
  readonly acknowledged?: readonly Acknowledgement[] | undefined;
  readonly key: string;
};
export type LaterGraded = { readonly status: string; readonly grade: string | null };

/**
 * Grades somebody whose case has closed (N6 Art 42) on the evidence sealed for the list, with the unit's
 * seats that are left; the person who decides lists decides this too. Its result is written and on its way like
 * any other; the appraisal is told when it is delivered. Refuses `NOT_HELD`, `STILL_HELD` (something else holds),
 * `UNCERTAIN_NOT_ACKNOWLEDGED` (an uncertain case is answered with a reason, as on a list), `PUNISHMENT_UNKNOWN`, `OWN_LIST`, `NOT_FOUND`, `FORBIDDEN`.
 */
export async function gradeLater(
  deps: { readonly transactions: Transactions; readonly clock: Clock; readonly rulebooks: RulebookShelf },
  actor: Actor,
  input: LaterGradeInput,
): Promise<LaterGraded> {
  const { key, ...request } = input;
  return deps.transactions.run((stores) =>
    onceFor<LaterGraded>(stores, actor, { verb: 'grade-later', key, request }, async () =>
      writeLater(deps, stores, actor, input),
    ),
  );
}

async function writeLater(
  deps: { readonly clock: Clock; readonly rulebooks: RulebookShelf },
  stores: Stores,
  actor: Actor,
  input: LaterGradeInput,
): Promise<LaterGraded> {
  const { appraisal, cycle } = await findAppraisal(stores, input.appraisalId);
  const scope = { areaId: cycle.areaId, unitId: appraisal.unitId };
  demand(actor, 'grade.later', scope);
  const context = await cycleContext(deps, stores, cycle.id);
  const { decidedBy, escalateTo } = context.rulebook.process.deliberation;
  if (![decidedBy, escalateTo].some((role) => hasRole(actor, role, scope))) throw forbidden();
  if (isOwn(actor, appraisal)) throw new Refusal('OWN_LIST', 'Nobody grades themself.');
  if (appraisal.status !== 'held' || appraisal.notifiedAt === null) {
    throw new Refusal('NOT_HELD', 'This appraisal does not wait for a case to close.', {
      status: appraisal.status,
    });
  }
  const { evaluation, person } = await evaluateClosed(stores, context, appraisal, input);
  const cases = acknowledgedCases({ people: [{ appraisal, evaluation }] }, input.acknowledged ?? []);
  const writtenAt = deps.clock.now();
  const round = await nextRound(stores, appraisal);
  const resultHash = await writeLaterResult(stores, appraisal, { round, person, evaluation, writtenAt });
  const { id: appraisalId, cycleId, unitId } = appraisal;
  if (cases.length > 0) {
    await stores.decisions.insertAcknowledged(
      cases.map((one) => ({ ...one, cycleId, unitId, round, acknowledgedBy: actor.accountId })),
    );
  }
  const dueAt = deliveryWait(context, writtenAt).escalateAt;
  await stores.deliveries.write([
    { appraisalId, document: 'later_result', resultHash, approvedBy: actor.accountId, writtenAt, dueAt },
  ]);
  await heldCaseIsGraded(stores, appraisalId, writtenAt);
  await showResults(stores, context, unitId, [{ appraisal, dueAt }], writtenAt);
  const { status, grade } = evaluation.final;
  return { status, grade };
}

async function evaluateClosed(
  stores: Stores,
  context: CycleContext,
  appraisal: Appraisal,
  { caseOutcome, facts }: LaterGradeInput,
): Promise<{ readonly evaluation: PersonEvaluation; readonly person: AppraiseeCase }> {
  const { cycle, rulebook } = context;
  refuseUnknownPunishment(context, caseOutcome);
  const unit = await findCycleUnit(stores, cycle.id, appraisal.unitId);
  const pool = await poolOf(stores, context, unit.unitId);
  const rows = await stores.results.evidenceOfUnit(cycle.id, unit.unitId, unit.round);
  const sealed = rows.map(({ body }) => JSON.parse(body) as AppraiseeCase);
  const own = sealed.find(({ id }) => id === appraisal.id);
  if (own === undefined) throw new Error(`no sealed evidence of ${appraisal.id}`);
  const person = closedCase(rulebook, own, cycle.year, caseOutcome, facts ?? {});
  const appraisees = sealed.map((one) => (one.id === person.id ? person : one));
  const evaluation = evaluateAfterHold(rulebook, {
    closedCase: unitCaseOf(cycle, [unit], appraisees),
    personId: person.id,
    sheets: await sheetsOf(
      stores,
      cycle.id,
      unit.unitId,
      pool.map(({ unitId }) => unitId),
    ),
    givenLater: await givenLater(stores, context, appraisal),
  });
  if (evaluation.final.status === 'held') {
    throw new Refusal('STILL_HELD', 'Something else still holds this appraisal: see its eligibility.', {
      rule: evaluation.final.rule,
    });
  }
  return { evaluation, person };
}

function refuseUnknownPunishment({ rulebook }: CycleContext, outcome: CaseOutcome): void {
  if (outcome === 'none') return;
  const rows = rulebook.discipline.rows.filter(({ punishment }) => punishment === outcome.punishment);
  if (rows.some((row) => row.linkedToDuty === undefined || row.linkedToDuty === outcome.linkedToDuty)) return;
  throw new Refusal(
    'PUNISHMENT_UNKNOWN',
    'The discipline table of the rulebook has no row for this punishment.',
  );
}

async function sheetsOf(
  stores: Stores,
  cycleId: string,
  unitId: string,
  pool: readonly string[],
): Promise<readonly [QuotaSheet, ...QuotaSheet[]]> {
  const sheetOf = async (id: string): Promise<QuotaSheet | null> => {
    const stored = await stores.results.quotaSheet(cycleId, id);
    return stored === null ? null : (JSON.parse(stored.body) as QuotaSheet);
  };
  const own = await sheetOf(unitId);
  if (own === null) throw new Error(`no quota sheet of ${unitId}`);
  const mates: QuotaSheet[] = [];
  for (const id of pool.filter((mate) => mate !== unitId)) {
    const sheet = await sheetOf(id);
    if (sheet !== null) mates.push(sheet);
  }
  return [own, ...mates];
}

/** Quota grades this unit gave after its list was closed; somebody graded later was held when the list was. */
async function givenLater(
  stores: Stores,
  { cycle, rulebook }: CycleContext,
  appraisal: Appraisal,
): Promise<number> {
  const everybody = await stores.appraisals.ofUnit(cycle.id, appraisal.unitId);
  return everybody.filter(
    ({ id, eligibility, finalGrade }) =>
      id !== appraisal.id &&
      eligibility === 'held' &&
      finalGrade !== null &&
      rulebook.quota.grades.includes(finalGrade),
  ).length;
}

/** A later grade is a round of its own: it comes after the list's, with evidence and reasons of its own. */
async function nextRound(stores: Stores, { id }: Appraisal): Promise<number> {
  return ((await stores.results.evaluation(id))?.round ?? 0) + 1;
}

type LaterResult = {
  readonly round: number;
  readonly person: AppraiseeCase;
  readonly evaluation: PersonEvaluation;
  readonly writtenAt: Instant;
};

async function writeLaterResult(
  stores: Stores,
  appraisal: Appraisal,
  { round, person, evaluation, writtenAt }: LaterResult,
): Promise<string> {
  const { id: appraisalId } = appraisal;
  const [evidenceHash, resultHash] = [hashOf(person), hashOf(evaluation)];
  await stores.results.insertEvidence([
    { appraisalId, round, hash: evidenceHash, body: canonicalJson(person), sealedAt: writtenAt },
  ]);
  await stores.results.insertEvaluations([
    { appraisalId, round, hash: resultHash, body: canonicalJson(evaluation) },
  ]);
  const known = new Map(
    (await stores.decisions.currentConsequences([appraisalId])).map(({ rule, version }) => [rule, version]),
  );
  const rows = evaluation.consequences.map((one) => ({
    ...proposedRow(appraisalId, one),
    version: (known.get(one.rule) ?? 0) + 1,
  }));
  if (rows.length > 0) await stores.decisions.appendConsequences(rows);
  await stores.appraisals.advance(appraisalId, appraisal.version, {
    facts: person.facts,
    punishments: person.punishments,
    status: 'graded',
    composite: evaluation.composite,
    provisionalGrade: evaluation.provisional.grade,
    ...finalResult(resultHash, evaluation),
    evidenceHash,
    notifiedAt: null,
    contestUntil: null,
  });
  return resultHash;
}
