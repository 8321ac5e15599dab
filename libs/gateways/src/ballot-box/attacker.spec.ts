import { createHash, randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { createBallotSealer } from './ballot-sealer.js';
import { readSealed } from './sealed-ballot.js';
import { keyPairOf } from './suite.js';

/**
 * The attacker has every row of the box in the order it came (a binlog gives that), and every ballot of the count.
 * Each attack names, for every envelope, the ballot it takes for that resident's. All ballots differ, so whoever
 * guesses blindly is right once a round on average, however many residents there are. The statistic is the number of
 * right guesses over 40 rounds, Poisson with mean 40; the line is 85, which chance crosses less than once in 2 × 10⁹, and there
 * are eight attacks. Ballots and shuffles come from a fixed seed; keys and nonces are the machine's own.
 */
const ROUNDS = 40;
const LINE = 85;
const RESIDENTS = 80;
const EVERYBODY = ROUNDS * RESIDENTS;
const BALLOT_BYTES = 160;

type Envelope = { readonly linkHash: string; readonly sealed: string };
type Attack = (envelopes: readonly Envelope[], ballots: readonly Buffer[]) => readonly number[];

const parts = (sealed: string) =>
  readSealed(sealed) ?? { enc: Buffer.alloc(0), nonce: Buffer.alloc(0), body: Buffer.alloc(0) };
const hex = (data: Buffer) => data.toString('hex');
const digest = (sealed: string) => createHash('sha256').update(sealed).digest('hex');

/** Sorts both sides by something and takes equal places for each other. */
const matched =
  (
    ofEnvelope: (envelope: Envelope, at: number) => string,
    ofBallot = (_ballot: Buffer, at: number) => padded(at),
  ): Attack =>
  (envelopes, ballots) => {
    const sortedBallots = sorted(ballots.map(ofBallot));
    const guesses: number[] = [];
    sorted(envelopes.map(ofEnvelope)).forEach(
      (envelope, place) => (guesses[envelope] = sortedBallots[place] ?? -1),
    );
    return guesses;
  };
const sorted = (keys: readonly string[]) =>
  keys.map((_, at) => at).sort((a, b) => ((keys[a] ?? '') < (keys[b] ?? '') ? -1 : 1) || a - b);
const padded = (number: number) => String(number).padStart(6, '0');

const attacks: Readonly<Record<string, Attack>> = {
  'the order they came in': matched((_, at) => padded(at)),
  'the order of links': matched(({ linkHash }) => linkHash),
  'the order of published digests': matched(({ sealed }) => digest(sealed)),
  'the order of nonces': matched(({ sealed }) => hex(parts(sealed).nonce)),
  'the order of bytes': matched(({ sealed }) => hex(parts(sealed).body)),
  'who shares a context, then nonces': matched(
    ({ sealed }) => hex(parts(sealed).enc) + hex(parts(sealed).nonce),
  ),
  'the length': matched(
    ({ sealed }) => padded(sealed.length),
    (ballot) => padded(ballot.length),
  ),
  'likeness of bytes': likest,
};

/** To each envelope the ballot that differs in the fewest bits of its first bytes. */
function likest(envelopes: readonly Envelope[], ballots: readonly Buffer[]): readonly number[] {
  return envelopes.map(({ sealed }) => {
    const { body } = parts(sealed);
    const distances = ballots.map((ballot) => distance(body, ballot));
    return distances.indexOf(Math.min(...distances));
  });
}
function distance(a: Buffer, b: Buffer): number {
  let bits = 0;
  for (let at = 0; at < 48; at += 1) {
    for (let left = (a[at] ?? 0) ^ (b[at] ?? 0); left > 0; left &= left - 1) bits += 1;
  }
  return bits;
}

/** A sequence of numbers below `below`, the same for the same seed (mulberry32). */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
function shuffled<T>(items: readonly T[], roll: (below: number) => number): T[] {
  return items
    .map((item) => ({ item, key: roll(2 ** 31) }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

type Sealing = (ballot: Buffer, number: number) => Promise<string>;
type Round = {
  readonly envelopes: readonly Envelope[];
  readonly ballots: readonly Buffer[]; // in the order of the envelopes
  readonly counted: readonly Buffer[]; // as the count lets them be seen
};
const asTheyCame: typeof shuffled = (items) => [...items];

async function rounds(seal: Sealing, order = shuffled, bytes = BALLOT_BYTES): Promise<Round[]> {
  const roll = dice(20_260_401);
  const played: Round[] = [];
  while (played.length < ROUNDS) {
    const ballots = Array.from({ length: RESIDENTS }, (_, n) => ballot(n, roll, bytes));
    const envelopes: Envelope[] = [];
    for (const [n, one] of ballots.entries()) {
      envelopes.push({ linkHash: hex(randomBytes(32)), sealed: await seal(one, n) });
    }
    played.push({ envelopes, ballots, counted: order(ballots, roll) });
  }
  return played;
}
function ballot(n: number, roll: (below: number) => number, bytes: number): Buffer {
  const answers = Array.from({ length: 10 }, () => 1 + roll(5)).join('');
  const written = Buffer.from(`{"n":${n},"answers":"${answers}","comment":"${'好'.repeat(roll(12))}"}`);
  return Buffer.concat([written, Buffer.alloc(Math.max(0, bytes - written.length), ' ')]);
}

/** How often an attack is right over all rounds. */
function hits(name: string, played: readonly Round[]): number {
  const attack = attacks[name];
  if (attack === undefined) throw new Error('There is no such attack.');
  const right = played.map(({ envelopes, ballots, counted }) =>
    attack(envelopes, counted).filter((guess, n) => counted[guess] === ballots[n]),
  );
  return right.flat().length;
}

describe('an attacker with every row of a box and every ballot of the count', () => {
  let shuffledRounds: Round[];
  let seal: Sealing;
  beforeAll(async () => {
    const box = await keyPairOf(randomBytes(32));
    let at = 0;
    // Five residents a second: five ballots a context.
    const sealer = createBallotSealer({ now: () => (at += 200) });
    seal = (one) => sealer.seal(box.publicKey, 'campaign', one);
    shuffledRounds = await rounds(seal);
  });

  it.each(Object.keys(attacks))('does no better than chance by %s', (name) => {
    expect(hits(name, shuffledRounds)).toBeLessThan(LINE);
  });

  it('needs a count that is not shuffled: then the order alone finds everybody', async () => {
    expect(hits('the order they came in', await rounds(seal, asTheyCame))).toBe(EVERYBODY);
  });
});

describe('the same attacks on boxes with a known weakness: they are able to win', () => {
  const weakly =
    (body: (ballot: Buffer) => Buffer, nonce: (number: number) => Buffer): Sealing =>
    (one, number) => {
      const bytes = [Buffer.alloc(1, 1), Buffer.alloc(32), nonce(number), body(one), Buffer.alloc(16)];
      return Promise.resolve(Buffer.concat(bytes).toString('base64url'));
    };
  const inTurn = (number: number) => Buffer.from(padded(number).padStart(12, '0'));
  const random = () => randomBytes(12);
  const noise = (one: Buffer) => randomBytes(one.length);

  it('finds everybody by nonces that are counted, in a count that kept the order', async () => {
    const played = await rounds(weakly(noise, inTurn), asTheyCame);
    expect(hits('the order of nonces', played)).toBe(EVERYBODY);
    expect(hits('who shares a context, then nonces', played)).toBe(EVERYBODY);
  });

  it('finds several times more than chance by the length of ballots that are not padded', async () => {
    expect(hits('the length', await rounds(weakly(noise, random), shuffled, 0))).toBeGreaterThan(5 * ROUNDS);
  });

  it('finds everybody by likeness where nothing is encrypted', async () => {
    expect(hits('likeness of bytes', await rounds(weakly((one) => one, random)))).toBe(EVERYBODY);
  });
});
