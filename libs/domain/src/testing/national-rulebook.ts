import { readFileSync } from 'node:fs';
import { unitCaseSchema, type UnitCase } from '../evaluate/unit-case.js';
import { parseRulebook } from '../rulebook/parse-rulebook.js';
import type { Rulebook } from '../rulebook/schema/rulebook.js';

function read(file: string): string {
  return readFileSync(new URL(`../../rulebooks/${file}`, import.meta.url), 'utf8');
}

/** The national rulebook as it stands in the repository. */
export function nationalText(): string {
  return read('cn-public-institution-2023.yaml');
}

/** The national rulebook, parsed. */
export function nationalRulebook(): Rulebook {
  return parseRulebook(nationalText()).rulebook;
}

/** The example unit that goes with it: fifteen synthetic people, one for each special rule. */
export function nationalCase(): UnitCase {
  return unitCaseSchema.parse(JSON.parse(read('examples/national-unit-case.json')));
}
