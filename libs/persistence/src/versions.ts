import { Refusal } from '@kaoji/domain';
import type { EntitySchema, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { Session } from './session.js';
import { insertRows, portions } from './statements.js';

/** A row of an append-only table about an appraisal: the same key again is a next version. */
type VersionedRow = ObjectLiteral & { readonly appraisalId: string; readonly version: number };
/** A table whose primary key is the appraisal, these properties, and the version. */
export type VersionedTable<Row extends VersionedRow> = {
  readonly table: EntitySchema<Row>;
  readonly key: readonly (keyof Row & string)[];
};

const conflict = (): Refusal =>
  new Refusal('VERSION_CONFLICT', 'Someone else recorded this meanwhile: read it again.');

const keyText = (values: readonly unknown[]): string => JSON.stringify(values.map((value) => value ?? ''));

async function latestVersions<Row extends VersionedRow>(
  session: Session,
  { table, key }: VersionedTable<Row>,
  appraisalIds: readonly string[],
): Promise<Map<string, number>> {
  const parts = ['appraisalId', ...key];
  const query = session.manager.createQueryBuilder(table, 'r').select('MAX(r.version)', 'latest');
  parts.forEach((part, position) => query.addSelect(`r.${part}`, `k${position}`).addGroupBy(`r.${part}`));
  const rows = await query
    .where('r.appraisalId IN (:...appraisalIds)', { appraisalIds })
    .getRawMany<Record<string, unknown>>();
  return new Map(
    rows.map((row) => [keyText(parts.map((_, position) => row[`k${position}`])), Number(row['latest'])]),
  );
}

/**
 * Appends versions, each exactly one above the latest of its key; else refuses `VERSION_CONFLICT`. Rows are
 * never removed, so the check can only be overtaken upwards, and then the primary key refuses.
 */
export async function appendVersions<Row extends VersionedRow>(
  session: Session,
  versioned: VersionedTable<Row>,
  rows: readonly Row[],
): Promise<void> {
  const { table, key } = versioned;
  const columns = Object.keys(table.options.columns).length;
  for (const portion of portions(rows, columns)) {
    if (portion.some((row) => row.version !== 1)) {
      const ids = [...new Set(portion.map((row) => row.appraisalId))];
      const latest = await latestVersions(session, versioned, ids);
      for (const row of portion) {
        const at = keyText([row.appraisalId, ...key.map((part) => row[part])]);
        if (row.version !== (latest.get(at) ?? 0) + 1) throw conflict();
        latest.set(at, row.version);
      }
    }
    await insertRows(session, table, portion, conflict());
  }
}

/** Keeps only the highest version of each key of `alias`. Versions are gapless, so "none follows" is one key look-up. */
export function newestOnly<Row extends VersionedRow, Rows extends ObjectLiteral>(
  query: SelectQueryBuilder<Rows>,
  alias: string,
  { table, key }: VersionedTable<Row>,
): SelectQueryBuilder<Rows> {
  const same = ['appraisalId', ...key].map((part) => `later.${part} = ${alias}.${part}`).join(' AND ');
  const later = query
    .subQuery()
    .select('1')
    .from(table, 'later')
    .where(`${same} AND later.version = ${alias}.version + 1`)
    .getQuery();
  return query.andWhere(`NOT EXISTS ${later}`);
}
