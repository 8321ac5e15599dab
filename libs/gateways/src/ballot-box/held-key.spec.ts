import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { BallotKey } from './ballot-key.js';
import { holdKey } from './held-key.js';

const newKey = (): BallotKey => ({ enc: randomBytes(32), key: randomBytes(32) });
const zeroed = Buffer.alloc(32);
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('holdKey', () => {
  it('lends the key to everybody who waits for it', async () => {
    const key = newKey();
    const held = holdKey(Promise.resolve(key));
    const lent = await Promise.all([1, 2, 3].map((n) => held.use((it) => [n, it === key])));
    expect(lent).toEqual([1, 2, 3].map((n) => [n, true]));
  });

  it('zeroes a key forgotten while nobody uses it', async () => {
    const key = newKey();
    const held = holdKey(Promise.resolve(key));
    await held.use(() => undefined);
    expect(key.key.equals(zeroed)).toBe(false);
    held.forget();
    await settled();
    expect(key.key.equals(zeroed)).toBe(true);
    await expect(held.use(() => undefined)).rejects.toThrow('forgotten');
  });

  it('serves those who already wait when it is forgotten, then zeroes', async () => {
    const key = newKey();
    const before = Buffer.from(key.key);
    let ready: (key: BallotKey) => void = () => undefined;
    const held = holdKey(new Promise((resolve) => (ready = resolve)));
    const waiting = [1, 2, 3].map(() => held.use((it) => Buffer.from(it.key)));
    held.forget();
    ready(key);
    expect(await Promise.all(waiting)).toEqual([before, before, before]);
    await settled();
    expect(key.key.equals(zeroed)).toBe(true);
  });

  it('zeroes also when the work fails', async () => {
    const key = newKey();
    const held = holdKey(Promise.resolve(key));
    const failing = held.use(() => {
      throw new Error('broken');
    });
    held.forget();
    await expect(failing).rejects.toThrow('broken');
    await settled();
    expect(key.key.equals(zeroed)).toBe(true);
  });

  it('passes on why there is no key', async () => {
    const held = holdKey(Promise.reject(new Error('no such box')));
    await expect(held.use(() => undefined)).rejects.toThrow('no such box');
    held.forget();
  });
});
