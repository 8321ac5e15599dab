import { ZERO, compareExact, parseExact } from '../exact/exact.js';
import { Refusal } from '../refusal.js';
import type { Rulebook } from '../rulebook/schema/rulebook.js';

function faultOf(rulebook: Rulebook): string | null {
  const grades = rulebook.grades.map(({ code }) => code);
  const effects = [
    ...rulebook.vetoes.map(({ effect }) => effect),
    ...rulebook.discipline.rows.flatMap(({ years }) => years),
  ];
  const named = [
    ...rulebook.bands.map(({ grade }) => grade),
    ...rulebook.quota.grades,
    ...effects.flatMap((effect) =>
      'force' in effect ? [effect.force] : 'cap' in effect ? [effect.cap] : [],
    ),
  ];
  const stranger = named.find((grade) => !grades.includes(grade));
  if (stranger !== undefined) return `a rule names the grade "${stranger}", which the rulebook does not have`;
  if (rulebook.quota.grades.includes(grades[grades.length - 1] ?? '')) {
    return 'the quota holds the lowest grade, and whoever gets no seat has none to fall to';
  }
  const parts = rulebook.dimensions.flatMap(({ sheets }) => sheets.flatMap((sheet) => sheet.parts));
  const flat = parts.find(({ source }) => 'max' in source && compareExact(parseExact(source.max), ZERO) <= 0);
  return flat === undefined ? null : `part "${flat.id}" has a maximum that is not above 0`;
}

/**
 * Refuses a rulebook the engine cannot compute with, with `RULEBOOK_UNUSABLE`. Lint says far more, and where;
 * this is the last door for a rulebook nobody linted.
 */
export function checkUsable(rulebook: Rulebook): void {
  const fault = faultOf(rulebook);
  if (fault !== null) throw new Refusal('RULEBOOK_UNUSABLE', fault, { rulebook: rulebook.id });
}
