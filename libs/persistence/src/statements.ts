import { Refusal } from '@kaoji/domain';
import type { EntityManager, EntitySchema, ObjectLiteral } from 'typeorm';
import { faultOf } from './driver-faults.js';
import type { Session } from './session.js';

/** SQLite takes 32,766 values in a statement; MariaDB takes 16 MiB. Both are left far behind. */
const MAX_VALUES = 10_000;
const MAX_ROWS = 500;
const MAX_TEXT = 4_000_000;

const writing = (session: Session): Session['manager'] => {
  if (!session.writable) throw new Error('Writing needs a transaction: use `run`, not `read`.');
  return session.manager;
};

const textLength = (row: object): number =>
  Object.values(row).reduce<number>(
    (sum, value) =>
      sum +
      (typeof value === 'string'
        ? value.length
        : value !== null && typeof value === 'object'
          ? JSON.stringify(value).length
          : 8),
    0,
  );

/** Rows in statement-sized portions. */
export function portions<Row extends object>(rows: readonly Row[], columns: number): Row[][] {
  const most = Math.max(1, Math.min(MAX_ROWS, Math.floor(MAX_VALUES / columns)));
  const result: Row[][] = [];
  let current: Row[] = [];
  let size = 0;
  for (const row of rows) {
    const length = textLength(row);
    if (current.length > 0 && (current.length >= most || size + length > MAX_TEXT)) {
      result.push(current);
      [current, size] = [[], 0];
    }
    current.push(row);
    size += length;
  }
  if (current.length > 0) result.push(current);
  return result;
}

/** One multi-row statement. By hand: TypeORM's insert builder takes three times as long over the same values. */
function insertStatement<Row extends ObjectLiteral>(
  manager: EntityManager,
  table: EntitySchema<Row>,
  rows: readonly Row[],
) {
  const { driver } = manager.dataSource;
  const { columns, tableName } = manager.dataSource.getMetadata(table);
  const values = rows.flatMap((row) =>
    columns.map((column) => driver.preparePersistentValue(row[column.propertyName], column) as unknown),
  );
  const names = columns.map((column) => driver.escape(column.databaseName)).join(', ');
  const places = `(${columns.map(() => '?').join(', ')})`;
  const sql = `INSERT INTO ${driver.escape(tableName)} (${names}) VALUES ${rows.map(() => places).join(', ')}`;
  return { sql, values };
}

/** Inserts in multi-row statements; a key or unique that exists refuses with `duplicate`. */
export async function insertRows<Row extends ObjectLiteral>(
  session: Session,
  table: EntitySchema<Row>,
  rows: readonly Row[],
  duplicate: Refusal,
): Promise<void> {
  const manager = writing(session);
  const columns = Object.keys(table.options.columns).length;
  for (const portion of portions(rows, columns)) {
    const { sql, values } = insertStatement(manager, table, portion);
    try {
      await manager.query(sql, values);
    } catch (fault) {
      throw faultOf(fault).kind === 'duplicate' ? duplicate : fault;
    }
  }
}

/** What becomes of a row whose key is there: its columns are replaced, or added to what is there. */
type OnExisting<Row> = { readonly key: readonly (keyof Row)[]; readonly to: 'replace' | 'add' };

/** Inserts rows, or changes the columns outside the key of those that exist. */
export async function upsertRows<Row extends ObjectLiteral>(
  session: Session,
  table: EntitySchema<Row>,
  rows: readonly Row[],
  { key, to }: OnExisting<Row>,
): Promise<void> {
  const manager = writing(session);
  const { driver } = manager.dataSource;
  const { columns } = manager.dataSource.getMetadata(table);
  const sqlite = session.dialect === 'sqlite';
  const names = (inKey: boolean): string[] =>
    columns
      .filter((column) => key.includes(column.propertyName) === inKey)
      .map((column) => driver.escape(column.databaseName));
  const changes = names(false).map((name) => {
    const given = sqlite ? `excluded.${name}` : `VALUES(${name})`;
    return `${name} = ${to === 'replace' ? given : `${name} + ${given}`}`;
  });
  const suffix = sqlite
    ? `ON CONFLICT (${names(true).join(', ')}) DO UPDATE SET ${changes.join(', ')}`
    : `ON DUPLICATE KEY UPDATE ${changes.join(', ')}`;
  for (const portion of portions(rows, columns.length)) {
    const { sql, values } = insertStatement(manager, table, portion);
    await manager.query(`${sql} ${suffix}`, values);
  }
}

/** Inserts one row; false when its key exists. Not INSERT IGNORE, which would swallow other faults as well. */
export async function insertOnce<Row extends ObjectLiteral>(
  session: Session,
  table: EntitySchema<Row>,
  row: Row,
): Promise<boolean> {
  const exists = new Refusal('DUPLICATE_RECORD', 'A record with this key exists already.');
  try {
    await insertRows(session, table, [row], exists);
    return true;
  } catch (fault) {
    if (fault === exists) return false;
    throw fault;
  }
}

/** Changes the one row of `where` when its version is the expected one, and counts the version on; else refuses `VERSION_CONFLICT`. */
export async function advanceRow<Row extends ObjectLiteral & { readonly version: number }>(
  session: Session,
  table: EntitySchema<Row>,
  where: Partial<Row>,
  expectedVersion: number,
  change: Partial<Row>,
): Promise<void> {
  const set = { ...change, version: expectedVersion + 1 };
  const result = await writing(session)
    .createQueryBuilder()
    .update(table)
    .set(set as never)
    .where({ ...where, version: expectedVersion })
    .execute();
  if (result.affected === 1) return;
  throw new Refusal('VERSION_CONFLICT', 'Someone else changed this meanwhile: read it again.', {
    ...where,
    expectedVersion,
  });
}

/** Changes the rows of `where`; gives how many there were. */
export async function updateRows<Row extends ObjectLiteral>(
  session: Session,
  table: EntitySchema<Row>,
  where: Partial<Row>,
  change: Partial<Row>,
): Promise<number> {
  const result = await writing(session)
    .createQueryBuilder()
    .update(table)
    .set(change as never)
    .where(where)
    .execute();
  return result.affected ?? 0;
}

/** Removes the rows of `where`; gives how many there were. */
export async function deleteRows<Row extends ObjectLiteral>(
  session: Session,
  table: EntitySchema<Row>,
  where: Partial<Row>,
): Promise<number> {
  const result = await writing(session).createQueryBuilder().delete().from(table).where(where).execute();
  return result.affected ?? 0;
}

/** The refusal of an insert whose key is taken. */
export const taken = (code: `DUPLICATE_${string}`, message: string): Refusal => new Refusal(code, message);

/** Reads by a list of ids of any length, a few hundred at a time; no ids, no statement. */
export async function inPortions<Row>(
  ids: readonly string[],
  read: (portion: readonly string[]) => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  const distinct = [...new Set(ids)].sort();
  const rows: Row[] = [];
  for (let from = 0; from < distinct.length; from += MAX_ROWS) {
    rows.push(...(await read(distinct.slice(from, from + MAX_ROWS))));
  }
  return rows;
}
