import { mapClaims, Refusal, textOf, type ClaimMapping, type Claims } from '@kaoji/domain';
import type { Grant } from '@kaoji/domain/rights';
import type { Clock, Ids, Passwords, Secrets } from '../../ports/gateways.js';
import type { ProvedIdentity } from '../../ports/identity-provider.js';
import type { Account } from '../../ports/records.js';
import type { Stores, Transactions } from '../../ports/stores.js';
import type { Authenticated } from './authenticate.js';
import { openSession, type SignedIn } from './sign-in.js';
import { steppedUpUntil } from './step-up.js';

export type ProviderSignInDeps = {
  readonly transactions: Transactions;
  readonly passwords: Passwords;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly ids: Ids;
};

/**
 * Opens a session for whom the provider vouches for. The grants are what the mapping makes of the claims now: where one was taken
 * away, every session of the account ends first. Refuses `PROVIDER_ACCOUNT_UNKNOWN`, `PROVIDER_CLAIMS_UNMAPPED` and
 * `PROVIDER_USERNAME_TAKEN`.
 */
export async function signInByProvider(
  deps: ProviderSignInDeps,
  mapping: ClaimMapping,
  identity: ProvedIdentity,
): Promise<SignedIn> {
  const mapped = mapClaims(mapping, identity.claims).grants;
  // Nobody knows this password: a sign-in by it fails in the same time as with a wrong one.
  const passwordHash = await deps.passwords.hash(deps.secrets.token());
  const account = await deps.transactions.run(async (stores) => {
    const grants = await inKnownPlaces(stores, mapped);
    const link = await stores.accounts.link(identity.issuer, identity.subject);
    const known = link === null ? null : await stores.accounts.byId(link.accountId);
    if (known !== null) return refreshed(stores, known, grants);
    if (mapping.accounts === 'linked') throw unknownAccount();
    if (grants.length === 0) throw unmapped();
    return created(deps, stores, { mapping, identity, grants, passwordHash });
  });
  if (account.disabled) throw unknownAccount();
  if (account.grants.length === 0) throw unmapped();
  return openSession(deps, account, 'cookie');
}

/**
 * Takes the provider's word, given anew, as the proof a decision wants. Refuses `PROVIDER_OTHER_PERSON` where it vouches for
 * somebody else, and `STEP_UP_REQUIRED` where it did not ask anew.
 */
export async function stepUpByProvider(
  {
    transactions,
    clock,
    stepUpMs,
  }: Pick<ProviderSignInDeps, 'transactions' | 'clock'> & { readonly stepUpMs: number },
  { account, session }: Authenticated,
  { issuer, subject, provedAt }: ProvedIdentity,
): Promise<{ readonly until: number }> {
  const steppedUpAt = clock.now();
  if (provedAt === null || provedAt < steppedUpAt - stepUpMs) {
    throw new Refusal(
      'STEP_UP_REQUIRED',
      'The provider did not ask anew who you are. Confirm your password.',
    );
  }
  await transactions.run(async ({ accounts }) => {
    const link = await accounts.link(issuer, subject);
    if (link?.accountId !== account.id) {
      throw new Refusal(
        'PROVIDER_OTHER_PERSON',
        'The provider vouches for somebody else than who is signed in here.',
      );
    }
    await accounts.markSteppedUp(session.tokenHash, steppedUpAt);
  });
  return { until: steppedUpUntil({ ...session, steppedUpAt }, stepUpMs) };
}

/** A grant for a place that is not here gives nothing. */
async function inKnownPlaces({ places }: Stores, grants: readonly Grant[]): Promise<readonly Grant[]> {
  const unitsOf = new Map<string, ReadonlySet<string>>();
  for (const { id } of await places.areas()) {
    if (!grants.some(({ areaId }) => areaId === id)) continue;
    unitsOf.set(id, new Set((await places.unitsOf(id)).map((unit) => unit.id)));
  }
  return grants.filter(({ areaId, unitId }) => {
    const units = unitsOf.get(areaId);
    return units !== undefined && (unitId === null || units.has(unitId));
  });
}

async function refreshed({ accounts }: Stores, account: Account, grants: readonly Grant[]): Promise<Account> {
  const text = (grant: Grant): string => JSON.stringify([grant.role, grant.areaId, grant.unitId]);
  const now = new Set(grants.map(text));
  const before = account.grants.map(text);
  if (before.length === now.size && before.every((grant) => now.has(grant))) return account;
  await accounts.setGrants(account.id, grants);
  if (!before.every((grant) => now.has(grant))) {
    for (const { tokenHash } of await accounts.sessionsOf(account.id))
      await accounts.deleteSession(tokenHash);
  }
  return { ...account, grants };
}

type NewAccount = {
  readonly mapping: ClaimMapping;
  readonly identity: ProvedIdentity;
  readonly grants: readonly Grant[];
  readonly passwordHash: string;
};
async function created(
  { clock, ids }: ProviderSignInDeps,
  stores: Stores,
  { mapping, identity: { issuer, subject, claims }, grants, passwordHash }: NewAccount,
): Promise<Account> {
  const username = textOf(claims, mapping.username) ?? '';
  if (username === '' || username.length > 64) throw unmapped();
  if ((await stores.accounts.byUsername(username)) !== null) {
    throw new Refusal(
      'PROVIDER_USERNAME_TAKEN',
      'This user name belongs to an account with a password. Ask who runs the service to link or rename it.',
    );
  }
  const personId = await personOf(stores, mapping, claims);
  const account: Account = { id: ids.next(), username, passwordHash, personId, grants, disabled: false };
  await stores.accounts.insertMany([account]);
  await stores.accounts.insertLink({ issuer, subject, accountId: account.id, linkedAt: clock.now() });
  return account;
}

async function personOf(
  { places }: Stores,
  { person }: ClaimMapping,
  claims: Claims,
): Promise<string | null> {
  const ref = person === undefined ? undefined : textOf(claims, person);
  if (ref === undefined) return null;
  const [known] = await places.people([ref]);
  return known?.id ?? null;
}

const unknownAccount = (): Refusal =>
  new Refusal(
    'PROVIDER_ACCOUNT_UNKNOWN',
    'The provider knows you, but you have no account here. Ask the HR officer.',
  );
const unmapped = (): Refusal =>
  new Refusal(
    'PROVIDER_CLAIMS_UNMAPPED',
    'The provider knows you, but what it says gives you no role here. Ask the HR officer.',
  );
