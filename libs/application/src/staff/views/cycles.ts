import type { Cycle, CycleUnit } from '../../ports/records.js';
import type { Page, Transactions } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { demand } from '../access/permissions.js';
import { cycleKeyOf } from '../cycle-key.js';
import { findCycle, type FoundCycle } from '../find.js';

type ReadDeps = { readonly transactions: Transactions };
export type Listed<T> = { readonly items: readonly T[]; readonly next: string | null };
export type CycleWithUnits = FoundCycle & {
  readonly units: readonly (CycleUnit & { readonly name: string; readonly appraisals: number })[];
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
export async function viewCycle(deps: ReadDeps, actor: Actor, cycleId: string): Promise<CycleWithUnits> {
  return deps.transactions.read(async (stores) => {
    const cycle = await findCycle(stores, cycleId);
    demand(actor, 'cycle.read', { areaId: cycle.areaId, unitId: 'any_unit' });
    const names = new Map((await stores.places.unitsOf(cycle.areaId)).map(({ id, name }) => [id, name]));
    const units = await stores.cycles.units(cycleId);
    const counts = await stores.appraisals.countByUnit(cycleId);
    return {
      ...cycle,
      units: units.map((unit) => ({
        ...unit,
        name: names.get(unit.unitId) ?? '',
        appraisals: counts.get(unit.unitId) ?? 0,
      })),
    };
  });
}

/** The id to go on after, when the page is full. */
export function nextAfter(items: readonly { readonly id: string }[], { limit }: Page): string | null {
  return items.length < limit ? null : (items.at(-1)?.id ?? null);
}
