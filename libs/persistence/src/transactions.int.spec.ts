import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Refusal } from '@kaoji/domain';
import { openDatabase, openWithSource } from './database.js';
import { outcomeOf, seedUnit, testDatabases, withDatabase } from './testing.js';
import type { TestDatabase } from './testing.js';

/** Resolves once so many have arrived. */
function meetingOf(people: number): () => Promise<void> {
  let arrived = 0;
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return () => {
    arrived += 1;
    if (arrived === people) open();
    return opened;
  };
}

describe.each(testDatabases())('transactions on $name', ({ open, name }) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await open();
    await database.transactions.run((stores) => seedUnit(stores, 4));
  });
  afterAll(() => database.close());
  const area = (id: string) => ({ id, name: '示范区' });
  const areaIds = () =>
    database.transactions.read(async ({ places }) => (await places.areas()).map(({ id }) => id));

  it('leave nothing behind when their work throws', async () => {
    const work = database.transactions.run(async ({ places }) => {
      await places.insertArea(area('half-done'));
      throw new TypeError('a bug');
    });
    await expect(work).rejects.toThrow(TypeError);
    expect(await areaIds()).not.toContain('half-done');
  });

  it('show uncommitted rows to nobody else', async () => {
    const written = meetingOf(2);
    const seen = meetingOf(2);
    const writing = database.transactions.run(async ({ places }) => {
      await places.insertArea(area('unseen'));
      await written();
      await seen();
      throw new Refusal('CHANGED_MY_MIND', 'rolled back');
    });
    await written();
    expect(await areaIds()).not.toContain('unseen');
    await seen();
    expect(await outcomeOf(writing)).toBe('CHANGED_MY_MIND');
  });

  it('lose no update of 12 concurrent writers in two processes that read, add and write', async () => {
    const second = await openDatabase(database.url);
    const add = async (transactions: TestDatabase['transactions']): Promise<number> => {
      for (let tries = 1; ; tries += 1) {
        const outcome = await outcomeOf(
          transactions.run(async ({ cycles }) => {
            const unit = (await cycles.unit('cycle-1', 'unit-1'))!;
            await cycles.advanceUnit('cycle-1', 'unit-1', unit.version, { round: unit.round + 1 });
          }),
        );
        if (outcome === 'done') return tries;
        expect(outcome).toBe('VERSION_CONFLICT');
      }
    };
    await Promise.all(Array.from({ length: 12 }, (_, n) => add([database, second][n % 2]!.transactions)));
    await second.close();
    const unit = await database.transactions.read(({ cycles }) => cycles.unit('cycle-1', 'unit-1'));
    expect(unit).toMatchObject({ round: 12, version: 13 });
  });

  it('let one of two that read the same version through', async () => {
    const read = () => database.transactions.read(({ cycles }) => cycles.byId('cycle-1'));
    const versions = (await Promise.all([read(), read()])).map((cycle) => cycle!.version);
    const outcomes = await Promise.all(
      versions.map((version) =>
        outcomeOf(
          database.transactions.run(({ cycles }) =>
            cycles.advance('cycle-1', version, { state: 'consulted' }),
          ),
        ),
      ),
    );
    expect(outcomes.sort()).toEqual(['VERSION_CONFLICT', 'done']);
  });

  it('refuse to open inside one another: that is a bug on every database', async () => {
    const nested = database.transactions.run(() => database.transactions.run(() => Promise.resolve(1)));
    await expect(nested).rejects.toThrow('open here already');
    const reading = database.transactions.run(() => database.transactions.read(() => Promise.resolve(1)));
    await expect(reading).rejects.toThrow('open here already');
  });

  it('write nothing in `read`', async () => {
    await expect(database.transactions.read(({ places }) => places.insertArea(area('read')))).rejects.toThrow(
      'use `run`',
    );
    await expect(
      database.transactions.read(({ appraisals }) =>
        appraisals.advanceMany([{ id: 'appraisal-0', change: {} }]),
      ),
    ).rejects.toThrow('use `run`');
  });

  it('let no name or other value out with an error of the database', async () => {
    const person = { id: 'x'.repeat(65), name: '示范姓名'.repeat(100), phone: null };
    // SQLite does not limit text; a state outside its list is refused by both.
    const fault = await database.transactions
      .run(async ({ places, surveys }) => {
        await places.insertPeople([person]);
        await surveys.insertLinks([
          {
            linkHash: 'secret-hash',
            campaignId: 'c',
            stratum: 'ordinary',
            channel: 'slip',
            state: 'lost' as 'issued',
          },
        ]);
      })
      .catch((thrown: unknown) => thrown as Error);
    expect(fault).toBeInstanceOf(Error);
    expect(`${(fault as Error).message} ${JSON.stringify(Object.values(fault as object))}`).toMatch(
      name === 'SQLite' ? /CHECK on survey_link \[\]/ : /ER_DATA_TOO_LONG on person \[\]/,
    );
  });

  it('take turns fairly: 50 waiting transactions all run', async () => {
    const runs = Array.from({ length: 50 }, (_, n) =>
      database.transactions.run(({ places }) => places.insertArea(area(`turn-${n}`))),
    );
    await Promise.all(runs);
    expect((await areaIds()).filter((id) => id.startsWith('turn-'))).toHaveLength(50);
  });
});

const servers = testDatabases().filter(({ name }) => name === 'MariaDB');

describe.each(servers)('a server of the kind $name', (kind) => {
  it('sees a deadlocked transaction run again as a whole, and both get through', async () => {
    await withDatabase(kind, async ({ transactions }) => {
      await transactions.run((stores) => seedUnit(stores, 2));
      const bothHoldOne = meetingOf(2);
      let attempts = 0;
      const crossing = (first: string, second: string, finalGrade: string) => {
        let mine = 0;
        return transactions.run(async ({ appraisals }) => {
          attempts += 1;
          mine += 1;
          await appraisals.advanceMany([{ id: first, change: { finalGrade } }]);
          if (mine === 1) await bothHoldOne();
          await appraisals.advanceMany([{ id: second, change: { finalGrade } }]);
        });
      };
      await Promise.all([
        crossing('appraisal-0', 'appraisal-1', 'a'),
        crossing('appraisal-1', 'appraisal-0', 'b'),
      ]);
      expect(attempts).toBe(3);
      const [first, second] = await transactions.read(({ appraisals }) =>
        appraisals.ofUnit('cycle-1', 'unit-1'),
      );
      expect([first?.version, second?.version]).toEqual([3, 3]);
      expect(first?.finalGrade).toBe(second?.finalGrade);
    });
  });

  it('serves the same rows through a mysql:// URL', async () => {
    await withDatabase(kind, async ({ transactions, url }) => {
      const mysql = await openDatabase(url.replace(/^mariadb:/, 'mysql:'));
      const seeded = await mysql.transactions.run((stores) => seedUnit(stores, 3));
      const ofUnit = (from: typeof transactions) =>
        from.read(({ appraisals }) => appraisals.ofUnit('cycle-1', 'unit-1'));
      const rows = [await ofUnit(mysql.transactions), await ofUnit(transactions)];
      expect(await mysql.migrate()).toEqual([]);
      await mysql.close();
      expect(rows).toEqual([seeded.appraisals, seeded.appraisals]);
    });
  });

  it('leaves instants alone whatever the time zone of its session', async () => {
    await withDatabase(kind, async ({ transactions, url }) => {
      const elsewhere = await openWithSource(url, { poolSize: 1 });
      await elsewhere.source.query("SET time_zone = '-05:00'");
      // In the hour New York skips: no local time there names it.
      const openedAt = Date.UTC(2026, 2, 8, 7, 30, 0, 123);
      await elsewhere.transactions.run((stores) => seedUnit(stores, 0, { openedAt }));
      const read = (from: typeof transactions) => from.read(({ cycles }) => cycles.byId('cycle-1'));
      expect([(await read(transactions))?.openedAt, (await read(elsewhere.transactions))?.openedAt]).toEqual([
        openedAt,
        openedAt,
      ]);
      await elsewhere.close();
    });
  });

  it('that breaks a connection has its transaction refused with DATABASE_UNAVAILABLE, and the next one works', async () => {
    await withDatabase(kind, async ({ transactions, url }) => {
      const killer = await openWithSource(url, { poolSize: 1 });
      const work = transactions.run(async ({ places }) => {
        await places.insertArea({ id: 'cut', name: '示范区' });
        const connections = (await killer.source.query(
          'SELECT id FROM information_schema.processlist WHERE db = DATABASE() AND id <> CONNECTION_ID()',
        )) as { id: string }[];
        for (const { id } of connections) await killer.source.query(`KILL ${Number(id)}`);
        await places.insertArea({ id: 'after-the-cut', name: '示范区' });
      });
      const outcome = await outcomeOf(work);
      await killer.close();
      expect(outcome).toBe('DATABASE_UNAVAILABLE');
      expect(await transactions.run(({ places }) => places.areas())).toEqual([]);
    });
  });
});

describe('a database that is not there', () => {
  it.each([
    ['a server nobody runs', 'mariadb://kaoji:secret-word@127.0.0.1:1/kaoji'],
    ['a folder that is a file', 'sqlite:/dev/null/kaoji.db'],
  ])('is refused with DATABASE_UNAVAILABLE: %s', async (_what, url) => {
    const fault = await openDatabase(url).catch((thrown: unknown) => thrown);
    expect(fault).toBeInstanceOf(Refusal);
    expect((fault as Refusal).code).toBe('DATABASE_UNAVAILABLE');
    expect(JSON.stringify(fault)).not.toContain('secret-word');
  });

  it('is refused with DATABASE_URL_INVALID when its URL cannot be read', async () => {
    expect(await outcomeOf(openDatabase('postgres://somewhere/kaoji'))).toBe('DATABASE_URL_INVALID');
  });

  it.each(testDatabases())('answers no ping and refuses work once closed: $name', async (kind) => {
    await withDatabase(kind, async ({ url }) => {
      const second = await openDatabase(url);
      expect(await second.ping()).toBe(true);
      await second.close();
      await second.close();
      expect(await second.ping()).toBe(false);
      const { run, read } = second.transactions;
      const outcomes = [
        await outcomeOf(run(({ places }) => places.areas())),
        await outcomeOf(read(({ places }) => places.areas())),
      ];
      expect(outcomes).toEqual(['DATABASE_UNAVAILABLE', 'DATABASE_UNAVAILABLE']);
    });
  });
});
