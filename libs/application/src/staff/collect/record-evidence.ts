import { Refusal, sheetFor, type Rulebook } from '@kaoji/domain';
import type { Appraisal, EvidenceRow } from '../../ports/records.js';
import type { Actor } from '../access/actor.js';
import { findCycle } from '../find.js';
import type { RulebookShelf } from '../plan/rulebook-shelf.js';
import { appraisalsToRecordOn } from './own-evidence.js';
import type { RecordDeps } from './record-routine.js';
import { requireCollecting } from './require-collecting.js';

export type EvidenceInput = Pick<EvidenceRow, 'appraisalId' | 'part' | 'evidence'>;

/**
 * Records what is on record for a part of somebody's sheet, as ids of records kept elsewhere; the same part
 * again is a new version that takes the place of the one before, and an empty list takes it back. Refuses
 * `MARKS_INVALID` (`details.errors`: a part that is on none of the person's sheets), `COLLECTION_NOT_OPEN`,
 * `COLLECTION_CLOSED`, `NOT_FOUND`, `FORBIDDEN`. All of them or none.
 */
export async function recordEvidence(
  deps: RecordDeps & { readonly rulebooks: RulebookShelf },
  actor: Actor,
  cycleId: string,
  rows: readonly EvidenceInput[],
): Promise<{ readonly recorded: number }> {
  return deps.transactions.run(async (stores) => {
    const cycle = await findCycle(stores, cycleId);
    const appraisals = await appraisalsToRecordOn(
      stores,
      actor,
      cycle,
      rows.map(({ appraisalId }) => appraisalId),
    );
    const recordedAt = deps.clock.now();
    await requireCollecting(stores, appraisals, recordedAt);
    refuseFaulty(await deps.rulebooks.take(stores, cycle.rulebookHash), appraisals, rows);
    const versions = new Map<string, number>();
    const keyOf = ({ appraisalId, part }: EvidenceInput): string => JSON.stringify([appraisalId, part]);
    for (const unitId of new Set(appraisals.map((appraisal) => appraisal.unitId))) {
      for (const row of await stores.marks.currentEvidenceOfUnit(cycleId, unitId)) {
        versions.set(keyOf(row), row.version);
      }
    }
    await stores.marks.appendEvidence(
      rows.map((row): EvidenceRow => {
        const version = (versions.get(keyOf(row)) ?? 0) + 1;
        versions.set(keyOf(row), version);
        return { ...row, version, recordedBy: actor.accountId, recordedAt };
      }),
    );
    return { recorded: rows.length };
  });
}

function refuseFaulty(
  rulebook: Rulebook,
  appraisals: readonly Appraisal[],
  rows: readonly EvidenceInput[],
): void {
  const parts = new Map(appraisals.map(({ id, posts }) => [id, partsOn(rulebook, posts)]));
  const errors = rows.flatMap((row, index) =>
    parts.get(row.appraisalId)?.has(row.part) === true
      ? []
      : [
          {
            path: `rows.${index}.part`,
            code: 'PART_UNKNOWN',
            message: `nobody with these posts is appraised on "${row.part}"`,
          },
        ],
  );
  if (errors.length > 0) {
    throw new Refusal('MARKS_INVALID', `Nothing was recorded: ${errors[0]?.message}.`, { errors });
  }
}

/** The parts of the sheets of these posts. */
function partsOn(rulebook: Rulebook, posts: readonly string[]): ReadonlySet<string> {
  return new Set(
    posts.flatMap((post) =>
      rulebook.dimensions.flatMap((dimension) =>
        (sheetFor(dimension, post)?.parts ?? []).map(({ id }) => id),
      ),
    ),
  );
}
