import type { DemoAccount } from '../demo/demo-accounts.js';
import type { DemoPerson } from '../demo/demo-person.js';
import type { DemoPlaces } from '../demo/demo-places.js';
import { signIn, type ApiSession } from './api-session.js';

/** Everything the simulated people share: where the services are, who they are, and what the year holds. */
export type Rehearsal = {
  readonly api: string;
  readonly seed: string;
  readonly year: number;
  readonly workingDayMs: number | null; // null: as long as this machine needs
  readonly places: DemoPlaces;
  readonly people: readonly DemoPerson[];
  readonly accounts: readonly DemoAccount[];
  /** Says what is going on; long steps say how far they are. */
  readonly say: (zh: string, en: string) => void;
  readonly session: (username: string) => Promise<ApiSession>;
};

/** Signs each account in once, when it first acts. */
export function sessions(api: string, accounts: readonly DemoAccount[]): Rehearsal['session'] {
  const open = new Map<string, Promise<ApiSession>>();
  const byName = new Map(accounts.map((account) => [account.username, account]));
  return async (username) => {
    const known = open.get(username);
    if (known !== undefined) return known;
    const account = byName.get(username);
    if (account === undefined) throw new Error(`no demo account ${username}`);
    const session = signIn(api, username, account.password);
    open.set(username, session);
    return session;
  };
}

/** The accounts that hold a role, in a unit where the role is scoped. */
export function accountsOf(
  rehearsal: Rehearsal,
  role: DemoAccount['role'],
  unitId: string | null = null,
): readonly DemoAccount[] {
  return rehearsal.accounts.filter((account) => account.role === role && account.unitId === unitId);
}

/** The first of them. */
export function accountOf(
  rehearsal: Rehearsal,
  role: DemoAccount['role'],
  unitId: string | null = null,
): DemoAccount {
  const [found] = accountsOf(rehearsal, role, unitId);
  if (found === undefined) throw new Error(`no demo account with role ${role}`);
  return found;
}

/** The account of a person. */
export function accountOfPerson(rehearsal: Rehearsal, personId: string): DemoAccount {
  const found = rehearsal.accounts.find((account) => account.personId === personId);
  if (found === undefined) throw new Error(`no demo account for ${personId}`);
  return found;
}
