import { randomBytes, randomUUID } from 'node:crypto';
import type { Account, Passwords, Role, Transactions } from '@kaoji/application';
import { demoAccounts, SUPERIORS, type DemoAccountsFile } from './demo-accounts.js';
import { demoYear } from './demo-year.js';

const AREA = 'demo';

/**
 * Puts the demo subdistrict into the database: places, plainly synthetic people and their accounts. What an
 * earlier seed made (`known`) is kept when it is still there and of the same size; else a new area is made beside it.
 */
export async function seedDemo(
  transactions: Transactions,
  passwords: Passwords,
  known: DemoAccountsFile | null,
  appraisees: number,
  seed: string,
): Promise<{ readonly file: DemoAccountsFile; readonly created: boolean }> {
  const taken = new Set(
    (await transactions.read(async (stores) => stores.places.areas())).map((area) => area.id),
  );
  const complete = known?.appraisees === appraisees && hasEverybody(known);
  if (complete && (await stillThere(transactions, passwords, known))) return { file: known, created: false };
  const number = freeNumber(taken);
  const suffix = number === 1 ? '' : `-${number}`;
  const { places, people } = demoYear(AREA + suffix, appraisees, seed, 2025);
  const secrets = new Map<Role, string>();
  const passwordOf = (role: Role): string => {
    const secret = secrets.get(role) ?? randomBytes(9).toString('base64url');
    secrets.set(role, secret);
    return secret;
  };
  const accounts = demoAccounts(places, people, suffix, passwordOf);
  const hashes = new Map<string, string>();
  for (const secret of secrets.values()) hashes.set(secret, await passwords.hash(secret));
  const rows = accounts.map((account): Account => ({
    id: randomUUID(),
    username: account.username,
    passwordHash: hashes.get(account.password) ?? '',
    personId: account.personId,
    grants: account.grants,
    disabled: false,
  }));
  await transactions.run(async (stores) => {
    await stores.places.insertArea(places.area);
    await stores.places.insertUnits(places.units);
    await stores.places.insertCommunities(places.communities);
    await stores.places.insertPeople(people.map(({ id, name }) => ({ id, name, phone: null })));
    await stores.accounts.insertMany(rows);
  });
  return { file: { areaId: places.area.id, appraisees, seed, accounts }, created: true };
}

/** An earlier build seeded nobody who could hear a contest, and a leading group of one. */
function hasEverybody({ accounts }: DemoAccountsFile): boolean {
  const leaders = accounts.filter(({ role }) => role === 'superior').length;
  return leaders === SUPERIORS && accounts.some(({ role }) => role === 'reviewer');
}

/** Whether the accounts of the file are those of this database: a file may outlive the database it was written for. */
async function stillThere(
  transactions: Transactions,
  passwords: Passwords,
  { accounts }: DemoAccountsFile,
): Promise<boolean> {
  const [first] = accounts;
  if (first === undefined) return false;
  const stored = await transactions.read(async (stores) => stores.accounts.byUsername(first.username));
  return stored !== null && passwords.verify(stored.passwordHash, first.password);
}

function freeNumber(taken: ReadonlySet<string>): number {
  let number = 1;
  while (taken.has(number === 1 ? AREA : `${AREA}-${number}`)) number += 1;
  return number;
}
