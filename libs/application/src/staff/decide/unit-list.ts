import {
  titleOf,
  type LocalText,
  type PersonEvaluation,
  type QuotaSheet,
  type ResultChange,
} from '@kaoji/domain';
import { listSource } from '../../engine/record-stand.js';
import type { ApprovalStand } from '../../ports/approvals.js';
import type { Clock } from '../../ports/gateways.js';
import type { CycleUnitState, Deliberation } from '../../ports/records.js';
import type { Transactions } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { findCycle, findCycleUnit } from '../find.js';
import type { RulebookShelf } from '../plan/rulebook-shelf.js';
import { changesSince } from './changes-since.js';
import { composedList, type ComposedList } from './composed-list.js';
import { demandReader } from './list-access.js';
import { tablePlaces } from './table-places.js';

export type ListedPerson = Pick<
  PersonEvaluation,
  'dimensions' | 'composite' | 'provisional' | 'final' | 'line' | 'flags' | 'needsPeople' | 'consequences'
> &
  Pick<PersonEvaluation['final'], 'rule' | 'clause' | 'why'> & {
    readonly appraisalId: string;
    readonly name: string;
    readonly posts: readonly string[];
    /** Where the table shows them, from 1. */
    readonly place: number;
    /** Why the result of an uncertain case stands, once somebody approved it so. */
    readonly acknowledged: string | null;
  };
export type UnitList = {
  readonly round: number;
  readonly listHash: string;
  readonly stage: CycleUnitState;
  /** Where its approval stands, and who may act now. */
  readonly approval:
    | (Pick<ApprovalStand, 'step' | 'status' | 'version'> & {
        readonly waiting: readonly string[];
      })
    | null;
  readonly sheet: QuotaSheet;
  /** What the rulebook calls its dimensions, in its order. */
  readonly dimensions: readonly { readonly id: string; readonly title: LocalText }[];
  readonly people: readonly ListedPerson[];
  /** What this round says, beside the round before; empty in the first. */
  readonly changes: readonly ResultChange[];
  readonly earlier: readonly Pick<Deliberation, 'round' | 'verdict' | 'reason' | 'decidedBy' | 'decidedAt'>[];
};

/**
 * The list of a unit as it was composed, with names, for those who deliberate on it.
 * Refuses `STAGE_NOT_OPEN` before it is composed, `NOT_FOUND`, `FORBIDDEN`.
 */
export async function unitList(
  deps: {
    readonly transactions: Transactions;
    readonly clock: Clock;
    readonly rulebooks: RulebookShelf;
  },
  actor: Actor,
  cycleId: string,
  unitId: string,
): Promise<UnitList> {
  return deps.transactions.read(async (stores) => {
    const cycle = await findCycle(stores, cycleId);
    await demandReader(stores, actor, cycle, unitId, deps.clock.now());
    const unit = await findCycleUnit(stores, cycleId, unitId);
    const { round, listHash, sheet, people } = await composedList(stores, unit);
    const approval = await stores.approvals.snapshot(listSource({ cycleId, unitId, round }));
    const named = await stores.places.people(people.map(({ appraisal }) => appraisal.personId));
    const names = new Map(named.map(({ id, name }) => [id, name]));
    const acknowledged = await stores.decisions.acknowledged(cycleId, unitId);
    const reasons = new Map(
      acknowledged.filter((one) => one.round === round).map((one) => [one.appraisalId, one.reason]),
    );
    const rulebook = await deps.rulebooks.take(stores, cycle.rulebookHash);
    const places = tablePlaces(
      people.map(({ evaluation }) => evaluation),
      sheet,
    );
    const earlier = await stores.decisions.deliberations(cycleId, unitId);
    return {
      round,
      listHash,
      stage: unit.state,
      approval: approval === null ? null : waiting(approval.stand),
      sheet,
      dimensions: rulebook.dimensions.map((dimension) => ({ id: dimension.id, title: titleOf(dimension) })),
      people: people.map((person) => listed(person, names, places, reasons)),
      changes: await changesSince(stores, { cycleId, unitId, round: round - 1 }),
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

function waiting({ step, status, version, tasks }: ApprovalStand): UnitList['approval'] {
  return { step, status, version, waiting: [...new Set(tasks.map(({ account }) => account))] };
}

function listed(
  { appraisal, evaluation }: ComposedList['people'][number],
  names: ReadonlyMap<string, string>,
  places: ReadonlyMap<string, number>,
  reasons: ReadonlyMap<string, string>,
): ListedPerson {
  const { dimensions, composite, provisional, final, line, flags, needsPeople, consequences } = evaluation;
  const { rule, clause, why } = final;
  return {
    appraisalId: appraisal.id,
    name: names.get(appraisal.personId) ?? '',
    posts: appraisal.posts,
    place: places.get(appraisal.id) ?? 0,
    dimensions,
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
