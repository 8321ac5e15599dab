import { Refusal } from '../refusal.js';
import type { Rulebook } from '../rulebook/schema/rulebook.js';
import type { CaseError } from './case-error.js';
import { checkUsable } from './check-usable.js';
import { checkFacts, checkPerson } from './check-person.js';
import type { UnitCase } from './unit-case.js';

/** Every fault of a case that has passed its schema: unknown names, duplicates, numbers off their scale. */
export function caseErrors(rulebook: Rulebook, unitCase: UnitCase): readonly CaseError[] {
  const errors: CaseError[] = [];
  const report = (code: string, path: string, message: string) => void errors.push({ code, path, message });
  const units = new Set<string>();
  for (const [index, unit] of unitCase.units.entries()) {
    const path = `units.${index}`;
    if (units.has(unit.id)) report('UNIT_DUPLICATE', path, `unit "${unit.id}" is given twice`);
    units.add(unit.id);
    checkFacts(rulebook, 'unit', unit.facts, path, report);
    if (rulebook.quota.base === 'headcount' && unit.headcount === undefined) {
      report(
        'HEADCOUNT_MISSING',
        `${path}.headcount`,
        'the quota is taken of the headcount, and there is none',
      );
    }
  }
  const people = new Set<string>();
  for (const [index, person] of unitCase.appraisees.entries()) {
    const path = `appraisees.${index}`;
    if (people.has(person.id)) report('APPRAISEE_DUPLICATE', path, `appraisee "${person.id}" is given twice`);
    people.add(person.id);
    if (!units.has(person.unit))
      report('UNIT_UNKNOWN', `${path}.unit`, `the case has no unit "${person.unit}"`);
    checkPerson(rulebook, person, unitCase.year, path, report);
  }
  return errors;
}

/**
 * Refuses a faulty case with `CASE_INVALID` and all its faults (`details.errors`: code, path, message), so
 * that nothing is half evaluated and one correction round is enough. Refuses `RULEBOOK_UNUSABLE` before that.
 */
export function checkCase(rulebook: Rulebook, unitCase: UnitCase): void {
  checkUsable(rulebook);
  const errors = caseErrors(rulebook, unitCase);
  const [first] = errors;
  if (first === undefined) return;
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
  throw new Refusal('CASE_INVALID', `${first.path}: ${first.message}${more}`, { errors });
}
