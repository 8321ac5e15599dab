import type { DemoPerson } from '../demo/demo-person.js';
import type { ApiSession } from './api-session.js';
import type { Rehearsal } from './rehearsal-context.js';

/** Imports the results of earlier years with the documents they stand in; a roster alone would prove nothing. */
export async function importEarlierGrades(
  rehearsal: Rehearsal,
  hr: ApiSession,
  rulebook: string,
): Promise<void> {
  const rows = rehearsal.people.flatMap(rowsOf);
  if (rows.length === 0) return;
  const header = 'personRef,year,result,reference,provenOn';
  const query = new URLSearchParams({ area: rehearsal.places.area.id, rulebook });
  await hr.upload(`/api/earlier-grades?${query.toString()}`, 'text/csv', [header, ...rows].join('\n'));
}

function rowsOf({ id, earlier }: DemoPerson): readonly string[] {
  return Object.entries(earlier).map(
    ([year, result]) => `${id},${year},${result},演示考核通报〔${year}〕1号,${year}-12-31`,
  );
}
