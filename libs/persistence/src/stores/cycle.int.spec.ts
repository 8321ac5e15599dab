import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cycleRecord, cycleUnitRecord, outcomeOf, seedPlaces, testDatabases } from '../testing.js';
import type { TestDatabase } from '../testing.js';

describe.each(testDatabases())('rulebooks and cycles on $name', ({ open }) => {
  let database: TestDatabase;
  const cycle = cycleRecord({ clock: { kind: 'rehearsal', workingDayMs: 250 }, run: 'rehearsal-1' });
  const unit = cycleUnitRecord({ facts: { raised: true, share: '0.25', people: 40 }, headcount: 40 });

  beforeAll(async () => {
    database = await open();
    await database.transactions.run(async (stores) => {
      await seedPlaces(stores);
      await stores.cycles.insert(cycle, [unit]);
    });
  });
  afterAll(() => database.close());

  it('adopt a rulebook once: the same hash again changes nothing', async () => {
    const long = '规则'.repeat(100_000);
    const rulebook = {
      hash: 'long',
      rulebookId: 'national',
      rulebookVersion: '2',
      source: long,
      body: '{}',
      adoptedBy: 'account-hr',
      adoptedAt: 1_767_225_600_456,
    };
    const adopt = (own: object) =>
      database.transactions.run(({ rulebooks }) => rulebooks.adopt({ ...rulebook, ...own }));
    expect(await adopt({})).toBe('adopted');
    expect(await adopt({ source: 'another text' })).toBe('already');
    await database.transactions.read(async ({ rulebooks }) => {
      expect(await rulebooks.byHash('long')).toEqual(rulebook);
      const { source: _source, body: _body, ...listed } = rulebook;
      expect(await rulebooks.list()).toEqual([expect.objectContaining({ hash: 'rulebook-hash' }), listed]);
      expect((await rulebooks.list())[1]).not.toHaveProperty('source');
      expect(await rulebooks.calendar('calendar-hash')).toEqual({
        hash: 'calendar-hash',
        calendarId: 'cn-2026',
        body: '{}',
      });
    });
  });

  it('bring a cycle and its units back as they were', async () => {
    await database.transactions.read(async ({ cycles }) => {
      expect(await cycles.byId('cycle-1')).toEqual(cycle);
      expect(await cycles.unit('cycle-1', 'unit-1')).toEqual(unit);
      expect(await cycles.units('cycle-1')).toEqual([unit]);
      expect(await cycles.runsOf('area-1', 2026)).toEqual(['rehearsal-1']);
      expect(await cycles.byId('none')).toBeNull();
    });
  });

  it('refuse a second cycle of the area, year and run with DUPLICATE_CYCLE, and nothing of it stays', async () => {
    const second = cycleRecord({ id: 'cycle-2', run: 'rehearsal-1' });
    const insert = database.transactions.run(({ cycles }) =>
      cycles.insert(second, [cycleUnitRecord({ cycleId: 'cycle-2' })]),
    );
    expect(await outcomeOf(insert)).toBe('DUPLICATE_CYCLE');
    expect(await database.transactions.read(({ cycles }) => cycles.units('cycle-2'))).toEqual([]);
  });

  it('move a cycle on from the version that was read, and refuse an older one with VERSION_CONFLICT', async () => {
    const advance = (version: number) =>
      database.transactions.run(({ cycles }) =>
        cycles.advance('cycle-1', version, { state: 'consulted', openedAt: 1_767_225_600_789 }),
      );
    expect(await outcomeOf(advance(1))).toBe('done');
    expect(await outcomeOf(advance(1))).toBe('VERSION_CONFLICT');
    expect(await database.transactions.read(({ cycles }) => cycles.byId('cycle-1'))).toMatchObject({
      state: 'consulted',
      openedAt: 1_767_225_600_789,
      version: 2,
    });
  });

  it('move a unit on the same way', async () => {
    const advance = (version: number) =>
      database.transactions.run(({ cycles }) =>
        cycles.advanceUnit('cycle-1', 'unit-1', version, {
          state: 'collecting',
          facts: { raised: false },
          headcount: null,
        }),
      );
    expect(await outcomeOf(advance(1))).toBe('done');
    expect(await outcomeOf(advance(1))).toBe('VERSION_CONFLICT');
    expect(await database.transactions.read(({ cycles }) => cycles.unit('cycle-1', 'unit-1'))).toEqual({
      ...unit,
      state: 'collecting',
      facts: { raised: false },
      headcount: null,
      version: 2,
    });
  });

  it('record each consultation once', async () => {
    const consultation = {
      cycleId: 'cycle-1',
      heldOn: '2026-01-05',
      form: 'meeting',
      summary: '示范意见',
      recordedBy: 'account-hr',
      recordedAt: 1_767_225_600_123,
    } as const;
    const insert = () => database.transactions.run(({ cycles }) => cycles.insertConsultation(consultation));
    expect([await outcomeOf(insert()), await outcomeOf(insert())]).toEqual([
      'done',
      'DUPLICATE_CONSULTATION',
    ]);
    expect(await database.transactions.read(({ cycles }) => cycles.consultations('cycle-1'))).toEqual([
      consultation,
    ]);
  });

  it('page through cycles by id, whatever is inserted meanwhile', async () => {
    const add = (id: string, year: number) =>
      database.transactions.run(({ cycles }) => cycles.insert(cycleRecord({ id, year }), []));
    for (const [id, year] of [
      ['cycle-3', 2023],
      ['cycle-5', 2025],
      ['cycle-7', 2027],
    ] as const)
      await add(id, year);
    const page = (after: string | null) =>
      database.transactions.read(({ cycles }) => cycles.list('area-1', { after, limit: 2 }));
    const ids = (rows: readonly { id: string }[]) => rows.map((row) => row.id);
    expect(ids(await page(null))).toEqual(['cycle-1', 'cycle-3']);
    await add('cycle-2', 2022); // before the page's edge: neither repeated nor shifting what follows
    expect(ids(await page('cycle-3'))).toEqual(['cycle-5', 'cycle-7']);
    expect(ids(await page('cycle-7'))).toEqual([]);
    expect(
      ids(await database.transactions.read(({ cycles }) => cycles.list(null, { after: null, limit: 100 }))),
    ).toHaveLength(5);
    expect(
      await database.transactions.read(({ cycles }) => cycles.list('elsewhere', { after: null, limit: 9 })),
    ).toEqual([]);
  });
});
