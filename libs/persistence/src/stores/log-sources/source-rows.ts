import type { PendingItem } from '@kaoji/application';
import type { EntityMetadata } from 'typeorm';
import type { Session } from '../../session.js';
import { inPortions } from '../../statements.js';
import type { LogSource } from './log-source.js';
import { storedValue } from './stored-value.js';

type Row = Readonly<Record<string, unknown>>;
const REF = 'log_item_ref'; // no table has such a column

/** Rows of a source that have no entry yet, by ref; at most `limit`. */
export async function pendingRows(
  session: Session,
  source: LogSource,
  cycleId: string,
  limit: number,
): Promise<readonly PendingItem[]> {
  const ref = refOf(session, source);
  const unnumbered = `NOT EXISTS (SELECT 1 FROM \`log_entry\` l WHERE l.\`cycle_id\` = :cycle AND l.\`kind\` = '${source.kind}' AND l.\`ref\` = ${ref})`;
  const sql = `${selectOf(session, source)} AND ${unnumbered} ORDER BY ${ref} LIMIT ${limit}`;
  const rows = await query(session, sql, cycleId, []);
  return rows.map((row) => itemOf(session, source, row));
}

/** The rows of a source with these refs, as they are now. */
export async function rowsOf(
  session: Session,
  source: LogSource,
  cycleId: string,
  refs: readonly string[],
): Promise<ReadonlyMap<string, PendingItem>> {
  const { prefix, key } = source;
  const rests = refs.map((ref) => (prefix === undefined ? ref : ref.slice(prefix.length + 1)));
  // The first part of a key finds few rows by their index; the ref tells which of them.
  const first = key.length === 1 ? rests : rests.map((rest) => rest.slice(0, rest.indexOf('/')));
  const rows = await inPortions(first, (among) => {
    const places = among.map(() => '?').join(', ');
    const sql = `${selectOf(session, source)} AND t.\`${key[0]}\` IN (${places})`;
    return query(session, sql, cycleId, among);
  });
  const wanted = new Set(refs);
  const items = rows.map((row) => itemOf(session, source, row)).filter(({ ref }) => wanted.has(ref));
  return new Map(items.map((item) => [item.ref, item]));
}

/** Whether a ref of this kind is one of the source. */
export function isOf(source: LogSource, ref: string, siblings: readonly LogSource[]): boolean {
  if (source.prefix !== undefined) return ref.startsWith(`${source.prefix}/`);
  return !siblings.some(({ prefix }) => prefix !== undefined && ref.startsWith(`${prefix}/`));
}

function refOf({ dialect }: Session, { prefix, key }: LogSource): string {
  const parts = [
    ...(prefix === undefined ? [] : [`'${prefix}/'`]),
    ...key.flatMap((column, at) => (at === 0 ? [`t.\`${column}\``] : [`'/'`, `t.\`${column}\``])),
  ];
  if (parts.length === 1) return parts[0]!;
  return dialect === 'sqlite' ? `(${parts.join(' || ')})` : `CONCAT(${parts.join(', ')})`;
}

function selectOf(session: Session, source: LogSource): string {
  const { table, through, where, form } = source;
  const columns = form === 'hash' || form === 'json' ? [source.column] : columnsOf(session, source);
  const named = columns.map((column) => `t.\`${column}\` AS \`${column}\``);
  const from = (through?.from ?? '{t}').replace('{t}', `\`${table}\` t`);
  const conditions = [
    `${through?.cycle ?? 't.`cycle_id`'} = :cycle`,
    ...(where === undefined ? [] : [where]),
  ];
  return `SELECT ${refOf(session, source)} AS ${REF}, ${named.join(', ')} FROM ${from} WHERE ${conditions.join(' AND ')}`;
}

function metadataOf({ manager }: Session, { table }: LogSource): EntityMetadata {
  return manager.dataSource.getMetadata(table);
}

function columnsOf(session: Session, source: LogSource): readonly string[] {
  return source.columns ?? metadataOf(session, source).columns.map(({ databaseName }) => databaseName);
}

function itemOf(session: Session, source: LogSource, row: Row): PendingItem {
  const { kind } = source;
  const ref = String(row[REF]);
  if (source.form === 'hash') return { kind, ref, hash: String(row[source.column]) };
  if (source.form === 'json') return { kind, ref, value: JSON.parse(String(row[source.column])) as unknown };
  const columns = columnsOf(session, source);
  return { kind, ref, value: storedValue(metadataOf(session, source), row, columns) };
}

async function query(
  { manager }: Session,
  sql: string,
  cycleId: string,
  values: readonly string[],
): Promise<readonly Row[]> {
  const cycles = sql.match(/:cycle/g) ?? [];
  return manager.query<Row[]>(sql.replaceAll(':cycle', '?'), [...cycles.map(() => cycleId), ...values]);
}
