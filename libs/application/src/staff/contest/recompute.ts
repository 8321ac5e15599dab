import {
  Refusal,
  correctedCase,
  decideContest,
  type AppraiseeCase,
  type ContestedResult,
  type Correction,
  type PersonEvaluation,
} from '@kaoji/domain';
import { unitCaseOf } from '../../engine/appraisee-case.js';
import { cycleContext } from '../../engine/cycle-context.js';
import { poolOf } from '../../engine/seal-evidence.js';
import type { Appraisal, StoredEvaluation } from '../../ports/records.js';
import type { Stores } from '../../ports/stores.js';
import { findCycleUnit } from '../find.js';
import type { RulebookShelf } from '../plan/rulebook-shelf.js';
import { forSealed } from './blind-raters.js';
import type { FoundContest } from './find-contest.js';

export type Recomputed = {
  readonly result: ContestedResult;
  readonly standing: StoredEvaluation;
  /** The contestant's evidence as corrected. */
  readonly person: AppraiseeCase;
};

/**
 * What a contested result comes to on corrected evidence, with everybody the seats are shared with; writes nothing.
 * Refuses `CORRECTIONS_MISSING`, `CORRECTION_UNKNOWN`, `CORRECTION_INVALID`, `RESULT_NOT_READY`.
 */
export async function recompute(
  { rulebooks }: { readonly rulebooks: RulebookShelf },
  stores: Stores,
  found: Pick<FoundContest, 'appraisal' | 'cycle'>,
  corrections: readonly Correction[],
): Promise<Recomputed> {
  const { appraisal, cycle } = found;
  const context = await cycleContext({ rulebooks }, stores, cycle.id);
  const pool = await poolOf(stores, context, appraisal.unitId);
  const people: AppraiseeCase[] = [];
  for (const unit of pool) people.push(...(await evidenceNow(stores, cycle.id, unit.unitId)));
  const sealed = people.find(({ id }) => id === appraisal.id);
  const standing = await stores.results.evaluation(appraisal.id);
  if (sealed === undefined || standing === null) {
    throw new Refusal('RESULT_NOT_READY', 'There is no result to contest.');
  }
  const real = forSealed(sealed, corrections);
  const result = computed(
    context.rulebook,
    {
      unitCase: unitCaseOf(cycle, pool, people),
      personId: appraisal.id,
      standing: JSON.parse(standing.body) as PersonEvaluation,
      corrections: real,
    },
    cycle.rulebookHash,
  );
  return { result, standing, person: correctedCase(sealed, real) };
}

/** What the rulebook cannot read is a fault of the correction; whose marks are in the case stays out of the answer. */
function computed(...args: Parameters<typeof decideContest>): ContestedResult {
  try {
    return decideContest(...args);
  } catch (fault) {
    if (!(fault instanceof Refusal) || fault.code !== 'CASE_INVALID') throw fault;
    throw new Refusal('CORRECTION_INVALID', 'The rulebook cannot read the evidence as corrected.');
  }
}

/** The evidence that counts today: as sealed for the list, or as a later grade or an earlier contest left it. */
export async function evidenceNow(
  stores: Stores,
  cycleId: string,
  unitId: string,
): Promise<readonly AppraiseeCase[]> {
  const { round } = await findCycleUnit(stores, cycleId, unitId);
  const rows = await stores.results.evidenceOfUnit(cycleId, unitId, round);
  const now = new Map(
    (await stores.appraisals.ofUnit(cycleId, unitId)).map((one): [string, Appraisal] => [one.id, one]),
  );
  const people: AppraiseeCase[] = [];
  for (const row of rows) {
    const changed = now.get(row.appraisalId)?.evidenceHash !== row.hash;
    const counts = changed ? ((await stores.results.evidence(row.appraisalId)) ?? row) : row;
    people.push(JSON.parse(counts.body) as AppraiseeCase);
  }
  return people;
}
