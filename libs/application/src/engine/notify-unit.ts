import type { PersonEvaluation, ProposedConsequence } from '@kaoji/domain';
import type { GradeMessage } from '../ports/gateways.js';
import type { ConsequenceRow, Instant } from '../ports/records.js';
import type { Stores } from '../ports/stores.js';
import { cycleContext, deadlineIn, moveUnit, type CycleContext } from './cycle-context.js';
import { deliverEach, type DeliveryCursor } from './deliver-each.js';
import type { DeliveringDeps, UnitRound } from './engine-deps.js';
import { unitResults, type UnitResult } from './unit-results.js';

/**
 * Notifies everyone of an approved list: writes the final results and what follows from them in one transaction,
 * gives every appraisal its grade, then shows the unit as notified. A repeat notifies at the same instant.
 */
export async function notifyUnit(
  deps: DeliveringDeps,
  key: UnitRound & { readonly approvedBy: string },
  cursor: DeliveryCursor,
): Promise<void> {
  const { cycleId, cycleKey, unitId, round, approvedBy } = key;
  const { context, results } = await deps.transactions.read(async (stores) => ({
    context: await cycleContext(deps, stores, cycleId),
    results: await unitResults(stores, cycleId, unitId, round),
  }));
  const { notifiedAt } = await deps.transactions.run(async (stores) =>
    stores.effects.once(`notify/${cycleId}/${unitId}`, async () => {
      const now = deps.clock.now();
      await writeResults(stores, context, await unitResults(stores, cycleId, unitId, round), now);
      return { notifiedAt: now };
    }),
  );
  await deliverEach(
    results,
    ({ person }) => person.id,
    cursor,
    async ({ hash, person }) => {
      const message: GradeMessage = {
        outcome: person.final.status,
        grade: person.final.grade,
        resultHash: hash,
        approvedBy,
        notifiedAt,
        contestUntil: contestUntil(context, person, notifiedAt),
        adverse: person.consequences.filter(needsConfirmation).length,
      };
      const answer = await deps.messenger.grade(cycleKey, person.id, message);
      // Ended: has left, or took this very message before a crash of ours.
      if (!answer.ok && answer.code !== 'WORKFLOW_CLOSED') {
        throw new Error(`appraisal ${person.id} does not take its grade: ${answer.code}`);
      }
    },
  );
  await deps.transactions.run(async (stores) =>
    stores.effects.once(`notified/${cycleId}/${unitId}`, async () =>
      moveUnit(stores, key, { state: 'notified' }),
    ),
  );
}

async function writeResults(
  stores: Stores,
  context: CycleContext,
  results: readonly UnitResult[],
  notifiedAt: Instant,
): Promise<void> {
  await stores.appraisals.advanceMany(
    results.map(({ hash, person }) => ({
      id: person.id,
      change: {
        status: person.final.status === 'held' ? 'held' : 'graded',
        finalStatus: person.final.status,
        finalGrade: person.final.grade,
        decidedRule: person.final.rule,
        decidedClause: person.final.clause,
        resultHash: hash,
        notifiedAt,
        contestUntil: contestUntil(context, person, notifiedAt),
      },
    })),
  );
  await stores.decisions.appendConsequences(
    results.flatMap(({ person }) => person.consequences.map((one) => proposedRow(person.id, one))),
  );
}

/** The rulebook gives some results a window to contest, and may give all others one of their own or none. */
export function contestUntil(
  context: CycleContext,
  { final }: PersonEvaluation,
  notifiedAt: Instant,
): Instant {
  const { results, workingDays, othersWorkingDays } = context.rulebook.process.contest;
  const listed = results.includes(final.grade ?? final.status);
  return deadlineIn(context, notifiedAt, listed ? workingDays : othersWorkingDays);
}

/** What hurts takes effect only by a named person's own act; what an office merely may do is no matter of this flow. */
export function needsConfirmation({ adverse, force }: ProposedConsequence): boolean {
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
