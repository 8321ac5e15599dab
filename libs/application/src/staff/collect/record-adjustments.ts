import { Refusal, type Rulebook } from '@kaoji/domain';
import type { AdjustmentRow } from '../../ports/records.js';
import type { Stores } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { findCycle } from '../find.js';
import type { RulebookShelf } from '../plan/rulebook-shelf.js';
import { appraisalsToRecordOn } from './own-evidence.js';
import type { RecordDeps } from './record-routine.js';
import { requireCollecting } from './require-collecting.js';

export type AdjustmentInput = Pick<AdjustmentRow, 'appraisalId' | 'item' | 'times' | 'evidence'>;
type AdjustmentDeps = Pick<RecordDeps, 'clock'> & { readonly rulebooks: RulebookShelf };

/**
 * Records how often a bonus or deduction item happened, with its evidence; the same item again is a new
 * version that takes the place of the one before. Refuses `MARKS_INVALID` (`details.errors`: unknown item,
 * evidence missing), `COLLECTION_NOT_OPEN`, `COLLECTION_CLOSED`, `NOT_FOUND`, `FORBIDDEN`.
 */
export async function recordAdjustments(
  deps: RecordDeps & { readonly rulebooks: RulebookShelf },
  actor: Actor,
  cycleId: string,
  rows: readonly AdjustmentInput[],
): Promise<{ readonly recorded: number }> {
  return deps.transactions.run(async (stores) => {
    await appendAdjustments(deps, actor, stores, cycleId, rows);
    return { recorded: rows.length };
  });
}

/** The same within a transaction that does more. */
export async function appendAdjustments(
  deps: AdjustmentDeps,
  actor: Actor,
  stores: Stores,
  cycleId: string,
  rows: readonly AdjustmentInput[],
): Promise<void> {
  const cycle = await findCycle(stores, cycleId);
  const appraisals = await appraisalsToRecordOn(
    stores,
    actor,
    cycle,
    rows.map(({ appraisalId }) => appraisalId),
  );
  const recordedAt = deps.clock.now();
  await requireCollecting(stores, appraisals, recordedAt);
  refuseFaulty(await deps.rulebooks.take(stores, cycle.rulebookHash), rows);
  const versions = new Map<string, number>();
  const keyOf = ({ appraisalId, item }: AdjustmentInput): string => JSON.stringify([appraisalId, item]);
  for (const unitId of new Set(appraisals.map((appraisal) => appraisal.unitId))) {
    for (const row of await stores.marks.currentAdjustmentsOfUnit(cycleId, unitId)) {
      versions.set(keyOf(row), row.version);
    }
  }
  await stores.marks.appendAdjustments(
    rows.map((row): AdjustmentRow => {
      const version = (versions.get(keyOf(row)) ?? 0) + 1;
      versions.set(keyOf(row), version);
      return { ...row, version, recordedBy: actor.accountId, recordedAt };
    }),
  );
}

function refuseFaulty(rulebook: Rulebook, rows: readonly AdjustmentInput[]): void {
  const items = new Map(
    rulebook.dimensions.flatMap(({ adjustments }) => adjustments.map((item) => [item.id, item])),
  );
  const errors = rows.flatMap((row, index) => {
    const item = items.get(row.item);
    const here = { path: `rows.${index}` };
    if (item === undefined) {
      return [
        { ...here, code: 'ITEM_UNKNOWN', message: `the rulebook has no bonus or deduction "${row.item}"` },
      ];
    }
    const missing = item.evidenceRequired && row.times > 0 && row.evidence.length === 0;
    return missing
      ? [{ ...here, code: 'EVIDENCE_MISSING', message: `"${row.item}" needs its evidence named` }]
      : [];
  });
  if (errors.length > 0) {
    throw new Refusal('MARKS_INVALID', `Nothing was recorded: ${errors[0]?.message}.`, { errors });
  }
}
