import { describe, expect, it } from '@jest/globals';
import { createRoom } from './room.js';

describe('createRoom', () => {
  it('does as much at once as there is room for, and no more until something is done', async () => {
    const room = createRoom(1);
    let finish = () => {};
    const first = room.within(
      () =>
        new Promise<number>((resolve) => {
          finish = () => resolve(1);
        }),
    );
    expect(room.within(async () => 2)).toBeNull();
    finish();
    expect(await first).toBe(1);
    expect(await room.within(async () => 3)).toBe(3);
  });

  it('has room again after a failure', async () => {
    const room = createRoom(1);
    await expect(room.within(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await room.within(async () => 1)).toBe(1);
  });
});
