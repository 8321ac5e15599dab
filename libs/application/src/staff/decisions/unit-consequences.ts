import { readGate, type CarriedOutAs, type LocalText, type PersonEvaluation } from '@kaoji/domain';
import { cycleContext, type CycleContext } from '../../engine/cycle-context.js';
import { proposedRow } from '../../engine/notify-unit.js';
import type { Clock } from '../../ports/gateways.js';
import type { Appraisal, ConsequenceRow } from '../../ports/records.js';
import type { Stores, Transactions } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { demand } from '../access/permissions.js';
import { composedList } from '../decide/composed-list.js';
import { findCycle, findCycleUnit } from '../find.js';
import type { RulebookShelf } from '../plan/rulebook-shelf.js';
import { gateCases } from './gate-cases.js';
import { gateDemand, titleOfConsequence } from './gate-demand.js';

type Shown = Pick<
  ConsequenceRow,
  'rule' | 'clause' | 'effect' | 'params' | 'force' | 'state' | 'decidedBy' | 'decidedAt'
> & {
  readonly title: LocalText;
};
/** One that hurts, with whether its gate is open now. */
export type HurtingConsequence = Shown & {
  readonly gateOpen: boolean;
  readonly missing: readonly string[];
  readonly carriedOutAs: CarriedOutAs;
};
export type UnitConsequences = {
  readonly round: number;
  readonly listHash: string;
  readonly people: readonly {
    readonly appraisalId: string;
    readonly name: string;
    readonly category: string;
    readonly status: Appraisal['status'];
    readonly result: string;
    /** What the law lets follow: confirmed with the list by whoever approves it. */
    readonly ordinary: readonly Shown[];
    /** What hurts, or an office may do: each behind its own gate, by its own confirmation. */
    readonly hurting: readonly HurtingConsequence[];
  }[];
};

/**
 * What follows for everyone of a unit's list: as proposed while it is deliberated, as it stands afterwards.
 * Refuses `STAGE_NOT_OPEN` (not composed yet), `NOT_FOUND`, `FORBIDDEN`.
 */
export async function unitConsequences(
  deps: { readonly transactions: Transactions; readonly clock: Clock; readonly rulebooks: RulebookShelf },
  actor: Actor,
  cycleId: string,
  unitId: string,
): Promise<UnitConsequences> {
  return deps.transactions.read(async (stores) => {
    const { areaId } = await findCycle(stores, cycleId);
    demand(actor, 'decision.read', { areaId, unitId });
    const context = await cycleContext(deps, stores, cycleId);
    const { round, listHash, people } = await composedList(
      stores,
      await findCycleUnit(stores, cycleId, unitId),
    );
    const rows = await rowsOf(stores, people);
    const hurt = people.filter(({ appraisal }) => rows.get(appraisal.id)?.some(({ adverse }) => adverse));
    const at = deps.clock.now();
    const known = await gateCases(
      stores,
      context,
      hurt.map(({ appraisal }) => appraisal),
      at,
    );
    const named = await stores.places.people(people.map(({ appraisal }) => appraisal.personId));
    const names = new Map(named.map(({ id, name }) => [id, name]));
    return {
      round,
      listHash,
      people: people.map(({ appraisal, evaluation: { final } }) => ({
        appraisalId: appraisal.id,
        name: names.get(appraisal.personId) ?? '',
        category: appraisal.category,
        status: appraisal.status,
        result: appraisal.finalGrade ?? appraisal.finalStatus ?? final.grade ?? final.status,
        ...parted(context, rows.get(appraisal.id) ?? [], known.get(appraisal.id) ?? null),
      })),
    };
  });
}

type Listed = { readonly appraisal: Appraisal; readonly evaluation: PersonEvaluation };

/** What stands in the database, and before the notification what the list proposes. */
async function rowsOf(
  stores: Stores,
  people: readonly Listed[],
): Promise<ReadonlyMap<string, readonly ConsequenceRow[]>> {
  const stored = await stores.decisions.currentConsequences(people.map(({ appraisal }) => appraisal.id));
  return new Map(
    people.map(({ appraisal: { id, notifiedAt }, evaluation }) => [
      id,
      notifiedAt === null
        ? evaluation.consequences.map((one) => proposedRow(id, one))
        : stored.filter(({ appraisalId }) => appraisalId === id),
    ]),
  );
}

function parted(
  { rulebook }: CycleContext,
  rows: readonly ConsequenceRow[],
  known: Parameters<typeof readGate>[1] | null,
) {
  const shown = (row: ConsequenceRow): Shown => {
    const { rule, clause, effect, params, force, state, decidedBy, decidedAt } = row;
    return {
      ...{ rule, clause, effect, params, force, state, decidedBy, decidedAt },
      title: titleOfConsequence(rulebook, row),
    };
  };
  return {
    ordinary: rows.filter(({ adverse }) => !adverse).map(shown),
    hurting: rows.flatMap((row): HurtingConsequence[] => {
      if (!row.adverse || known === null) return [];
      const { open, bars, conditions, carriedOutAs } = readGate(gateDemand(rulebook, row), known);
      const records = conditions.filter(({ met }) => !met).map(({ record }) => record);
      const missing = [...bars.map(({ code }) => code), ...records];
      return [{ ...shown(row), gateOpen: open, missing, carriedOutAs }];
    }),
  };
}
