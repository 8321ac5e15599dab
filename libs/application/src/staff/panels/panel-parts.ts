import { sheetFor, titleOf, type LocalText, type Rulebook } from '@kaoji/domain';
import type { Role } from '../../ports/records.js';
import type { Actor } from '../access/actor.js';
import { demand } from '../access/permissions.js';
import { titleOfCode } from '../collect/marking-list.js';
import { namedAccounts, type NamedAccount } from '../decide/named-accounts.js';
import { findCycle, findCycleUnit } from '../find.js';
import { panelParts } from './panel-rules.js';
import { panelId } from './seat-panels.js';
import type { PanelDeps } from './stand-aside.js';

export type PanelPartView = {
  readonly part: string;
  readonly partTitle: LocalText;
  readonly role: string;
  readonly roleTitle: LocalText;
  readonly size: number | null;
  readonly quorum: number;
  /** Null: nobody is named yet. */
  readonly panelId: string | null;
  /** Whoever holds the role here, and so could sit. */
  readonly holders: readonly NamedAccount[];
};

/** The parts that panels mark in a unit, and who could sit in each. Refuses `NOT_FOUND`, `FORBIDDEN`. */
export async function listPanelParts(
  deps: PanelDeps,
  actor: Actor,
  cycleId: string,
  unitId: string,
): Promise<readonly PanelPartView[]> {
  return deps.transactions.read(async (stores) => {
    const cycle = await findCycle(stores, cycleId);
    demand(actor, 'panel.name', { areaId: cycle.areaId, unitId });
    await findCycleUnit(stores, cycleId, unitId);
    const rulebook = await deps.rulebooks.take(stores, cycle.rulebookHash);
    const people = (await stores.appraisals.ofUnit(cycleId, unitId)).filter(
      ({ status }) => status !== 'left',
    );
    const named = new Set((await stores.panels.ofCycle(cycleId)).map(({ id }) => id));
    const holders = new Map<string, readonly NamedAccount[]>();
    const found: PanelPartView[] = [];
    for (const { part, role, rule } of panelParts(rulebook, [
      ...new Set(people.flatMap(({ posts }) => posts)),
    ])) {
      const known = holders.get(role) ?? (await holdersOf(role));
      holders.set(role, known);
      const id = panelId({ cycleId, unitId, part, role });
      found.push({
        ...{
          part,
          partTitle: partTitleOf(rulebook, part),
          role,
          roleTitle: titleOfCode(rulebook.roles, role),
        },
        ...{ size: rule.size ?? null, quorum: rule.quorum },
        ...{ panelId: named.has(id) ? id : null, holders: known },
      });
    }
    return found;

    async function holdersOf(role: string): Promise<readonly NamedAccount[]> {
      const accounts = await stores.accounts.holdersOf(role as Role, cycle.areaId, unitId);
      return namedAccounts(
        stores,
        accounts.map(({ id }) => id),
      );
    }
  });
}

/** What the rulebook calls a part, on whichever sheet it stands. */
export function partTitleOf(rulebook: Rulebook, id: string): LocalText {
  for (const { code } of rulebook.posts) {
    for (const dimension of rulebook.dimensions) {
      const part = sheetFor(dimension, code)?.parts.find((one) => one.id === id);
      if (part !== undefined) return titleOf(part);
    }
  }
  return { zh: id, en: id };
}
