import type { Page } from '@kaoji/application';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/** Keyset page by id: stable while rows are inserted, and as cheap on the last page as on the first. */
export function onPage<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  alias: string,
  { after, limit }: Page,
): SelectQueryBuilder<Row> {
  if (after !== null) query.andWhere(`${alias}.id > :after`, { after });
  return query.orderBy(`${alias}.id`).limit(limit);
}
