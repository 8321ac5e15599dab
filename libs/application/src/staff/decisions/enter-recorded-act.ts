import { effectiveOn, type LedgerLine } from '@kaoji/domain';
import type { Stores } from '../../ports/stores.js';
import { civilDay } from './civil-today.js';
import type { LedgerChange } from './enter-ledger.js';

type RecordedAct = Pick<LedgerLine, 'effect' | 'params'> & { readonly id: string };

/** Enters a plan or a talk into the ledger, where it stands beside what the rulebook made follow. Not in a rehearsal. */
export async function enterRecordedAct(
  stores: Stores,
  { cycle, appraisal, by, at }: LedgerChange,
  { id, effect, params }: RecordedAct,
): Promise<void> {
  if (cycle.run !== 'live') return;
  const day = civilDay(at);
  await stores.ledger.enter([
    {
      key: `${appraisal.id}/${effect}/${id}`,
      cycleId: cycle.id,
      appraisalId: appraisal.id,
      personId: appraisal.personId,
      year: cycle.year,
      rule: effect,
      clause: null,
      effect,
      params,
      effectiveOn: effectiveOn({ effect, params }, cycle.year, day),
      reverses: null,
      because: null,
      confirmedBy: by,
      enteredAt: at,
    },
  ]);
}
