import type { ImportedGrade, LedgerEntry, RegisteredDocument } from '@kaoji/application';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  appraisalRecord,
  cycleRecord,
  cycleUnitRecord,
  documentRecord,
  importedGradeRecord,
  ledgerRecord,
  outcomeOf,
  seedUnit,
  testDatabases,
} from '../testing.js';
import type { TestDatabase } from '../testing.js';

const REHEARSED = { cycleId: 'rehearsal', appraisalId: 'rehearsed' } as const;

describe.each(testDatabases())('decisions on $name', ({ open }) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await open();
    await database.transactions.run(async (stores) => {
      await seedUnit(stores, 3);
      await stores.cycles.insert(cycleRecord({ id: 'rehearsal', run: 'rehearsal-1' }), [
        cycleUnitRecord({ cycleId: 'rehearsal' }),
      ]);
      await stores.appraisals.insertMany([
        appraisalRecord({
          id: 'rehearsed',
          cycleId: 'rehearsal',
          status: 'recorded',
          finalGrade: 'competent',
        }),
      ]);
    });
  });
  afterAll(() => database.close());

  describe('the entitlement ledger', () => {
    const enter = (...entries: Partial<LedgerEntry>[]) =>
      outcomeOf(database.transactions.run(({ ledger }) => ledger.enter(entries.map(ledgerRecord))));
    const reversal = (own: Partial<LedgerEntry> = {}): Partial<LedgerEntry> => {
      const { key } = ledgerRecord();
      return { key: `${key}/reversed`, reverses: key, because: 'contest-1', enteredAt: 7, ...own };
    };

    it('takes an entry of a live cycle once', async () => {
      expect([await enter({}), await enter({})]).toEqual(['done', 'DUPLICATE_LEDGER_ENTRY']);
      expect(await database.transactions.read(({ ledger }) => ledger.ofPerson('person-0'))).toEqual([
        ledgerRecord(),
      ]);
    });

    it.each<[string, Partial<LedgerEntry>, string]>([
      ['a rehearsal', REHEARSED, 'LEDGER_REHEARSAL'],
      ['a rehearsal’s appraisal under a live cycle', { appraisalId: 'rehearsed' }, 'LEDGER_REHEARSAL'],
      ['a live appraisal under a rehearsal', { cycleId: 'rehearsal' }, 'LEDGER_REHEARSAL'],
      ['another person', { personId: 'person-1' }, 'LEDGER_MISMATCH'],
      ['an appraisal nobody knows', { appraisalId: 'none' }, 'LEDGER_MISMATCH'],
      ['a reversal of nothing', { reverses: 'none' }, 'LEDGER_REVERSAL'],
      [
        'a reversal of somebody else’s entry',
        reversal({ key: 'k', appraisalId: 'appraisal-1', personId: 'person-1' }),
        'LEDGER_REVERSAL',
      ],
    ])('refuses an entry of %s', async (_what, own, code) => {
      expect(await enter({ key: 'k', ...own })).toBe(code);
    });

    it('undoes an entry once, and never a reversal', async () => {
      expect(await enter(reversal())).toBe('done');
      expect(await enter(reversal({ key: 'again' }))).toBe('DUPLICATE_LEDGER_ENTRY');
      expect(await enter({ key: 'k', reverses: reversal().key! })).toBe('LEDGER_REVERSAL');
    });

    it('gives a period of an area by key, its last moment left out', async () => {
      const between = (area: string, from: number, until: number) =>
        database.transactions.read(async ({ ledger }) =>
          (await ledger.enteredBetween(area, from, until)).map(({ enteredAt }) => enteredAt),
        );
      expect(await between('area-1', 6, 8)).toEqual([6, 7]);
      expect(await between('area-1', 6, 7)).toEqual([6]);
      expect(await between('area-2', 0, 100)).toEqual([]);
      const counts = database.transactions.read(async ({ ledger }) => [
        await ledger.countOfCycle('cycle-1'),
        await ledger.countOfCycle('rehearsal'),
      ]);
      expect(await counts).toEqual([2, 0]);
    });
  });

  describe('documents', () => {
    const insert = (own: Partial<RegisteredDocument>) =>
      outcomeOf(database.transactions.run(({ documents }) => documents.insert(documentRecord(own))));
    const about = (cycleId: string) =>
      database.transactions.read(async ({ documents }) =>
        (await documents.about({ cycleId, unitId: 'unit-1', personIds: ['person-0'] })).map(({ id }) => id),
      );

    it('of a unit, a person and an appraisal are found; those of a rehearsal only there', async () => {
      await insert({ id: 'd-appraisal' });
      await insert({ id: 'd-person', appraisalId: null });
      await insert({ id: 'd-unit', appraisalId: null, personId: null });
      await insert({ id: 'd-other', appraisalId: null, personId: 'person-1' });
      await insert({ id: 'd-rehearsed', ...REHEARSED });
      expect((await about('cycle-1')).sort()).toEqual(['d-appraisal', 'd-person', 'd-unit']);
      expect((await about('rehearsal')).sort()).toEqual(['d-appraisal', 'd-person', 'd-rehearsed', 'd-unit']);
    });

    it('are taken back once, and then no gate sees them', async () => {
      const withdrawal = { withdraws: 'd-person', reason: '演示：误登', appraisalId: null };
      expect(await insert({ id: 'w', ...withdrawal })).toBe('done');
      expect(await insert({ id: 'w2', ...withdrawal })).toBe('DUPLICATE_DOCUMENT');
      expect((await about('cycle-1')).sort()).toEqual(['d-appraisal', 'd-unit']);
    });
  });

  describe('results of earlier years', () => {
    const insert = (own: Partial<ImportedGrade>) =>
      outcomeOf(
        database.transactions.run(({ documents }) => documents.insertImported([importedGradeRecord(own)])),
      );

    it('are read by their newest version', async () => {
      expect(await insert({})).toBe('done');
      expect(await insert({})).toBe('VERSION_CONFLICT');
      await insert({ version: 2, result: 'competent', reference: '演示更正1号' });
      await insert({ year: 2024 });
      const read = await database.transactions.read(({ documents }) => documents.importedOf(['person-0']));
      expect(read.map(({ year, version }) => [year, version])).toEqual([
        [2024, 1],
        [2025, 2],
      ]);
    });

    it('recorded here are those of live cycles that are recorded', async () => {
      const recordedOf = () =>
        database.transactions.read(({ documents }) => documents.recordedOf(['person-0', 'person-1']));
      expect(await recordedOf()).toEqual([]);
      await database.transactions.run(async ({ appraisals }) =>
        appraisals.advanceMany([
          { id: 'appraisal-0', change: { status: 'recorded', finalGrade: 'incompetent', notifiedAt: 9 } },
          { id: 'appraisal-1', change: { status: 'recorded', finalStatus: 'ungraded' } },
        ]),
      );
      expect(await recordedOf()).toEqual([
        {
          personId: 'person-0',
          appraisalId: 'appraisal-0',
          year: 2026,
          result: 'incompetent',
          notifiedAt: 9,
        },
        {
          personId: 'person-1',
          appraisalId: 'appraisal-1',
          year: 2026,
          result: 'ungraded',
          notifiedAt: null,
        },
      ]);
    });
  });

  it('a step of an improvement plan is done once', async () => {
    await database.transactions.run(async ({ plans }) =>
      plans.insertPlan({
        id: 'plan-1',
        appraisalId: 'appraisal-0',
        cycleId: 'cycle-1',
        unitId: 'unit-1',
        personId: 'person-0',
        rule: null,
        steps: ['演示：每月走访'],
        followedBy: 'account-1',
        dueAt: 9,
        setBy: 'account-1',
        setAt: 1,
      }),
    );
    const act = (step: number, outcome: 'done' | 'met') => {
      const row = { planId: 'plan-1', step, outcome, note: 'n', actedBy: 'account-1', actedAt: 2 };
      return outcomeOf(database.transactions.run(({ plans }) => plans.insertAct(row)));
    };
    expect([await act(0, 'done'), await act(0, 'done'), await act(-1, 'met')]).toEqual([
      'done',
      'DUPLICATE_PLAN_ACT',
      'done',
    ]);
  });
});
