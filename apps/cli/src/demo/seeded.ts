import { createHash } from 'node:crypto';

/** A number in [0, 1) that depends on nothing but the seed and the label: the demo year is repeatable. */
export function seeded(seed: string, label: string): number {
  return createHash('sha256').update(`${seed}/${label}`).digest().readUInt32BE(0) / 2 ** 32;
}

/** An integer from `low` to `high`, both included. */
export function seededInteger(seed: string, label: string, low: number, high: number): number {
  return low + Math.floor(seeded(seed, label) * (high - low + 1));
}
