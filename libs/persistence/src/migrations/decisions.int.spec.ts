import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openWithSource } from '../database.js';
import { ledgerRecord, outcomeOf, seedUnit, testDatabases } from '../testing.js';
import type { TestDatabase } from '../testing.js';

const ENTRY = `INSERT INTO ledger_entry (${'`key`'}, cycle_id, appraisal_id, person_id, effect, params, rule, confirmed_by, entered_at)
  VALUES ('appraisal-0/good.salary_step', 'cycle-1', 'appraisal-0', 'person-0', 'raise_salary_step', '{"steps":1}', 'good.salary_step', 'account-1', 6)`;

describe.each(testDatabases())('the ledger of the release before on $name', ({ open }) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await open({ migrated: false });
    const earlier = await openWithSource(database.url);
    const ends = earlier.source.migrations.findIndex((step) => step.name?.startsWith('decisions/'));
    Object.assign(earlier.source, { migrations: earlier.source.migrations.slice(0, ends) });
    await earlier.migrate();
    await earlier.transactions.run((stores) => seedUnit(stores, 1));
    await earlier.source.query(ENTRY);
    await earlier.close();
    await database.migrate();
  });
  afterAll(() => database.close());

  it('keeps its entries; each counts from the first day after its year', async () => {
    expect(await database.transactions.read(({ ledger }) => ledger.ofPerson('person-0'))).toEqual([
      ledgerRecord(),
    ]);
  });

  it('takes none of them twice, and lets them be undone', async () => {
    const { key } = ledgerRecord();
    const enter = (own: Parameters<typeof ledgerRecord>[0]) =>
      outcomeOf(database.transactions.run(({ ledger }) => ledger.enter([ledgerRecord(own)])));
    expect(await enter({})).toBe('DUPLICATE_LEDGER_ENTRY');
    expect(await enter({ key: `${key}/reversed`, reverses: key })).toBe('done');
  });
});
