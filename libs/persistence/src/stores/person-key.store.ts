import type { PersonKeyStore } from '@kaoji/application';
import { Refusal } from '@kaoji/domain';
import { IsNull } from 'typeorm';
import { erasureTable, personKeyTable } from '../schema/access.entities.js';
import { keysOf } from '../people/person-keys.js';
import type { Session } from '../session.js';
import { inPortions, insertOnce, insertRows, taken, updateRows } from '../statements.js';

const gone = (): Refusal =>
  new Refusal('PERSON_KEY_GONE', 'This person has no key here, or is erased already.');

/** The keys of people, and whose was destroyed. */
export function createPersonKeyStore(session: Session): PersonKeyStore {
  const { manager } = session;
  return {
    insert: async (row) => ((await insertOnce(session, personKeyTable, row)) ? 'stored' : 'already'),
    of: (personIds) => keysOf(session, personIds),
    destroy: async (personId, by, clause, at) => {
      const held = { personId, destroyedAt: IsNull() } as never;
      const change = { wrapped: null, destroyedAt: at, destroyedBy: by, clause };
      const row = { personId, erasedBy: by, clause, erasedAt: at };
      const changed = await updateRows(session, personKeyTable, held, change);
      if (changed !== 1) throw gone();
      await insertRows(
        session,
        erasureTable,
        [row],
        taken('DUPLICATE_ERASURE', 'This person is erased already.'),
      );
    },
    erasures: (personIds) =>
      inPortions(personIds, (portion) =>
        manager
          .createQueryBuilder(erasureTable, 'e')
          .where('e.personId IN (:...portion)', { portion })
          .orderBy({ 'e.erasedAt': 'ASC', 'e.personId': 'ASC' })
          .getMany(),
      ),
  };
}
