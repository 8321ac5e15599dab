import type { Permission } from './permissions.js';

/**
 * Reads that show nothing personal of anybody else, and leave no trace: one's own session, tasks and appraisal, places,
 * rulebooks, and counts over whole units. Whatever is not listed is a look at somebody, and is recorded.
 */
const IMPERSONAL: ReadonlySet<Permission> = new Set<Permission>([
  'self',
  'own.appraisal',
  'places.read',
  'rulebook.read',
  'cycle.read',
  'cycle.summary',
  'questionnaire.read',
  'survey.read',
  'survey.holders',
]);

/** Whether a read behind this permission is recorded in the access log. */
export function showsPeople(permission: Permission): boolean {
  return !IMPERSONAL.has(permission);
}
