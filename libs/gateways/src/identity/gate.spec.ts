import { describe, expect, it } from '@jest/globals';
import { createGate } from './gate.js';

function held() {
  let release: () => void = () => undefined;
  const work = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { work: () => work, release: () => release() };
}

describe('createGate', () => {
  const full = (): never => {
    throw new Error('full');
  };

  it('runs at most so many at once and lets the rest in, in order', async () => {
    const gate = createGate({ concurrent: 2, waiting: 10 }, full);
    let [inside, most] = [0, 0];
    const order: number[] = [];
    const piece = (index: number) =>
      gate(async () => {
        inside += 1;
        most = Math.max(most, inside);
        order.push(index);
        await new Promise((resolve) => setImmediate(resolve));
        inside -= 1;
      });
    await Promise.all(Array.from({ length: 8 }, (_, index) => piece(index)));
    expect(most).toBe(2);
    expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it('refuses whoever finds the queue full, and takes people again afterwards', async () => {
    const gate = createGate({ concurrent: 1, waiting: 1 }, full);
    const first = held();
    const running = [gate(first.work), gate(() => Promise.resolve())];
    await expect(gate(() => Promise.resolve())).rejects.toThrow('full');
    first.release();
    await Promise.all(running);
    await expect(gate(() => Promise.resolve('in'))).resolves.toBe('in');
  });

  it('gives the place back when the work fails', async () => {
    const gate = createGate({ concurrent: 1, waiting: 0 }, full);
    await expect(gate(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    await expect(gate(() => Promise.resolve('in'))).resolves.toBe('in');
  });
});
