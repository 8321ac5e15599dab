import type { EntitySchemaColumnOptions, ValueTransformer } from 'typeorm';

/** What a table's column may be. One vocabulary for all databases; `entities.ts` names the one type that differs. */
export type Column = EntitySchemaColumnOptions;

const transformed = (column: Column, transformer: ValueTransformer): Column => ({ ...column, transformer });

/** Keys sorted at every depth, so equal values are equal text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** mysql2 gives a bigint as text and libsql as a number; both stay below 2^53, checked on the way in and out. */
function wholeNumber(value: unknown): unknown {
  if (value === null || value === undefined) return value;
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new Error('column: not a safe integer');
  return number;
}

export const id = (): Column => ({ type: 'varchar', length: '64' });
/** An identifier written by people in a rulebook or roster: a part, a post, a role, a rule. */
export const code = (): Column => ({ type: 'varchar', length: '64' });
export const key = (): Column => ({ type: 'varchar', length: '255' });
export const name = (): Column => ({ type: 'varchar', length: '255' });
/** A name sealed under its person's key. SQLite does not enforce lengths: there the column made for a plain name serves. */
export const sealedName = (): Column => ({ type: 'varchar', length: '512' });
/** A word of a closed list; the database checks the list. */
export const state = (): Column => ({ type: 'varchar', length: '32' });
export const hash = (): Column => ({ type: 'varchar', length: '128' });
/** ExactText: a decimal or a fraction, kept by its digits. */
export const exact = (): Column => ({ type: 'varchar', length: '255' });
/** A civil date, `2026-03-01`. */
export const date = (): Column => ({ type: 'varchar', length: '10' });
/** Epoch milliseconds (UTC): the same number in every session time zone and both databases. */
export const instant = (): Column => transformed({ type: 'bigint' }, { to: wholeNumber, from: wholeNumber });
export const count = (): Column => transformed({ type: 'int' }, { to: wholeNumber, from: wholeNumber });
export const flag = (): Column =>
  transformed(
    { type: 'tinyint' },
    { to: (value: unknown) => (value === true ? 1 : 0), from: (value: unknown) => Number(value) === 1 },
  );
/** Text without a limit a person would meet (16 MiB on MariaDB and MySQL). */
export const text = (): Column => ({ type: 'mediumtext' });
/** Ciphertext as base64url. */
export const sealed = (): Column => text();
export const json = (): Column =>
  transformed(text(), {
    to: canonicalJson,
    from: (value: unknown) => JSON.parse(String(value)) as unknown,
  });

/** Bytes as base64url. */
export const bytes = (): Column =>
  transformed(text(), {
    to: (value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString('base64url') : value),
    from: (value: unknown) =>
      typeof value === 'string' ? new Uint8Array(Buffer.from(value, 'base64url')) : value,
  });

/** `column`, or null. */
export const optional = (column: Column): Column => ({ ...column, nullable: true });
export const primary = (column: Column): Column => ({ ...column, primary: true });
/** A primary key admits no null: `null` is stored as the empty text. */
export const emptyAsNull = (column: Column): Column =>
  transformed(column, {
    to: (value: unknown) => value ?? '',
    from: (value: unknown) => (value === '' ? null : value),
  });
