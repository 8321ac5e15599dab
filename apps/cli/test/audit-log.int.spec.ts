import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  checkHeads,
  latestLogRoot,
  numberEntries,
  rotateLogKey,
  signHead,
  type LogDeps,
  type SigningLogKey,
  type Suite,
  type SuiteId,
  type Transactions,
} from '@kaoji/application';
import { Refusal } from '@kaoji/domain';
import { createWitnessFolder, readLogKeys, suiteOf } from '@kaoji/gateways';
import { openDatabase } from '@kaoji/persistence';
import { outcomeOf, seedUnit, testDatabases, type TestDatabase } from '@kaoji/persistence/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

const PEOPLE = 30;
const CYCLE = 'cycle-1';
const signingKey = (name: string, suite: SuiteId = 'intl'): SigningLogKey => {
  const { privateKey } = suiteOf(suite)!.newSigningKeys();
  return readLogKeys([{ name, suite, privateKey }])[0]!;
};
const [first, second, national] = [signingKey('one'), signingKey('two'), signingKey('three', 'sm')];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kaoji-log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function depsOf(transactions: Transactions, own: Partial<LogDeps> = {}): LogDeps {
  return {
    transactions,
    clock: { now: () => 1_900_000_000_000 },
    suites: suiteOf,
    suiteOfArea: () => suiteOf('intl')!,
    keys: [first],
    witness: createWitnessFolder(folder),
    timestamps: null,
    ...own,
  };
}

/** Evidence and results of everybody, as one round of a list leaves them. */
async function round({ transactions }: TestDatabase, number: number): Promise<void> {
  const rows = Array.from({ length: PEOPLE }, (_, at) => ({
    ...{ appraisalId: `appraisal-${at}`, round: number, hash: `h-${at}`, body: '{"a":1}', sealedAt: number },
  }));
  await transactions.run(async ({ results }) => {
    await results.insertEvidence(rows);
    await results.insertEvaluations(rows.map(({ sealedAt: _, ...row }) => row));
  });
}

describe.each(testDatabases())('numbering a log on $name', ({ open }) => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await open();
    await database.transactions.run(async (stores) => {
      await seedUnit(stores, PEOPLE);
    });
    await round(database, 1);
  });
  const closing = async (work: () => Promise<void>) => {
    try {
      await work();
    } finally {
      await database.close();
    }
  };
  const entries = () => database.transactions.read(({ log }) => log.entries(CYCLE, 0, 1000));
  const check = (own: Partial<LogDeps> = {}) =>
    checkHeads(depsOf(database.transactions, own), { cycleId: CYCLE, witnessed: [] });

  it('gives everything one number, signs the head, keeps it outside, and has nothing to do again', async () => {
    await closing(async () => {
      const deps = depsOf(database.transactions);
      const numbered = await numberEntries(deps, CYCLE);
      expect(numbered).toMatchObject({ added: numbered.size, stampFault: null });
      expect(numbered.size).toBeGreaterThan(2 * PEOPLE);
      expect(await numberEntries(deps, CYCLE)).toMatchObject({ added: 0, size: numbered.size });
      await round(database, 2);
      const later = await numberEntries(deps, CYCLE);
      expect(later.added).toBe(2 * PEOPLE);
      const { files } = await deps.witness!.read();
      expect(files.map(({ note }) => note)).toEqual([numbered.head!.note, later.head!.note]);
      expect(await check()).toMatchObject({ fault: null, size: later.size, origin: `kaoji/${CYCLE}` });
      expect(await database.transactions.read((stores) => latestLogRoot(stores, CYCLE))).toEqual({
        ...{ origin: `kaoji/${CYCLE}`, size: later.size, root: later.head!.root },
      });
    });
  });

  it('ends the same wherever it is killed, and run by two at once', async () => {
    await closing(async () => {
      let left = 0;
      const killed: Transactions = {
        ...database.transactions,
        run: async (work) => {
          if (left === 0) throw new Error('killed');
          left -= 1;
          return database.transactions.run(work);
        },
      };
      for (let steps = 0; steps < 3; steps += 1) {
        left = steps;
        await expect(numberEntries(depsOf(killed), CYCLE)).rejects.toThrow('killed');
      }
      await round(database, 2);
      const other = await openDatabase(database.url);
      const deps = [database, other].map(({ transactions }) => depsOf(transactions));
      const both = await Promise.all(deps.map((each) => numberEntries(each, CYCLE)));
      await other.close();
      const all = await entries();
      expect(all.map(({ leaf }) => leaf)).toEqual(all.map((_, at) => at));
      expect(new Set(all.map(({ kind, ref }) => `${kind} ${ref}`)).size).toBe(all.length);
      expect(both[0]!.added + both[1]!.added).toBe(2 * PEOPLE);
      expect((await numberEntries(deps[0]!, CYCLE)).size).toBe(all.length);
      expect((await check()).fault).toBeNull();
    });
  });
});

describe('a signed log', () => {
  const { open } = testDatabases()[0]!;
  let database: TestDatabase;
  beforeEach(async () => {
    database = await open();
    await database.transactions.run(async (stores) => {
      await seedUnit(stores, PEOPLE);
    });
    await round(database, 1);
  });
  const closing = async (work: () => Promise<void>) => {
    try {
      await work();
    } finally {
      await database.close();
    }
  };
  const entries = () => database.transactions.read(({ log }) => log.entries(CYCLE, 0, 1000));
  const check = (own: Partial<LogDeps> = {}) =>
    checkHeads(depsOf(database.transactions, own), { cycleId: CYCLE, witnessed: [] });

  it('goes on under another key when both sign the change, of another suite too', async () => {
    await closing(async () => {
      await numberEntries(depsOf(database.transactions), CYCLE);
      const both = depsOf(database.transactions, { keys: [second, first] });
      // Configuration alone replaces nobody.
      await round(database, 2);
      expect((await numberEntries(both, CYCLE)).head!.note).toContain('— one ');
      expect(await outcomeOf(rotateLogKey(depsOf(database.transactions), CYCLE))).toBe('LOG_KEY_PRESENT');
      const rotated = await rotateLogKey(both, CYCLE);
      expect(rotated.numbered).toMatchObject({ added: 1, size: rotated.from });
      expect(rotated.numbered.head!.note).toContain('— two ');
      const onlyNew = { keys: [second] };
      await round(database, 3);
      await numberEntries(depsOf(database.transactions, onlyNew), CYCLE);
      expect(await outcomeOf(numberEntries(depsOf(database.transactions), CYCLE))).toBe('LOG_KEY_MISSING');
      expect(
        await outcomeOf(rotateLogKey(depsOf(database.transactions, { keys: [first, second] }), CYCLE)),
      ).toBe('LOG_KEY_USED');

      const sm = { keys: [second, national], suiteOfArea: () => suiteOf('sm')! };
      const changed = await rotateLogKey(depsOf(database.transactions, sm), CYCLE);
      expect(changed.numbered.head).toMatchObject({ suite: 'sm', root: expect.stringMatching(/^sm3:/) });
      await round(database, 4);
      await numberEntries(depsOf(database.transactions, sm), CYCLE);
      const { fault, heads, keys } = await check();
      expect([fault, heads.length, keys.length]).toEqual([null, 6, 3]);
      expect((await entries()).at(-1)!.hash).toMatch(/^sm3:/);
    });
  });

  it('signs nothing without a key of the area, and says which is missing', async () => {
    await closing(async () => {
      const sm = depsOf(database.transactions, { suiteOfArea: () => suiteOf('sm')! });
      expect(await outcomeOf(numberEntries(sm, CYCLE))).toBe('LOG_KEY_MISSING');
      expect(await outcomeOf(rotateLogKey(depsOf(database.transactions), CYCLE))).toBe('LOG_KEY_NONE');
      expect(await entries()).toEqual([]);
    });
  });

  it('has the head stamped, and signs it all the same when nobody stamps', async () => {
    await closing(async () => {
      const token = Buffer.from('a token');
      const stamping = (answer: () => Promise<Uint8Array>) =>
        depsOf(database.transactions, { timestamps: { stamp: answer } });
      const gone = stamping(() => Promise.reject(new Refusal('TIMESTAMP_UNREACHABLE', 'nobody')));
      expect(await numberEntries(gone, CYCLE)).toMatchObject({
        ...{ stampFault: 'TIMESTAMP_UNREACHABLE', head: { timestamp: null } },
      });
      await round(database, 2);
      await numberEntries(
        stamping(() => Promise.resolve(token)),
        CYCLE,
      );
      const head = await database.transactions.read(({ log }) => log.latestHead(CYCLE));
      expect(Buffer.from(head!.timestamp!)).toEqual(token);
    });
  });
});

// libs/domain/src/merkle/frontier.spec.ts counts the same at 100,000.
describe('a log of 5,000 entries', () => {
  let database: TestDatabase;
  const SIZE = 5_000;
  const entry = (leaf: number) => ({
    ...{ leaf, ref: `ref-${leaf}`, suite: 'intl', kind: 'access' as const, hash: `sha256:${'0'.repeat(64)}` },
  });
  beforeAll(async () => {
    database = await testDatabases()[0]!.open();
    await database.transactions.run(async (stores) => {
      await seedUnit(stores, 1);
      await stores.log.append(
        CYCLE,
        Array.from({ length: SIZE }, (_, leaf) => entry(leaf)),
      );
    });
  });
  afterAll(() => database.close());

  it('is signed after one more entry with two hashes a level, however many there are', async () => {
    let hashes = 0;
    const usual = suiteOf('intl')!;
    const counted: Suite = {
      ...usual,
      hash: (data) => {
        hashes += 1;
        return usual.hash(data);
      },
    };
    const deps = depsOf(database.transactions, { suites: () => counted, witness: null });
    await database.transactions.run(({ log }) =>
      log.insertKey({ ...first, cycleId: CYCLE, keyId: 'k', change: null, at: 1 }),
    );
    await signHead(deps, CYCLE);
    expect(hashes).toBeGreaterThan(SIZE);
    await database.transactions.run(({ log }) => log.append(CYCLE, [entry(SIZE)]));
    hashes = 0;
    const { head } = await signHead(deps, CYCLE);
    expect(head!.size).toBe(SIZE + 1);
    // The kept edge is checked, grown and hashed to its root.
    expect(hashes).toBeLessThanOrEqual(3 * Math.ceil(Math.log2(SIZE)));
  });

  it('is not signed on top of a head somebody changed', async () => {
    const deps = depsOf(database.transactions, { witness: null });
    const latest = await database.transactions.read(({ log }) => log.latestHead(CYCLE));
    await database.transactions.run(async ({ log }) => {
      await log.append(CYCLE, [entry(SIZE + 1)]);
      await log.insertHead({ ...latest!, size: SIZE + 2, root: `sha256:${'1'.repeat(64)}` });
      await log.append(CYCLE, [entry(SIZE + 2)]);
    });
    expect(await outcomeOf(signHead(deps, CYCLE))).toBe('LOG_HEAD_DAMAGED');
  });
});
