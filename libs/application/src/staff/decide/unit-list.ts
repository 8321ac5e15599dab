import type { PersonEvaluation, QuotaSheet } from '@kaoji/domain';
import type { CycleUnitState, Deliberation } from '../../ports/records.js';
import type { Transactions } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { demand } from '../access/permissions.js';
import { findCycle, findCycleUnit } from '../find.js';
import type { RulebookShelf } from '../plan/rulebook-shelf.js';
import { composedList, type ComposedList } from './composed-list.js';
import { decidingRoles } from './deciding-roles.js';

export type ListedPerson = Pick<
  PersonEvaluation,
  'composite' | 'provisional' | 'final' | 'line' | 'flags' | 'needsPeople' | 'consequences'
> &
  Pick<PersonEvaluation['final'], 'rule' | 'clause' | 'why'> & {
    readonly appraisalId: string;
    readonly name: string;
    readonly posts: readonly string[];
    /** Why the result of an uncertain case stands, once somebody approved it so. */
    readonly acknowledged: string | null;
  };
export type UnitList = {
  readonly round: number;
  readonly listHash: string;
  readonly stage: CycleUnitState;
  readonly decidedBy: readonly string[];
  readonly sheet: QuotaSheet;
  readonly people: readonly ListedPerson[];
  readonly earlier: readonly Pick<Deliberation, 'round' | 'verdict' | 'reason' | 'decidedBy' | 'decidedAt'>[];
};

/**
 * The list of a unit as it was composed, with names, for those who deliberate on it.
 * Refuses `STAGE_NOT_OPEN` before it is composed, `NOT_FOUND`, `FORBIDDEN`.
 */
export async function unitList(
  deps: { readonly transactions: Transactions; readonly rulebooks: RulebookShelf },
  actor: Actor,
  cycleId: string,
  unitId: string,
): Promise<UnitList> {
  return deps.transactions.read(async (stores) => {
    const cycle = await findCycle(stores, cycleId);
    demand(actor, 'list.read', { areaId: cycle.areaId, unitId });
    const unit = await findCycleUnit(stores, cycleId, unitId);
    const { round, listHash, sheet, people } = await composedList(stores, unit);
    const rulebook = await deps.rulebooks.take(stores, cycle.rulebookHash);
    const reminders = await stores.decisions.remindersOf(cycleId);
    const named = await stores.places.people(people.map(({ appraisal }) => appraisal.personId));
    const names = new Map(named.map(({ id, name }) => [id, name]));
    const acknowledged = await stores.decisions.acknowledged(cycleId, unitId);
    const reasons = new Map(
      acknowledged.filter((one) => one.round === round).map((one) => [one.appraisalId, one.reason]),
    );
    const earlier = await stores.decisions.deliberations(cycleId, unitId);
    return {
      round,
      listHash,
      stage: unit.state,
      decidedBy: decidingRoles(rulebook, reminders, { unitId, round }),
      sheet,
      people: people.map((person) => listed(person, names, reasons)),
      earlier: earlier.map(({ round: of, verdict, reason, decidedBy, decidedAt }) => ({
        round: of,
        verdict,
        reason,
        decidedBy,
        decidedAt,
      })),
    };
  });
}

function listed(
  { appraisal, evaluation }: ComposedList['people'][number],
  names: ReadonlyMap<string, string>,
  reasons: ReadonlyMap<string, string>,
): ListedPerson {
  const { composite, provisional, final, line, flags, needsPeople, consequences } = evaluation;
  const { rule, clause, why } = final;
  return {
    appraisalId: appraisal.id,
    name: names.get(appraisal.personId) ?? '',
    posts: appraisal.posts,
    composite,
    provisional,
    final,
    rule,
    clause,
    why,
    line,
    flags,
    needsPeople,
    acknowledged: reasons.get(appraisal.id) ?? null,
    consequences,
  };
}
