import { hashOf } from '../../rulebook/content-hash.js';
import type { Questionnaire } from './questionnaire.js';

/**
 * The identity of a questionnaire: `sha256:<hex>` over its canonical JSON. Comments, layout and key order of
 * the file do not change it; any word, id or order of questions does.
 */
export function questionnaireHash(questionnaire: Questionnaire): string {
  return hashOf(questionnaire);
}
