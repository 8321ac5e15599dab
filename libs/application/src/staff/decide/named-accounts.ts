import type { Stores } from '../../ports/stores.js';

/** An account and what people call whoever holds it. */
export type NamedAccount = { readonly account: string; readonly name: string };

/** Each account once, with the person's name, or the user name where no person is known. */
export async function namedAccounts(
  stores: Stores,
  accounts: readonly string[],
): Promise<readonly NamedAccount[]> {
  const found = [];
  for (const id of [...new Set(accounts)].sort()) {
    const account = await stores.accounts.byId(id);
    if (account !== null) found.push(account);
  }
  const people = await stores.places.people(
    found.flatMap(({ personId }) => (personId === null ? [] : [personId])),
  );
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return found.map(({ id, username, personId }) => ({
    account: id,
    name: (personId === null ? undefined : names.get(personId)) ?? username,
  }));
}
