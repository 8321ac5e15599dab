import { mergeGrades, type Disagreement, type PastGrade } from '@kaoji/domain';
import type { ImportedGrade, RecordedGrade } from '../../ports/documents.js';
import type { Appraisal } from '../../ports/records.js';
import type { Stores } from '../../ports/stores.js';
import { civilDay } from './civil-today.js';

export type GradeHistory = {
  readonly history: readonly PastGrade[];
  readonly disagreements: readonly Disagreement[];
};
type Stated = { readonly personId: string; readonly stated: Appraisal['earlier'] };

/**
 * What is known of people's years before `before`: own recorded appraisals of live cycles, results imported with
 * a document, and `stated`, what a roster says. Years on which they disagree are given as such, none is chosen.
 */
export async function gradeHistories(
  stores: Stores,
  before: number,
  people: readonly Stated[],
): Promise<ReadonlyMap<string, GradeHistory>> {
  const ids = people.map(({ personId }) => personId);
  const own = byPerson(await stores.documents.recordedOf(ids));
  const imported = byPerson(await stores.documents.importedOf(ids));
  return new Map(
    people.map(({ personId, stated }) => {
      const known = [
        ...(own.get(personId) ?? []).map(ownGrade),
        ...(imported.get(personId) ?? []).map(importedGrade),
      ];
      return [
        personId,
        mergeGrades([...known.filter(({ year }) => year < before), ...stated.map(rosterGrade)]),
      ];
    }),
  );
}

export function ownGrade({ year, result, appraisalId, notifiedAt }: RecordedGrade): PastGrade {
  const provenOn = notifiedAt === null ? lastDayOf(year) : civilDay(notifiedAt);
  return { year, result, source: 'own', reference: appraisalId, provenOn };
}

function importedGrade({ year, result, reference, provenOn }: ImportedGrade): PastGrade {
  return { year, result, source: 'imported', reference, provenOn: provenOn ?? lastDayOf(year) };
}

function rosterGrade({ year, result }: Appraisal['earlier'][number]): PastGrade {
  return { year, result, source: 'roster', reference: null, provenOn: lastDayOf(year) };
}

function byPerson<Row extends { readonly personId: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, Row[]> {
  const grouped = new Map<string, Row[]>();
  for (const row of rows) grouped.set(row.personId, [...(grouped.get(row.personId) ?? []), row]);
  return grouped;
}

function lastDayOf(year: number): string {
  return `${year}-12-31`;
}
