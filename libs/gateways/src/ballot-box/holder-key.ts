import { randomBytes } from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';
import type { HolderKey } from '@kaoji/application';
import { Refusal } from '@kaoji/domain';
import { createGate } from '../identity/gate.js';
import { readBase64url } from '../keys/base64url.js';
import { KEY_BYTES, keyPairOf, type BoxKeyPair } from './suite.js';

/** What one derivation costs, in argon2's terms: KiB of memory, passes, lanes. */
export type Cost = { readonly memoryCost: number; readonly timeCost: number; readonly parallelism: number };

/**
 * argon2id, 64 MiB and three passes: the second choice of RFC 9106, section 4, with one lane. Whoever has the salt and
 * the public key pays this for each guess: about 150 ms of one core.
 */
const COST: Cost = { memoryCost: 65_536, timeCost: 3, parallelism: 1 };
const COST_VERSION = 1; // first byte of the salt, so that a later cost can stand beside this one
const SALT_BYTES = 16;
const SHORTEST = 12;
const FEWEST_DIFFERENT = 5;

export type HolderKeys = {
  enrol(passphrase: string): Promise<HolderKey>;
  unlock(holder: HolderKey, passphrase: string): Promise<BoxKeyPair>;
};

/**
 * Key pairs from passphrases. `enrol` gives public key and salt, and refuses BOX_PASSPHRASE_WEAK (fewer than 12
 * characters, or fewer than 5 different ones); `unlock` gives the key pair and refuses BOX_PASSPHRASE_WRONG. Both
 * refuse TOO_BUSY: each takes a core and 64 MiB, and only so many wait. A lower `cost` is for tests.
 * Passphrases are compared in Unicode's NFKC without outer spaces: an input method may write one in several ways.
 */
export function createHolderKeys(
  limits: { readonly concurrent: number; readonly waiting: number },
  cost = COST,
): HolderKeys {
  const gate = createGate(limits, () => {
    throw new Refusal('TOO_BUSY', 'Too many key holders act at this moment. Try again in a few seconds.');
  });

  async function derive(passphrase: string, salt: Buffer): Promise<BoxKeyPair> {
    const seed = await gate(() => hashRaw(passphrase, { ...cost, salt, outputLen: KEY_BYTES }));
    try {
      return await keyPairOf(seed);
    } finally {
      seed.fill(0);
    }
  }

  return {
    async enrol(passphrase) {
      const typed = canonical(passphrase);
      if (isWeak(typed)) {
        const wanted = `A passphrase has at least ${SHORTEST} characters, ${FEWEST_DIFFERENT} of them different.`;
        throw new Refusal('BOX_PASSPHRASE_WEAK', wanted, { shortest: SHORTEST, different: FEWEST_DIFFERENT });
      }
      const salt = randomBytes(SALT_BYTES);
      const { publicKey } = await derive(typed, salt);
      return { publicKey, salt: Buffer.concat([Uint8Array.of(COST_VERSION), salt]).toString('base64url') };
    },

    async unlock(holder, passphrase) {
      const pair = await derive(canonical(passphrase), readSalt(holder.salt));
      if (pair.publicKey === holder.publicKey) return pair;
      throw new Refusal('BOX_PASSPHRASE_WRONG', 'This is not the passphrase this key was made with.');
    },
  };
}

function canonical(passphrase: string): string {
  return passphrase.normalize('NFKC').trim();
}

function isWeak(passphrase: string): boolean {
  const characters = [...passphrase];
  return characters.length < SHORTEST || new Set(characters).size < FEWEST_DIFFERENT;
}

function readSalt(text: string): Buffer {
  const bytes = readBase64url(text, 64);
  if (bytes?.length === 1 + SALT_BYTES && bytes[0] === COST_VERSION) return bytes.subarray(1);
  throw new Error('The salt of this key holder was not made here.');
}
