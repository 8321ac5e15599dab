import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { HolderKey, SealedShare, UnlockedHolder } from '@kaoji/application';
import { Refusal } from '@kaoji/domain';
import fc from 'fast-check';
import { ballotBoxesWith, createBallotBoxes } from './ballot-boxes.js';
import { createBallotSealer } from './ballot-sealer.js';
import { createHolderKeys } from './holder-key.js';

const quick = createHolderKeys(
  { concurrent: 2, waiting: 64 },
  { memoryCost: 64, timeCost: 1, parallelism: 1 },
);
const boxes = ballotBoxesWith(quick);
const sealer = createBallotSealer({ now: () => 0 });
const campaignId = '0b6f3c52-9a53-4a6a-8f0e-6c2f7a1d9e10';
const secretText = '演示：只有两个人一起才能看到';

type Person = {
  readonly accountId: string;
  readonly passphrase: string;
  readonly key: HolderKey;
  readonly publicKey: string;
};
let people: readonly Person[];
beforeAll(async () => {
  people = await Promise.all(
    ['甲', '乙', '丙', '丁', '戊', '己'].map(async (accountId) => {
      const passphrase = `演示持钥人${accountId}的口令 keeps it`;
      const key = await boxes.enrol(passphrase);
      return { accountId, passphrase, key, publicKey: key.publicKey };
    }),
  );
});

type Box = Awaited<ReturnType<typeof boxes.create>>;
const shareOf = (shares: readonly SealedShare[], { accountId }: Person) =>
  shares.find((share) => share.accountId === accountId)?.sealed ?? '';
const person = (index: number) => {
  const found = people[index];
  if (found === undefined) throw new Error('There are six people.');
  return found;
};

async function pass(box: Box, from: Person, others: readonly Person[]) {
  const hands = await boxes.unlock(from.key, from.passphrase);
  return hands.pass({ campaignId, share: shareOf(box.shares, from), others });
}
async function open(
  box: Box,
  by: Person,
  passed: string,
  over: Partial<Parameters<UnlockedHolder['open']>[0]> = {},
) {
  const hands = await boxes.unlock(by.key, by.passphrase);
  const share = shareOf(box.shares, by);
  return hands.open({ campaignId, publicKey: box.publicKey, share, passed, ...over });
}

describe('a ballot box', () => {
  it.each([2, 3, 4, 5])('of %i holders is opened by every two of them, whoever comes first', async (n) => {
    const holders = people.slice(0, n);
    const box = await boxes.create(campaignId, holders);
    const sealed = await sealer.seal(box.publicKey, campaignId, Buffer.from(secretText));
    let pairs = 0;
    for (const first of holders) {
      const others = holders.filter((other) => other !== first);
      const passed = await pass(box, first, others);
      for (const second of others) {
        const opened = await open(box, second, shareOf(passed, second));
        expect(Buffer.from((await opened.open(sealed)) ?? '').toString()).toBe(secretText);
        opened.destroy();
        pairs += 1;
      }
    }
    expect(pairs).toBe(n * (n - 1));
  });

  it('is opened by no single holder, whichever shares they put together', async () => {
    const holders = people.slice(0, 3);
    const box = await boxes.create(campaignId, holders);
    for (const alone of holders) {
      const [toOneself] = await pass(box, alone, [alone]);
      const everything = [toOneself?.sealed ?? '', ...box.shares.map((share) => share.sealed)];
      for (const share of everything) {
        for (const passed of everything) {
          await expect(open(box, alone, passed, { share })).rejects.toMatchObject({
            code: 'BOX_SHARES_DO_NOT_FIT',
          });
        }
      }
    }
  });

  it('is never the same twice', async () => {
    const made = await Promise.all([1, 2, 3].map(() => boxes.create(campaignId, people.slice(0, 2))));
    expect(
      new Set(made.flatMap((box) => [box.publicKey, ...box.shares.map(({ sealed }) => sealed)])).size,
    ).toBe(9);
  });

  it('was made without our code, and opens', async () => {
    type Foreign = Record<
      'campaignId' | 'publicKey' | 'shareOfFirst' | 'shareOfSecond' | 'passedToSecond' | 'ballot' | 'sealed',
      string
    > & { first: HolderKey & { passphrase: string }; second: HolderKey & { passphrase: string } };
    const box = JSON.parse(
      readFileSync(new URL('vectors/foreign-box.json', import.meta.url), 'utf8'),
    ) as Foreign;
    const { first, second } = box;
    const real = createBallotBoxes();
    const by = { campaignId: box.campaignId, publicKey: box.publicKey };
    const hands = await real.unlock(second, second.passphrase);
    const theirs = await hands.open({ ...by, share: box.shareOfSecond, passed: box.passedToSecond });
    expect(Buffer.from((await theirs.open(box.sealed)) ?? '').toString()).toBe(box.ballot);

    const [ours] = await (
      await real.unlock(first, first.passphrase)
    ).pass({
      campaignId: box.campaignId,
      share: box.shareOfFirst,
      others: [{ accountId: '乙', publicKey: second.publicKey }],
    });
    const passedByUs = await hands.open({ ...by, share: box.shareOfSecond, passed: ours?.sealed ?? '' });
    expect(Buffer.from((await passedByUs.open(box.sealed)) ?? '').toString()).toBe(box.ballot);
  });
});

describe('create', () => {
  it('refuses BOX_NEEDS_TWO_HOLDERS for fewer than two people with a key each', async () => {
    const [a, b] = [person(0), person(1)];
    const tooFew = [
      [],
      [a],
      [a, a],
      [a, { ...b, publicKey: a.publicKey }],
      [a, { ...b, accountId: a.accountId }],
    ];
    for (const holders of tooFew) {
      await expect(boxes.create(campaignId, holders)).rejects.toMatchObject({
        code: 'BOX_NEEDS_TWO_HOLDERS',
      });
    }
  });

  it('refuses BOX_TOO_MANY_HOLDERS for more than five', async () => {
    await expect(boxes.create(campaignId, people)).rejects.toMatchObject({ code: 'BOX_TOO_MANY_HOLDERS' });
  });
});

describe('unlock', () => {
  it('refuses BOX_PASSPHRASE_WRONG: without the passphrase there is nobody to act on a share', async () => {
    await expect(boxes.unlock(person(0).key, person(1).passphrase)).rejects.toMatchObject({
      code: 'BOX_PASSPHRASE_WRONG',
    });
  });

  it('derives a key once for any number of boxes', async () => {
    let derived = 0;
    const counted = ballotBoxesWith({
      enrol: quick.enrol,
      unlock: async (holder, passphrase) => {
        derived += 1;
        return quick.unlock(holder, passphrase);
      },
    });
    const [a, b] = [person(0), person(1)];
    const hands = await counted.unlock(a.key, a.passphrase);
    for (const id of ['c1', 'c2', 'c3']) {
      const { shares } = await counted.create(id, [a, b]);
      await hands.pass({ campaignId: id, share: shareOf(shares, a), others: [b] });
    }
    expect(derived).toBe(1);
  });
});

describe('pass and open', () => {
  it('refuse BOX_SHARES_DO_NOT_FIT for shares of another box or campaign, or of another purpose', async () => {
    const [a, b] = [person(0), person(1)];
    const box = await boxes.create(campaignId, [a, b]);
    const otherBox = await boxes.create(campaignId, [a, b]);
    const otherCampaign = await boxes.create('another campaign', [a, b]);
    const passed = shareOf(await pass(box, a, [b]), b);
    const ofOtherBox = shareOf(await pass(otherBox, a, [b]), b);
    const misfits = [
      () => open(box, b, ofOtherBox),
      () => open(otherBox, b, passed),
      () => open(box, b, passed, { campaignId: 'another campaign' }),
      () => open(box, b, passed, { share: shareOf(otherCampaign.shares, b) }),
      () => open(box, b, shareOf(box.shares, b)),
      () => open(box, b, passed, { share: passed }),
      () => pass(otherCampaign, a, [b]),
    ];
    for (const misfit of misfits)
      await expect(misfit).rejects.toMatchObject({ code: 'BOX_SHARES_DO_NOT_FIT' });
  });

  it('refuse BOX_SHARES_DO_NOT_FIT for a share with anything changed', async () => {
    const [a, b] = [person(0), person(1)];
    const box = await boxes.create(campaignId, [a, b]);
    const passed = shareOf(await pass(box, a, [b]), b);
    const bytes = Buffer.from(passed, 'base64url');
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const changed = Buffer.from(bytes);
        changed.writeUInt8(changed.readUInt8(at) ^ change, at);
        const opening = open(box, b, changed.toString('base64url'));
        await expect(opening).rejects.toMatchObject({ code: 'BOX_SHARES_DO_NOT_FIT' });
      }),
      { numRuns: 60 },
    );
  });
});

describe('what is refused', () => {
  it('says nothing of passphrases, keys, shares or ballots', async () => {
    const [a, b] = [person(0), person(1)];
    const box = await boxes.create(campaignId, [a, b]);
    const passed = shareOf(await pass(box, a, [b]), b);
    const opened = await open(box, b, passed);
    const sealed = await sealer.seal(box.publicKey, campaignId, Buffer.from(secretText));
    opened.destroy();
    const weak = 'short 口令';
    const faults = await Promise.all(
      [
        boxes.enrol(weak),
        boxes.create(campaignId, [a]),
        boxes.unlock(b.key, a.passphrase),
        open(box, b, passed.replace(/.$/, '')),
        boxes.unlock({ ...b.key, salt: 'AAAA' }, b.passphrase),
        boxes.create(campaignId, [a, { accountId: '乙', publicKey: 'no key' }]),
        sealer.seal('no key', campaignId, Buffer.from(secretText)),
        opened.open(sealed),
      ].map((refused) =>
        (refused as Promise<unknown>).then(
          () => null,
          (fault: unknown) => fault,
        ),
      ),
    );
    for (const fault of faults) {
      if (!(fault instanceof Error)) throw new Error('This should have been refused.');
      const details = fault instanceof Refusal ? JSON.stringify(fault.details) : '';
      const said = `${fault.message} ${fault.stack ?? ''} ${String(fault.cause)} ${details}`;
      for (const secret of [
        weak,
        a.passphrase,
        b.passphrase,
        secretText,
        a.publicKey,
        passed,
        sealed,
        b.key.salt,
      ]) {
        expect(said).not.toContain(secret);
      }
    }
  });
});
