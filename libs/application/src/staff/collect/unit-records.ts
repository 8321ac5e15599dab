import { sheetFor, titleOf, type LocalText, type Rulebook } from '@kaoji/domain';
import type { AdjustmentRow, EvidenceRow, RoutineRow } from '../../ports/records.js';
import type { Transactions } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { demand } from '../access/permissions.js';
import { findCycle, findCycleUnit } from '../find.js';
import type { RulebookShelf } from '../plan/rulebook-shelf.js';
import { titleOfCode } from './marking-list.js';
import { isOwn } from './own-evidence.js';

export type UnitRecords = {
  /** The bonuses and deductions of the rulebook. */
  readonly items: readonly {
    readonly id: string;
    readonly title: LocalText;
    readonly kind: 'bonus' | 'deduction';
    readonly pointsEach: string;
    readonly evidenceRequired: boolean;
  }[];
  readonly people: readonly {
    readonly appraisalId: string;
    readonly name: string;
    readonly posts: readonly LocalText[];
    /** The parts of their sheets. */
    readonly parts: readonly SheetPart[];
    readonly routine: readonly Pick<RoutineRow, 'period' | 'value'>[];
    readonly adjustments: readonly Pick<AdjustmentRow, 'item' | 'times' | 'evidence'>[];
    readonly evidence: readonly Pick<EvidenceRow, 'part' | 'evidence'>[];
  }[];
};
type SheetPart = { readonly id: string; readonly title: LocalText; readonly evidenceRequired: boolean };

/**
 * What is on record for the people of a unit whom the reader records for (never themself), and what the rulebook lets be
 * recorded. Refuses `NOT_FOUND`, `FORBIDDEN`.
 */
export async function unitRecords(
  deps: { readonly transactions: Transactions; readonly rulebooks: RulebookShelf },
  actor: Actor,
  cycleId: string,
  unitId: string,
): Promise<UnitRecords> {
  return deps.transactions.read(async (stores) => {
    const cycle = await findCycle(stores, cycleId);
    demand(actor, 'evidence.record', { areaId: cycle.areaId, unitId });
    await findCycleUnit(stores, cycleId, unitId);
    const rulebook = await deps.rulebooks.take(stores, cycle.rulebookHash);
    const appraisals = (await stores.appraisals.ofUnit(cycleId, unitId)).filter(
      (one) => one.status !== 'left' && !isOwn(actor, one),
    );
    const people = await stores.places.people(appraisals.map(({ personId }) => personId));
    const names = new Map(people.map(({ id, name }) => [id, name]));
    const routine = byAppraisal(await stores.marks.currentRoutineOfUnit(cycleId, unitId));
    const adjustments = byAppraisal(await stores.marks.currentAdjustmentsOfUnit(cycleId, unitId));
    const evidence = byAppraisal(await stores.marks.currentEvidenceOfUnit(cycleId, unitId));
    return {
      items: rulebook.dimensions.flatMap((dimension) =>
        dimension.adjustments.map((item) => {
          const { id, kind, pointsEach, evidenceRequired } = item;
          return { id, title: titleOf(item), kind, pointsEach, evidenceRequired };
        }),
      ),
      people: appraisals.map(({ id, personId, posts }) => ({
        appraisalId: id,
        name: names.get(personId) ?? '',
        posts: posts.map((post) => titleOfCode(rulebook.posts, post)),
        parts: sheetParts(rulebook, posts),
        routine: (routine.get(id) ?? []).map(({ period, value }) => ({ period, value })),
        adjustments: (adjustments.get(id) ?? []).map(({ item, times, evidence: named }) => {
          return { item, times, evidence: named };
        }),
        evidence: (evidence.get(id) ?? []).map(({ part, evidence: named }) => ({ part, evidence: named })),
      })),
    };
  });
}

/** The parts of the sheets of these posts, each once. */
function sheetParts(rulebook: Rulebook, posts: readonly string[]): readonly SheetPart[] {
  const parts = posts.flatMap((post) =>
    rulebook.dimensions.flatMap((dimension) => sheetFor(dimension, post)?.parts ?? []),
  );
  return [...new Map(parts.map((part) => [part.id, part])).values()].map((part) => {
    const { id, evidenceRequired } = part;
    return { id, title: titleOf(part), evidenceRequired };
  });
}

function byAppraisal<Row extends { readonly appraisalId: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, readonly Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) found.set(row.appraisalId, [...(found.get(row.appraisalId) ?? []), row]);
  return found;
}
