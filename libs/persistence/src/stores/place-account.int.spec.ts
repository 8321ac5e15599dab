import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accountRecord, outcomeOf, seedPlaces, testDatabases } from '../testing.js';
import type { TestDatabase } from '../testing.js';

describe.each(testDatabases())('places and accounts on $name', ({ open }) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await open();
    await database.transactions.run(seedPlaces);
  });
  afterAll(() => database.close());

  it('keep names of any script to the last sign', async () => {
    const people = [
      { id: 'p-1', name: '示范𠮷', phone: '示范电话' },
      { id: 'p-2', name: '示范😀 “引号” \\ \'"`;--', phone: null },
    ];
    await database.transactions.run(({ places }) => places.insertPeople(people));
    expect(
      await database.transactions.read(({ places }) => places.people(['p-2', 'p-1', 'p-2', 'nobody'])),
    ).toEqual(people);
    expect(await database.transactions.read(({ places }) => places.people([]))).toEqual([]);
  });

  it('tell ids and user names apart that differ in an accent or in case only', async () => {
    const ids = ['é', 'e', 'E', 'ё'];
    await database.transactions.run(async ({ places, accounts }) => {
      await places.insertUnits(ids.map((id) => ({ id, areaId: 'area-1', name: id })));
      await accounts.insertMany(ids.map((id) => accountRecord({ id, username: id })));
    });
    for (const id of ids) {
      expect((await database.transactions.read(({ accounts }) => accounts.byUsername(id)))?.id).toBe(id);
    }
  });

  it('give a unit’s communities, an area’s units, and null for what is not there', async () => {
    await database.transactions.read(async ({ places, accounts }) => {
      expect(await places.areas()).toEqual([{ id: 'area-1', name: '示范区' }]);
      expect((await places.unitsOf('area-1')).map((unit) => unit.id)).toContain('unit-1');
      expect(await places.communitiesOf('unit-1')).toEqual([
        { id: 'community-1', unitId: 'unit-1', name: '示范社区' },
      ]);
      expect(await places.community('nowhere')).toBeNull();
      expect(await accounts.byId('nobody')).toBeNull();
      expect(await accounts.session('nothing')).toBeNull();
    });
  });

  it('find who holds a role for a unit: its own holders and those of the whole area, disabled ones aside', async () => {
    const grant = (unitId: string | null) => ({ role: 'supervisor', areaId: 'area-1', unitId }) as const;
    const rows = [
      accountRecord({ id: 'whole', username: 'whole', grants: [grant(null)] }),
      accountRecord({
        id: 'own',
        username: 'own',
        grants: [grant('unit-1'), { ...grant('unit-1'), role: 'peer' }],
      }),
      accountRecord({ id: 'other', username: 'other', grants: [grant('é')] }),
      accountRecord({ id: 'away', username: 'away', grants: [grant('unit-1')], disabled: true }),
    ];
    await database.transactions.run(({ accounts }) => accounts.insertMany(rows));
    await database.transactions.read(async ({ accounts }) => {
      const holders = async (unitId: string | null) =>
        (await accounts.holdersOf('supervisor', 'area-1', unitId)).map((account) => account.id);
      expect(await holders('unit-1')).toEqual(['own', 'whole']);
      expect(await holders('é')).toEqual(['other', 'whole']);
      expect(await holders(null)).toEqual(['whole']);
      expect(await accounts.byId('own')).toEqual({
        ...rows[1],
        grants: [{ ...grant('unit-1'), role: 'peer' }, grant('unit-1')],
      });
    });
  });

  it('refuse a taken user name and leave nothing of that import behind', async () => {
    const rows = [
      accountRecord({ id: 'new-1', username: 'new-1' }),
      accountRecord({ id: 'new-2', username: 'whole' }),
    ];
    expect(await outcomeOf(database.transactions.run(({ accounts }) => accounts.insertMany(rows)))).toBe(
      'DUPLICATE_USERNAME',
    );
    expect(await database.transactions.read(({ accounts }) => accounts.byId('new-1'))).toBeNull();
  });

  it('keep a session until it is deleted', async () => {
    const session = {
      tokenHash: 'token-hash',
      accountId: 'whole',
      csrfHash: null,
      kind: 'bearer',
      createdAt: 1_767_225_600_001,
      expiresAt: 1_767_229_200_001,
      steppedUpAt: null,
    } as const;
    await database.transactions.run(({ accounts }) => accounts.insertSession(session));
    expect(await database.transactions.read(({ accounts }) => accounts.session('token-hash'))).toEqual(
      session,
    );
    const later = { ...session, tokenHash: 'later-hash', createdAt: session.createdAt + 1 };
    await database.transactions.run(({ accounts }) => accounts.insertSession(later));
    const sessionsOf = (account: string) =>
      database.transactions.read(({ accounts }) => accounts.sessionsOf(account));
    expect(await sessionsOf('whole')).toEqual([later, session]);
    expect(await sessionsOf('nobody')).toEqual([]);
    await database.transactions.run(({ accounts }) => accounts.deleteSession('token-hash'));
    expect(await database.transactions.read(({ accounts }) => accounts.session('token-hash'))).toBeNull();
  });

  it.each([
    ['DUPLICATE_AREA', { id: 'area-1' }],
    ['DUPLICATE_UNIT', { id: 'unit-1' }],
    ['DUPLICATE_COMMUNITY', { id: 'community-1' }],
    ['DUPLICATE_PERSON', { id: 'p-1' }],
    ['REFERENCE_MISSING', { id: 'unit-9', areaId: 'no-such-area' }],
  ])('refuse with %s', async (code, { id, areaId = 'area-1' }: { id: string; areaId?: string }) => {
    const insert = database.transactions.run(async ({ places }) => {
      if (code === 'DUPLICATE_AREA') await places.insertArea({ id, name: 'n' });
      else if (code === 'DUPLICATE_COMMUNITY')
        await places.insertCommunities([{ id, unitId: 'unit-1', name: 'n' }]);
      else if (code === 'DUPLICATE_PERSON') await places.insertPeople([{ id, name: 'n', phone: null }]);
      else await places.insertUnits([{ id, areaId, name: 'n' }]);
    });
    expect(await outcomeOf(insert)).toBe(code);
  });
});
