import { hashOf } from '../rulebook/content-hash.js';
import type { PersonEvaluation } from './evaluation.js';

/**
 * The identity of a list somebody decides on: who gets which result and what follows from it. The list shown,
 * the list decided on and the list notified are the same exactly when this hash is.
 */
export function listIdentity(
  people: readonly Pick<PersonEvaluation, 'id' | 'final' | 'consequences'>[],
): string {
  const lines = people.map(({ id, final, consequences }) => ({ id, final, consequences }));
  return hashOf(lines.sort((one, other) => (one.id < other.id ? -1 : 1)));
}
