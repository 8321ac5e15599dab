import { ROLES, type Account, type Grant, type Role } from '@kaoji/application';
import { createSecrets } from '@kaoji/gateways';
import type { TestApi } from './api.js';
import { AREA, OTHER_AREA, OTHER_UNIT, UNIT } from './places.js';

/**
 * Where the grant of whoever asks lies, seen from what they ask for: in its own unit, in the sibling of it, over its
 * whole area, over another area. `archived`: over its whole area, of a cycle that is closed.
 */
export const STANDS = ['own', 'sibling', 'parent', 'other_area', 'archived'] as const;
export type Stand = (typeof STANDS)[number];
export { ROLES, type Role };

const GRANT: Readonly<Record<Stand, Omit<Grant, 'role'>>> = {
  own: { areaId: AREA, unitId: UNIT },
  sibling: { areaId: AREA, unitId: OTHER_UNIT },
  parent: { areaId: AREA, unitId: null },
  other_area: { areaId: OTHER_AREA, unitId: null },
  archived: { areaId: AREA, unitId: null },
};
/** Who is appraised: asks for their own in their own unit; elsewhere they are somebody else. */
const PERSON: Readonly<Record<Stand, string>> = {
  own: 'person-1',
  archived: 'person-1',
  sibling: 'person-3',
  parent: 'person-2',
  other_area: 'person-leaver',
};

const HOUR = 3_600_000;
const idOf = (role: Role, stand: Stand): string => `${role}-${stand}`;

/** One account per role and stand, with one role and one grant each; gives their bearer tokens. */
export async function seatActors({ database }: TestApi): Promise<(role: Role, stand: Stand) => string> {
  const secrets = createSecrets();
  const tokens = new Map<string, string>();
  const accounts: Account[] = [];
  for (const role of ROLES) {
    for (const stand of STANDS) {
      const id = idOf(role, stand);
      const personId = role === 'appraisee' ? PERSON[stand] : null;
      const grants = [{ ...GRANT[stand], role }];
      accounts.push({ id, username: id, passwordHash: '-', personId, grants, disabled: false });
      tokens.set(id, secrets.token());
    }
  }
  await database.transactions.run(async (stores) => {
    await stores.accounts.insertMany(accounts);
    const createdAt = Date.now();
    for (const [accountId, token] of tokens) {
      const tokenHash = secrets.hash(token);
      const expiresAt = createdAt + HOUR;
      await stores.accounts.insertSession({
        ...{ tokenHash, accountId, csrfHash: null, kind: 'bearer', createdAt, expiresAt, steppedUpAt: null },
      });
    }
  });
  return (role, stand) => tokens.get(idOf(role, stand)) ?? '(none)';
}
