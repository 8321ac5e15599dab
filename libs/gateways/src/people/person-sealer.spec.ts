import type { MasterKeys, PersonKeyRow } from '@kaoji/application';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createMasterKeys } from './master-keys.js';
import { createPersonSealer } from './person-sealer.js';

const key = (id: string, letter = id) => ({ id, secret: Buffer.alloc(32, letter).toString('base64url') });
const masters = createMasterKeys([key('a')]);
const unreadable = expect.objectContaining({ code: 'PERSON_KEY_UNREADABLE' });

describe.each(['intl', 'sm'] as const)('createPersonSealer with %s', (suite) => {
  const sealer = createPersonSealer({ masters, suite });

  it('gives back every text, in its own place only', async () => {
    const opened = (await sealer.openKey(await sealer.newKey('p')))!;
    expect(opened.suite).toBe(suite);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), fc.string(), (text, place, other) => {
        const wellFormed = Buffer.from(text, 'utf8').toString('utf8');
        const sealed = opened.seal(text, place);
        expect(opened.open(sealed, place)).toBe(wellFormed);
        if (other !== place) expect(opened.open(sealed, other)).toBeNull();
      }),
    );
  });

  it('tells no name by its length: texts are padded to the next 32 bytes', async () => {
    const opened = (await sealer.openKey(await sealer.newKey('p')))!;
    const lengths = ['', '甲', '演示甲乙丙丁'].map((name) => opened.seal(name, 'c').length);
    expect(new Set(lengths).size).toBe(1);
  });

  it('makes another key for everybody, and opens none for another person', async () => {
    const [one, other] = [await sealer.newKey('p'), await sealer.newKey('q')];
    const sealed = (await sealer.openKey(one))!.seal('演示', 'c');
    expect((await sealer.openKey(other))!.open(sealed, 'c')).toBeNull();
    await expect(sealer.openKey({ ...one, personId: 'q' })).rejects.toEqual(unreadable);
  });

  it('opens a key with every master key it holds, and makes new ones with the first', async () => {
    const old = await sealer.newKey('p');
    const sealed = (await sealer.openKey(old))!.seal('演示', 'c');
    const rotated = createPersonSealer({ masters: createMasterKeys([key('b'), key('a')]), suite });
    expect((await rotated.openKey(old))!.open(sealed, 'c')).toBe('演示');
    const fresh = await rotated.newKey('q');
    expect(fresh.masterKeyId).toBe('b');
    await expect(sealer.openKey(fresh)).rejects.toEqual(unreadable);
  });

  it('opens nothing with a destroyed key, however lately it was used', async () => {
    const row = await sealer.newKey('p');
    expect(await sealer.openKey(row)).not.toBeNull();
    const gone: PersonKeyRow = { ...row, wrapped: null, destroyedAt: 1 };
    expect(await sealer.openKey(gone)).toBeNull();
  });

  it('refuses PERSON_KEY_UNREADABLE for a key with any bit flipped, and names no key', async () => {
    const row = await sealer.newKey('p');
    for (let bit = 0; bit < row.wrapped!.length * 8; bit += 1) {
      const wrapped = Uint8Array.from(row.wrapped!);
      wrapped[bit >> 3]! ^= 1 << (bit & 7);
      await expect(sealer.openKey({ ...row, wrapped })).rejects.toEqual(unreadable);
    }
  });
});

describe('createPersonSealer', () => {
  it('asks the master keys once for a key in use, and again for one long unused', async () => {
    let asked = 0;
    const counting: MasterKeys = {
      ...masters,
      unwrap: (...args) => {
        asked += 1;
        return masters.unwrap(...args);
      },
    };
    const sealer = createPersonSealer({ masters: counting, suite: 'intl', remembered: 2 });
    const rows = await Promise.all(['p', 'q', 'r'].map((id) => sealer.newKey(id)));
    const [first, second, third] = rows as [PersonKeyRow, PersonKeyRow, PersonKeyRow];
    for (const row of [first, first, second, first, third, first]) await sealer.openKey(row);
    expect(asked).toBe(3);
    await sealer.openKey(second);
    expect(asked).toBe(4);
  });
});

describe('createMasterKeys', () => {
  it('refuses to work without a key of 32 bytes', () => {
    expect(() => createMasterKeys([])).toThrow('person needs at least one key');
    expect(() => createMasterKeys([{ id: 'a', secret: 'c2hvcnQ' }])).toThrow('not 32 bytes');
  });
});
