import type { Account, AccountStore } from '@kaoji/application';
import { accountLinkTable, accountTable, grantTable, sessionTable } from '../schema/place.entities.js';
import type { AccountRow, GrantRow } from '../schema/place.entities.js';
import type { Session } from '../session.js';
import { deleteRows, inPortions, insertRows, taken, updateRows } from '../statements.js';

function accountRow({ id, username, passwordHash, personId, disabled }: Account): AccountRow {
  return { id, username, passwordHash, personId, disabled };
}

function withGrants(row: AccountRow, grants: readonly GrantRow[]): Account {
  return { ...row, grants: grants.map(({ role, areaId, unitId }) => ({ role, areaId, unitId })) };
}

const heldAlready = taken('DUPLICATE_GRANT', 'An account holds this role there already.');

/** Accounts with their grants, their links to identity providers, and sessions. */
export function createAccountStore(session: Session): AccountStore {
  const { manager } = session;

  const accounts = async (rows: readonly AccountRow[]): Promise<readonly Account[]> => {
    const grants = await inPortions(
      rows.map((row) => row.id),
      (ids) =>
        manager
          .createQueryBuilder(grantTable, 'g')
          .where('g.accountId IN (:...ids)', { ids })
          .orderBy({ 'g.accountId': 'ASC', 'g.role': 'ASC', 'g.areaId': 'ASC', 'g.unitId': 'ASC' })
          .getMany(),
    );
    const grantsOf = new Map(rows.map((row) => [row.id, [] as GrantRow[]]));
    for (const grant of grants) grantsOf.get(grant.accountId)?.push(grant);
    return rows.map((row) => withGrants(row, grantsOf.get(row.id) ?? []));
  };
  const one = async (row: AccountRow | null): Promise<Account | null> =>
    row === null ? null : ((await accounts([row]))[0] ?? null);

  return {
    insertMany: async (rows) => {
      const refusal = taken('DUPLICATE_USERNAME', 'This user name is taken.');
      await insertRows(session, accountTable, rows.map(accountRow), refusal);
      const grants = rows.flatMap((row) => row.grants.map((grant) => ({ ...grant, accountId: row.id })));
      await insertRows(session, grantTable, grants, heldAlready);
    },
    byUsername: async (username) =>
      one(
        await manager
          .createQueryBuilder(accountTable, 'a')
          .where('a.username = :username', { username })
          .getOne(),
      ),
    byId: async (id) =>
      one(await manager.createQueryBuilder(accountTable, 'a').where('a.id = :id', { id }).getOne()),
    byIds: async (ids) =>
      accounts(
        await inPortions(ids, (portion) =>
          manager
            .createQueryBuilder(accountTable, 'a')
            .where('a.id IN (:...portion)', { portion })
            .orderBy('a.id')
            .getMany(),
        ),
      ),
    holdersOf: async (role, areaId, unitId) => {
      const units = ['', ...(unitId === null ? [] : [unitId])];
      const holders = manager
        .createQueryBuilder()
        .subQuery()
        .select('g.accountId')
        .from(grantTable, 'g')
        .where('g.areaId = :areaId AND g.role = :role AND g.unitId IN (:...units)');
      const rows = await manager
        .createQueryBuilder(accountTable, 'a')
        .where(`a.id IN ${holders.getQuery()}`, { areaId, role, units })
        .andWhere('a.disabled = 0')
        .orderBy('a.id')
        .getMany();
      return accounts(rows);
    },
    insertSession: (row) =>
      insertRows(session, sessionTable, [row], taken('DUPLICATE_SESSION', 'This session exists already.')),
    session: (tokenHash) =>
      manager.createQueryBuilder(sessionTable, 's').where('s.tokenHash = :tokenHash', { tokenHash }).getOne(),
    sessionsOf: (accountId) =>
      manager
        .createQueryBuilder(sessionTable, 's')
        .where('s.accountId = :accountId', { accountId })
        .orderBy({ 's.createdAt': 'DESC', 's.tokenHash': 'ASC' })
        .getMany(),
    deleteSession: async (tokenHash) => {
      await deleteRows(session, sessionTable, { tokenHash });
    },
    markSteppedUp: async (tokenHash, steppedUpAt) => {
      await updateRows(session, sessionTable, { tokenHash }, { steppedUpAt });
    },
    setGrants: async (accountId, grants) => {
      await deleteRows(session, grantTable, { accountId });
      const rows = grants.map((grant) => ({ ...grant, accountId }));
      await insertRows(session, grantTable, rows, heldAlready);
    },
    insertLink: (row) =>
      insertRows(
        session,
        accountLinkTable,
        [row],
        taken('DUPLICATE_LINK', 'This person of the provider has an account already.'),
      ),
    link: (issuer, subject) =>
      manager
        .createQueryBuilder(accountLinkTable, 'l')
        .where('l.issuer = :issuer AND l.subject = :subject', { issuer, subject })
        .getOne(),
    deleteEndedSessions: async (at, atMost) => {
      const ended = await manager
        .createQueryBuilder(sessionTable, 's')
        .where('s.expiresAt <= :at', { at })
        .orderBy('s.expiresAt')
        .limit(atMost)
        .getMany();
      for (const { tokenHash } of ended) await deleteRows(session, sessionTable, { tokenHash });
    },
  };
}
