import type { Appraisal, Cycle, Stores } from '@kaoji/application';
import { appraisalRecord, cycleRecord, cycleUnitRecord } from './records.js';

export type SeededUnit = { readonly cycle: Cycle; readonly appraisals: readonly Appraisal[] };

/** An area with one unit and one community, a rulebook and a calendar: what a cycle refers to. */
export async function seedPlaces(stores: Stores): Promise<void> {
  await stores.places.insertArea({ id: 'area-1', name: '示范区' });
  await stores.places.insertUnits([{ id: 'unit-1', areaId: 'area-1', name: '示范街道' }]);
  await stores.places.insertCommunities([{ id: 'community-1', unitId: 'unit-1', name: '示范社区' }]);
  await stores.rulebooks.adopt({
    hash: 'rulebook-hash',
    rulebookId: 'national',
    rulebookVersion: '2023',
    source: 'id: national',
    body: '{}',
    adoptedBy: 'account-hr',
    adoptedAt: 1_767_225_600_123,
  });
  await stores.rulebooks.pinCalendar({ hash: 'calendar-hash', calendarId: 'cn-2026', body: '{}' });
}

/** `seedPlaces`, a cycle with its unit, and so many planned appraisals `appraisal-0`, `appraisal-1`, … */
export async function seedUnit(
  stores: Stores,
  appraisees: number,
  own: Partial<Cycle> = {},
): Promise<SeededUnit> {
  const cycle = cycleRecord(own);
  const numbers = Array.from({ length: appraisees }, (_, number) => number);
  const appraisals = numbers.map((number) =>
    appraisalRecord({ id: `appraisal-${number}`, personId: `person-${number}`, cycleId: cycle.id }),
  );
  await seedPlaces(stores);
  await stores.places.insertPeople(
    numbers.map((number) => ({ id: `person-${number}`, name: `示范人员${number}`, phone: null })),
  );
  await stores.cycles.insert(cycle, [cycleUnitRecord({ cycleId: cycle.id })]);
  await stores.appraisals.insertMany(appraisals);
  return { cycle, appraisals };
}
