import { beforeAll, describe, expect, it } from '@jest/globals';
import type { HolderKey } from '@kaoji/application';
import { createHolderKeys } from './holder-key.js';

const keys = createHolderKeys(
  { concurrent: 2, waiting: 64 },
  { memoryCost: 64, timeCost: 1, parallelism: 1 },
);
const passphrase = '演示 口令：记得住的一句话 Ab1';
let holder: HolderKey;
beforeAll(async () => {
  holder = await keys.enrol(passphrase);
});

describe('enrol', () => {
  it('gives a public key and a salt, never twice the same', async () => {
    const again = await keys.enrol(passphrase);
    expect(Object.keys(again).sort()).toEqual(['publicKey', 'salt']);
    expect(again.publicKey).toMatch(/^[\w-]{43}$/);
    expect(again.publicKey).not.toBe(holder.publicKey);
    expect(again.salt).not.toBe(holder.salt);
  });

  it.each([
    ['eleven characters', 'abcdefghijk'],
    ['eleven characters and spaces around them', '   abcdefghijk   '],
    ['eleven that only look like more', '😀😁😂😃😄😅😆😇😈😉😊'],
    ['four characters again and again', '演示演示示演示演ab演示演示'],
    ['nothing', ''],
  ])('refuses BOX_PASSPHRASE_WEAK for %s', async (_what, weak) => {
    await expect(keys.enrol(weak)).rejects.toMatchObject({ code: 'BOX_PASSPHRASE_WEAK' });
  });
});

describe('unlock', () => {
  it('gives the key pair of the passphrase it was enrolled with', async () => {
    await expect(keys.unlock(holder, passphrase)).resolves.toMatchObject({ publicKey: holder.publicKey });
  });

  it.each([
    ['full-width letters and another colon', '演示　口令:记得住的一句话 Ａｂ１'],
    ['spaces around it', ` ${passphrase}\n`],
    ['a decomposed form', passphrase.normalize('NFKD')],
  ])('takes the passphrase with %s', async (_what, typed) => {
    await expect(keys.unlock(holder, typed)).resolves.toMatchObject({ publicKey: holder.publicKey });
  });

  it.each(['', 'x', passphrase.toLowerCase(), `${passphrase}.`])(
    'refuses BOX_PASSPHRASE_WRONG for %j',
    async (typed) => {
      await expect(keys.unlock(holder, typed)).rejects.toMatchObject({
        code: 'BOX_PASSPHRASE_WRONG',
        details: {},
      });
    },
  );

  it("refuses a holder's passphrase for another holder", async () => {
    const other = await keys.enrol('somebody else says this');
    const mixed = { publicKey: other.publicKey, salt: holder.salt };
    await expect(keys.unlock(mixed, passphrase)).rejects.toMatchObject({ code: 'BOX_PASSPHRASE_WRONG' });
  });

  it('throws on a salt that was not made here', async () => {
    const salts = ['', holder.salt.slice(1), `C${holder.salt.slice(1)}`];
    for (const salt of salts)
      await expect(keys.unlock({ ...holder, salt }, passphrase)).rejects.toThrow('salt');
  });

  it('refuses TOO_BUSY when too many wait', async () => {
    const narrow = createHolderKeys({ concurrent: 1, waiting: 0 });
    const first = narrow.unlock(holder, passphrase);
    await expect(narrow.unlock(holder, passphrase)).rejects.toMatchObject({ code: 'TOO_BUSY' });
    // The first one works at the real cost, under which this holder has not enrolled.
    await expect(first).rejects.toMatchObject({ code: 'BOX_PASSPHRASE_WRONG' });
  });
});
