import { hash, verify } from '@node-rs/argon2';
import type { Passwords } from '@kaoji/application';
import { Refusal } from '@kaoji/domain';
import { createGate } from './gate.js';

/** OWASP's floor for argon2id; the package's default algorithm is argon2id. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export type PasswordOptions = {
  /** How many hashes are computed at once: each takes a core and 19 MiB. */
  readonly concurrent: number;
  /** How many wait for their turn; whoever comes after them is refused with `TOO_BUSY`. */
  readonly waiting: number;
};

/**
 * argon2id behind a gate, so that a wave of sign-ins cannot take every core. Refuses `TOO_BUSY`. A stored
 * hash that cannot be read verifies as `false`.
 */
export function createPasswords(options: PasswordOptions = { concurrent: 2, waiting: 64 }): Passwords {
  const gate = createGate(options, () => {
    throw new Refusal('TOO_BUSY', 'Too many people sign in at this moment. Try again in a few seconds.');
  });
  return {
    hash: (password) => gate(() => hash(password, COST)),
    verify: (stored, password) => gate(() => verify(stored, password).catch(() => false)),
  };
}
