import { Refusal } from '@kaoji/domain';
import type { DataSource } from 'typeorm';
import { serverSource } from '../data-source.js';
import { parseDatabaseUrl } from '../database-url.js';
import { mysqlErrorNumber, withoutDriverError, withoutOpeningError } from '../driver-faults.js';

export type ServerAccount = {
  readonly user: string;
  readonly password: string;
  /** Where it may connect from, `%` for anywhere; null: where this process connects from. */
  readonly host: string | null;
};
/** One privilege on a table, of these columns only or of all of them. */
export type TableGrant = {
  readonly table: string;
  readonly verbs: Readonly<Record<string, readonly string[] | 'all'>>;
};
/** Whose account it is: everything it may do, and how its refusals begin. */
export type AccountKind = {
  readonly grants: readonly TableGrant[];
  readonly code: 'SURVEY' | 'AUDITOR' | 'SERVING';
};

/** Access denied to schema, table, column, statement or `mysql.*`; may not make users; may not grant. */
const FORBIDDEN = new Set([1044, 1142, 1143, 1227, 1396, 1410]);
const NO_SUCH_ACCOUNT = 1141;

const NAME = /^[A-Za-z0-9_]{1,32}$/;
const HOST = /^[A-Za-z0-9_.:%-]{1,255}$/;

/** `GRANT` statements of these privileges in one schema for one account, as MariaDB and MySQL spell them. */
export function grantStatements(
  grants: readonly TableGrant[],
  schema: string,
  account: string,
): readonly string[] {
  return grants.map(({ table, verbs }) => {
    const privileges = Object.entries(verbs).map(([verb, columns]) =>
      columns === 'all' ? verb : `${verb} (${columns.map((column) => `\`${column}\``).join(', ')})`,
    );
    return `GRANT ${privileges.join(', ')} ON \`${schema}\`.\`${table}\` TO ${account}`;
  });
}

/** What an account of ours may hold before: nothing, or rights in this schema's tables. */
function ours(grant: string, schema: string): boolean {
  return /^GRANT USAGE ON \*\.\*/.test(grant) || grant.includes(` ON \`${schema}\`.\``);
}

/** Whether the account exists and may do anything beyond single tables of this schema: it is somebody else's. */
async function isTaken(source: DataSource, account: string, schema: string): Promise<boolean> {
  let rows: readonly Readonly<Record<string, string>>[];
  try {
    rows = (await source.query(`SHOW GRANTS FOR ${account}`)) as typeof rows;
  } catch (fault) {
    if (mysqlErrorNumber(fault) === NO_SUCH_ACCOUNT) return false;
    throw fault;
  }
  return !rows.flatMap((row) => Object.values(row)).every((grant) => ours(grant, schema));
}

async function make(
  source: DataSource,
  schema: string,
  { user, password, host }: ServerAccount,
  { grants, code }: AccountKind,
): Promise<{ readonly user: string; readonly host: string }> {
  const [me] = (await source.query('SELECT USER() AS me')) as { me: string }[];
  const from = host ?? me!.me.slice(me!.me.lastIndexOf('@') + 1);
  const account = `'${user}'@'${from}'`;
  if (await isTaken(source, account, schema))
    throw new Refusal(
      `${code}_ACCOUNT_TAKEN`,
      'This account exists and has rights beyond what it is for: choose another name.',
    );
  // By place-holder: the password is no part of a statement that is logged here.
  await source.query(`CREATE USER IF NOT EXISTS ${account} IDENTIFIED BY ?`, [password]);
  await source.query(`ALTER USER ${account} IDENTIFIED BY ?`, [password]);
  await source.query(`REVOKE ALL PRIVILEGES, GRANT OPTION FROM ${account}`);
  for (const statement of grantStatements(grants, schema, account)) await source.query(statement);
  return { user, host: from };
}

/**
 * Makes an account of its own on the MariaDB or MySQL server of `url`, or gives an existing one a new password and
 * exactly its rights. Refuses `<CODE>_ACCOUNT_SQLITE` (a file has no accounts), `…_INVALID`, `…_TAKEN`, `…_FORBIDDEN`
 * (the account of `url` may not make one).
 */
export async function makeServerAccount(
  url: string,
  account: ServerAccount,
  kind: AccountKind,
): Promise<{ readonly user: string; readonly host: string }> {
  const { code } = kind;
  const address = parseDatabaseUrl(url);
  if (address.kind === 'sqlite')
    throw new Refusal(`${code}_ACCOUNT_SQLITE`, 'A SQLite file has no accounts; use MariaDB or MySQL.');
  if (!NAME.test(account.user) || !HOST.test(account.host ?? '%') || account.password.length < 16)
    throw new Refusal(
      `${code}_ACCOUNT_INVALID`,
      'An account has 1 to 32 letters, digits or _, a host name or pattern, and a password of at least 16 signs.',
    );
  if (account.user === address.username)
    throw new Refusal(
      `${code}_ACCOUNT_TAKEN`,
      'This is the account of DATABASE_URL itself: choose another name.',
    );
  const source = serverSource(address, { poolSize: 1 });
  try {
    await source.initialize();
  } catch (fault) {
    throw withoutOpeningError(fault);
  }
  try {
    return await make(source, address.database, account, kind);
  } catch (fault) {
    if (FORBIDDEN.has(mysqlErrorNumber(fault) ?? 0))
      throw new Refusal(
        `${code}_ACCOUNT_FORBIDDEN`,
        'The account of DATABASE_URL may not make users and grant rights; let an administrator do it.',
      );
    throw withoutDriverError(fault);
  } finally {
    await source.destroy();
  }
}
