import { lintRulebook, type LintResult } from '@kaoji/domain';
import type { Actor } from '../access/actor.js';
import { forbidden, holdsSomewhere } from '../access/permissions.js';

/** What lint says of a file, and the rulebook it holds; adopts nothing. For those who may adopt. Refuses `FORBIDDEN`. */
export function checkRulebook(actor: Actor, source: string): LintResult {
  if (!holdsSomewhere(actor, 'rulebook.adopt')) throw forbidden();
  return lintRulebook(source);
}
