import { evaluateUnit, type ResultStatus } from '@kaoji/domain';
import type { Instant } from '../ports/records.js';
import type { Stores } from '../ports/stores.js';
import { findCycle, findCycleUnit } from '../staff/find.js';
import { askForReports } from '../waiting/duty-reports-wait.js';
import { projectMarking } from '../waiting/marks-wait.js';
import { appraiseeCases, unitCaseOf } from './appraisee-case.js';
import { cycleContext, deadlineIn, moveUnit, type CycleContext } from './cycle-context.js';
import { deliverEach, type DeliveryCursor } from './deliver-each.js';
import type { DeliveringDeps, UnitKey } from './engine-deps.js';

export type OpenedUnit = {
  readonly appraisals: number;
  readonly campaigns: number;
  readonly collectionClosesAt: Instant;
  readonly remindAt: Instant;
  readonly escalateAt: Instant;
};

/**
 * Decides who of a unit is graded, commented on, left out or held; fixes its deadlines as instants; starts every
 * appraisal; then shows the unit as collecting. Refuses CASE_INVALID for a roster the rulebook cannot read.
 */
export async function openUnit(
  deps: DeliveringDeps,
  key: UnitKey,
  cursor: DeliveryCursor,
): Promise<OpenedUnit> {
  const { cycleId, cycleKey, unitId } = key;
  const opened = await deps.transactions.run(async (stores) =>
    stores.effects.once(`open/${cycleId}/${unitId}`, async () => decideOpening(deps, stores, key)),
  );
  const appraisals = await deps.transactions.read(async (stores) =>
    stores.appraisals.ofUnit(cycleId, unitId),
  );
  const decided = appraisals.flatMap(({ id, eligibility }) =>
    eligibility === null ? [] : [{ id, eligibility }],
  );
  await deliverEach(
    decided,
    ({ id }) => id,
    cursor,
    async ({ id, eligibility }) =>
      deps.messenger.startAppraisal(cycleKey, {
        cycleId,
        appraisalId: id,
        eligibility: eligibility as ResultStatus,
      }),
  );
  await deps.transactions.run(async (stores) =>
    stores.effects.once(`opened/${cycleId}/${unitId}`, async () => {
      await moveUnit(stores, key, { state: 'collecting' });
      const at = deps.clock.now();
      await projectMarking(stores, key, null, at);
      const { areaId } = await findCycle(stores, cycleId);
      await askForReports(stores, areaId, key, appraisals, { at, dueAt: opened.collectionClosesAt });
    }),
  );
  return opened;
}

async function decideOpening(deps: DeliveringDeps, stores: Stores, key: UnitKey): Promise<OpenedUnit> {
  const context = await cycleContext(deps, stores, key.cycleId);
  const eligibility = await eligibilityOf(stores, context, key.unitId);
  await stores.appraisals.advanceMany(
    [...eligibility].map(([id, outcome]) => ({ id, change: { eligibility: outcome, status: 'open' } })),
  );
  const { collection } = context.rulebook.process;
  const now = deps.clock.now();
  const collectionClosesAt = deadlineIn(context, now, collection.workingDays);
  await moveUnit(stores, key, { collectionClosesAt });
  const campaigns = await stores.surveys.campaignsOf(key.cycleId);
  return {
    appraisals: eligibility.size,
    campaigns: campaigns.filter(({ unitId }) => unitId === key.unitId).length,
    collectionClosesAt,
    remindAt: deadlineIn(context, now, collection.remindAfterWorkingDays),
    escalateAt: deadlineIn(context, now, collection.escalateAfterWorkingDays),
  };
}

/** Eligibility rests on facts alone, so it can be told before anything is collected. */
export async function eligibilityOf(
  stores: Stores,
  { cycle, rulebook }: CycleContext,
  unitId: string,
): Promise<ReadonlyMap<string, ResultStatus>> {
  const unit = await findCycleUnit(stores, cycle.id, unitId);
  const people = await appraiseeCases(stores, cycle.id, unitId);
  const evaluation = evaluateUnit(rulebook, unitCaseOf(cycle, [unit], people), {
    derivations: false,
    hash: cycle.rulebookHash,
  });
  return new Map(evaluation.people.map((person) => [person.id, person.eligibility.status]));
}
