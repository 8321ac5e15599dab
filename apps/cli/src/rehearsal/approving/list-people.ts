import type { AccountView } from '@kaoji/http-contract';
import type { Role } from '@kaoji/application';
import type { ApiSession } from '../api-session.js';
import { accountsOf, type Rehearsal } from '../rehearsal-context.js';

/** Somebody who acts in an approval: signed in, with the id of their account. */
export type Signatory = { readonly id: string; readonly session: ApiSession };

/** Everybody of the rehearsal who can have to do with the list of a unit. */
export type ListPeople = {
  readonly hr: Signatory;
  readonly supervisor: Signatory;
  readonly leaders: readonly [Signatory, Signatory, Signatory];
  readonly panel: readonly [Signatory, Signatory, Signatory, Signatory];
};

export async function listPeople(rehearsal: Rehearsal, unitId: string): Promise<ListPeople> {
  const [hr] = await holders(rehearsal, 'hr_officer');
  const [supervisor] = await holders(rehearsal, 'supervisor', unitId);
  const [first, second, third] = await holders(rehearsal, 'superior');
  const [a, b, c, d] = await holders(rehearsal, 'panel_member');
  if (!hr || !supervisor || !first || !second || !third || !a || !b || !c || !d)
    throw new Error(`not everybody is there who decides on the list of ${unitId}`);
  return { hr, supervisor, leaders: [first, second, third], panel: [a, b, c, d] };
}

async function holders(
  rehearsal: Rehearsal,
  role: Role,
  unitId: string | null = null,
): Promise<readonly Signatory[]> {
  return Promise.all(
    accountsOf(rehearsal, role, unitId).map(async ({ username }) => signatory(rehearsal, username)),
  );
}

export async function signatory(rehearsal: Rehearsal, username: string): Promise<Signatory> {
  const session = await rehearsal.session(username);
  return { id: (await session.get<AccountView>('/api/me')).id, session };
}
