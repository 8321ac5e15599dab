import type { Ids } from '../../ports/gateways.js';
import type { Appraisal, Person } from '../../ports/records.js';
import type { Stores } from '../../ports/stores.js';
import type { PlacedEntry } from './check-roster.js';

/** Writes checked lines: new people, and one planned appraisal each. Gives the appraisal ids in order. */
export async function insertAppraisees(
  ids: Ids,
  stores: Stores,
  cycleId: string,
  placed: readonly PlacedEntry[],
  joinedLate: boolean,
): Promise<readonly string[]> {
  const people: Person[] = [];
  const appraisals = placed.map(({ entry, unitId, communityId }): Appraisal => {
    const personId = entry.personRef ?? ids.next();
    if (entry.personRef === undefined) {
      people.push({ id: personId, name: entry.name ?? '', phone: entry.phone ?? null });
    }
    const { posts, category, facts, punishments, earlier } = entry;
    return {
      ...PLANNED,
      id: ids.next(),
      cycleId,
      unitId,
      communityId,
      personId,
      posts,
      category,
      facts,
      punishments,
      earlier,
      joinedLate,
    };
  });
  if (people.length > 0) await stores.places.insertPeople(people);
  await stores.appraisals.insertMany(appraisals);
  return appraisals.map(({ id }) => id);
}

const PLANNED = {
  status: 'planned',
  eligibility: null,
  composite: null,
  provisionalGrade: null,
  finalStatus: null,
  finalGrade: null,
  decidedRule: null,
  decidedClause: null,
  evidenceHash: null,
  resultHash: null,
  notifiedAt: null,
  contestUntil: null,
  version: 1,
} as const;
