import { Refusal } from '@kaoji/domain';
import type { Actor } from '../access/actor.js';
import { act, type ActDeps, type Acted, type ActRequest } from './act.js';

export type ManyActs = Pick<ActRequest, 'verb' | 'reason' | 'onBehalfOf'> & {
  readonly lists: readonly Pick<
    ActRequest,
    'cycleId' | 'unitId' | 'round' | 'listHash' | 'step' | 'acknowledged'
  >[];
  readonly key: string;
};
/** What came of one of the lists. */
export type ActedList = {
  readonly cycleId: string;
  readonly unitId: string;
  readonly acted: Acted | null;
  readonly refused: { readonly code: string; readonly message: string } | null;
};

/**
 * The same act on several lists at once; each is an act of its own, accepted or refused by itself, and each marked as
 * one of a batch: a step that wants individual judgement refuses it (`BATCH_REFUSED`). Throws when the database or
 * Temporal does not answer; the same key then goes on where it stopped.
 */
export async function actOnMany(
  deps: ActDeps,
  actor: Actor,
  { lists, key, ...common }: ManyActs,
): Promise<readonly ActedList[]> {
  const done: ActedList[] = [];
  for (const [at, list] of lists.entries()) {
    const { cycleId, unitId } = list;
    try {
      const acted = await act(deps, actor, { ...common, ...list, batch: true, key: `${key}.${at}` });
      done.push({ cycleId, unitId, acted, refused: null });
    } catch (fault) {
      if (!(fault instanceof Refusal) || AWAY.has(fault.code)) throw fault;
      done.push({ cycleId, unitId, acted: null, refused: { code: fault.code, message: fault.message } });
    }
  }
  return done;
}

const AWAY: ReadonlySet<string> = new Set([
  'DATABASE_UNAVAILABLE',
  'TEMPORAL_UNAVAILABLE',
  'TOO_BUSY',
  'IDEMPOTENCY_KEY_REUSED',
]);
