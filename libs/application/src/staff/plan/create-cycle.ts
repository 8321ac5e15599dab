import { Refusal, canonicalJson } from '@kaoji/domain';
import type { ClockPolicy } from '../../ports/clock-policy.js';
import type { Clock, Ids } from '../../ports/gateways.js';
import type { Cycle, CycleUnit } from '../../ports/records.js';
import type { Stores, Transactions } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { onceFor } from '../access/idempotency.js';
import { demand } from '../access/permissions.js';
import { cycleKeyOf } from '../cycle-key.js';
import type { CalendarShelf } from './calendar-shelf.js';
import { checkUnitPlans, type UnitPlan } from './check-unit-plans.js';
import { nextRehearsal } from './next-rehearsal.js';
import { readRulebook } from './rulebook-shelf.js';

export type CreateCycleDeps = {
  readonly transactions: Transactions;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly calendars: CalendarShelf;
};
export type CyclePlan = {
  readonly areaId: string;
  readonly year: number;
  readonly rulebookHash: string;
  readonly calendarId?: string | undefined;
  readonly clock: ClockPolicy;
  readonly drawSeed: string;
  readonly units: readonly UnitPlan[];
};
export type CreatedCycle = Pick<Cycle, 'id' | 'run' | 'state' | 'version'> & { readonly key: string };

const RACES = 3;

/**
 * Plans a cycle. On the calendar's clock there is one per area and year (`DUPLICATE_CYCLE`); rehearsals take
 * the next free number. Refuses `UNIT_UNKNOWN`, `UNIT_FACTS_INVALID`, `RULEBOOK_UNKNOWN`,
 * `RULEBOOK_EDITED`, `CALENDAR_UNKNOWN`, `FORBIDDEN`.
 */
export async function createCycle(
  deps: CreateCycleDeps,
  actor: Actor,
  plan: CyclePlan,
  key: string,
): Promise<CreatedCycle> {
  demand(actor, 'cycle.plan', { areaId: plan.areaId, unitId: 'whole_area' });
  const keyed = { verb: 'create-cycle', key, request: plan };
  for (let race = 1; ; race += 1) {
    try {
      return await deps.transactions.run((stores) =>
        onceFor(stores, actor, keyed, () => insertCycle(deps, actor, plan, stores)),
      );
    } catch (error) {
      // Two rehearsals planned at once want the same number: whoever comes second takes the next one.
      const lost = error instanceof Refusal && error.code === 'DUPLICATE_CYCLE';
      if (!lost || plan.clock.kind === 'calendar' || race === RACES) throw error;
    }
  }
}

async function insertCycle(
  deps: CreateCycleDeps,
  actor: Actor,
  plan: CyclePlan,
  stores: Stores,
): Promise<CreatedCycle> {
  const { areaId, year, rulebookHash, clock, drawSeed } = plan;
  const rulebook = await readRulebook(stores, rulebookHash);
  const units = checkUnitPlans(rulebook, year, await stores.places.unitsOf(areaId), plan.units);
  const { hash: calendarHash, calendar } = deps.calendars.pick(plan.calendarId);
  await stores.rulebooks.pinCalendar({
    hash: calendarHash,
    calendarId: calendar.id,
    body: canonicalJson(calendar),
  });
  const run = clock.kind === 'calendar' ? 'live' : nextRehearsal(await stores.cycles.runsOf(areaId, year));
  const cycle: Cycle = {
    id: deps.ids.next(),
    run,
    areaId,
    year,
    rulebookHash,
    calendarHash,
    clock,
    drawSeed,
    state: 'draft',
    version: 1,
    createdBy: actor.accountId,
    createdAt: deps.clock.now(),
    openedAt: null,
    closedAt: null,
  };
  await stores.cycles.insert(
    cycle,
    units.map((unit) => plannedUnit(cycle.id, unit)),
  );
  return { id: cycle.id, key: cycleKeyOf(cycle), run, state: cycle.state, version: cycle.version };
}

function plannedUnit(cycleId: string, unit: UnitPlan): CycleUnit {
  return {
    cycleId,
    unitId: unit.unitId,
    state: 'planned',
    facts: unit.facts,
    headcount: unit.headcount ?? null,
    pool: unit.pool ?? null,
    collectionClosesAt: null,
    round: 0,
    noticeEndsAt: null,
    version: 1,
  };
}
