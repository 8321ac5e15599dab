import { describe, expect, it } from '@jest/globals';
import { createSteadyRoom } from './steady-room.js';

/** A room, and work in it that ends when it is told to. */
function roomOf(sizes: { readonly most: number; readonly fewest: number; readonly goodMs: number }) {
  let now = 0;
  const room = createSteadyRoom(sizes, { now: () => now });
  const ends: (() => void)[] = [];
  const fill = (): number => {
    let entered = 0;
    const work = () => new Promise<void>((resolve) => ends.push(resolve));
    while (room.within(work) !== null) entered += 1;
    return entered;
  };
  const finish = async (afterMs: number, count = ends.length): Promise<void> => {
    now += afterMs;
    for (const end of ends.splice(0, count)) end();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { room, fill, finish };
}

describe('createSteadyRoom', () => {
  it('takes as many as it may while all is done in good time', async () => {
    const { room, fill, finish } = roomOf({ most: 100, fewest: 10, goodMs: 300 });
    for (let round = 0; round < 3; round += 1) {
      expect(fill()).toBe(100);
      expect(room.isFull()).toBe(true);
      await finish(300);
      expect(room.isFull()).toBe(false);
    }
  });

  it('takes a fifth fewer after work that was late, however many were late together', async () => {
    const { fill, finish } = roomOf({ most: 100, fewest: 10, goodMs: 300 });
    fill();
    await finish(301);
    expect(fill()).toBe(80);
    await finish(301);
    expect(fill()).toBe(64);
  });

  it('never takes fewer than the fewest, and never more than the most', async () => {
    const slow = roomOf({ most: 100, fewest: 10, goodMs: 300 });
    for (let round = 0; round < 50; round += 1) {
      slow.fill();
      await slow.finish(1_000);
    }
    expect(slow.fill()).toBe(10);
    const small = roomOf({ most: 5, fewest: 10, goodMs: 300 });
    small.fill();
    await small.finish(1_000);
    expect(small.fill()).toBe(5);
  });

  it('takes more again, bit by bit, once work is done in good time', async () => {
    const { fill, finish } = roomOf({ most: 100, fewest: 10, goodMs: 300 });
    fill();
    await finish(301);
    const sizes = [];
    for (let round = 0; round < 12; round += 1) {
      sizes.push(fill());
      await finish(10);
    }
    expect(sizes).toEqual([...sizes].sort((one, other) => one - other));
    expect(sizes.slice(0, 2)).toEqual([80, 81]);
    expect(sizes.at(-1)).toBe(100);
  });

  it('does not grow while it is not needed', async () => {
    const { room, fill, finish } = roomOf({ most: 100, fewest: 10, goodMs: 300 });
    fill();
    await finish(301);
    for (let single = 0; single < 1_000; single += 1) await room.within(async () => {});
    expect(fill()).toBe(80);
  });

  it('has room again after a failure', async () => {
    const { room } = roomOf({ most: 1, fewest: 1, goodMs: 300 });
    await expect(room.within(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(room.isFull()).toBe(false);
  });
});
