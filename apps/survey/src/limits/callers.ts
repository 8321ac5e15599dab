import { createHmac, randomBytes } from 'node:crypto';
import { isIPv6 } from 'node:net';

/** A name for an address that means nothing outside this process and its life. */
export type Callers = { nameOf(address: string): string };

/**
 * Addresses as keyed hashes: the key is random, never leaves memory and goes with the process. An IPv6 address
 * counts as its first 64 bits, which is what one household or phone is given.
 */
export function createCallers(): Callers {
  const key = randomBytes(32);
  return {
    nameOf(address) {
      return createHmac('sha256', key).update(networkOf(address)).digest('base64url').slice(0, 22);
    },
  };
}

function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.toLowerCase().split('::');
  const first = head === '' ? [] : head.split(':');
  const last = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? [] : Array<string>(8 - first.length - last.length).fill('0');
  return [...first, ...zeros, ...last]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
