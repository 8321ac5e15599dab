import type { PersonEvaluation, ProposedConsequence } from '@kaoji/domain';
import type { WrittenResult } from '../ports/contests.js';
import type { GradeMessage } from '../ports/gateways.js';
import type { Appraisal, ConsequenceRow, Instant } from '../ports/records.js';
import type { Stores } from '../ports/stores.js';
import { heldCasesWait } from '../waiting/cases-wait.js';
import { cycleContext, deadlineIn, moveUnit, type CycleContext } from './cycle-context.js';
import { deliverEach, type DeliveryCursor } from './deliver-each.js';
import type { DeliveringDeps, UnitRound } from './engine-deps.js';
import { showResults } from './result-tasks.js';
import { unitResults, type UnitResult } from './unit-results.js';

/**
 * Writes the results of an approved list and what follows from them in one transaction, puts each into its person's
 * inbox, and starts what watches over their delivery: the unit is notified when its results are on their way. An
 * appraisal gets its grade when its result is delivered; only a hold is told at once, since nothing counts from it. A
 * repeat writes at the same instant.
 */
export async function notifyUnit(
  deps: DeliveringDeps,
  key: UnitRound & { readonly approvedBy: string },
  cursor: DeliveryCursor,
): Promise<void> {
  const { cycleId, cycleKey, unitId, round, approvedBy } = key;
  const results = await deps.transactions.read(async (stores) => unitResults(stores, cycleId, unitId, round));
  const { notifiedAt, remindAt, escalateAt } = await deps.transactions.run(async (stores) =>
    stores.effects.once(`notify/${cycleId}/${unitId}`, async () => {
      const now = deps.clock.now();
      const context = await cycleContext(deps, stores, cycleId);
      const wait = deliveryWait(context, now);
      const written = await unitResults(stores, cycleId, unitId, round);
      await writeResults(stores, context, key, written, { writtenAt: now, dueAt: wait.escalateAt });
      return { notifiedAt: now, ...wait };
    }),
  );
  await deliverEach(
    results.filter(({ person }) => isHeld(person)),
    ({ person }) => person.id,
    cursor,
    async (held) => tellHold(deps, cycleKey, held, { approvedBy, notifiedAt }),
  );
  await deps.messenger.startDelivery({ cycleId, cycleKey, unitId, remindAt, escalateAt });
  await deps.transactions.run(async (stores) =>
    stores.effects.once(`notified/${cycleId}/${unitId}`, async () =>
      moveUnit(stores, key, { state: 'notified' }),
    ),
  );
}

/** A result should be with its person by the end of the time to sign it; half-way they are reminded. */
export function deliveryWait(
  context: CycleContext,
  writtenAt: Instant,
): { readonly remindAt: Instant; readonly escalateAt: Instant } {
  const { workingDays } = context.rulebook.process.signature;
  return {
    remindAt: deadlineIn(context, writtenAt, Math.ceil(workingDays / 2)),
    escalateAt: deadlineIn(context, writtenAt, workingDays),
  };
}

async function tellHold(
  { messenger }: DeliveringDeps,
  cycleKey: string,
  { hash, person }: UnitResult,
  { approvedBy, notifiedAt }: Pick<GradeMessage, 'approvedBy' | 'notifiedAt'>,
): Promise<void> {
  const answer = await messenger.grade(cycleKey, person.id, {
    ...{ outcome: person.final.status, grade: null, resultHash: hash, approvedBy, notifiedAt },
    ...{ contestUntil: notifiedAt, adverse: 0 },
  });
  // Ended: has left, or took this very message before a crash of ours.
  if (!answer.ok && answer.code !== 'WORKFLOW_CLOSED') {
    throw new Error(`appraisal ${person.id} does not take its hold: ${answer.code}`);
  }
}

async function writeResults(
  stores: Stores,
  context: CycleContext,
  { cycleId, unitId, approvedBy }: UnitRound & { readonly approvedBy: string },
  results: readonly UnitResult[],
  { writtenAt, dueAt }: Pick<WrittenResult, 'writtenAt' | 'dueAt'>,
): Promise<void> {
  await stores.appraisals.advanceMany(
    results.map(({ hash, person }) => ({
      id: person.id,
      change: {
        ...finalResult(hash, person),
        status: isHeld(person) ? ('held' as const) : ('graded' as const),
        notifiedAt: isHeld(person) ? writtenAt : null,
        contestUntil: null,
      },
    })),
  );
  await stores.decisions.appendConsequences(
    results.flatMap(({ person }) => person.consequences.map((one) => proposedRow(person.id, one))),
  );
  const toDeliver = results.filter(({ person }) => !isHeld(person));
  await stores.deliveries.write(
    toDeliver.map(({ hash, person }) => ({
      ...{ appraisalId: person.id, document: 'result', resultHash: hash, approvedBy, writtenAt, dueAt },
    })),
  );
  const appraisals = new Map((await stores.appraisals.ofUnit(cycleId, unitId)).map((one) => [one.id, one]));
  const rowOf = ({ person }: UnitResult): readonly Appraisal[] => {
    const appraisal = appraisals.get(person.id);
    return appraisal === undefined ? [] : [appraisal];
  };
  const waiting = toDeliver.flatMap(rowOf).map((appraisal) => ({ appraisal, dueAt }));
  await showResults(stores, context, unitId, waiting, writtenAt);
  const { decidedBy, escalateTo } = context.rulebook.process.deliberation;
  const held = results.filter(({ person }) => isHeld(person)).flatMap(rowOf);
  await heldCasesWait(stores, context.cycle, [decidedBy, escalateTo], held, writtenAt);
}

function isHeld({ final }: PersonEvaluation): boolean {
  return final.status === 'held';
}

/** What an appraisal's row says of its result. */
export function finalResult(
  resultHash: string,
  { final }: PersonEvaluation,
): Pick<Appraisal, 'finalStatus' | 'finalGrade' | 'decidedRule' | 'decidedClause' | 'resultHash'> {
  return {
    finalStatus: final.status,
    finalGrade: final.grade,
    decidedRule: final.rule,
    decidedClause: final.clause,
    resultHash,
  };
}

/** The rulebook gives some results (grade codes or statuses) a window to contest, and may give all others one of their own or none. */
export function contestUntil(context: CycleContext, result: string, deliveredAt: Instant): Instant {
  const { results, workingDays, othersWorkingDays } = context.rulebook.process.contest;
  return deadlineIn(context, deliveredAt, results.includes(result) ? workingDays : othersWorkingDays);
}

/** What hurts takes effect only by a named person's own act; what an office merely may do is no matter of this flow. */
export function needsConfirmation({
  adverse,
  force,
}: Pick<ProposedConsequence, 'adverse' | 'force'>): boolean {
  return adverse && force === 'confirm';
}

export function proposedRow(appraisalId: string, one: ProposedConsequence): ConsequenceRow {
  return {
    appraisalId,
    rule: one.rule,
    clause: one.clause,
    effect: one.effect,
    params: one.params,
    adverse: one.adverse,
    force: one.force,
    gate: one.gate === null ? [] : one.gate.requires.map(({ record }) => record),
    gateRecords: [],
    state: 'proposed',
    decidedBy: null,
    decidedAt: null,
    version: 1,
  };
}
