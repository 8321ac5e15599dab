import type { PersonKey, PersonKeyRow, PersonSealer } from '@kaoji/application';
import { Refusal } from '@kaoji/domain';
import { personKeyTable } from '../schema/access.entities.js';
import type { Session } from '../session.js';
import { inPortions, insertRows, taken } from '../statements.js';

/** An opened key, or null where it was destroyed. */
export type OpenedKeys = ReadonlyMap<string, PersonKey | null>;

/** The stored keys of these people; who has none is left out. */
export function keysOf(session: Session, personIds: readonly string[]): Promise<readonly PersonKeyRow[]> {
  return inPortions(personIds, (portion) =>
    session.manager
      .createQueryBuilder(personKeyTable, 'k')
      .where('k.personId IN (:...portion)', { portion })
      .getMany(),
  );
}

/** The keys of these people, opened; read anew each time, so that a destroyed one opens nothing any more. */
export async function openedKeys(
  session: Session,
  sealer: PersonSealer,
  personIds: readonly string[],
): Promise<OpenedKeys> {
  const opened = new Map<string, PersonKey | null>();
  for (const row of await keysOf(session, personIds)) opened.set(row.personId, await sealer.openKey(row));
  return opened;
}

/** As `openedKeys`, and whoever has none gets one. Refuses `PERSON_ERASED`, `VERSION_CONFLICT`. */
export async function keysToSealWith(
  session: Session,
  sealer: PersonSealer,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, PersonKey>> {
  const opened = new Map(await openedKeys(session, sealer, personIds));
  const fresh: PersonKeyRow[] = [];
  for (const personId of new Set(personIds)) {
    if (opened.has(personId)) continue;
    const row = await sealer.newKey(personId);
    opened.set(personId, await sealer.openKey(row));
    fresh.push(row);
  }
  await insertRows(session, personKeyTable, fresh, taken('DUPLICATE_PERSON_KEY', 'This person has a key.'));
  return new Map([...opened].map(([personId, key]) => [personId, key ?? refuseErased()]));
}

function refuseErased(): never {
  throw new Refusal('PERSON_ERASED', 'This person was erased: nothing more is written about them.');
}
