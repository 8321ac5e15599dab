import { ERASED } from '@kaoji/application';
import { Refusal } from '@kaoji/domain';
import type { ObjectLiteral } from 'typeorm';
import type { Session } from '../session.js';
import { insertRows } from '../statements.js';
import { ownersOf } from './owners.js';
import { keysToSealWith, openedKeys } from './person-keys.js';
import type { SealedColumns } from './sealed-columns.js';
import { readSealed, sealedText } from './sealed-text.js';
import { changeTexts } from './texts-in.js';

type Change = (text: string, context: string) => string;

/** Table, column and row: a sealed text moved to another place does not open there. */
function changeRow<Row extends ObjectLiteral>(what: SealedColumns<Row>, row: Row, change: Change): Row {
  const place = JSON.stringify(what.key.map((part) => row[part] as unknown));
  const changed = what.columns.map((column) => {
    const path = `${what.table.options.name}.${column}`;
    return [column, changeTexts(row[column], path, (text, at) => change(text, `${at}${place}`))] as const;
  });
  return { ...row, ...Object.fromEntries(changed) };
}

function hasText<Row extends ObjectLiteral>(what: SealedColumns<Row>, row: Row): boolean {
  return what.columns.some((column) => row[column] !== null && row[column] !== undefined);
}

/**
 * The rows with their texts sealed under the key of the person each is about; without a sealer as they are, and rows
 * about nobody too. Refuses `PERSON_ERASED`.
 */
export async function sealRows<Row extends ObjectLiteral>(
  session: Session,
  what: SealedColumns<Row>,
  rows: readonly Row[],
): Promise<readonly Row[]> {
  const { people } = session;
  if (people === undefined || !rows.some((row) => hasText(what, row))) return rows;
  const { is, by } = what.owner;
  const refOf = (row: Row): string | null => (hasText(what, row) ? (row[by] as string | null) : null);
  const owners = await ownersOf(
    session,
    is,
    rows.map(refOf).filter((ref) => ref !== null),
  );
  const keys = await keysToSealWith(session, people, [...owners.values()]);
  return rows.map((row) => {
    const personId = owners.get(refOf(row) ?? '') ?? '';
    const key = keys.get(personId);
    if (key === undefined) return row;
    const named = is === 'self' ? '' : personId;
    return changeRow(what, row, (text, context) => sealedText(key, named, text, context));
  });
}

/** Inserts rows with their texts sealed; else as `insertRows`. */
export async function insertSealed<Row extends ObjectLiteral>(
  session: Session,
  what: SealedColumns<Row>,
  rows: readonly Row[],
  duplicate: Refusal,
): Promise<void> {
  await insertRows(session, what.table, await sealRows(session, what, rows), duplicate);
}

/**
 * The rows with their texts opened; those of an erased person read `ERASED`. Text from before it was sealed stays as
 * it is. Refuses `PERSON_KEYS_MISSING` (sealed, and this process has no keys), `PERSON_TEXT_CHANGED`.
 */
export async function openRows<Row extends ObjectLiteral>(
  session: Session,
  what: SealedColumns<Row>,
  rows: readonly Row[],
): Promise<readonly Row[]> {
  const ownerIn = (row: Row, personId: string): string => personId || String(row[what.owner.by]);
  const people = new Set<string>();
  for (const row of rows) {
    changeRow(what, row, (text) => {
      const found = readSealed(text);
      if (found !== null) people.add(ownerIn(row, found.personId));
      return text;
    });
  }
  if (people.size === 0) return rows;
  if (session.people === undefined) throw keysMissing();
  const keys = await openedKeys(session, session.people, [...people]);
  return rows.map((row) =>
    changeRow(what, row, (text, context) => {
      const found = readSealed(text);
      if (found === null) return text;
      const key = keys.get(ownerIn(row, found.personId));
      if (key === null) return ERASED;
      return key?.open(found.sealed, context) ?? refuseChanged(context);
    }),
  );
}

/** `openRows` of the one row there is, or null. */
export async function openRow<Row extends ObjectLiteral>(
  session: Session,
  what: SealedColumns<Row>,
  row: Row | null,
): Promise<Row | null> {
  return row === null ? null : ((await openRows(session, what, [row]))[0] ?? null);
}

const keysMissing = (): Refusal =>
  new Refusal('PERSON_KEYS_MISSING', 'This database holds sealed names and texts: set KAOJI_PERSON_KEYS.');

function refuseChanged(place: string): never {
  throw new Refusal(
    'PERSON_TEXT_CHANGED',
    'A sealed text about a person is not the one that was stored here.',
    {
      place,
    },
  );
}
