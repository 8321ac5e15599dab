import { randomBytes } from 'node:crypto';
import type { Clock, Ids } from '@kaoji/application';

/** Ids in the layout of UUID v7 (RFC 9562): time first, so that rows made together lie together. */
export function createIds(clock: Clock): Ids {
  return { next: () => uuidV7(clock.now(), randomBytes(10)) };
}

/** A UUID v7 from an instant (epoch ms) and ten random bytes. */
export function uuidV7(at: number, random: Uint8Array): string {
  const bytes = new Uint8Array(16);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(at) << 16n);
  bytes.set(random, 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = Buffer.from(bytes).toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
