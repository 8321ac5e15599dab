import { ROLES, type Account, type Role } from '../../ports/records.js';
import type { Stores, Transactions } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { demand } from '../access/permissions.js';
import { namedAccounts, type NamedAccount } from '../decide/named-accounts.js';
import { viewRulebook } from '../views/rulebooks.js';
import { dutiesOf, type PlanDuty } from './plan-duties.js';
import type { RulebookShelf } from './rulebook-shelf.js';

type SeatedDuty = Pick<PlanDuty, 'id' | 'kind' | 'title' | 'clause' | 'roles' | 'atLeast'> & {
  readonly people: readonly string[]; // accounts
  readonly above: readonly string[];
  readonly gap: 'nobody' | 'too_few' | null;
};
export type PlanPeople = {
  readonly units: readonly {
    readonly unitId: string;
    readonly name: string;
    readonly duties: readonly SeatedDuty[];
  }[];
  readonly people: readonly NamedAccount[];
};

/**
 * Who would do what in each unit of an area under a rulebook, by the grants people hold now: a step nobody is in is
 * seen before it is reached. Who stands aside for being on the list shows once it is composed. Refuses `NOT_FOUND`, `RULEBOOK_EDITED`, `FORBIDDEN`.
 */
export async function planPeople(
  deps: { readonly transactions: Transactions; readonly rulebooks: RulebookShelf },
  actor: Actor,
  asked: { readonly areaId: string; readonly rulebook: string },
): Promise<PlanPeople> {
  const { areaId } = asked;
  demand(actor, 'cycle.plan', { areaId, unitId: 'whole_area' });
  const duties = dutiesOf(await viewRulebook(deps, asked.rulebook));
  return deps.transactions.read(async (stores) => {
    const seats = seating(stores, areaId);
    const units = [];
    for (const { id: unitId, name } of await stores.places.unitsOf(areaId)) {
      const seated: SeatedDuty[] = [];
      for (const duty of duties) seated.push(await seats(duty, unitId));
      units.push({ unitId, name, duties: seated });
    }
    const named = units.flatMap(({ duties }) => duties.flatMap(({ people, above }) => [...people, ...above]));
    return { units, people: await namedAccounts(stores, named) };
  });
}

/** Seats duties one by one; the holders of a role in a place are read once. */
function seating(stores: Stores, areaId: string): (duty: PlanDuty, unitId: string) => Promise<SeatedDuty> {
  const read = new Map<string, readonly Account[]>();
  const holders = async (role: string, unitId: string | null): Promise<readonly string[]> => {
    if (!isRole(role)) return [];
    const key = `${role}/${unitId ?? ''}`;
    const found = read.get(key) ?? (await stores.accounts.holdersOf(role, areaId, unitId));
    read.set(key, found);
    return found.map(({ id }) => id);
  };
  const byName = async (usernames: readonly string[]): Promise<readonly string[]> => {
    const found = await Promise.all(usernames.map((name) => stores.accounts.byUsername(name)));
    return found.flatMap((account) => (account === null || account.disabled ? [] : [account.id]));
  };
  return async ({ scope, named, above, ...duty }, unitId) => {
    const where = scope === 'unit' ? unitId : null;
    const held = (await Promise.all(duty.roles.map((role) => holders(role, where)))).flat();
    const people = [...new Set([...held, ...(await byName(named))])].toSorted();
    const { id, kind, title, clause, roles, atLeast } = duty;
    return {
      ...{ id, kind, title, clause, roles, atLeast, people },
      above: above === null ? [] : await holders(above, null),
      gap: people.length === 0 ? 'nobody' : people.length < atLeast ? 'too_few' : null,
    };
  };
}

function isRole(role: string): role is Role {
  return ROLES.some((known) => known === role);
}
