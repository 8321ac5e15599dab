import type { Clock } from '../../ports/gateways.js';
import type { Cycle, CycleUnit, Instant } from '../../ports/records.js';
import type { Page, Stores, Transactions } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { demand } from '../access/permissions.js';
import { cycleKeyOf } from '../cycle-key.js';
import { findCycle, type FoundCycle } from '../find.js';

type ReadDeps = { readonly transactions: Transactions };
export type Listed<T> = { readonly items: readonly T[]; readonly next: string | null };
export type CycleWithUnits = FoundCycle & {
  readonly units: readonly (CycleUnit & {
    readonly name: string;
    readonly appraisals: number;
    /** For how many people something waits, and for how many of them something is overdue. */
    readonly waiting: number;
    readonly late: number;
  })[];
};

/** The cycles of the areas in which somebody has a role, by id. */
export async function listCycles(deps: ReadDeps, actor: Actor, page: Page): Promise<Listed<FoundCycle>> {
  const areas = [...new Set(actor.grants.map(({ areaId }) => areaId))];
  const found = await deps.transactions.read(async (stores) => {
    const cycles: Cycle[] = [];
    for (const areaId of areas) cycles.push(...(await stores.cycles.list(areaId, page)));
    return cycles;
  });
  const items = found
    .sort((one, other) => (one.id < other.id ? -1 : 1))
    .slice(0, page.limit)
    .map((cycle) => ({ ...cycle, key: cycleKeyOf(cycle) }));
  return { items, next: nextAfter(items, page) };
}

/** A cycle and where each of its units stands. Refuses `NOT_FOUND`, `FORBIDDEN`. */
export async function viewCycle(
  { transactions, clock }: ReadDeps & { readonly clock: Clock },
  actor: Actor,
  cycleId: string,
): Promise<CycleWithUnits> {
  return transactions.read(async (stores) => {
    const { areaId } = await findCycle(stores, cycleId);
    demand(actor, 'cycle.read', { areaId, unitId: 'any_unit' });
    return readCycle(stores, cycleId, clock.now());
  });
}

/** The same for whoever has been let in: counts over whole units, nobody's name. Refuses `NOT_FOUND`. */
export async function readCycle(stores: Stores, cycleId: string, now: Instant): Promise<CycleWithUnits> {
  const cycle = await findCycle(stores, cycleId);
  const names = new Map((await stores.places.unitsOf(cycle.areaId)).map(({ id, name }) => [id, name]));
  const units = await stores.cycles.units(cycleId);
  const counts = await stores.appraisals.countByUnit(cycleId);
  const waiting = new Map((await stores.waiting.byUnit(cycleId, now)).map((unit) => [unit.unitId, unit]));
  return {
    ...cycle,
    units: units.map((unit) => ({
      ...unit,
      name: names.get(unit.unitId) ?? '',
      appraisals: counts.get(unit.unitId) ?? 0,
      waiting: waiting.get(unit.unitId)?.people ?? 0,
      late: waiting.get(unit.unitId)?.late ?? 0,
    })),
  };
}

/** The id to go on after, when the page is full. */
export function nextAfter(items: readonly { readonly id: string }[], { limit }: Page): string | null {
  return items.length < limit ? null : (items.at(-1)?.id ?? null);
}
