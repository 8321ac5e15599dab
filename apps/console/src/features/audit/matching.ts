import type { AuditedAppraisal } from '../../api/audit.js';
import type { FindSearch } from './routes.js';

/** Of the grade where it has one, else why there is none; null until a result was notified. */
export const outcomeOf = ({ result }: Pick<AuditedAppraisal, 'result'>): string | null =>
  result === null ? null : (result.grade ?? result.status);

/** Those of the unit and the outcome whose number or person reference holds what was typed. */
export function matching(
  all: readonly AuditedAppraisal[],
  { unit, grade, q = '' }: Pick<FindSearch, 'unit' | 'grade' | 'q'>,
): readonly AuditedAppraisal[] {
  const wanted = q.trim().toLowerCase();
  return all.filter(
    (one) =>
      (unit === undefined || one.unitId === unit) &&
      (grade === undefined || outcomeOf(one) === grade) &&
      [one.id, one.personRef].some((text) => text.toLowerCase().includes(wanted)),
  );
}
