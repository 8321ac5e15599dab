import { Refusal } from '@kaoji/domain';
import type { Clock } from '../../ports/gateways.js';
import type { RoutineRow } from '../../ports/records.js';
import type { Stores, Transactions } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { findCycle } from '../find.js';
import { isOnScale } from './give-marks.js';
import { appraisalsToRecordOn } from './own-evidence.js';
import { requireCollecting } from './require-collecting.js';

export type RecordDeps = { readonly transactions: Transactions; readonly clock: Clock };
export type RoutineInput = Pick<RoutineRow, 'appraisalId' | 'period' | 'value'>;

/**
 * Records routine appraisal scores (0 to 100 per period); the same period again is a new version. Refuses
 * `MARK_OUT_OF_SCALE`, `COLLECTION_NOT_OPEN`, `COLLECTION_CLOSED`, `NOT_FOUND`, `FORBIDDEN`.
 */
export async function recordRoutine(
  deps: RecordDeps,
  actor: Actor,
  cycleId: string,
  rows: readonly RoutineInput[],
): Promise<{ readonly recorded: number }> {
  return deps.transactions.run(async (stores) => {
    await appendRoutine(deps, actor, stores, cycleId, rows);
    return { recorded: rows.length };
  });
}

/** The same within a transaction that does more. */
export async function appendRoutine(
  deps: Pick<RecordDeps, 'clock'>,
  actor: Actor,
  stores: Stores,
  cycleId: string,
  rows: readonly RoutineInput[],
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
  const versions = new Map<string, number>();
  const keyOf = ({ appraisalId, period }: RoutineInput): string => JSON.stringify([appraisalId, period]);
  for (const unitId of new Set(appraisals.map((appraisal) => appraisal.unitId))) {
    for (const row of await stores.marks.currentRoutineOfUnit(cycleId, unitId))
      versions.set(keyOf(row), row.version);
  }
  await stores.marks.appendRoutine(
    rows.map((row): RoutineRow => {
      if (!isOnScale(row.value, '100')) {
        throw new Refusal('MARK_OUT_OF_SCALE', 'A routine score lies between 0 and 100.', {
          period: row.period,
        });
      }
      const version = (versions.get(keyOf(row)) ?? 0) + 1;
      versions.set(keyOf(row), version);
      return { ...row, version, recordedBy: actor.accountId, recordedAt };
    }),
  );
}
