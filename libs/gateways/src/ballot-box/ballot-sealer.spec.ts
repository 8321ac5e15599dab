import { afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createBallotSealer } from './ballot-sealer.js';
import { openBoxWith } from './open-box.js';
import { readSealed } from './sealed-ballot.js';
import { keyPairOf, type BoxKeyPair } from './suite.js';

const campaign = '0b6f3c52-9a53-4a6a-8f0e-6c2f7a1d9e10';
const ballot = Buffer.from('演示答卷');
const contextOf = (sealed: string) => readSealed(sealed)?.enc.toString('hex') ?? 'unreadable';
const contextsOf = (sealed: readonly string[]) => new Set(sealed.map(contextOf)).size;

let box: BoxKeyPair;
let other: BoxKeyPair;
beforeAll(async () => {
  box = await keyPairOf(Buffer.alloc(32, 1));
  other = await keyPairOf(Buffer.alloc(32, 2));
});
afterEach(() => {
  jest.useRealTimers();
});

function sealerAt(at = 0) {
  const clock = { at };
  const sealer = createBallotSealer({ now: () => clock.at });
  return { clock, seal: (to = box, campaignId = campaign) => sealer.seal(to.publicKey, campaignId, ballot) };
}

describe('createBallotSealer', () => {
  it('seals ballots that only the private key opens', async () => {
    const { seal } = sealerAt();
    const sealed = await seal();
    expect(Buffer.from((await openBoxWith(box.keys, campaign).open(sealed)) ?? '')).toEqual(ballot);
    await expect(openBoxWith(other.keys, campaign).open(sealed)).resolves.toBeNull();
  });

  it('sets one context up for all who come at once', async () => {
    const { seal } = sealerAt();
    const sealed = await Promise.all(Array.from({ length: 500 }, () => seal()));
    expect([contextsOf(sealed), new Set(sealed).size]).toEqual([1, 500]);
  });

  it('seals exactly 1,000 ballots under one context, also when more come at once', async () => {
    const { seal } = sealerAt();
    const sealed = await Promise.all(Array.from({ length: 2001 }, () => seal()));
    const sizes = new Map<string, number>();
    for (const context of sealed.map(contextOf)) sizes.set(context, (sizes.get(context) ?? 0) + 1);
    expect([...sizes.values()]).toEqual([1000, 1000, 1]);
    const opened = openBoxWith(box.keys, campaign);
    expect((await Promise.all(sealed.map((one) => opened.open(one)))).every((one) => one !== null)).toBe(
      true,
    );
  });

  it('gives a context one second: 999 ms is its time, 1,000 ms is not', async () => {
    const { clock, seal } = sealerAt(5000);
    const first = await seal();
    clock.at = 5999;
    const last = await seal();
    clock.at = 6000;
    const next = await seal();
    clock.at = 6999;
    const withNext = await seal();
    expect([contextsOf([first, last]), contextsOf([last, next]), contextsOf([next, withNext])]).toEqual([
      1, 2, 1,
    ]);
  });

  it('ends a context when the clock is set back', async () => {
    const { clock, seal } = sealerAt(5000);
    const first = await seal();
    clock.at = 4999;
    expect(contextsOf([first, await seal()])).toBe(2);
  });

  it('forgets within a second when nobody comes, and keeps no process alive for it', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'queueMicrotask', 'nextTick'] });
    const { seal } = sealerAt();
    const first = await seal();
    jest.advanceTimersByTime(999);
    const second = await seal();
    jest.advanceTimersByTime(1);
    const third = await seal();
    expect([contextsOf([first, second]), contextsOf([second, third])]).toEqual([1, 2]);
    expect(jest.getTimerCount()).toBe(1);
  });

  it('never shares a context between boxes or campaigns', async () => {
    const { seal } = sealerAt();
    expect(contextsOf(await Promise.all([seal(), seal(other), seal(box, 'another campaign')]))).toBe(3);
  });

  it('refuses a public key that is none, and a key that would give every ballot away', async () => {
    const { seal } = sealerAt();
    const lowOrder = { ...box, publicKey: Buffer.alloc(32).toString('base64url') };
    await expect(seal({ ...box, publicKey: 'no key' })).rejects.toThrow('32 bytes of base64url');
    await expect(seal(lowOrder)).rejects.toThrow();
    await expect(seal()).resolves.toMatch(/^[\w-]+$/);
  });
});
