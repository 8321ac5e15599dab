import type { BallotSealer } from '@kaoji/application';
import { newBallotKey } from './ballot-key.js';
import { holdKey, type HeldKey } from './held-key.js';
import { sealBallot } from './sealed-ballot.js';

const LIVES_MS = 1000;
const SEALS_AT_MOST = 1000;

type Context = {
  readonly held: HeldKey;
  readonly since: number;
  ballots: number;
  forget(): void;
};

/**
 * Seals ballots to boxes by HPKE. Setting a context up costs about a hundred times what a ballot does, so one context
 * of a box seals up to 1,000 ballots for up to a second; then its key is zeroed. Those who come while it is set up wait
 * for it instead of setting up their own. An idle process forgets within a second too.
 * `now` gives epoch milliseconds. Throws when the public key is none.
 */
export function createBallotSealer({ now }: { readonly now: () => number }): BallotSealer {
  const contexts = new Map<string, Context>();

  function create(box: string, publicKey: string, campaignId: string): Context {
    const setup = newBallotKey(publicKey, campaignId);
    const held = holdKey(setup);
    const context: Context = { held, since: now(), ballots: 0, forget };
    const timer = setTimeout(forget, LIVES_MS).unref();
    function forget(): void {
      clearTimeout(timer);
      held.forget();
      if (contexts.get(box) === context) contexts.delete(box);
    }
    contexts.set(box, context);
    // Whoever waits for it learns why; the next one tries again.
    setup.catch(forget);
    return context;
  }

  function contextFor(publicKey: string, campaignId: string): Context {
    const box = `${publicKey}\0${campaignId}`;
    const current = contexts.get(box);
    if (current !== undefined && isFresh(current.since, now())) return current;
    current?.forget();
    return create(box, publicKey, campaignId);
  }

  return {
    async seal(publicKey, campaignId, ballot) {
      const context = contextFor(publicKey, campaignId);
      const sealed = context.held.use((key) => sealBallot(key, campaignId, ballot));
      context.ballots += 1;
      if (context.ballots === SEALS_AT_MOST) context.forget();
      return sealed;
    },
  };
}

/** Less than a second old. A clock that was set back ends a context as well. */
function isFresh(since: number, at: number): boolean {
  return at >= since && at - since < LIVES_MS;
}
