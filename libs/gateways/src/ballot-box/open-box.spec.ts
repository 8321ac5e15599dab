import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createBallotSealer } from './ballot-sealer.js';
import { openBoxWith } from './open-box.js';
import { keyPairOf, suite, type BoxKeyPair } from './suite.js';

const campaign = '0b6f3c52-9a53-4a6a-8f0e-6c2f7a1d9e10';
let box: BoxKeyPair;
let clock = 0;
const { seal } = createBallotSealer({ now: () => clock });
const sealed = (text: string, campaignId = campaign) => seal(box.publicKey, campaignId, Buffer.from(text));
const text = (ballot: Uint8Array | null) => (ballot === null ? null : Buffer.from(ballot).toString());

beforeAll(async () => {
  box = await keyPairOf(randomBytes(32));
});

describe('openBoxWith', () => {
  it('opens in any order, whatever was lost on the way', async () => {
    const put: [string, string][] = [];
    for (let n = 0; n < 30; n += 1) {
      if (n % 7 === 0) clock += 1000;
      put.push([`演示 ${n}`, await sealed(`演示 ${n}`)]);
    }
    const open = openBoxWith(box.keys, campaign);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(put), async (taken) => {
        const opened = await Promise.all(taken.map(([, one]) => open.open(one)));
        expect(opened.map(text)).toEqual(taken.map(([ballot]) => ballot));
      }),
    );
  });

  it('gives null for a ballot of another campaign or another box, and for anything else', async () => {
    const open = openBoxWith(box.keys, campaign);
    const other = openBoxWith((await keyPairOf(randomBytes(32))).keys, campaign);
    await expect(open.open(await sealed('演示', 'another campaign'))).resolves.toBeNull();
    await expect(other.open(await sealed('演示'))).resolves.toBeNull();
    for (const rubbish of ['', 'AQ', '演示', randomBytes(200).toString('base64url')]) {
      await expect(open.open(rubbish)).resolves.toBeNull();
    }
  });

  it('gives null for a ballot with any byte changed', async () => {
    const open = openBoxWith(box.keys, campaign);
    const bytes = Buffer.from(await sealed('演示'), 'base64url');
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      await expect(open.open(changed.toString('base64url'))).resolves.toBeNull();
    }
  });

  it('gives null where the encapsulation is a point of low order', async () => {
    const bytes = Buffer.from(await sealed('演示'), 'base64url').fill(0, 1, 33);
    await expect(openBoxWith(box.keys, campaign).open(bytes.toString('base64url'))).resolves.toBeNull();
  });

  it('does not lose a ballot to a fault of its own: that is thrown, and the next try opens it', async () => {
    const open = openBoxWith(box.keys, campaign);
    clock += 1000;
    const one = await sealed('演示');
    const works = suite.createRecipientContext;
    suite.createRecipientContext = () => Promise.reject(new Error('out of memory'));
    await expect(open.open(one).finally(() => (suite.createRecipientContext = works))).rejects.toThrow(
      'memory',
    );
    expect(text(await open.open(one))).toBe('演示');
  });

  it('opens every ballot with room for a single context, many at once', async () => {
    const put: string[] = [];
    for (let n = 0; n < 12; n += 1) {
      if (n % 3 === 0) clock += 1000;
      put.push(await sealed(`演示 ${n}`));
    }
    const interleaved = put.map((_, n) => (n * 5) % 12);
    const open = openBoxWith(box.keys, campaign, 1);
    const opened = await Promise.all(interleaved.map((n) => open.open(put[n] ?? '')));
    expect(opened.map(text)).toEqual(interleaved.map((n) => `演示 ${n}`));
  });

  it('throws after destroy, also for what it has opened before', async () => {
    const open = openBoxWith(box.keys, campaign);
    const one = await sealed('演示');
    expect(text(await open.open(one))).toBe('演示');
    open.destroy();
    await expect(open.open(one)).rejects.toThrow('closed again');
    await expect(open.open('')).rejects.toThrow('closed again');
    open.destroy();
  });
});
