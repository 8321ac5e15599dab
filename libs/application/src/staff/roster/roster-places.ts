import { ERASED } from '../../ports/person-sealing.js';
import type { Cycle } from '../../ports/records.js';
import type { Stores } from '../../ports/stores.js';
import { gradeHistories } from '../decisions/grade-history.js';
import { everyAppraisal } from '../every-appraisal.js';
import type { RosterPlaces } from './check-roster.js';
import type { NumberedEntry } from './roster-entry.js';

/** Reads what a roster of this cycle is checked against. */
export async function rosterPlaces(
  stores: Stores,
  cycle: Pick<Cycle, 'id' | 'areaId' | 'year'>,
  entries: readonly NumberedEntry[],
): Promise<RosterPlaces> {
  const inCycle = new Set((await stores.cycles.units(cycle.id)).map(({ unitId }) => unitId));
  const units = (await stores.places.unitsOf(cycle.areaId)).filter(({ id }) => inCycle.has(id));
  const communities = (await Promise.all(units.map(({ id }) => stores.places.communitiesOf(id)))).flat();
  const named = [...new Set(entries.flatMap(({ entry }) => entry.personRef ?? []))];
  // An erased person comes back as a new one, if ever.
  const people = (await stores.places.people(named)).filter(({ name }) => name !== ERASED);
  const onRoster = new Set((await everyAppraisal(stores, cycle.id)).map(({ personId }) => personId));
  const stated = entries.flatMap(({ entry: { personRef, earlier } }) =>
    personRef === undefined ? [] : [{ personId: personRef, stated: earlier }],
  );
  const histories = await gradeHistories(stores, cycle.year, stated);
  return { units, communities, knownPeople: new Set(people.map(({ id }) => id)), onRoster, histories };
}
