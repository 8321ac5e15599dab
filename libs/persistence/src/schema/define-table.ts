import { EntitySchema } from 'typeorm';
import type { Column } from './columns.js';

type Reference = {
  readonly name: string;
  readonly on: readonly string[];
  readonly to: string;
  readonly keys: readonly string[];
};
type TableOptions = {
  readonly indexes?: Readonly<Record<string, readonly string[]>>;
  readonly uniques?: Readonly<Record<string, readonly string[]>>;
  readonly checks?: readonly string[];
  readonly references?: readonly Reference[];
};

const snakeCase = (property: string): string =>
  property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** A foreign key by property names; `keys` are properties of the table referred to. */
export function reference(
  name: string,
  on: readonly string[],
  to: string,
  keys: readonly string[] = ['id'],
): Reference {
  return { name, on, to, keys };
}

/**
 * A table whose row is the application's record itself: property names become snake_case columns, values
 * pass through the column's transformer. Every property must have its column. What is listed here is
 * compared with the migrated schema by a test; CHECKs are named only, their wording is the migration's.
 */
export function defineTable<Row extends object>(
  table: string,
  columns: { readonly [P in keyof Row]-?: Column },
  options: TableOptions = {},
): EntitySchema<Row> {
  const named = Object.fromEntries(
    Object.entries<Column>(columns).map(([property, column]) => [
      property,
      { ...column, name: snakeCase(property) },
    ]),
  ) as { [P in keyof Row]: Column };
  const indices = (entries: TableOptions['indexes'], unique: boolean) =>
    Object.entries(entries ?? {}).map(([name, on]) => ({ name, unique, columns: [...on] }));
  return new EntitySchema<Row>({
    name: table,
    tableName: table,
    columns: named,
    indices: [...indices(options.indexes, false), ...indices(options.uniques, true)],
    checks: (options.checks ?? []).map((check) => ({
      name: `chk_${table}_${check}`,
      expression: 'see migration',
    })),
    foreignKeys: (options.references ?? []).map(({ name, on, to, keys }) => ({
      name: `fk_${table}_${name}`,
      target: to,
      columnNames: [...on],
      referencedColumnNames: [...keys],
      // Said in full: left out, MariaDB reports RESTRICT and the others NO ACTION.
      onDelete: 'RESTRICT',
      onUpdate: 'RESTRICT',
    })),
  });
}
