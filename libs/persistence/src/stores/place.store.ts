import { ERASED } from '@kaoji/application';
import type { PlaceStore } from '@kaoji/application';
import { SEALED } from '../people/sealed-columns.js';
import { insertSealed, openRows } from '../people/seal-rows.js';
import { areaTable, communityTable, personTable, unitTable } from '../schema/place.entities.js';
import type { Session } from '../session.js';
import { inPortions, insertRows, taken } from '../statements.js';

/** Areas, quota units, communities and people. */
export function createPlaceStore(session: Session): PlaceStore {
  const { manager } = session;
  return {
    insertArea: (area) =>
      insertRows(session, areaTable, [area], taken('DUPLICATE_AREA', 'This area exists already.')),
    insertUnits: (units) =>
      insertRows(session, unitTable, units, taken('DUPLICATE_UNIT', 'This unit exists already.')),
    insertCommunities: (communities) =>
      insertRows(
        session,
        communityTable,
        communities,
        taken('DUPLICATE_COMMUNITY', 'This community exists already.'),
      ),
    insertPeople: (people) =>
      insertSealed(session, SEALED.people, people, taken('DUPLICATE_PERSON', 'This person exists already.')),
    areas: () => manager.createQueryBuilder(areaTable, 'a').orderBy('a.id').getMany(),
    unitsOf: (areaId) =>
      manager
        .createQueryBuilder(unitTable, 'u')
        .where('u.areaId = :areaId', { areaId })
        .orderBy('u.id')
        .getMany(),
    communitiesOf: (unitId) =>
      manager
        .createQueryBuilder(communityTable, 'c')
        .where('c.unitId = :unitId', { unitId })
        .orderBy('c.id')
        .getMany(),
    community: (id) => manager.createQueryBuilder(communityTable, 'c').where('c.id = :id', { id }).getOne(),
    people: async (ids) => {
      const rows = await inPortions(ids, (portion) =>
        manager
          .createQueryBuilder(personTable, 'p')
          .where('p.id IN (:...portion)', { portion })
          .orderBy('p.id')
          .getMany(),
      );
      const people = await openRows(session, SEALED.people, rows);
      // Whoever writes to people must not take the words for a number.
      return people.map((person) => (person.phone === ERASED ? { ...person, phone: null } : person));
    },
  };
}
