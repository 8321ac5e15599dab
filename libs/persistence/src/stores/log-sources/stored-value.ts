import type { EntityMetadata } from 'typeorm';

/** The column as stored, as plain JSON: the same from every driver. Bytes are base64; whole numbers are numbers. */
function plain(value: unknown, whole: boolean): string | number | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (!whole) return String(value);
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new Error('log: a stored number is no safe integer');
  return number;
}

const WHOLE = new Set(['int', 'bigint', 'tinyint', 'integer', 'smallint']);

/** A row as its table holds it, by column names, without what the application makes of it. */
export function storedValue(
  metadata: EntityMetadata,
  row: Readonly<Record<string, unknown>>,
  only: readonly string[],
): Readonly<Record<string, string | number | null>> {
  const wanted = metadata.columns.filter(({ databaseName }) => only.includes(databaseName));
  return Object.fromEntries(
    wanted.map(({ databaseName, type }) => [databaseName, plain(row[databaseName], WHOLE.has(String(type)))]),
  );
}
