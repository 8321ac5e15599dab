import { createHash } from 'node:crypto';
import { Refusal } from '@kaoji/domain';
import type { Stores } from '../../ports/stores.js';
import type { Actor } from './actor.js';

/** A request that may be sent again: its key, and what it asked for. */
export type Keyed = { readonly verb: string; readonly key: string; readonly request: unknown };

/**
 * Runs `work` once for this person, verb and key, in the transaction of `stores`; later calls give the
 * first answer. A refusal is not kept: the same key may try again. Refuses `IDEMPOTENCY_KEY_REUSED` when
 * the key comes back with another request.
 */
export async function onceFor<T>(
  stores: Stores,
  actor: Actor,
  keyed: Keyed,
  work: () => Promise<T>,
): Promise<T> {
  const fingerprint = createHash('sha256').update(JSON.stringify(keyed.request)).digest('base64url');
  const kept = await stores.effects.once(`staff/${keyed.verb}/${messageId(actor, keyed.key)}`, async () => {
    return { fingerprint, answer: await work() };
  });
  if (kept.fingerprint !== fingerprint) {
    throw new Refusal(
      'IDEMPOTENCY_KEY_REUSED',
      'This Idempotency-Key was used for another request. Take a new key for a new request.',
    );
  }
  return kept.answer;
}

/**
 * The id a message to a workflow carries. The account is part of it: two people who happen to choose the
 * same key stay two people, and the second is not answered with the decision of the first.
 */
export function messageId(actor: Actor, key: string): string {
  return `${actor.accountId}/${key}`;
}
