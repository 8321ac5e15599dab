import { DecapError, DeserializeError } from '@hpke/core';
import type { OpenBox } from '@kaoji/application';
import { findBallotKey } from './ballot-key.js';
import { holdKey, type HeldKey } from './held-key.js';
import { openBallot, readSealed } from './sealed-ballot.js';
import type { KeyPair } from './suite.js';

/**
 * Opens ballots with a box's key pair. The key of a context is found once (about 1 ms) and kept for the other ballots
 * of that context, for at most `contexts` of them. After `destroy` every key is zeroed or let go and `open` throws.
 */
export function openBoxWith(keyPair: KeyPair, campaignId: string, contexts = 20_000): OpenBox {
  const held = new Map<string, HeldKey>();
  let keys: KeyPair | null = keyPair;

  function forget(name: string): void {
    held.get(name)?.forget();
    held.delete(name);
  }

  function keyOf(pair: KeyPair, enc: Buffer): HeldKey {
    const name = enc.toString('latin1');
    const known = held.get(name);
    if (known !== undefined) return known;
    const [oldest] = held.keys();
    if (oldest !== undefined && held.size >= contexts) forget(oldest);
    const setup = findBallotKey(pair, campaignId, Buffer.from(enc));
    const fresh = holdKey(setup);
    held.set(name, fresh);
    setup.catch(() => forget(name));
    return fresh;
  }

  return {
    async open(sealed) {
      const pair = keys;
      if (pair === null) throw new Error('The ballot box is closed again.');
      const parts = readSealed(sealed);
      if (parts === null) return null;
      try {
        return await keyOf(pair, parts.enc).use((key) => openBallot(key, campaignId, parts));
      } catch (fault) {
        // No point of the curve, or one of those that give every key away. Anything else is our own fault: a ballot
        // must not be lost to it.
        if (fault instanceof DecapError || fault instanceof DeserializeError) return null;
        throw fault;
      }
    },
    destroy() {
      keys = null;
      for (const name of [...held.keys()]) forget(name);
    },
  };
}
