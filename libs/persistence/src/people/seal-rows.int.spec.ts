import { ERASED } from '@kaoji/application';
import type { Stores } from '@kaoji/application';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openWithSource } from '../database.js';
import type { OpenedDatabase } from '../database.js';
import {
  accountRecord,
  actRecord,
  documentRecord,
  markRecord,
  seedUnit,
  standInSealer,
  testDatabases,
} from '../testing.js';
import type { TestDatabase } from '../testing.js';
import { ACT_CASES, SEALED } from './sealed-columns.js';

const SECRET = '演示隐私';
/** Texts `readEverything` gives. */
const TEXTS = 20;
const seat = { appraisalId: 'appraisal-0', part: 'p', role: 'r', raterId: 'account-1' };
const about = { appraisalId: 'appraisal-0' };
const unit = { cycleId: 'cycle-1', unitId: 'unit-1' };
const acted = { decidedBy: 'a', decidedAt: 1 };

/** One row with a text in every sealed column, about the person of appraisal-0. */
async function writeEverything(stores: Stores): Promise<void> {
  const { appraisals, decisions, documents, marks, panels, plans } = stores;
  await stores.places.insertPeople([{ id: 'person-x', name: SECRET, phone: SECRET }]);
  await appraisals.insertDutyReport({ ...about, text: SECRET, version: 1, submittedAt: 1 });
  await marks.append([{ ...markRecord(), ...seat, reason: SECRET }]);
  await decisions.insertSignature({ ...about, signed: false, opinion: SECRET, signedAt: 1 });
  await decisions.insertContest({ ...about, id: 'c', grounds: SECRET, filedAt: 1 });
  await stores.contests.append({
    ...{ contestId: 'c', seq: 1, actor: 'a', happenedAt: 1 },
    body: { kind: 'heard', stage: 'review', note: SECRET },
  });
  await decisions.insertAcknowledged([{ ...unit, ...about, round: 1, reason: SECRET, acknowledgedBy: 'a' }]);
  await stores.approvals.insertAct(
    actRecord({ id: 'act-x', acknowledged: [{ appraisalId: 'appraisal-0', reason: SECRET }] }),
  );
  const talk = { ...about, id: 't', kind: 'reminder', heldOn: '2027-01-05', heldBy: 'a' } as const;
  await plans.insertTalk({ ...talk, summary: SECRET, reply: SECRET, recordedBy: 'a', recordedAt: 1 });
  const plan = { ...unit, ...about, id: 'p', personId: 'person-0', rule: null, steps: [SECRET, '二'] };
  await plans.insertPlan({ ...plan, followedBy: 'a', dueAt: 2, setBy: 'a', setAt: 1 });
  await plans.insertAct({ planId: 'p', step: 0, outcome: 'done', note: SECRET, actedBy: 'a', actedAt: 1 });
  await documents.insert({ ...documentRecord(), id: 'd', personId: 'person-0', reason: SECRET });
  await panels.standDown([
    { ...seat, raterId: 'account-2', cause: 'recused', reason: SECRET, replacedBy: null, ...acted },
  ]);
  await panels.challenge({ ...seat, reason: SECRET, askedBy: 'a', askedAt: 1 });
  await panels.answerChallenge({ ...seat, verdict: 'refused', reason: SECRET, ...acted });
}

/** What the stores give of it, through every read that carries such a text. */
async function readEverything(stores: Stores): Promise<readonly unknown[]> {
  const { appraisals, contests, decisions, documents, marks, panels, places, plans } = stores;
  const ids = ['appraisal-0'];
  return [
    (await appraisals.latestDutyReport('appraisal-0'))?.text,
    (await decisions.signature('appraisal-0'))?.opinion,
    (await decisions.contestOf('appraisal-0'))?.grounds,
    (await contests.byId('c'))?.grounds,
    (await contests.ofAppraisals(ids))[0]?.grounds,
    (await contests.events('c'))[0]?.body,
    (await decisions.acknowledged('cycle-1', 'unit-1'))[0]?.reason,
    (await stores.approvals.act('act-x'))?.acknowledged,
    (await stores.approvals.actsOf('cycle-1', 'unit-1'))[0]?.acknowledged,
    (await plans.talksOf('appraisal-0')).map(({ summary, reply }) => [summary, reply]),
    (await plans.plan('p'))?.steps,
    (await plans.plansOf('appraisal-0'))[0]?.steps,
    (await plans.actsOf('p'))[0]?.note,
    (await documents.byId('d'))?.reason,
    (await documents.about({ ...unit, personIds: ['person-0'] })).find(({ id }) => id === 'd')?.reason,
    (await panels.stoodDown('cycle-1'))[0]?.reason,
    (await panels.challenges(ids)).map(({ reason, answer }) => [reason, answer?.reason]),
    (await marks.currentOfUnit('cycle-1', 'unit-1')).map(({ reason }) => reason),
    (await places.people(['person-0']))[0]?.name,
  ];
}

describe.each(testDatabases())('texts about people on $name', ({ open }) => {
  let database: TestDatabase;
  let inside: OpenedDatabase;
  const read = <T>(work: (stores: Stores) => Promise<T>): Promise<T> => database.transactions.read(work);
  const run = <T>(work: (stores: Stores) => Promise<T>): Promise<T> => database.transactions.run(work);
  const stored = async (): Promise<string> => {
    const tables = [...Object.values(SEALED), ACT_CASES].map(({ table }) => table.options.name);
    const rows = await Promise.all(tables.map((table) => inside.source.query(`SELECT * FROM ${table}`)));
    return JSON.stringify(rows);
  };

  beforeAll(async () => {
    database = await open({ people: standInSealer });
    inside = await openWithSource(database.url);
    await run(async (stores) => {
      await seedUnit(stores, 2);
      await stores.accounts.insertMany([accountRecord()]);
      await writeEverything(stores);
    });
  });
  afterAll(async () => {
    await inside.close();
    await database.close();
  });

  it('lie sealed in every column named for it', async () => {
    const rows = await stored();
    expect(rows).not.toContain(SECRET);
    for (const { table, columns } of Object.values(SEALED)) {
      for (const column of columns as readonly string[]) {
        const [row] = (await inside.source.query(
          `SELECT ${column} AS text FROM ${table.options.name} WHERE ${column} LIKE '%s1:intl:%'`,
        )) as { text: string }[];
        expect([table.options.name, column, row?.text]).toEqual([
          table.options.name,
          column,
          expect.stringContaining('s1:intl:'),
        ]);
      }
    }
  });

  it('are read as they were written', async () => {
    const texts = JSON.stringify(await read(readEverything));
    expect(texts.split(SECRET).length - 1).toBe(TEXTS);
    expect(texts).not.toContain('s1:');
    const [person] = await read(({ places }) => places.people(['person-x']));
    expect(person).toEqual({ id: 'person-x', name: SECRET, phone: SECRET });
  });

  it('are not given to a process without keys: PERSON_KEYS_MISSING', async () => {
    await expect(inside.transactions.read(({ places }) => places.people(['person-0']))).rejects.toMatchObject(
      { code: 'PERSON_KEYS_MISSING' },
    );
  });

  it('do not open in another place: PERSON_TEXT_CHANGED', async () => {
    const swap = (from: string, to: string) =>
      inside.source.query(
        `UPDATE person SET name = (SELECT n FROM (SELECT name AS n FROM person WHERE id = '${from}') x) WHERE id = '${to}'`,
      );
    await inside.source.query(`UPDATE person SET phone = name WHERE id = 'person-x'`);
    const changed = { code: 'PERSON_TEXT_CHANGED' };
    await expect(read(({ places }) => places.people(['person-x']))).rejects.toMatchObject(changed);
    await swap('person-1', 'person-x');
    await expect(read(({ places }) => places.people(['person-x']))).rejects.toMatchObject(changed);
  });

  it('from before they were sealed stay readable', async () => {
    await inside.transactions.run(({ places }) =>
      places.insertPeople([{ id: 'old', name: '演示旧人', phone: null }]),
    );
    const [person] = await read(({ places }) => places.people(['old']));
    expect(person?.name).toBe('演示旧人');
  });

  it('read as erased once the key is destroyed, and neither a row of theirs nor an item of the log changes', async () => {
    const before = await stored();
    const logged = await read(({ log }) => log.pending('cycle-1', 1_000));
    await run(({ personKeys }) => personKeys.destroy('person-0', 'a', '条', 5));
    expect(await stored()).toBe(before);
    const after = await read(({ log }) => log.pending('cycle-1', 1_000));
    expect(after.filter(({ kind }) => kind !== 'erasure')).toEqual(logged);
    expect(after.filter(({ kind }) => kind === 'erasure')).toMatchObject([{ value: { clause: '条' } }]);
    expect(logged.length).toBeGreaterThan(5);
    const texts = JSON.stringify(await read(readEverything));
    expect(texts).not.toContain(SECRET);
    expect(texts.split(ERASED).length - 1).toBe(TEXTS + 3); // and a name, and two steps of plans
    const [other] = await read(({ places }) => places.people(['person-1']));
    expect(other?.name).toBe('示范人员1');
  });

  it('give no telephone number of an erased person, nor words in its place', async () => {
    await run(({ places }) => places.insertPeople([{ id: 'p-y', name: SECRET, phone: SECRET }]));
    await run(({ personKeys }) => personKeys.destroy('p-y', 'a', '条', 5));
    const [person] = await read(({ places }) => places.people(['p-y']));
    expect(person).toEqual({ id: 'p-y', name: ERASED, phone: null });
  });

  it('are no longer taken about an erased person: PERSON_ERASED', async () => {
    const report = { ...about, text: 't', version: 2, submittedAt: 2 };
    await expect(run(({ appraisals }) => appraisals.insertDutyReport(report))).rejects.toMatchObject({
      code: 'PERSON_ERASED',
    });
  });

  it('keep who erased them and why, once', async () => {
    const erasure = { personId: 'person-0', erasedBy: 'a', clause: '条', erasedAt: 5 };
    expect(await read(({ personKeys }) => personKeys.erasures(['person-0', 'person-1']))).toEqual([erasure]);
    for (const personId of ['person-0', 'old', 'nobody']) {
      const again = run(({ personKeys }) => personKeys.destroy(personId, 'b', 'x', 6));
      await expect(again).rejects.toMatchObject({ code: 'PERSON_KEY_GONE' });
    }
  });

  it('cannot get their key back, nor lose it by deletion', async () => {
    for (const statement of [
      "UPDATE person_key SET wrapped = 'AA', destroyed_at = NULL WHERE person_id = 'person-0'",
      "DELETE FROM person_key WHERE person_id = 'person-1'",
    ]) {
      await expect(inside.source.query(statement)).rejects.toThrow('APPEND_ONLY');
    }
  });
});
